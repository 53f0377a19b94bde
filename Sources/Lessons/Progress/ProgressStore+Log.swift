import Analysis
import Documents
import Foundation
import GRDB

/// The log of answers: added to, never changed. What is due, what somebody mixes up, how a week went: all of that is
/// computed from it.
extension ProgressStore {
  /// Adds answers, all or none. They are in the hands of the system when this returns.
  package func log(_ answers: [LoggedAnswer]) throws(ProgressError) {
    if answers.isEmpty { return }
    try write { db in for answer in answers { try answer.write(db) } }
  }

  /// The answers in the order they were logged, those that make no sense left out.
  ///
  /// - Parameters:
  ///   - card: only of this one; nil: all.
  ///   - day: only of this study day and those after it.
  package func loggedAnswers(
    of card: String? = nil, since day: Int? = nil
  ) throws(ProgressError) -> [LoggedAnswer] {
    try read { db in
      let conditions = [card.map { _ in "card = :card" }, day.map { _ in "study_day >= :day" }].compactMap(
        \.self)
      let filter = conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND "))"
      var arguments: [String: (any DatabaseValueConvertible)?] = [:]
      if let card { arguments["card"] = card }
      if let day { arguments["day"] = day }
      return try Row.fetchAll(
        db, sql: "SELECT * FROM answer_log \(filter) ORDER BY number",
        arguments: StatementArguments(arguments)
      ).compactMap(LoggedAnswer.init)
    }
  }

  /// The same in the order they were given, whatever machine they come from, without those that were taken back.
  package func answers(of card: String? = nil, since day: Int? = nil) throws(ProgressError) -> [LoggedAnswer]
  {
    let logged = try loggedAnswers(of: card, since: day)
    let inOrder = logged.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
    return Remarks(try loggedRemarks()).kept(of: inOrder.map(\.element))
  }
}

extension LoggedAnswer {
  func write(_ db: Database) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    try db.cachedStatement(sql: LoggedAnswer.statement).execute(arguments: [
      studyDay, time, asking.lesson, judged.question, judged.card, asking.revision, asking.engine,
      String(asking.seed), asking.language.rawValue, judged.attempt, try judged.answer.map(text),
      judged.isRight ? 1 : 0, try text(judged.mistakes), judged.hints, judged.isGuess ? 1 : 0, milliseconds,
      session, judged.role.rawValue,
    ])
  }

  private static let statement = """
    INSERT INTO answer_log (
      study_day, time, lesson, question, card, revision, engine, seed, language, attempt, answer, is_right, mistakes,
      hints, guess, milliseconds, session, role)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// Mistrusts the columns, as the file may have been edited. An answer of a form that is not known is none.
  fileprivate init?(_ row: Row) {
    guard let day = row.integer("study_day"), let time = row.integer("time"), let lesson = row.text("lesson"),
      let question = row.text("question"), let card = row.text("card"),
      let revision = row.integer("revision"),
      let engine = row.integer("engine"), let seed = row.text("seed").flatMap(UInt64.init),
      let language = row.text("language").flatMap(Language.init), let attempt = row.integer("attempt"),
      let isRight = row.integer("is_right"), let hints = row.integer("hints"),
      let guess = row.integer("guess"),
      let mistakes = row.text("mistakes").flatMap({ LoggedAnswer.value([String].self, $0) })
    else { return nil }
    let answer = row.text("answer").flatMap { LoggedAnswer.value(Answer.self, $0) }
    self.init(
      JudgedAnswer(
        question: question, card: card, attempt: attempt, answer: answer, isRight: isRight == 1,
        mistakes: mistakes, hints: hints, isGuess: guess == 1,
        role: row.text("role").flatMap(JudgedAnswer.Role.init) ?? .question),
      Asking(lesson: lesson, revision: revision, engine: engine, seed: seed, language: language),
      time: Int64(time), studyDay: day, milliseconds: row.integer("milliseconds"),
      session: row.text("session"))
  }

  private static func value<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
    try? JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
