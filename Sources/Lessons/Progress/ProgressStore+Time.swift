import Analysis
import GRDB

/// Time that was spent in a lesson, without pauses.
package struct LessonTime: Equatable, Sendable {
  /// As its place is kept.
  package var lesson: String
  /// The lesson was begun then, for the first time or again: what was spent before is not counted with it.
  package var begins: Bool
  package var milliseconds: Int

  package init(lesson: String, begins: Bool, milliseconds: Int) {
    self.lesson = lesson
    self.begins = begins
    self.milliseconds = milliseconds
  }
}

/// Added to, never changed, as the log of answers is.
extension ProgressStore {
  /// - Parameter now: seconds since 1970, at its end.
  package func log(_ time: LessonTime, at now: Int64) throws(ProgressError) {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO lesson_time (study_day, time, lesson, begins, milliseconds) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          StudyDay.number(at: now), now, time.lesson, time.begins ? 1 : 0, max(0, time.milliseconds),
        ])
    }
  }

  /// Of each lesson since it was begun last.
  static func timeSpent(_ db: Database) throws -> [(lesson: String, milliseconds: Int)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT lesson, sum(milliseconds) AS spent FROM lesson_time AS each
        WHERE number >= coalesce(
          (SELECT max(number) FROM lesson_time WHERE lesson = each.lesson AND begins = 1), 0)
        GROUP BY lesson
        """)
    return rows.compactMap { row in
      guard let lesson = row.text("lesson"), let spent = row.integer("spent"), spent > 0 else { return nil }
      return (lesson, spent)
    }
  }
}
