import Testing

@testable import Lessons

/// What the grammar refuses, planted in the sample lesson: traps of YAML, keys, marks, forks, kinds of question.
extension LessonPromisesTests {
  /// Keys that are no texts to some programs.
  static let keysOfOtherKinds = ["on", "off", "yes", "no", "y", "n", "true", "false", "null"].map { key in
    Planted(
      "a key that is \(key)", "    view: ladder", "    \(key): ladder",
      "20:5: the key \(key) is read as true, false or nothing by some programs")
  }

  /// Of the number question.
  private static func right(_ name: String, _ value: String, _ found: String) -> Planted {
    Planted(name, #"right: "len(request.eth.padding)""#, "right: \(value)", found)
  }

  static let grammar: [Planted] = [
    Planted(
      "mac unquoted", #"{is: "printer.mac""#,
      "{is: 00:00:5e:00:53:10",
      "28:18: 00:00:5e:00:53:10 is read as a number or a mapping by some prog"),
    Planted(
      "address unquoted", #"{is: "printer.mac""#,
      "{is: 10.0.0.2",
      #"28:18: put the address in quotes: "10.0.0.2""#),
    Planted(
      "time unquoted", #"{is: "printer.mac""#,
      "{is: 12:34",
      "28:18: 12:34 is read as a number or a mapping by some programs"),
    right("hex unquoted", "0x12", "53:16: 0x12 is a number to some programs and a text to others"),
    right("1e3 unquoted", "1e3", "53:16: 1e3 is a number to some programs and a text to others"),
    right("tilde", "~", "53:16: ~ means nothing to some programs and a text to others"),
    right("leading *x", "*x", #"53:16: text that begins with "*" or "&" needs quotes"#),
    right("leading &x y", "&x y", "53:16: anchors (&name) are not used in these files"),
    right("leading !x", "!x", "53:16: tags (!name) are not used in these files"),
    right("leading %x", "%x", #"53:16: "%" cannot begin a value"#),
    right("leading @x", "@x", #"53:16: "@" cannot begin a value"#),
    right("leading `x", "`x", #"53:16: "`" cannot begin a value"#),
    right("leading {x", "{x", #"54:14: expected "," or "}" in the mapping that began in line 53"#),
    right("leading [x", "[x", #"54:14: expected "," or "]" in the list that began in line 53"#),
    Planted(
      "text colon", #"{en: "Only the printer answers.", ko: "프린터만 응답합니다."}"#,
      "\n        en: Only: the printer\n        ko: \"프린터만 응답합니다.\"",
      #"39:17: ":" is not expected here"#),
    Planted(
      "text hash", #"{en: "Only the printer answers.", ko: "프린터만 응답합니다."}"#,
      "\n        en: Only the printer #1\n        ko: \"프린터만 응답합니다.\"",
      ##"39:13: "#1" begins a comment here and is not part of the text"##),
    Planted(
      "key twice", "minutes: 5",
      "minutes: 5\nminutes: 6",
      #"5:1: "minutes" is given twice"#),
    Planted(
      "tab", "    view: ladder",
      "\tview: ladder",
      "20:1: a tab cannot indent YAML"),
    Planted(
      "scalar for text", #"say: {en: "Only the printer answers.", ko: "프린터만 응답합니다."}"#,
      "say: Only the printer",
      #"38:10: "say" should be a text like {en: …, ko: …}, found "Only the pri"#),
    Planted(
      "anchor", "minutes: 5",
      "minutes: &m 5",
      "4:10: anchors (&name) are not used in these files"),
    Planted(
      "alias", "minutes: 5",
      "minutes: *m",
      #"4:10: text that begins with "*" or "&" needs quotes"#),
    Planted(
      "yaml tag", "minutes: 5",
      "minutes: !!int 5",
      "4:10: tags (!name) are not used in these files"),
    Planted(
      "merge", "minutes: 5",
      "<<: {minutes: 5}",
      "4:1: merge keys (<<) are not used in these files"),
    Planted(
      "no id", "id: arp\ntitle",
      "title",
      #"1:1: lesson has no "id""#),
    Planted(
      "format1", "format: 2",
      "format: 1",
      "1:9: lessons have format 2 now: marks say {kind: …, by: …, when: …}, a"),
    Planted(
      "no say", "    say: {en: \"You ping the printer.\", ko: \"프린터에 ping을 보냅니다.\"}\n",
      "",
      #"14:5: step "enter" has no "say""#),
    Planted(
      "no card", "        card: ethernet-padding\n",
      "",
      #"49:9: question "q-padding" has no "card""#),
    Planted(
      "no why", "        why: {en: \"The target address.\", ko: \"Target 주소입니다.\"}\n",
      "",
      #"40:9: question "q-who" has no "why""#),
    Planted(
      "two steps one name", "id: answer",
      "id: ask",
      #"36:9: two steps are called "ask""#),
    Planted(
      "minus in step", "- id: ask",
      "- id: ask-it",
      #"17:9: "id" should be a name like request, found "ask-it""#),
    Planted(
      "languages wrong", "minutes: 5",
      "languages: [de]",
      #"4:13: item 1 of "languages" should be en or ko, found "de""#),
    Planted(
      "status unknown", "minutes: 5",
      "status: drft",
      #"4:9: "status" should be draft, active or deprecated, found "drft""#),
    Planted(
      "kind by", "at: start",
      "at: {kind: you.ping, by: laptp}",
      #"15:30: "by": no device is called "laptp""#),
    Planted(
      "where empty", "at: start",
      "at: {}",
      #"15:9: a moment needs "kind", "by" or "when""#),
    Planted(
      "kind unknown", "{kind: you.ping}",
      "{kind: you.pin}",
      #"7:19: "kind": no kind of moment is called "you.pin""#),
    Planted(
      "nth and last", "nth: 2}",
      "nth: 2, last: true}",
      #"10:72: "nth" and "last" exclude each other"#),
    Planted(
      "nth 0", "nth: 2}",
      "nth: 0}",
      #"10:63: "nth" should be a whole number from 1 to 10000, found 0"#),
    Planted(
      "script unknown", #""laptop: ping printer""#,
      #""laptop: pong printer""#,
      #"5:49: unknown command "pong""#),
    Planted(
      "at inline condition type", "at: reply",
      #"at: "eth.dst == 3""#,
      #"37:10: "at": cannot compare eth.dst (a MAC address) with 3 (a number)"#),
    Planted(
      "unequal types", #""arp.opcode == 1""#,
      #""arp.opcode == laptop.mac""#,
      #"8:13: "request": cannot compare arp.opcode (a number) with laptop.mac "#),
    Planted(
      "four hints", #"hints: [{en: "Who has to hear it?", ko: "누가 들어야 할까요?"}]"#,
      #"hints: [{en: "Q?", ko: "Q?"}, {en: "Q?", ko: "Q?"}, {en: "Q?", ko: "Q?"}, {en: "Q?", ko: "Q?"}]"#,
      "31:16: there are 4 hints"),
    Planted(
      "one wrong", #"- {is: "laptop.mac", tag: source-destination-swap"#,
      #"- {is: "laptop.mac", tagg: source-destination-swap"#,
      #"29:32: unknown key "tagg" in wrong answer 2"#),
    Planted(
      "bad quiz", #"ask: {en: "Whom does it look for?", ko: "누구를 찾을까요?"}"#,
      "ask: {en: \"Whom does it look for?\", ko: \"누구를 찾을까요?\"}\n        quiz: maybe",
      #"45:15: "quiz" should be true or false, found "maybe""#),
    Planted(
      "bad given", #"ask: {en: "Whom does it look for?", ko: "누구를 찾을까요?"}"#,
      "ask: {en: \"Whom does it look for?\", ko: \"누구를 찾을까요?\"}\n        given: [laptp.ip]",
      #"45:17: item 1 of "given": no device or mark is called "laptp""#),
    Planted(
      "bad hide", #"ask: {en: "Whom does it look for?", ko: "누구를 찾을까요?"}"#,
      "ask: {en: \"Whom does it look for?\", ko: \"누구를 찾을까요?\"}\n        hide: [ip.tll]",
      #"45:16: item 1 of "hide": nothing is called "ip.tll""#),
    Planted(
      "bad in", "in: request",
      "in: requst",
      #"43:13: "in": no mark or step is called "requst""#),
    Planted(
      "bad stand", "in: request",
      "stand: requst",
      #"43:16: "stand": no mark or step is called "requst""#),
    Planted(
      "within", #"right: "len(request.eth.padding)""#,
      "right: \"len(request.eth.padding)\"\n        within: 80",
      #"54:17: "within" should be a whole number from 0 to 50, found 80"#),
    Planted(
      "test right false", #"{give: "18", right: true}"#,
      #"{give: "18", right: false}"#,
      #"57:37: "right" should be true"#),
    Planted(
      "test unknown tag", #"{give: "22", tag: counted-fcs}"#,
      #"{give: "22", tag: counted-fsc}"#,
      #"57:73: the answer "22" should be the mistake "counted-fsc", found the "#),
    Planted(
      "fork unknown mark", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [lose: requst]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:16: "lose": no mark or step is called "requst""#),
    Planted(
      "fork delay no by", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [delay: request]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:17: delay needs "by", like by: 200ms"#),
    Planted(
      "fork two things", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [{lose: request, cut: laptop.eth0}]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:31: action 1 may have only one of "lose" or "cut""#),
    Planted(
      "fork bad fault", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [fault: nothing]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:17: pair has no fault "nothing""#),
    Planted(
      "fork bad port", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [cut: laptop.eth9]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:15: laptop has no "eth9""#),
    Planted(
      "fork bad run", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [run: \"laptop: pang printer\"]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:24: unknown command "pang""#),
    Planted(
      "fork bad field", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [{edit: request, set: {ip.tll: 1}}]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:32: a key of "set": no field is called "ip.tll""#),
    Planted(
      "fork bad wait", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: [wait: 5 parsecs]\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      #"37:16: "wait" should be a duration like 200ms or 1.5s, found "5 parsec"#),
    Planted(
      "fork no thing", "  - id: answer\n",
      "  - fork: {en: \"What if?\", ko: \"만약에?\"}\n    do: []\n    steps:\n      - {id: other, at: \"arp.opcode == 1\", say: {en: \"It happens.\", ko: \"일어납니다.\"}}\n  - id: answer\n",
      "36:5: this fork changes nothing"),
    Planted(
      "multi one wrong",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: multi\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: [{is: \"laptop.ip\"}]\n        wrong: [{is: \"printer.ip\", tag: twice}]",
      "54:16: a multi needs 2 to 6 wrong answers, found 1"),
    Planted(
      "multi 7",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: multi\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: [{is: \"0\"}, {is: \"1\"}, {is: \"2\"}, {is: \"3\"}, {is: \"4\"}]\n        wrong: [{is: \"printer.ip\", tag: twice}, {is: \"laptop.mac\", tag: twice}]",
      "53:16: a multi needs 1 to 4 right answers, found 5"),
    Planted(
      "order mixture",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: order\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        items: {request: {en: \"a\", ko: \"a\"}, other: {en: \"b\", ko: \"b\"}}",
      #"53:46: "other" names no mark or step, but "request" does: all items mu"#),
    Planted(
      "match same left",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: match\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        pairs: {a: {left: {en: \"A\", ko: \"A\"}, right: \"laptop.ip\"}}",
      "53:16: a match needs 2 to 6 pairs, found 1"),
    Planted(
      "match put unknown",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: match\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        pairs: {a: {left: {en: \"A\", ko: \"A\"}, right: \"laptop.ip\"}, b: {left: {en: \"B\", ko: \"B\"}, right: \"printer.ip\"}}\n        wrong: [{put: [a, c], tag: twice}]",
      #"54:27: item 2 of "put": a pair or extra one called "c" is not there"#),
    Planted(
      "fill no parts",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: fill\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: []",
      "53:16: this needs 1 to 6 parts, found 0"),
    Planted(
      "fill type",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: fill\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: [{what: eth.dst, wrong: [{is: \"3\", tag: twice}]}]",
      #"53:46: "eth.dst" is a MAC address, but this is a number"#),
    Planted(
      "predict nothing to choose",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: predict\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        parts: [{what: eth.dst}]",
      #"49:13: question "q-padding": what says the answer under another name i"#),
    Planted(
      "spot same",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: spot\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        corrupt: [{set: {eth.dst: request.eth.dst}, why: {en: \"w\", ko: \"w.\"}}]",
      #"49:13: question "q-padding": nothing in the frame can be set wrong"#),
    Planted(
      "spot unknown",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: spot\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        corrupt: [{set: {eth.dts: laptop.mac}, why: {en: \"w\", ko: \"w.\"}}]",
      "54:18: a spot needs something that is wrong"),
    Planted(
      "explain point card",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: [{card: nocard}]",
      #"53:25: no card is called "nocard""#),
    Planted(
      "explain follow",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: [{card: arp-target-ip}]\n        follow: [{question: q-nobody, when: arp-target-ip}]",
      #"54:29: no question is called "q-nobody""#),
    Planted(
      "explain follow when",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: explain\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        points: [{card: arp-target-ip}]\n        follow: [{question: q-who, when: arp-target}]",
      #"54:42: no point has the card "arp-target""#),
    Planted(
      "text wrong right",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: text\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {en: \"ARP\", ko: \"ARP\"}\n        wrong: [{text: {en: \"arp\", ko: \"arp\"}, tag: twice}]",
      "54:17: this wrong answer is the right one, arp, with every seed tried"),
    Planted(
      "pick two sorts",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        right: {field: eth.dst}\n        wrong: [{device: laptop, tag: twice}]",
      "55:16: the right place is a field, a wrong one a device"),
    Planted(
      "pick missing",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        in: request\n        right: {field: ip.dst}",
      "54:24: the frame here has no ip.dst"),
    Planted(
      "pick row missing",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: pick\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {row: \"laptop.arp[10.0.0.9]\"}",
      "53:22: laptop.arp has no such row"),
    Planted(
      "choice ref",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: choice\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {ref: layers.trnsport}\n        wrong: [{is: \"1\", tag: twice}, {is: \"2\", tag: twice}]",
      #"53:22: the reference has no text "layers.trnsport""#),
    Planted(
      "others empty",
      "kind: number\n        ask: {en: \"How many bytes of padding?\", ko: \"패딩은 몇 바이트일까요?\"}\n        right: \"len(request.eth.padding)\"\n        wrong:\n          - {is: \"64 - 14 - 28\", tag: counted-fcs, say: {en: \"64 includes the FCS.\", ko: \"64에는 FCS가 들어 있습니다.\", literal: [64]}}",
      "kind: choice\n        ask: {en: \"Q?\", ko: \"Q?\"}\n        right: {is: \"1\"}\n        wrong: [{others: laptop.tcp.state, tag: twice}]",
      #"49:13: question "q-padding": no wrong answer differs from what is righ"#),
    Planted(
      "others unknown", "{field: arp.src.proto_ipv4, tag",
      "{others: laptop.apr, tag",
      #"47:29: "others": a device has no "apr""#),
    Planted(
      "absent slot", "Only the printer answers.",
      "Only {{reply.ip.ttl}} answers.",
      #"38:23: the "ko" text has no {{reply.ip.ttl}} for this one"#),
    Planted(
      "format unknown", "{{printer.ip}}: the",
      "{{printer.ip | hx}}: the",
      #"34:40: no format is called "hx""#),
    Planted(
      "slot open", "{{printer.ip}}: the",
      "{{printer.ip: the",
      #"34:35: a device has no "ip:""#),
    Planted(
      "chapter dup", "minutes: 5",
      #"chapters: {one: {title: {en: "x", ko: "x"}}}"#,
      #"4:17: chapter "one" has no "from""#),
    Planted(
      "network none", "network: {use: pair,",
      "network: {usee: pair,",
      #"5:11: unknown key "usee" in network use"#),
    Planted(
      "seed", "seed: 7",
      "seed: seven",
      #"5:28: "seed" should be a whole number from 0 to 9223372036854775807, f"#),
  ]

  @Test(arguments: keysOfOtherKinds + grammar)
  func whatTheGrammarRefusesIsFoundWhereItStands(_ planted: Planted) throws {
    let findings = try LessonSample.findings(planted.old, planted.new)
    #expect(findings.contains { planted.isSaid($0) }, "\(findings.joined(separator: "\n"))")
  }
}
