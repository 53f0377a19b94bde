import Analysis
import Documents
import Lessons
import Terminal
import Testing

@testable import UI

/// Kinds of question on a walk: what they show of it, hide of it, and take from it.
@Suite struct QuestionKindsTests {
  private func model(_ id: String, _ language: Language = .en, height: Int = 22) throws -> Model {
    try KindsLesson.asked(id, language, height: height)
  }

  private func fields(_ model: Model) -> String {
    view(model).lines[1...12].map { String($0.dropFirst(40)) }.joined(separator: "\n")
  }

  @Test(arguments: Language.allCases) func theSpoiltFrameStandsInThePlaceOfTheTrueOne(_ language: Language)
    throws
  {
    var model = try model("q_spot", language)
    #expect(fields(model).contains(" ? ") && model.shownWalk?.substitute != nil)
    #expect(model.shownWalk?.scene.unit?.bytes[21] == 7, "the operation is the wrong one")
    #expect(model.shownWalk?.inspector.selection == nil)
    let unit = try #require(model.shownWalk?.scene.unit)
    let place = try #require(unit.places(named: "arp.opcode").first)
    _ = model.withWalk { $0.select(place) }
    try model.press([.enter])
    #expect(model.shownWalk?.question?.state.outcome == .right(attempt: 1))
    #expect(!fields(model).contains(" ? "))
    // On to the next question: the true frame is back.
    try model.press(keys("→"))
    #expect(model.shownWalk?.question?.question.id == "q_fill")
    #expect(model.shownWalk?.scene.unit?.bytes[21] == 1)
  }

  @Test(arguments: Language.allCases) func blanksAreFilledInWhereTheyStand(_ language: Language) throws {
    var model = try model("q_fill", language)
    #expect(fields(model).contains("[_____]") && view(model).text.contains("__ __"))
    #expect(!fields(model).contains("10.0.0.2 "))
    try model.press(keys("1"))
    #expect(fields(model).contains("[1____]"))
    try model.press(keys("ENTER 1 0 ."))
    #expect(
      model.shownWalk?.selectedPlace == model.shownWalk?.scene.unit?.places(named: "arp.src.proto_ipv4").first
    )
    #expect(fields(model).contains("[10."))
    try model.press(keys("9 . 9 . 9 ENTER"))
    #expect(fields(model).contains("1 ✓"), "what was right stays")
    try model.press(keys("1 0 . 0 . 0 . 2 ENTER"))
    #expect(model.shownWalk?.question?.state.outcome == .right(attempt: 2))
    #expect(fields(model).contains("10.0.0.2"))
  }

  @Test func aDeviceIsPointedAtOnTheMap() throws {
    var model = try model("q_device")
    #expect(model.shownWalk?.question?.question.id == "q_device")
    #expect(model.shownWalk?.focus == .picture && model.shownWalk?.picture.picture == .map)
    try model.press(keys("ENTER"))
    #expect(view(model).text.contains("Choose a device first"))
    try model.press(keys("↓ ↓ ↓"))
    #expect(model.shownWalk?.isAsking == true)
    for _ in 0..<3 where model.shownWalk?.question?.state.isOpen == true { try model.press(keys("ENTER ↑")) }
    #expect(model.shownWalk?.question?.state.attempts.isEmpty == false)
  }

  @Test func aRowIsPointedAtInTheTables() throws {
    var model = try model("q_row")
    #expect(model.shownWalk?.question?.question.id == "q_row")
    #expect(model.shownWalk?.focus == .picture && model.shownWalk?.picture.picture == .tables)
    #expect(model.shownWalk?.picture.row == nil, "nothing is chosen before the learner chooses")
    for _ in 0..<12 {
      try model.press(keys("↓"))
      let walk = try #require(model.shownWalk)
      let view = walk.picture.view(in: walk.pictureContext(model.size))
      if case .row(_, "arp", _)? = walk.picture.row.flatMap(view.subject) { break }
    }
    try model.press(keys("ENTER"))
    #expect(model.shownWalk?.question?.state.outcome == .right(attempt: 1))
  }

  @Test(arguments: Language.allCases) func arcsAreAList(_ language: Language) throws {
    var model = try model("q_arc", language)
    #expect(model.shownWalk?.question?.question.id == "q_arc")
    #expect(view(model).text.contains("CLOSED -> LISTEN") && view(model).text.contains("1-"))
    try model.press(keys("1"))
    #expect(view(model).text.contains(language == .en ? "That is before it." : "그것은 그 전의 일입니다."))
    try model.press(keys("↓ ↓ ↓ ↓ ↓ ENTER"))
    #expect(model.shownWalk?.question?.state.outcome == .right(attempt: 2))
  }
}
