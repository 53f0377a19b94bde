import Analysis
import Foundation
import GRDB

/// A place as rows. Reading takes columns by name and mistrusts them: the file may have been edited, or be of another
/// version.
extension SavedPlace {
  init?(_ row: Row, _ db: Database) throws {
    guard let walk = Walk(kind: row.text("kind") ?? "", name: row.text("name") ?? ""),
      let seed = row.text("seed").flatMap(UInt64.init), let moment = row.integer("moment")
    else { return nil }
    self.init(
      walk: walk, seed: seed, moment: moment, stop: Stop(row), furthest: row.integer("furthest") ?? moment,
      furthestStop: row.text("furthest_stop"), isFinished: row.integer("finished") == 1,
      answers: try SavedPlace.answers(of: walk, db), view: row.text("view") ?? "",
      leftAt: Int64(row.integer("left_at") ?? 0))
  }

  private static func answers(of walk: Walk, _ db: Database) throws -> [SavedAnswer] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM answers WHERE kind = ? AND name = ? ORDER BY question",
      arguments: [walk.kind, walk.name]
    )
    .compactMap(SavedAnswer.init)
  }

  func write(_ db: Database) throws {
    try db.cachedStatement(sql: SavedPlace.statement).execute(arguments: [
      walk.kind, walk.name, String(seed), moment, stop?.id, stop?.number, stop?.count, stop?.beyond ?? 0,
      furthest,
      furthestStop, isFinished ? 1 : 0, view, leftAt,
    ])
  }

  private static let statement = """
    INSERT INTO places (
      kind, name, seed, moment, stop, stop_number, stop_count, beyond_stop, furthest, furthest_stop, finished, view,
      left_at, turn)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM places))
    ON CONFLICT (kind, name) DO UPDATE SET
      seed = excluded.seed, moment = excluded.moment, stop = excluded.stop, stop_number = excluded.stop_number,
      stop_count = excluded.stop_count, beyond_stop = excluded.beyond_stop, furthest = excluded.furthest,
      furthest_stop = excluded.furthest_stop, finished = excluded.finished, view = excluded.view,
      left_at = excluded.left_at, turn = excluded.turn
    """

  /// All of them again: there are few, and they change seldom.
  func writeAnswers(_ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM answers WHERE kind = ? AND name = ?", arguments: [walk.kind, walk.name])
    for answer in answers {
      let attempts = String(decoding: try JSONEncoder().encode(answer.attempts), as: UTF8.self)
      try db.execute(
        sql: """
          INSERT INTO answers (kind, name, question, attempts, hints, outcome, guess) VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          walk.kind, walk.name, answer.question, attempts, answer.hints, answer.outcome?.rawValue,
          answer.isGuess ? 1 : 0,
        ])
    }
  }
}

extension SavedPlace.Stop {
  init?(_ row: Row) {
    guard let id = row.text("stop") else { return nil }
    self.init(
      id: id, number: row.integer("stop_number") ?? 1, count: row.integer("stop_count") ?? 1,
      beyond: row.integer("beyond_stop") ?? 0)
  }
}

extension SavedAnswer {
  init?(_ row: Row) {
    guard let question = row.text("question"), let text = row.text("attempts"),
      let attempts = try? JSONDecoder().decode([Answer].self, from: Data(text.utf8))
    else { return nil }
    let outcome = row.text("outcome")
    self.init(
      question: question, attempts: attempts, hints: row.integer("hints") ?? 0,
      outcome: outcome.flatMap(Outcome.init), isGuess: row.integer("guess") == 1)
    // An outcome of a later version: better to ask again.
    if outcome != nil, self.outcome == nil { return nil }
  }
}

extension Row {
  /// nil when the column is missing, empty, or holds something else: `row[…] as Int` would trap then.
  func text(_ column: String) -> String? {
    (self[column] as DatabaseValue?).flatMap(String.fromDatabaseValue)
  }

  func integer(_ column: String) -> Int? {
    (self[column] as DatabaseValue?).flatMap(Int.fromDatabaseValue)
  }
}
