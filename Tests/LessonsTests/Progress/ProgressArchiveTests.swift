import Foundation
import Testing

@testable import Lessons

/// Progress that is carried from one machine to another.
struct ProgressArchiveTests {
  private static let start: Int64 = 1_795_000_000_000

  private func answer(
    _ card: String, _ number: Int64, attempt: Int = 1, _ answer: Answer? = .places([1]),
    session: String? = "s"
  ) -> LoggedAnswer {
    let time = Self.start + number * 1000
    return LoggedAnswer(
      JudgedAnswer(
        question: "q-\(card)", card: card, attempt: attempt, answer: answer, isRight: attempt == 2,
        mistakes: ["one", "하나"], hints: 2, isGuess: true, role: .point),
      .init(lesson: "tour", revision: 3, engine: 2, seed: .max, language: .ko), time: time,
      studyDay: StudyDay.number(at: time / 1000, offset: 9 * 3600), milliseconds: 4711, session: session)
  }

  private func data(_ lines: [ProgressLine]) -> Data { Data(lines.map(\.text).joined().utf8) }

  /// As a file would bring it.
  private func carry(from one: ProgressStore, to other: ProgressStore) throws -> ProgressStore.Merged {
    let (lines, errors) = ProgressLine.read(data(try one.archive()))
    #expect(errors == [])
    return try other.merge(lines)
  }

  @Test func whatIsWrittenIsReadAsItWas() throws {
    var bare = answer("b", 2, attempt: 2, nil, session: nil)
    bare.milliseconds = nil
    let target = bare.target
    let lines: [ProgressLine] = [
      .head(version: 1), .answer(answer("a", 1)), .answer(bare),
      .answer(answer("c", 3, .inTurn([.lines(["0x12 한\n"]), .subjects([.byte(.frame, 14)])]))),
      .remark(AnswerRemark(.easy, of: target, time: Self.start)),
      .remark(AnswerRemark(.takenBack, of: target, time: Self.start)),
      .done(lesson: "/home/me/my lesson.yaml", .init(missed: ["a"], at: 1_795_000_000)),
    ]
    #expect(lines[0].text == "{\"kind\":\"packetwalk-progress\",\"version\":1}\n")
    #expect(lines.allSatisfy { $0.text.split(separator: "\n").count == 1 })
    let read = ProgressLine.read(data(lines))
    #expect(read.lines == lines && read.errors == [])
    // As another system ends lines.
    let other = lines.map(\.text).joined().replacingOccurrences(of: "\n", with: "\r\n") + "\r\n"
    #expect(ProgressLine.read(Data(other.utf8)).lines == lines)
  }

  @Test func twoStoresMergedBothWaysHoldTheSameAndNothingTwice() throws {
    let (sample, other) = (ProgressSample(), ProgressSample())
    defer {
      sample.remove()
      other.remove()
    }
    let (one, two) = (try sample.store(), try other.store())
    let both = [answer("a", 1), answer("a", 2, attempt: 2)]
    // Two programs that answered at once, in every respect the same.
    try one.log(both + [answer("b", 3), answer("b", 3)])
    try two.log(both + [answer("c", 4), answer("b", 3)])
    let remark = AnswerRemark(.easy, of: both[0].target, time: Self.start)
    try one.log(remark)
    try one.keep(.init(missed: ["a"], at: 5), ofLesson: "tour")
    try two.keep(.init(missed: [], at: 7), ofLesson: "tour")
    try two.keep(.init(missed: [], at: 1), ofLesson: "arp")
    #expect(
      try carry(from: one, to: two) == .init(answers: 1, remarks: 1, lessons: 0, known: 4))
    #expect(
      try carry(from: two, to: one) == .init(answers: 1, remarks: 0, lessons: 2, known: 5))
    for (from, to) in [(one, two), (two, one), (one, one)] {
      let merged = try carry(from: from, to: to)
      #expect(merged.answers == 0 && merged.remarks == 0 && merged.lessons == 0)
    }
    func sorted(_ store: ProgressStore) throws -> [String] { try store.archive().map(\.text).sorted() }
    #expect(try sorted(one) == sorted(two))
    #expect(try one.loggedAnswers().count == 5)
    #expect(try one.lessons()["tour"]?.done?.at == 7)
    #expect(try one.schedules().cards == two.schedules().cards)
    #expect(try one.schedules().days == two.schedules().days)
  }

  @Test func anAnswerThatCannotBeReadAnyMoreIsTheSameAnswerAllTheSame() throws {
    let (sample, other) = (ProgressSample(), ProgressSample())
    defer {
      sample.remove()
      other.remove()
    }
    let (one, two) = (try sample.store(), try other.store())
    try one.log([answer("a", 1)])
    _ = try carry(from: one, to: two)
    try sample.change("DROP TRIGGER answer_log_is_not_changed")
    try sample.change("UPDATE answer_log SET answer = '{', mistakes = '[]', session = NULL")
    #expect(try carry(from: two, to: one).answers == 0)
    #expect(try carry(from: one, to: two).answers == 0)
  }

  @Test func aFullDiskLeavesNothingByHalf() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.write { try $0.execute(sql: "PRAGMA max_page_count = 1") }
    let lines = (0..<2000).map { ProgressLine.answer(answer("a", $0)) }
    #expect(throws: ProgressError(.full, path: sample.file)) { try store.merge(lines) }
    #expect(try store.loggedAnswers() == [])
  }

  // MARK: Broken lines

  private func errors(_ lines: String...) -> [String] {
    ProgressLine.read(Data(lines.joined(separator: "\n").utf8)).errors.map { "\($0.line): \($0.text)" }
  }

  private let head = #"{"kind":"packetwalk-progress","version":1}"#

  @Test func brokenLinesAreToldByNumber() {
    let whole = ProgressLine.answer(answer("a", 1)).text.dropLast()
    #expect(errors(head, String(whole)) == [])
    func changed(_ old: String, _ new: String) -> [String] {
      #expect(whole.contains(old), "\(old)")
      return errors(head, "", whole.replacingOccurrences(of: old, with: new))
    }
    #expect(changed("\"card\":\"a\",", "") == ["3: \"card\" is missing"])
    #expect(changed("\"attempt\":1", "\"attempt\":\"one\"") == ["3: \"attempt\" is not of its type"])
    #expect(
      changed("\"attempt\":1", "\"attempt\":0") == ["3: \"attempt\": expected a number from 1, found 0"])
    #expect(changed("\"hints\":2", "\"hints\":-1") == ["3: \"hints\": expected a number from 0, found -1"])
    #expect(changed("\"kind\":\"answer\"", "\"kind\":\"song\"") == ["3: \"kind\": no version wrote \"song\""])
    #expect(
      changed("\"language\":\"ko\"", "\"language\":\"fr\"") == ["3: \"language\": no version wrote \"fr\""])
    #expect(
      changed("\"seed\":\"18446744073709551615\"", "\"seed\":\"many\"") == [
        "3: \"seed\": expected a number of 64 bits in quotes"
      ])
    #expect(
      changed("\"time\":1795000001000", "\"time\":9223372036854775807") == [
        "3: \"time\": expected milliseconds since 1970, found 9223372036854775807"
      ])
    #expect(
      changed("\"study_day\":20775", "\"study_day\":4") == [
        "3: \"study_day\": this is not the day of its time"
      ])
    #expect(changed("\"places\":[1]", "\"song\":[1]").count == 1)
    #expect(changed("}", "") == ["3: this is not JSON, or a line that was cut off"])
    #expect(errors(head, "{", String(whole), "[]", "\u{0}").map { $0.prefix(2) } == ["2:", "4:", "5:"])
  }

  @Test func whatIsNoProgressIsRefused() {
    let expected = "expected the first line of what packetwalk progress export writes, \(head)"
    let whole = String(ProgressLine.answer(answer("a", 1)).text.dropLast())
    #expect(errors(whole, whole) == ["1: \(expected)"])
    #expect(errors("") == ["1: there is nothing in it; the first line should be \(head)"])
    #expect(errors("# My notes").map { $0.prefix(2) } == ["1:"])
    #expect(
      errors(head.replacingOccurrences(of: "1}", with: "2}")) == [
        "1: version 2 was written by another packetwalk; this one reads version 1"
      ])
    // Two files one after the other.
    #expect(errors(head, whole, head, whole) == [])
  }
}
