import Analysis
import Documents
import Foundation
import GRDB
import Testing

@testable import Lessons

struct AnswerLogTests {
  private static let asking = LoggedAnswer.Asking(
    lesson: "tour", revision: 3, engine: 2, seed: .max, language: .ko)

  private func answer(_ card: String = "c", attempt: Int = 1, _ answer: Answer? = .places([1]))
    -> LoggedAnswer
  {
    LoggedAnswer(
      JudgedAnswer(
        question: "q", card: card, attempt: attempt, answer: answer, isRight: false, mistakes: ["one", "하나"],
        hints: 2, isGuess: true),
      Self.asking, time: 1_795_000_000_123, studyDay: 20_775, milliseconds: 4711)
  }

  @Test func answersComeBackAsTheyWereLoggedInTheirOrder() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    #expect(try store.loggedAnswers() == [])
    var other = answer("d", attempt: 2, nil)
    other.milliseconds = nil
    try store.log([answer(), other])
    try store.log([])
    try store.log([answer("c", attempt: 2, .inTurn([.lines(["0x12 한"]), .pairs([1, 0])]))])
    let logged = try sample.store().loggedAnswers()
    #expect(logged.map(\.judged.card) == ["c", "d", "c"])
    #expect(logged[0] == answer() && logged[1] == other)
    #expect(try store.loggedAnswers(of: "d") == [other])
  }

  @Test(arguments: [
    "UPDATE answer_log SET is_right = 1", "DELETE FROM answer_log",
    "INSERT OR REPLACE INTO answer_log SELECT * FROM answer_log",
    "REPLACE INTO answer_log SELECT * FROM answer_log", "UPDATE OR IGNORE answer_log SET guess = 0",
  ])
  func whatIsLoggedIsNeverChanged(_ sql: String) throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.log([answer()])
    #expect(throws: DatabaseError.self) { try sample.change(sql) }
    #expect(try store.loggedAnswers() == [answer()])
  }

  @Test func theLogOutlivesThePlaceAndItsAnswers() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    try store.log([answer()])
    try sample.change("DELETE FROM places")
    #expect(try store.loggedAnswers().count == 1)
  }

  @Test func aFileOfTheVersionBeforeGetsALogAndKeepsWhatItHas() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    try FileManager.default.createDirectory(atPath: sample.folder, withIntermediateDirectories: true)
    let old = try DatabaseQueue(path: sample.file)
    try ProgressSchema.migrator.migrate(old, upTo: "v3 program")
    try old.write { try ProgressSample.tour.write($0) }
    try old.write { try ProgressSample.tour.writeAnswers($0) }
    let store = try sample.store()
    #expect(try store.lastPlace() == ProgressSample.tour)
    try store.log([answer()])
    #expect(try store.loggedAnswers() == [answer()])
  }

  @Test func anAnswerThatMakesNoSenseIsLeftOut() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.log([answer(), answer(), answer("d")])
    try sample.change("DROP TRIGGER answer_log_is_not_changed")
    try sample.change("UPDATE answer_log SET mistakes = '[' WHERE number = 1")
    try sample.change("UPDATE answer_log SET seed = x'00', answer = '{' WHERE number = 2")
    try sample.change(
      "UPDATE answer_log SET answer = '{\"song\":[]}', milliseconds = 'long' WHERE number = 3")
    let left = try store.loggedAnswers()
    #expect(left.map(\.judged.card) == ["d"] && left[0].judged.answer == nil && left[0].milliseconds == nil)
  }

  // MARK: What an end, another program or a disk may do

  @Test func whatWasLoggedIsThereAfterAnEndByAnySignal() throws {
    let sample = ProgressSample()
    let after = ProgressSample()
    defer {
      sample.remove()
      after.remove()
    }
    let store = try sample.store()
    for attempt in 1...5 { try store.log([answer(attempt: attempt)]) }
    // What the system has of the files while the program that wrote them still has them open.
    try FileManager.default.createDirectory(atPath: after.folder, withIntermediateDirectories: true)
    for end in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: sample.file + end, toPath: after.file + end)
    }
    #expect(try after.store().loggedAnswers().map(\.judged.attempt) == [1, 2, 3, 4, 5])
    #expect(try store.loggedAnswers().count == 5)
  }

  @Test func programsLogAtTheSameTime() async throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let folder = sample.folder
    let answer: @Sendable (String, Int) -> LoggedAnswer = { self.answer($0, attempt: $1) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for card in ["a", "b", "c"] {
        group.addTask {
          let store = try ProgressStore(folder: folder)
          for attempt in 1...100 { try store.log([answer(card, attempt)]) }
        }
      }
      try await group.waitForAll()
    }
    let store = try sample.store()
    for card in ["a", "b", "c"] {
      #expect(try store.loggedAnswers(of: card).map(\.judged.attempt) == Array(1...100))
    }
  }

  @Test func aLockOfAnotherProgramIsSaidAndLaterLoggingWorks() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try DatabaseQueue(path: sample.file).inDatabase { db in
      try db.inTransaction(.immediate) {
        #expect(throws: ProgressError(.locked, path: sample.file)) { try store.log([answer()]) }
        return .commit
      }
    }
    try store.log([answer()])
    #expect(try store.loggedAnswers().count == 1)
  }

  @Test func aFullDiskIsSaidAndNothingIsLoggedByHalf() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.write { try $0.execute(sql: "PRAGMA max_page_count = 1") }
    let error = ProgressError(.full, path: sample.file)
    #expect(throws: error) { try store.log(Array(repeating: answer(), count: 1000)) }
    #expect(try store.loggedAnswers() == [])
    #expect(error.text(of: .answers).en == "Your answers cannot be saved: the disk is full.")
    #expect(error.text(of: .answers).ko == "답을 저장하지 못합니다. 디스크가 가득 찼습니다.")
    #expect(error.text.en == "Your place cannot be saved: the disk is full.")
  }

  @Test func brokenPagesNeverTrapTheLog() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.log(Array(repeating: answer(), count: 60))
    store.close()
    let whole = Array(try #require(FileManager.default.contents(atPath: sample.file)))
    var refused = 0
    for start in stride(from: 4096, to: whole.count, by: 1024) {
      var broken = whole
      for index in start..<min(start + 512, whole.count) { broken[index] ^= 0x5A }
      try sample.write(broken)
      do throws(ProgressError) {
        let store = try ProgressStore(folder: sample.folder)
        _ = try store.loggedAnswers()
        _ = try store.loggedAnswers(of: "c")
        try store.log([answer()])
      } catch {
        refused += 1
        #expect(!error.text(of: .answers).en.isEmpty)
      }
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: sample.file + end) }
    }
    #expect(refused > 0)
  }

  @Test func loggingIsMuchQuickerThanAPicture() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    let clock = ContinuousClock()
    let times = try (1...200).map { attempt in try clock.measure { try store.log([answer(attempt: attempt)]) }
    }
    let median = times.sorted()[times.count / 2]
    #expect(median < .milliseconds(4), "\(median)")
  }

  // MARK: Study days

  @Test(arguments: [
    (0, 0, -1), (4 * 3600 - 1, 0, -1), (4 * 3600, 0, 0), (86_400 + 4 * 3600 - 1, 0, 0),
    (86_400 + 4 * 3600, 0, 1),
    // Seoul: 04:00 there is 19:00 UTC of the day before.
    (19 * 3600 - 1, 9 * 3600, 0), (19 * 3600, 9 * 3600, 1), (12 * 3600 - 1, -8 * 3600, -1),
    (12 * 3600, -8 * 3600, 0),
    (-86_400, 0, -2), (-86_400 + 4 * 3600, 0, -1),
  ])
  func aStudyDayBeginsAtFour(seconds: Int, offset: Int, day: Int) {
    #expect(StudyDay.number(at: Int64(seconds), offset: offset) == day)
  }

  @Test func theDayOfAnAnswerIsThatOfItsTimeHere() {
    let now = LoggedAnswer.now
    let logged = LoggedAnswer(answer().judged, Self.asking, time: now, milliseconds: 1)
    let offset = TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: Double(now) / 1000))
    #expect(logged.studyDay == StudyDay.number(at: now / 1000, offset: offset))
    #expect(abs(Double(now) / 1000 - Date().timeIntervalSince1970) < 60)
  }
}
