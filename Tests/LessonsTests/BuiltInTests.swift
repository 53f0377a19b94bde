import Analysis
import Documents
import Foundation
import Networking
import Testing

@testable import Lessons

/// The lessons and texts of this repository.
struct BuiltInTests {
  static let repository = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let library = LessonLibrary(folders: [repository.appendingPathComponent("lessons").path])

  @Test func everyFieldMomentAndLayerHasItsSentence() {
    #expect(ReferenceLibrary(Self.library).missing == [])
  }

  @Test func everyDropReasonAndEvidenceRuleHasItsSentence() {
    let reference = ReferenceLibrary(Self.library)
    #expect(DropReason.all.count > 30 && OriginKind.all.count > 30)
    #expect(DropReason.all.filter { reference.drop($0) == nil } == [])
    #expect(OriginKind.all.filter { reference.evidence($0) == nil } == [])
    #expect(Set(DropReason.all).count == DropReason.all.count)
    #expect(Set(OriginKind.all).count == OriginKind.all.count)
  }

  @Test func nothingIsWrongInThem() {
    var check = LessonCheck(Self.library, measure: LessonSample.rows)
    check.checkLibrary()
    #expect(check.ordered.map(\.description) == [])
  }

  /// The lesson on its own seed.
  private func run(_ id: String) throws -> LessonRun {
    let path = try #require(Self.library.lessonPath(id))
    let (lesson, network) = try Lesson.decode(Self.library.source(path), library: Self.library)
    return try LessonRun(
      lesson, on: network, reference: ReferenceLibrary(Self.library), registries: Self.library.registries())
  }

  @Test func theLessonsStandInTeachingOrder() throws {
    #expect(
      Self.library.lessonPaths.map(LessonLibrary.id(ofPath:)) == [
        "tour", "layers", "models", "encapsulation", "ethernet", "switch", "ip-address", "arp", "ip",
        "routing",
        "sockets", "tcp-handshake", "tcp-stream", "tcp-close",
      ])
    var taught: Set<String> = []
    for path in Self.library.lessonPaths {
      let (lesson, _) = try Lesson.decode(Self.library.source(path), library: Self.library)
      #expect(taught.isSuperset(of: lesson.needs.map(\.value)), "\(lesson.id) needs what comes later")
      taught.insert(lesson.id)
    }
  }

  /// ARP's fork with the printer's cable out is between the request and the question who stores it.
  @Test func whatIsAskedBehindAForkStandsOnTheTrunk() throws {
    let run = try run("arp")
    let question = try #require(run.questions.first { $0.id == "q_who" })
    #expect(
      question.stand == run.stops[try #require(run.stop(named: "pairs"))].at && question.stand.branch == 0)
    for stop in run.stops where stop.at.branch == 0 {
      for question in stop.before + stop.after { #expect(question.stand.branch == 0, "\(question.id)") }
    }
  }

  @Test func aChecksumThatIsFilledInIsShownAsTheFieldShowsIt() throws {
    let run = try run("ip")
    let question = try #require(
      run.questions.first {
        ($0.key as? PartsKey)?.reads.count == 2 && $0.solution[.en].string.contains("0x")
      })
    guard case .lines(let lines) = question.rightAnswer else { return #expect(Bool(false)) }
    #expect(lines.count == 2 && lines[1].hasPrefix("0x") && lines[1].count == 6)
    let decimal = try #require(Int(lines[1].dropFirst(2), radix: 16))
    #expect(question.grade(.lines([lines[0], String(decimal)])) == .right)
    #expect(question.grade(.lines([lines[0], String(decimal + 1)])) != .right)
  }

  @Test func theTourTakesAFullWidthDigitForADigit() throws {
    let reference = ReferenceLibrary(Self.library)
    let run = try run("tour")
    var usual = PlainDialogue(run, language: .en, reference: reference, wrap: { text, _ in [text] })
    // Enter leads to the acknowledgment that answers a SYN.
    var lines = usual.begin()
    for _ in 0..<40 where !lines.contains(where: { $0.hasPrefix("The server will confirm") }) {
      lines = usual.take("")
    }
    var wide = usual
    let answer = wide.take("１")
    #expect(answer.first?.hasPrefix("Right. 0 + 1 = 1:") == true)
    #expect(answer == usual.take("1"))
  }

  @Test(arguments: Language.allCases, [true, false])
  func theTourFinishesWithRightAndWithWrongAnswers(language: Language, isRight: Bool) throws {
    let reference = ReferenceLibrary(Self.library)
    let run = try run("tour")
    #expect((12...16).contains(run.stops.count) && run.questions.count >= 8)
    var dialogue = PlainDialogue(run, language: language, reference: reference, wrap: { text, _ in [text] })
    var lines = dialogue.begin()
    var asked = 0
    for _ in 0..<200 where !dialogue.isOver {
      let isQuestion = lines.contains {
        $0.hasPrefix("Question \(asked + 1) of") || $0.hasPrefix("질문 \(asked + 1)/")
      }
      guard isQuestion else {
        lines += dialogue.take("")
        continue
      }
      let question = run.questions[asked]
      asked += 1
      if isRight {
        lines += dialogue.take(question.line(of: question.rightAnswer))
      } else {
        let wrong = question.key.foreseen.map(question.line(of:))
        for answer in wrong.prefix(2) { lines += dialogue.take(answer) }
        // With one foreseen mistake only, the second try is given up.
        if wrong.count < 2 { lines += dialogue.take("") }
      }
    }
    #expect(lines.last == (language == .en ? "finished: tour" : "끝냄: tour"))
    #expect(asked == run.questions.count)
    #expect(!lines.contains { $0.contains("{{") || $0.contains("…") && $0.contains("moment") })
  }
}
