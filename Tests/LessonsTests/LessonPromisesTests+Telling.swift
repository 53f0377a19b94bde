import Foundation
import Testing

@testable import Lessons

/// Answers that are told before they are given, planted in the sample lesson.
extension LessonPromisesTests {
  private static let ask = #"{en: "How many bytes of padding?", ko: "패딩은 몇 바이트일까요?"}"#
  /// Of the first wrong answer's note.
  private static let note = #"{en: "the laptop's", ko: "노트북의 것"}"#
  private static let whole = #"ask: {en: "Destination?", ko: "목적지는?"}"#

  private static func text(_ text: String) -> String { "{en: \"\(text)\", ko: \"\(text)\"}" }

  /// A question of the kind at the last step, with two lines of its own, and a hint.
  private static func hinted(
    _ name: String, _ kind: String, _ first: String, _ second: String, _ hint: String
  )
    -> Planted
  {
    asked(
      name,
      """
      kind: \(kind)
              ask: {en: "Which?", ko: "무엇일까요?"}
              \(first)
              \(second)
              hints: [\(text(hint))]
      """, "55:22: this hint says the answer")
  }

  static let telling: [Planted] = [
    Planted(
      "a question that computes its answer", ask, text("Is it {{len(request.eth.padding)}}?"),
      #"52:19: the question says the answer, "18""#),
    Planted(
      "the same in Korean", ask, text("Is it {{len(request.eth.padding)}}?"),
      #"52:62: the question says the answer, "18""#),
    asked(
      "a question that has its answer in words",
      "kind: text\n        ask: {en: \"Is this ARP?\", ko: \"이것이 ARP일까요?\"}\n        right: {en: \"ARP\", ko: \"ARP\"}",
      #"52:19: the question says the answer, "ARP""#),
    Planted(
      "another choice's note that tells", note, text("not {{request.eth.dst}}"),
      #"29:73: this text, which is read with the question, says the answer, "ff:ff:ff:ff:ff:ff""#),
    asked(
      "a label that tells",
      "kind: fill\n        in: request\n        ask: {en: \"Fill in.\", ko: \"채워 보세요.\"}\n        parts: [{what: eth.dst, label: \(text("to {{eth.dst}}"))}]",
      "54:45: this text, which is read with the question, says the answer"),
    Planted(
      "the words just before that compute it", enter, text("It goes to {{request.eth.dst}}."),
      #"16:15: the sentence at step "enter", read just before question "q-destination", says the answer"#),
    asked(
      "the words just before that have it",
      "kind: text\n        ask: {en: \"Who answers?\", ko: \"누가 응답할까요?\"}\n        right: {en: \"printer\", ko: \"프린터\"}",
      #"38:15: the sentence at step "answer", read just before question "q-padding", says the answer, "printer""#
    ),
    Planted(
      "a fork's title that tells", "  - id: answer\n",
      """
        - fork: {en: "To {{request.eth.dst}}?", ko: "{{request.eth.dst}}{으로/로}?"}
          do: [lose: request]
          steps:
            - id: other
              at: "arp.opcode == 1"
              say: {en: "It happens.", ko: "일어납니다."}
              after:
                - {id: q-f, card: arp-target-ip, kind: number, ask: {en: "Where?", ko: "어디일까요?"}, right: "request.eth.dst", why: {en: "There.", ko: "거기입니다."}}
        - id: answer

      """, #"36:16: the title of this fork, in view at question "q-f", says the answer"#),
    hinted(
      "a hint that tells a set", "multi", #"right: [{is: "laptop.ip"}, {is: "printer.ip"}]"#,
      #"wrong: [{is: "10.0.0.1", tag: twice}, {is: "10.0.0.9", tag: twice}]"#,
      "{{laptop.ip}} and {{printer.ip}}"),
    hinted(
      "a hint that tells an order", "order",
      "items: {request: \(text("It asks")), reply: \(text("It hears")), ping: \(text("It pings"))}",
      "wrong: [{put: [ping, request], tag: twice}]", "It asks, it hears, it pings."),
    hinted(
      "a hint that tells an order but for one", "order",
      "items: {request: \(text("It asks")), reply: \(text("It hears")), ping: \(text("It pings"))}",
      "wrong: [{put: [ping, request], tag: twice}]", "It asks, then it pings."),
    hinted(
      "a hint that tells a pair", "match",
      "pairs: {a: {left: \(text("laptop")), right: \"laptop.ip\"}, b: {left: \(text("printer")), right: \"printer.ip\"}}",
      "wrong: [{put: [a, b], tag: twice}]", "laptop: {{laptop.ip}}"),
    Planted(
      "the place of the answer given", whole, whole + "\n        given: [request.eth.dst]",
      #"26:17: what is given shows the answer of question "q-destination""#),
    Planted(
      "the frame of the answer given", whole, whole + "\n        given: [request]",
      #"26:17: what is given shows the answer of question "q-destination""#),
    // Titles and names
    Planted(
      "a title that is cut", "ARP: who has this address?", "ARP: who has this address, and who asks?x",
      "3:13: this text takes 2 rows of 40 columns; there is room for 1"),
    Planted(
      "a Korean title that is cut", "ARP: 이 IP 주소는 누구의 것일까요?", "ARP: 지금 찾는 이 IP 주소는 과연 누구의 것일까요?",
      "3:47: this text takes 2 rows of 40 columns; there is room for 1"),
    Planted(
      "a fork's title that is cut", "  - id: answer\n",
      """
        - fork: {en: "What if?", ko: "프린터에 보내는 이 요청이 도중에 손실된다면?"}
          do: [lose: request]
          steps:
            - {id: other, at: "arp.opcode == 1", say: {en: "It happens.", ko: "일어납니다."}}
        - id: answer

      """, "36:32: this text takes 2 rows of 40 columns; there is room for 1"),
  ]

  @Test(arguments: telling) func whatTellsAnAnswerIsFoundWhereItStands(_ planted: Planted) throws {
    let findings = try LessonSample.findings(planted.old, planted.new)
    #expect(findings.contains { planted.isSaid($0) }, "\(findings.joined(separator: "\n"))")
  }

  /// A value is what somebody thinks with where it is read elsewhere: in another frame, or at another moment.
  @Test(arguments: [
    (whole, "ask: \(text("The frame after it goes to {{relayed.eth.dst}}. And this one?"))"),
    (enter, text("The frame after it goes to {{relayed.eth.dst}}.")),
    (whole, whole + "\n        given: [relayed.eth.dst]"),
    (whole, whole + "\n        given: [request.eth.src]"),
    (ask, text("64 - 14 - 28 is 22. How many?").replacing("\"}", with: "\", literal: [64, 14, 28, 22]}")),
  ])
  func anEqualValueFromElsewhereIsNoAnswer(_ old: String, _ new: String) throws {
    let findings = try LessonSample.checked(old, new).ordered
    #expect(findings.map(\.text) == ["this wrong answer is given twice, with every seed tried"])
  }

  @Test func namesOfNetworksAndTheirDevicesFit() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let path = sample.folder + "/networks/pair.yaml"
    try LessonSample.network.replacing("호스트 두 대", with: "스위치 하나에 연결된 프린터와 노트북 두 대의 호스트")
      .replacing("en: print,", with: "en: printer,").write(toFile: path, atomically: true, encoding: .utf8)
    var check = LessonCheck(sample.library, measure: LessonSample.rows)
    check.check(path, isFolder: false)
    #expect(
      check.ordered.map { "\($0.line):\($0.column): \($0.text)" } == [
        "3:30: this text takes 2 rows of 40 columns; there is room for 1",
        "13:17: this text takes 2 rows of 6 columns; there is room for 1",
      ])
  }
}
