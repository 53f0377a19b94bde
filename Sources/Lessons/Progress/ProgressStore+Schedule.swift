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

  /// All reviews in the order they were logged, without those that were taken back. Reads a few columns of each first try:
  /// fifty thousand are not to be noticed at the start.
  package func reviews(canonical: (String) -> String = { $0 }) throws(ProgressError) -> [CardReview] {
    try read { db in
      let remarks = Remarks(try AnswerRemark.all(db))
      var names: [String: String] = [:]
      var reviews: [CardReview] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT time, study_day, card, is_right, hints > 0 OR guess, session, role, lesson, question FROM answer_log
          WHERE attempt = 1 AND typeof(time) = 'integer' AND typeof(study_day) = 'integer' ORDER BY number
          """)
      while let row = try rows.next() {
        guard let card = try row.decode(String?.self, atIndex: 2) else { continue }
        let rating = Rating(
          isRight: try row.decode(Bool.self, atIndex: 3), hasHelp: try row.decode(Bool.self, atIndex: 4))
        let time = try row.decode(Int64.self, atIndex: 0)
        let name = names[card] ?? canonical(card)
        names[card] = name
        let role = try row.decode(String?.self, atIndex: 6).flatMap(JudgedAnswer.Role.init) ?? .question
        var review = CardReview(
          card: name, rating, at: StudyTime(time, day: try row.decode(Int.self, atIndex: 1)),
          session: try row.decode(String?.self, atIndex: 5), role: role)
        // Few answers have a remark: only theirs are looked at more closely.
        if remarks.times.contains(time) {
          let target = AnswerRemark.Target(
            time: time, lesson: try row.decode(String?.self, atIndex: 7) ?? "",
            question: try row.decode(String?.self, atIndex: 8) ?? "")
          if remarks.takenBack.contains(target) { continue }
          if remarks.easy.contains(target) { review = review.easy }
        }
        reviews.append(review)
      }
      return reviews
    }
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
    struct Asked: Hashable {
      let lesson: String
      let question: String
      let seed: UInt64
    }
    var gone: Set<Asked> = []
    return answers.filter { answer in
      let asked = Asked(
        lesson: answer.asking.lesson, question: answer.judged.question, seed: answer.asking.seed)
      if answer.judged.attempt == 1 {
        if takenBack.contains(answer.target) { gone.insert(asked) } else { gone.remove(asked) }
      }
      return !gone.contains(asked)
    }
  }
}
