import Foundation
import GRDB

/// How far a lesson was walked, for lists.
package struct LessonProgress: Equatable, Sendable {
  /// Where it was left on the way.
  package struct Place: Equatable, Sendable {
    /// From 1.
    package var stop: Int
    package var stops: Int
    /// Questions that were answered or passed over.
    package var answered: Int
    /// Seconds since 1970.
    package var leftAt: Int64

    package init(stop: Int, stops: Int, answered: Int, leftAt: Int64) {
      self.stop = stop
      self.stops = stops
      self.answered = answered
      self.leftAt = leftAt
    }
  }

  /// It was walked to its end.
  package struct Done: Hashable, Sendable {
    /// Ids of the cards that were not right at once, the last time.
    package var missed: [String]
    /// Seconds since 1970.
    package var at: Int64

    package init(missed: [String], at: Int64) {
      self.missed = missed
      self.at = at
    }
  }

  /// nil where it is not under way.
  package var place: Place?
  package var done: Done?
  /// Spent in it since it was begun last, without pauses.
  package var milliseconds = 0

  package init(place: Place? = nil, done: Done? = nil, milliseconds: Int = 0) {
    self.place = place
    self.done = done
    self.milliseconds = milliseconds
  }

  /// Whole minutes spent in it, at least one; nil: unknown, as of what was done before time was kept.
  package var minutes: Int? { milliseconds > 0 ? max(1, (milliseconds + 30_000) / 60_000) : nil }
}

extension LessonProgress.Place {
  /// nil at the end, and in free exploration.
  package init?(_ place: SavedPlace) {
    guard !place.isFinished, let stop = place.stop else { return nil }
    self.init(
      stop: stop.number, stops: stop.count, answered: place.answers.count(where: \.isAnswered),
      leftAt: place.leftAt)
  }
}

extension SavedAnswer {
  /// Judged or given up; what is open, or was passed over, is still to be answered.
  fileprivate var isAnswered: Bool { outcome != nil && outcome != .skipped }
}

extension ProgressStore {
  /// Of all lessons that were begun or done, by the names that their places are kept under.
  package func lessons() throws(ProgressError) -> [String: LessonProgress] {
    try read { db in
      var lessons: [String: LessonProgress] = [:]
      let places = try Row.fetchAll(
        db,
        sql: """
          SELECT name, stop_number, stop_count, left_at, (
            SELECT count(*) FROM answers
            WHERE answers.kind = places.kind AND answers.name = places.name AND outcome <> 'skipped') AS answered
          FROM places WHERE kind = 'lesson' AND finished = 0
          """)
      for row in places {
        guard let name = row.text("name"), let stop = row.integer("stop_number"),
          let stops = row.integer("stop_count")
        else { continue }
        lessons[name, default: LessonProgress()].place = LessonProgress.Place(
          stop: stop, stops: stops, answered: row.integer("answered") ?? 0,
          leftAt: Int64(row.integer("left_at") ?? 0))
      }
      for row in try Row.fetchAll(db, sql: "SELECT * FROM lessons_done") {
        guard let name = row.text("name") else { continue }
        let missed = row.text("missed").flatMap {
          try? JSONDecoder().decode([String].self, from: Data($0.utf8))
        }
        lessons[name, default: LessonProgress()].done = LessonProgress.Done(
          missed: missed ?? [], at: Int64(row.integer("done_at") ?? 0))
      }
      for (name, milliseconds) in try ProgressStore.timeSpent(db) {
        lessons[name, default: LessonProgress()].milliseconds = milliseconds
      }
      return lessons
    }
  }

  /// A lesson was walked to its end.
  /// - Parameter name: as its place is kept.
  package func keep(_ done: LessonProgress.Done, ofLesson name: String) throws(ProgressError) {
    try write { db in try done.write(ofLesson: name, db) }
  }
}

extension LessonProgress.Done {
  func write(ofLesson name: String, _ db: Database) throws {
    let missed = String(decoding: try JSONEncoder().encode(missed), as: UTF8.self)
    try db.execute(
      sql: "INSERT OR REPLACE INTO lessons_done (name, missed, done_at) VALUES (?, ?, ?)",
      arguments: [name, missed, at])
  }
}
