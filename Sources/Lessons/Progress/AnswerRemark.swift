import GRDB

/// What is said of an answer after it was logged: a line of the log of its own, as answers are never changed.
package struct AnswerRemark: Hashable, Sendable {
  package enum Kind: String, Codable, Sendable {
    /// It was right, and is to be asked much later.
    case easy
    /// The learner took it back: as if it had never been given, with all tries that followed.
    case takenBack = "taken-back"
  }

  /// Which answer is meant.
  package struct Target: Hashable, Sendable {
    /// Of its first try, in milliseconds since 1970.
    package var time: Int64
    package var lesson: String
    package var question: String

    package init(time: Int64, lesson: String, question: String) {
      self.time = time
      self.lesson = lesson
      self.question = question
    }
  }

  package var kind: Kind
  package var target: Target
  /// Milliseconds since 1970.
  package var time: Int64

  package init(_ kind: Kind, of target: Target, time: Int64) {
    self.kind = kind
    self.target = target
    self.time = time
  }
}

extension LoggedAnswer {
  /// Remarks on it name this.
  package var target: AnswerRemark.Target {
    AnswerRemark.Target(time: time, lesson: asking.lesson, question: judged.question)
  }
}

extension ProgressStore {
  /// Adds to the log what is said of an answer.
  package func log(_ remark: AnswerRemark) throws(ProgressError) {
    try write { db in try remark.write(db) }
  }

  /// In the order they were logged, those that make no sense left out.
  package func loggedRemarks() throws(ProgressError) -> [AnswerRemark] {
    try read { db in try AnswerRemark.all(db) }
  }
}

extension AnswerRemark {
  static func all(_ db: Database) throws -> [AnswerRemark] {
    try Row.fetchAll(db, sql: "SELECT * FROM answer_remarks ORDER BY number").compactMap(AnswerRemark.init)
  }

  func write(_ db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO answer_remarks (time, remark, answered, lesson, question) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [time, kind.rawValue, target.time, target.lesson, target.question])
  }

  private init?(_ row: Row) {
    guard let time = row.integer("time"), let kind = row.text("remark").flatMap(Kind.init),
      let answered = row.integer("answered"), let lesson = row.text("lesson"),
      let question = row.text("question")
    else { return nil }
    self.init(
      kind, of: Target(time: Int64(answered), lesson: lesson, question: question), time: Int64(time))
  }
}
