import Analysis
import GRDB
import Testing

@testable import Lessons

/// How long lessons take.
@Suite struct LessonTimeTests {
  private func spent(_ milliseconds: Int, _ lesson: String = "tour", begins: Bool = false) -> LessonTime {
    LessonTime(lesson: lesson, begins: begins, milliseconds: milliseconds)
  }

  @Test func timeIsAddedUpSinceTheLessonWasBegunLast() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    for time in [spent(9_000, begins: true), spent(40_000), spent(500, "arp", begins: true)] {
      try store.log(time, at: 1_795_000_000)
    }
    #expect(try store.lessons().mapValues(\.milliseconds) == ["tour": 49_000, "arp": 500])
    // Once more from its beginning.
    try store.log(spent(2_000, begins: true), at: 1_795_000_100)
    try store.log(spent(1_000), at: 1_795_000_200)
    #expect(try sample.store().lessons()["tour"]?.milliseconds == 3_000)
    #expect(try sample.number("SELECT count(*) FROM lesson_time") == 5, "nothing of it is lost")
    #expect(try sample.number("SELECT study_day FROM lesson_time") == StudyDay.number(at: 1_795_000_000))
  }

  @Test(arguments: [
    "UPDATE lesson_time SET milliseconds = 1", "DELETE FROM lesson_time",
    "INSERT OR REPLACE INTO lesson_time SELECT * FROM lesson_time",
    "REPLACE INTO lesson_time SELECT * FROM lesson_time", "UPDATE OR IGNORE lesson_time SET begins = 0",
  ])
  func whatIsWrittenIsNeverChanged(_ sql: String) throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.log(spent(9_000, begins: true), at: 1)
    #expect(throws: DatabaseError.self) { try sample.change(sql) }
    #expect(try store.lessons()["tour"]?.milliseconds == 9_000)
  }

  @Test(arguments: ["v1 places", "v3 program", "v4 log of answers", "v5 lessons done"])
  func aFileOfAnEarlierVersionGetsItAndKeepsWhatItHas(_ version: String) throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    try sample.write([])
    let old = try DatabaseQueue(path: sample.file)
    try ProgressSchema.migrator.migrate(old, upTo: version)
    try old.write { db in
      try db.execute(
        sql: """
          INSERT INTO places (kind, name, seed, moment, stop_number, stop_count, furthest, view, left_at, turn)
          VALUES ('lesson', 'tour', '1', 1, 2, 3, 1, '', 77, 1)
          """)
    }
    try old.close()
    let store = try sample.store()
    let before = try #require(try store.lessons()["tour"])
    #expect(before.place?.stop == 2 && before.milliseconds == 0 && before.minutes == nil)
    // It was begun before time was kept: what is known of it counts.
    try store.log(spent(65_000), at: 80)
    #expect(try store.lessons()["tour"]?.minutes == 1)
    #expect(try store.lessons()["tour"]?.place == before.place)
  }

  @Test func whatMakesNoSenseIsLeftOut() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.log(spent(-5, begins: true), at: 1)
    try sample.change("INSERT INTO lesson_time VALUES (7, 0, 0, x'00', 1, 5), (8, 0, 0, 'arp', 'no', 'long')")
    #expect(try store.lessons()["tour"] == nil && store.lessons()["arp"] == nil)
  }

  @Test func minutesAreRoundedAndAtLeastOne() {
    let minutes = [0, 1, 29_999, 89_999, 90_000, 839_999].map {
      LessonProgress(milliseconds: $0).minutes
    }
    #expect(minutes == [nil, 1, 1, 1, 2, 14])
  }
}
