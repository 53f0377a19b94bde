import GRDB

/// What the schedule is computed from.
extension ProgressStore {
  /// Where all cards stand.
  ///
  /// - Parameter canonical: the id that a card has now, for one it had.
  package func schedules(
    _ scheduler: Scheduler = Scheduler(), canonical: (String) -> String = { $0 }
  ) throws(ProgressError) -> Schedules {
    Schedules(try reviews(canonical: canonical), scheduler)
  }

  /// All reviews, card by card in the order of their times, without those that were taken back. What it reads is in an index in
  /// that order: fifty thousand are not to be noticed at the start.
  package func reviews(canonical: (String) -> String = { $0 }) throws(ProgressError) -> [CardReview] {
    try read { db in
      let remarks = Remarks(try AnswerRemark.all(db))
      var (written, name) = ("", "")
      var reviews: [CardReview] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT card, time, study_day, is_right, hints > 0 OR guess, session, nullif(role, 'question'), number
          FROM answer_log
          WHERE attempt = 1 AND typeof(time) = 'integer' AND typeof(study_day) = 'integer' ORDER BY card, time
          """)
      while let row = try rows.next() {
        guard let card = try row.decode(String?.self, atIndex: 0) else { continue }
        if card != written || reviews.isEmpty { (written, name) = (card, canonical(card)) }
        let rating = Rating(
          isRight: try row.decode(Bool.self, atIndex: 3), hasHelp: try row.decode(Bool.self, atIndex: 4))
        let time = try row.decode(Int64.self, atIndex: 1)
        let role = try row.decode(String?.self, atIndex: 6).flatMap(JudgedAnswer.Role.init) ?? .question
        var review = CardReview(
          card: name, rating, at: StudyTime(time, day: try row.decode(Int.self, atIndex: 2)),
          session: try row.decode(String?.self, atIndex: 5), role: role)
        // Few answers have a remark: only theirs are looked at more closely.
        if remarks.times.contains(time) {
          let target = try AnswerRemark.Target(ofAnswer: row.decode(Int64.self, atIndex: 7), time, db)
          if remarks.takenBack.contains(target) { continue }
          if remarks.easy.contains(target) { review = review.easy }
        }
        reviews.append(review)
      }
      return reviews
    }
  }
}

extension AnswerRemark.Target {
  /// - Parameter number: of its line in the log.
  fileprivate init(ofAnswer number: Int64, _ time: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT lesson, question FROM answer_log WHERE number = ?", arguments: [number])
    self.init(time: time, lesson: row?.text("lesson") ?? "", question: row?.text("question") ?? "")
  }
}

/// Remarks by the answers they are about.
struct Remarks {
  private(set) var easy: Set<AnswerRemark.Target> = []
  private(set) var takenBack: Set<AnswerRemark.Target> = []
  /// Of all answers that have one.
  private(set) var times: Set<Int64> = []

  init(_ remarks: [AnswerRemark]) {
    for remark in remarks {
      times.insert(remark.target.time)
      switch remark.kind {
      case .easy: easy.insert(remark.target)
      case .takenBack: takenBack.insert(remark.target)
      }
    }
  }

  /// Without what was taken back: a first try, and the tries that followed it.
  ///
  /// - Parameter answers: in the order they were given.
  func kept(of answers: [LoggedAnswer]) -> [LoggedAnswer] {
    if takenBack.isEmpty { return answers }
    var gone: Set<AskedQuestion> = []
    return answers.filter { answer in
      if answer.judged.attempt == 1 {
        if takenBack.contains(answer.target) { gone.insert(answer.asked) } else { gone.remove(answer.asked) }
      }
      return !gone.contains(answer.asked)
    }
  }
}
