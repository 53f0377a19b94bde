import Analysis
import GRDB
import Testing

@testable import Lessons

/// How far lessons were walked.
@Suite struct LessonProgressTests {
  @Test func aLessonOnItsWayIsListedWithItsPlace() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    try store.keep(ProgressSample.home)
    let place = LessonProgress.Place(stop: 5, stops: 12, answered: 1, leftAt: 1_795_000_000)
    #expect(try store.lessons() == ["tour": LessonProgress(place: place)])
    #expect(LessonProgress.Place(ProgressSample.tour) == place)
    #expect(LessonProgress.Place(ProgressSample.home) == nil)
  }

  @Test func whatIsDoneStaysDoneWhenItIsWalkedOnceMore() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(LessonProgress.Done(missed: ["a", "b"], at: 3), ofLesson: "tour")
    try store.keep(LessonProgress.Done(missed: ["a"], at: 4), ofLesson: "tour")
    try store.keep(ProgressSample.tour)
    let tour = try #require(try store.lessons()["tour"])
    #expect(tour.done == LessonProgress.Done(missed: ["a"], at: 4) && tour.place?.stop == 5)
  }

  @Test func whatWasPassedOverOrIsOpenIsNotAnswered() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var place = ProgressSample.tour
    place.answers = [SavedAnswer.Outcome?.some(.right), .wrong, .unknown, .skipped, nil].enumerated().map {
      SavedAnswer(question: "q\($0.offset)", attempts: [], hints: 0, outcome: $0.element)
    }
    var store = try sample.store()
    try store.keep(place)
    #expect(LessonProgress.Place(place)?.answered == 3)
    #expect(try store.lessons()["tour"]?.place?.answered == 3)
  }

  @Test func aFileThatWasEditedIsMistrusted() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try sample.change("INSERT INTO lessons_done VALUES ('tour', 'nonsense', 'never')")
    #expect(try store.lessons()["tour"]?.done == LessonProgress.Done(missed: [], at: 0))
  }

  @Test func lessonsThatWereFinishedBeforeAreDone() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    try sample.write([])
    let old = try DatabaseQueue(path: sample.file)
    try ProgressSchema.migrator.migrate(old, upTo: "v4 log of answers")
    try old.write { db in
      for (name, finished) in [("tour", 1), ("arp", 0)] {
        try db.execute(
          sql: """
            INSERT INTO places (kind, name, seed, moment, stop_number, stop_count, furthest, finished, view, left_at, turn)
            VALUES ('lesson', ?, '1', 1, 2, 3, 1, ?, '', 77, 1)
            """, arguments: [name, finished])
      }
    }
    try old.close()
    let lessons = try sample.store().lessons()
    #expect(lessons["tour"] == LessonProgress(done: .init(missed: [], at: 77)))
    #expect(lessons["arp"]?.done == nil && lessons["arp"]?.place?.stop == 2)
  }
}
