import Testing

@testable import Lessons

/// What the grammar refuses in questions of each kind and in forks, planted in the sample lesson.
extension LessonPromisesTests {
  /// The number question of the sample, from its kind to its wrong answers.
  static let number = """
    kind: number
            ask: {en: "How many bytes of padding?", ko: "패딩은 몇 바이트일까요?"}
            right: "len(request.eth.padding)"
            wrong:
              - {is: "64 - 14 - 28", tag: counted-fcs, say: {en: "64 includes the FCS.", ko: "64에는 FCS가 들어 있습니다.", literal: [64]}}
    """

  /// Another question in its place.
  static func asked(_ name: String, _ question: String, _ found: String, _ says: String = "") -> Planted {
    Planted(name, number, question, found, says)
  }

  /// A fork before the last step.
  static func fork(_ name: String, _ actions: String, _ found: String) -> Planted {
    Planted(
      name, "  - id: answer\n",
      """
        - fork: {en: "What if?", ko: "만약에?"}
          do: \(actions)
          steps:
            - {id: other, at: "arp.opcode == 1", say: {en: "It happens.", ko: "일어납니다."}}
        - id: answer

      """, found)
  }

  static let forks: [Planted] = [
    fork("fork unknown mark", "[lose: requst]", #"37:16: "lose": no mark or step is called "requst""#),
    fork("fork delay no by", "[delay: request]", #"37:17: delay needs "by", like by: 200ms"#),
    fork(
      "fork two things", "[{lose: request, cut: laptop.eth0}]",
      #"37:31: action 1 may have only one of "lose" or "cut""#),
    fork("fork bad fault", "[fault: nothing]", #"37:17: pair has no fault "nothing""#),
    fork("fork bad port", "[cut: laptop.eth9]", #"37:15: laptop has no "eth9""#),
    fork("fork bad run", "[run: \"laptop: pang printer\"]", #"37:24: unknown command "pang""#),
    fork(
      "fork bad field", "[{edit: request, set: {ip.tll: 1}}]",
      #"37:32: a key of "set": no field is called "ip.tll""#),
    fork(
      "fork bad wait", "[wait: 5 parsecs]",
      #"37:16: "wait" should be a duration like 200ms or 1.5s, found "5 parsec"#),
    fork("fork no thing", "[]", "36:5: this fork changes nothing"),
  ]

  static let kinds: [Planted] = [
    asked(
      "multi one wrong",
      "kind: multi\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: [{is: \"laptop.ip\"}]\n        wrong: [{is: \"printer.ip\", tag: twice}]",
      "54:16: a multi needs 2 to 6 wrong answers, found 1"),
    asked(
      "multi 7",
      "kind: multi\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: [{is: \"0\"}, {is: \"1\"}, {is: \"2\"}, {is: \"3\"}, {is: \"4\"}]\n        wrong: [{is: \"printer.ip\", tag: twice}, {is: \"laptop.mac\", tag: twice}]",
      "53:16: a multi needs 1 to 4 right answers, found 5"),
    asked(
      "order mixture",
      "kind: order\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        items: {request: {en: \"a\", ko: \"a\"}, other: {en: \"b\", ko: \"b\"}}",
      #"53:46: "other" names no mark or step, but "request" does: all items mu"#),
    asked(
      "match same left",
      "kind: match\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        pairs: {a: {left: {en: \"A\", ko: \"A\"}, right: \"laptop.ip\"}}",
      "53:16: a match needs 2 to 6 pairs, found 1"),
    asked(
      "match put unknown",
      "kind: match\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        pairs: {a: {left: {en: \"A\", ko: \"A\"}, right: \"laptop.ip\"}, b: {left: {en: \"B\", ko: \"B\"}, right: \"printer.ip\"}}\n        wrong: [{put: [a, c], tag: twice}]",
      #"54:27: item 2 of "put": a pair or extra one called "c" is not there"#),
    asked(
      "fill no parts",
      "kind: fill\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: []",
      "53:16: this needs 1 to 6 parts, found 0"),
    asked(
      "fill type",
      "kind: fill\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: [{what: eth.dst, wrong: [{is: \"3\", tag: twice}]}]",
      #"53:46: "eth.dst" is a MAC address, but this is a number"#),
    asked(
      "predict nothing to choose",
      "kind: predict\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: [{what: eth.dst}]",
      #"49:13: question "q-padding": what says the answer under another name i"#),
    asked(
      "spot same",
      "kind: spot\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        corrupt: [{set: {eth.dst: request.eth.dst}, why: {en: \"w\", ko: \"w.\"}}]",
      #"49:13: question "q-padding": nothing in the frame can be set wrong"#),
    asked(
      "spot unknown",
      "kind: spot\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        corrupt: [{set: {eth.dts: laptop.mac}, why: {en: \"w\", ko: \"w.\"}}]",
      "54:18: a spot needs something that is wrong"),
    asked(
      "explain point card",
      "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: [{card: nocard}]",
      #"53:25: no card is called "nocard""#),
    asked(
      "explain follow",
      "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: [{card: arp-target-ip}]\n        follow: [{question: q-nobody, when: arp-target-ip}]",
      #"54:29: no question is called "q-nobody""#),
    asked(
      "explain follow when",
      "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: [{card: arp-target-ip}]\n        follow: [{question: q-who, when: arp-target}]",
      #"54:42: no point has the card "arp-target""#),
    asked(
      "text wrong right",
      "kind: text\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {en: \"ARP\", ko: \"ARP\"}\n        wrong: [{text: {en: \"arp\", ko: \"arp\"}, tag: twice}]",
      "54:17: this wrong answer is the right one, arp, with every seed tried"),
    asked(
      "pick two sorts",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        right: {field: eth.dst}\n        wrong: [{device: laptop, tag: twice}]",
      "55:16: the right place is a field, a wrong one a device"),
    asked(
      "pick missing",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        right: {field: ip.dst}",
      "54:24: the frame here has no ip.dst"),
    asked(
      "pick row missing",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {row: \"laptop.arp[10.0.0.9]\"}",
      "53:22: laptop.arp has no such row"),
    asked(
      "choice ref",
      "kind: choice\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {ref: layers.trnsport}\n        wrong: [{is: \"1\", tag: twice}, {is: \"2\", tag: twice}]",
      #"53:22: the reference has no text "layers.trnsport""#),
    asked(
      "others empty",
      "kind: choice\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {is: \"1\"}\n        wrong: [{others: laptop.tcp.state, tag: twice}]",
      #"49:13: question "q-padding": no wrong answer differs from what is righ"#),
    asked(
      "a number with addresses",
      "kind: number\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: 18\n        wrong: [{is: laptop.mac, tag: twice}]",
      "54:22: the right answer is a number, but this is a MAC address"),
    asked(
      "seven wrong ones",
      "kind: choice\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {is: 0}\n        wrong: [{is: 1, tag: twice}, {is: 2, tag: twice}, {is: 3, tag: twice}, {is: 4, tag: twice}, {is: 5, tag: twice}, {is: 6, tag: twice}, {is: 7, tag: twice}]",
      "54:16: a choice needs 2 to 6 wrong answers, found 7"),
    asked(
      "a part that is not called so",
      "kind: fill\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: [{what: eth.dst, lable: {en: \"x\", ko: \"x\"}}]",
      #"53:33: unknown key "lable" in part 1"#),
    asked(
      "a label that is cut",
      "kind: fill\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: [{what: eth.dst, label: {en: \"x\", ko: \"보내는 쪽이 적는 목적지 주소\"}}]",
      "53:", "this label is longer than 24 columns"),
    asked(
      "a question that follows itself",
      "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: [{card: arp-target-ip}]\n        follow: [{question: q-padding, when: arp-target-ip}]",
      "54:29: a question does not follow itself"),
    asked(
      "given: what is not there",
      "kind: number\n        in: request\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        given: [ip.ttl]\n        right: arp.opcode",
      #"54:17: "given": nothing of this is there at the question's moment, with every seed tried"#),
    asked(
      "hide: what is not there",
      "kind: number\n        in: request\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        hide: [ip.ttl]\n        right: arp.opcode",
      #"54:16: "hide": nothing of this is there at the question's moment, with every seed tried"#),
    asked(
      "show: what is not there",
      "kind: number\n        in: request\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        show: [ip.ttl]\n        right: arp.opcode",
      #"54:16: "show": nothing of this is there at the question's moment, with every seed tried"#),
    asked(
      "an answer put into no field",
      "kind: number\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        as: laptop\n        right: arp.opcode",
      #"53:13: "as" is a field of a frame"#),
    asked(
      "an answer put into a field that is not there",
      "kind: number\n        in: request\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        as: ip.ttl\n        right: arp.opcode",
      #"54:13: "as": nothing of this is there"#),
    asked(
      "two items",
      "kind: order\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        items: {request: {en: \"a\", ko: \"a\"}, reply: {en: \"b\", ko: \"b\"}}",
      "53:16: an order needs 3 to 6 items, found 2"),
    asked(
      "no points", "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: []",
      "53:17: an explanation needs 1 to 6 points, found 0"),
    asked(
      "corruption without a reason",
      "kind: spot\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        corrupt: [{set: {eth.dst: laptop.mac}}]",
      #"54:19: corruption 1 has no "why""#),
    asked(
      "an arc that there is not",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {arc: \"SYN-SENT -> NOWHERE\"}",
      #"53:23: "arc": TCP's state diagram has no arc "SYN-SENT -> NOWHERE""#),
    asked(
      "bytes that there are not",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        right: {bytes: 1400-1403}",
      "54:24: the frame here has no such bytes"),
    asked(
      "a left side twice",
      "kind: match\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        pairs: {a: {left: {en: \"A\", ko: \"A\"}, right: laptop.ip}, b: {left: {en: \"A\", ko: \"A\"}, right: printer.ip}}",
      "53:66: this left side is given twice"),
  ]

  @Test(arguments: kinds + forks)
  func aQuestionOrForkThatIsNoneIsFoundWhereItStands(_ planted: Planted) throws {
    let findings = try LessonSample.findings(planted.old, planted.new)
    #expect(findings.contains { planted.isSaid($0) }, "\(findings.joined(separator: "\n"))")
  }
}
