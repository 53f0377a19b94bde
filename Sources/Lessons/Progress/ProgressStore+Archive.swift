import GRDB

/// Progress that goes to another machine, and comes from one.
extension ProgressStore {
  /// What a merge added.
  package struct Merged: Equatable, Sendable {
    package var answers = 0
    package var remarks = 0
    /// That were not done here, or done later there.
    package var lessons = 0
    /// Lines whose contents were here already.
    package var known = 0
  }

  /// All that is kept but the places, which are this machine's own.
  package func archive() throws(ProgressError) -> [ProgressLine] {
    let done = try lessons().compactMap { name, lesson in lesson.done.map { (name, $0) } }
      .sorted { $0.0 < $1.0 }
    return [.head(version: ProgressLine.version)] + (try loggedAnswers()).map(ProgressLine.answer)
      + (try loggedRemarks()).map(ProgressLine.remark) + done.map { .done(lesson: $0.0, $0.1) }
  }

  /// Adds what is not here yet, all or nothing. Merging again, or in the other direction, makes nothing twice: of equal answers
  /// (same time, question, card, try and variant) there are as many afterwards as the richer side had.
  package func merge(_ lines: [ProgressLine]) throws(ProgressError) -> Merged {
    try write { db in
      var merged = Merged()
      var answers = Bag(try AnswerIdentity.all(db))
      var remarks = Bag(try AnswerRemark.all(db))
      for line in lines {
        switch line {
        case .head: continue
        case .answer(let answer) where answers.isNew(AnswerIdentity(answer)):
          try answer.write(db)
          merged.answers += 1
        case .remark(let remark) where remarks.isNew(remark):
          try remark.write(db)
          merged.remarks += 1
        case .done(let lesson, let done) where try done.isLater(ofLesson: lesson, db):
          try done.write(ofLesson: lesson, db)
          merged.lessons += 1
        case .answer, .remark, .done: merged.known += 1
        }
      }
      return merged
    }
  }
}

/// How many there are of each, and how many of those another side has been seen to have, too.
private struct Bag<Element: Hashable> {
  private var here: [Element: Int]

  init(_ elements: [Element]) { here = Dictionary(elements.map { ($0, 1) }, uniquingKeysWith: +) }

  /// Whether the other side has one more than this one.
  mutating func isNew(_ element: Element) -> Bool {
    guard let count = here[element], count > 0 else { return true }
    here[element] = count - 1
    return false
  }
}

/// What makes an answer the same on all machines: its contents as far as every version has them.
private struct AnswerIdentity: Hashable {
  let time: Int64
  let lesson: String
  let question: String
  let card: String
  let attempt: Int
  let seed: String

  init(_ answer: LoggedAnswer) {
    time = answer.time
    lesson = answer.asking.lesson
    question = answer.judged.question
    card = answer.judged.card
    attempt = answer.judged.attempt
    seed = String(answer.asking.seed)
  }

  private init?(_ row: Row) {
    guard let time = row.integer("time"), let lesson = row.text("lesson"),
      let question = row.text("question"),
      let card = row.text("card"), let attempt = row.integer("attempt"), let seed = row.text("seed")
    else { return nil }
    self.time = Int64(time)
    self.lesson = lesson
    self.question = question
    self.card = card
    self.attempt = attempt
    self.seed = seed
  }

  static func all(_ db: Database) throws -> [AnswerIdentity] {
    try Row.fetchAll(db, sql: "SELECT time, lesson, question, card, attempt, seed FROM answer_log")
      .compactMap(AnswerIdentity.init)
  }
}

extension LessonProgress.Done {
  fileprivate func isLater(ofLesson name: String, _ db: Database) throws -> Bool {
    let row = try Row.fetchOne(
      db, sql: "SELECT done_at FROM lessons_done WHERE name = ?", arguments: [name])
    return row?.integer("done_at").map { $0 < Int(at) } ?? true
  }
}
