import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

struct PickQuestionTests {
  private func question(_ keys: String) throws -> PreparedQuestion {
    let sample = try AskedSample("pick", keys)
    if sample.question == nil { Issue.record("\(sample.problems)") }
    return try #require(sample.question)
  }

  private static func wrong(_ place: String, _ tag: String) -> String {
    "- {\(place), tag: \(tag), say: {en: \"Not that.\", ko: \"아닙니다.\"}}"
  }

  // MARK: Fields and bytes

  @Test func aFieldAndEachOtherFieldOfItsHeader() throws {
    let question = try question(
      """
      right: {field: tcp.dstport}
      wrong:
      \(Self.wrong("others: tcp", "other-field"))
      \(Self.wrong("field: tcp.srcport", "port-swap"))
      """)
    #expect(question.grade(typed: "tcp.dstport") == .right && question.grade(typed: "36") == .right)
    #expect(
      question.grade(typed: "tcp.srcport").tag == "port-swap", "what is said of one goes before the others")
    #expect(question.grade(typed: "tcp.window_size_value").tag == "other-field")
    #expect(question.grade(typed: "tcp.flags.ack").tag == "other-field")
    #expect(question.grade(typed: "ip.ttl") == .wrong(nil))
    for answer in question.key.foreseen { #expect(question.grade(answer).tag != nil) }
    #expect(question.key.foreseen.count > 20)
    #expect(question.solution.text.ko == "Destination Port (tcp.dstport)" && question.hides.isEmpty)
  }

  @Test func ofAMistakeNobodyForesawTheReferenceSaysWhatWasPicked() throws {
    let question = try question("right: {field: tcp.dstport}")
    let answer = try question.answer(typed: "ip.ttl")
    let remark = try #require(question.key.remark(on: answer))
    let says = try #require(ReferenceLibrary(BuiltInTests.library).field("ip.ttl"))
    #expect(
      remark.en == "Time to Live (ip.ttl): \(says.en)" && remark.ko == "Time to Live (ip.ttl): \(says.ko)")
    #expect(question.key.remark(on: try question.answer(typed: "22")) == remark, "by a byte, too")
  }

  @Test func bytesAreRightEachAndSoIsAFieldOfThem() throws {
    for (range, name) in [("14-33", "bytes 14-33"), ("ip", "bytes 14-33")] {
      let question = try question(
        "right: {bytes: \(range)}\nwrong:\n\(Self.wrong("bytes: 34", "next-header"))")
      for byte in 14...33 { #expect(question.grade(typed: "\(byte)") == .right) }
      #expect(question.grade(typed: "ip.src") == .right && question.grade(typed: "ip.version") == .right)
      #expect(
        question.grade(typed: "34").tag == "next-header" && question.grade(typed: "eth.type") == .wrong(nil))
      #expect(question.grade(typed: "13") == .wrong(nil) && question.solution.text.en == name)
      #expect(question.grade(question.rightAnswer) == .right && question.solution.text.ko == "14-33번 바이트")
    }
    #expect(try question("right: {bytes: 12}").solution.text.en == "byte 12")
    #expect(try AskedSample("pick", "right: {bytes: 70-80}").problems == ["the frame here has no such bytes"])
    #expect(
      try AskedSample("pick", "right: {bytes: 8-3}").problems == [
        "\"bytes\": expected offsets in their order like 14-33, found 8-3"
      ])
  }

  // MARK: Rows, devices, arcs

  @Test func aRowIsPickedByItsKeyOrTheEndOfIt() throws {
    let question = try question(
      """
      right: {row: "switch.mac[eth.dst]"}
      wrong:
      \(Self.wrong("row: \"switch.mac[eth.src]\"", "looks-up-the-source"))
      """)
    let right = Subject.row(device: "switch", table: "mac", key: "00:00:5e:00:53:10")
    #expect(question.grade(.subjects([right])) == .right && question.rightAnswer == .subjects([right]))
    for typed in ["00:00:5e:00:53:10", "53:10", "…53:10", "...53:10"] {
      #expect(question.grade(typed: typed) == .right)
    }
    #expect(question.grade(typed: "…53:12").tag == "looks-up-the-source")
    #expect(question.grade(typed: "5e:00") == .invalid(.nothingCalled("5e:00", suggestion: nil)))
    guard case .point(let targets, several: false) = question.shapes[0] else { return #expect(Bool(false)) }
    #expect(targets.kind == .row && targets.targets.count == 2)
    #expect(question.solution.text.en.contains("00:00:5e:00:53:10"))
  }

  @Test func rowsOfSeveralTablesSayWhoseTheyAre() throws {
    let question = try question(
      """
      right: {row: "printer.tcp[syn]"}
      wrong:
      \(Self.wrong("others: laptop.tcp", "the-client"))
      """)
    guard case .point(let targets, _) = question.shapes[0] else { return #expect(Bool(false)) }
    #expect(Set(targets.targets.map { String($0.name.prefix { $0 != " " }) }) == ["printer", "laptop"])
    #expect(question.grade(typed: question.line(of: question.rightAnswer)) == .right)
    #expect(
      question.key.foreseen.count == 1
        && question.key.foreseen.allSatisfy { question.grade($0).tag == "the-client" })
    let unforeseen = targets.targets.first {
      !$0.name.hasPrefix("laptop") && .subjects([$0.subject]) != question.rightAnswer
    }
    let answer = try #require(unforeseen.map { Answer.subjects([$0.subject]) }, "the printer listens, too")
    #expect(question.grade(answer) == .wrong(nil))
    #expect(question.key.remark(on: answer)?.en.hasPrefix("That row says: ") == true)
  }

  @Test func aDeviceIsPickedByItsNameInEitherLanguage() throws {
    let question = try question(
      "right: {device: switch}\nwrong:\n\(Self.wrong("device: printer", "far-end"))")
    for typed in ["switch", "스위치", "swi"] { #expect(question.grade(typed: typed) == .right) }
    #expect(question.grade(typed: "프린터").tag == "far-end" && question.grade(typed: "laptop") == .wrong(nil))
    #expect(question.solution.text == LocalizedText(en: "switch", ko: "스위치 (switch)"))
    #expect(
      try AskedSample("pick", "right: {device: swich}").problems.first?.contains("did you mean \"switch\"?")
        == true)
  }

  @Test func anArcIsPickedByItsStates() throws {
    let question = try question(
      "right: {arc: \"SYN-SENT -> ESTABLISHED\"}\nwrong:\n\(Self.wrong("arc: \"syn-sent→syn-received\"", "simultaneous"))"
    )
    for typed in ["SYN-SENT -> ESTABLISHED", "syn-sent→established"] {
      #expect(question.grade(typed: typed) == .right)
    }
    #expect(question.grade(typed: "SYN-SENT -> SYN-RECEIVED").tag == "simultaneous")
    let other = try question.answer(typed: "LISTEN -> SYN-RECEIVED")
    #expect(
      question.grade(other) == .wrong(nil) && question.key.remark(on: other)?.en == "That arc: rcv SYN.")
    #expect(question.rightAnswer == .subjects([.arc(diagram: "tcp", from: "SYN-SENT", to: "ESTABLISHED")]))
    #expect(
      try AskedSample("pick", "right: {arc: \"SYN-SEND -> ESTABLISHED\"}").problems == [
        "\"arc\": TCP's state diagram has no arc \"SYN-SEND -> ESTABLISHED\"; did you mean \"SYN-SENT -> ESTABLISHED\"?"
      ])
  }

  @Test func everyArcOfTheDiagramIsTakenFromAStateToAnotherOnce() {
    let arcs = StateDiagram.tcp.arcs
    let states = Set(TCPState.allCases.map(\.rawValue))
    #expect(Set(arcs.flatMap { [$0.from, $0.to] }) == states)
    #expect(Set(arcs.map(\.name)).count == arcs.count)
    for arc in arcs {
      #expect(Subject(StateDiagram.tcp.subject(arc).description) == StateDiagram.tcp.subject(arc))
    }
  }

  // MARK: What makes no question

  @Test func oneSortOfPlaceIsAskedFor() throws {
    let problems = try AskedSample(
      "pick", "right: {field: ip.ttl}\nwrong:\n\(Self.wrong("device: switch", "x"))"
    ).problems
    #expect(problems == ["the right place is a field, a wrong one a device; one points at one sort"])
  }

  @Test func aWrongPlaceThatIsNotThereDisappears() throws {
    let sample = try AskedSample(
      "pick",
      "right: {field: ip.ttl}\nwrong:\n\(Self.wrong("field: arp.opcode", "a"))\n\(Self.wrong("field: ip.ttl", "b"))\n\(Self.wrong("others: arp", "c"))"
    )
    #expect(sample.question != nil && sample.problems == [])
    #expect(
      sample.dropped == [
        "the frame here has no arp.opcode", "this wrong answer is the right one, ip.ttl",
        "the frame here has no arp",
      ])
    #expect(
      try AskedSample("pick", "right: {field: arp.opcode}").problems == ["the frame here has no arp.opcode"])
    #expect(
      try AskedSample("pick", "right: {row: \"switch.mac[00:00:5e:00:53:99]\"}").problems == [
        "switch.mac has no such row"
      ])
  }
}
