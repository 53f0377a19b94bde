import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

@Suite struct ScreenWithoutWalkTests {
  /// The first SYN of a kernel's capture, and which of its fields is to be found.
  private func model(_ name: String, hiding hidden: [String] = [], _ language: Language = .en) throws -> Model
  {
    let frame = try #require(
      try Fixture.captured("page-laptop.pcap").first { $0.header(TCP.self) != nil })
    func subject(_ name: String) throws -> Subject {
      .field(frame.path(of: try #require(frame.places(named: name).first)))
    }
    let right = try subject(name)
    let key = MadeUpKey(
      shapes: [.point(Pointable(fieldsOf: frame, at: BranchMoment(moment: 0)), several: false)],
      rightAnswer: .subjects([right]),
      hides: try hidden.map(subject))
    let question = PreparedQuestion(
      id: "q", card: "c", ask: LocalizedRendering(LocalizedText(en: "Where is it?", ko: "어디에 있을까요?")),
      hints: [],
      why: LocalizedRendering(LocalizedText(en: "There it is.", ko: "거기 있습니다.")), key: key)
    var model = Fixture.model(nil, language)
    model.screens.append(FrameQuestionScreen(frame, question))
    return model
  }

  private func state(_ model: Model) throws -> QuestionState {
    try #require(model.top as? FrameQuestionScreen).state
  }

  @Test(arguments: Language.allCases) func aFieldIsFoundByKeysAlone(_ language: Language) throws {
    var model = try model("tcp.dstport", language)
    let first = view(model)
    #expect(first.text.contains(language == .en ? "Where is it?" : "어디에 있을까요?"))
    #expect(first.lines.last?.contains(language == .en ? "answer" : "답하기") == true)
    // A wrong one first, then down to the right one.
    try model.press(keys("HOME ↓ ENTER"))
    #expect(try state(model).attempts.count == 1)
    #expect(try state(model).isOpen)
    for _ in 0..<60 where try state(model).isOpen {
      let screen = try #require(model.top as? FrameQuestionScreen)
      if case .field(let path)? = screen.inspector.selection, path.name == "tcp.dstport" {
        try model.press([.enter])
      } else {
        try model.press([.down])
      }
    }
    #expect(try state(model).outcome == .right(attempt: 2))
    #expect(view(model).text.contains(language == .en ? "There it is." : "거기 있습니다."))
  }

  @Test func theBytesFollowTheFields() throws {
    var model = try model("tcp.dstport")
    try model.press(keys("HOME TAB ↓ ↓ ↓"))
    let screen = try #require(model.top as? FrameQuestionScreen)
    #expect(screen.pane == .bytes && screen.inspector.byte == 3)
    #expect(view(model).cursor != nil)
  }

  @Test func whatWouldAnswerIsMaskedByWhatItIs() throws {
    var model = try model("tcp.dstport", hiding: ["tcp.srcport", "ip.ttl"])
    let frame = try #require(model.top as? FrameQuestionScreen).frame
    let port = frame.node(try #require(frame.places(named: "tcp.srcport").first))
    try model.press(keys("END"))
    let masked = view(model)
    #expect(masked.text.contains("····") && !masked.text.contains(port.text))
    // The value stands nowhere: not in the bytes, not in the sentence line.
    #expect(
      !masked.text.contains(
        hexByte(frame.bytes[port.bytes.lowerBound]) + " " + hexByte(frame.bytes[port.bytes.lowerBound + 1])))
    try model.press(keys("0"))
    #expect(!view(model).text.contains("····"), "answered, it is shown again")
  }

  @Test func escapeLeadsBack() throws {
    var model = try model("tcp.dstport")
    try model.press(keys("ESC ESC"))
    #expect(model.top is StartScreen)
  }
}
