import Testing

@testable import Lessons

/// What the grammar refuses, planted in the sample lesson: traps of YAML, keys, marks, texts.
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
    Planted(
      "no languages", "minutes: 5", "languages: []", "4:", #""languages" names en, ko or both, each once"#),
    Planted(
      "a language twice", "minutes: 5", "languages: [en, ko, en]", "4:",
      #""languages" names en, ko or both, each once"#),
    Planted(
      "nothing to try", "minutes: 5", #"try: [{run: "", look: {en: "x", ko: "x"}}]"#, #"4:13: "run" is empty"#
    ),
    Planted(
      "blanks to try", "minutes: 5", #"try: [{run: "  ", look: {en: "x", ko: "x"}}]"#,
      #"4:13: "run" is empty"#),
    Planted(
      "a particle without its stroke", "프린터만 응답합니다", "프린터{을를} 부릅니다",
      "38:52: {을를} is not a particle; did you mean {을/를}?"),
    Planted(
      "half a particle", "프린터만 응답합니다", "프린터{를} 부릅니다",
      "38:52: {를} is not a particle; did you mean {을/를}?"),
    Planted(
      "particles turned round", "프린터만 응답합니다", "프린터{를/을} 부릅니다",
      "38:52: {를/을} is not a particle; did you mean {을/를}?"),
    Planted(
      "a particle in English", "Only the printer", "Only{은는} the printer",
      "38:20: {은는} is a Korean particle in an English text"),
    Planted(
      "a device that is not there, in a script", #""laptop: ping printer""#, #""laptop: ping www""#,
      #"5:54: "www" is neither a device with an address nor an IPv4 address (devices: laptop, printer)"#),
    Planted(
      "a device that is not there, in a mistake's sentence", #"{en: "That is the sender.", ko: "보낸 쪽입니다."}"#,
      #"{en: "{{www.ip}}", ko: "{{www.ip}}"}"#,
      #"47:79: no device or mark is called "www" (devices: laptop, printer, switch)"#),
    Planted(
      "a number for a choice", #"right: {is: "request.eth.dst"}"#, "right: 18",
      #"26:16: "right" should be a mapping, found 18"#),
    Planted(
      "a number among addresses", #"right: {is: "request.eth.dst"}"#, "right: {is: 18}",
      "26:16: the right answer is a number, but none of the wrong ones is (the first is a MAC address)"),
    Planted(
      "a number for a place", "right: {field: arp.dst.proto_ipv4}", "right: 18",
      #"45:16: "right" should be a mapping, found 18"#),
    Planted(
      "a number for a field", "right: {field: arp.dst.proto_ipv4}", "right: {field: 18}",
      #"45:24: "field": expected a field, found 18"#),
    right(
      "a device for a number", "laptop", #"53:16: "right": expected a number or an address, found laptop"#),
  ]

  /// A key that there is not, in each sort of mapping.
  static let keys: [Planted] = [
    Planted("lesson", "minutes: 5", "minuts: 5", #"4:1: unknown key "minuts" in lesson "arp""#),
    Planted("network", "seed: 7", "sed: 7", #"5:22: unknown key "sed" in network use"#),
    Planted("place", "after: request}", "aftr: request}", #"9:58: unknown key "aftr" in moment "reply""#),
    Planted("step", "view: ladder", "vew: ladder", #"20:5: unknown key "vew" in step "ask""#),
    Planted("text", #"{en: "You ping"#, #"{fr: "Tu", en: "You ping"#, #"16:11: unknown key "fr" in "say""#),
    Planted("question", "in: request", "inn: request", #"43:9: unknown key "inn" in question "q-who""#),
    Planted(
      "option", #"note: {en: "the laptop's""#, #"nte: {en: "the laptop's""#,
      #"29:62: unknown key "nte" in wrong answer 2"#),
    Planted(
      "place to point at", "right: {field:", "right: {feild:", #"45:17: unknown key "feild" in right place"#),
    Planted("answer tried out", "tests: [{give:", "tests: [{giv:", #"57:18: unknown key "giv" in test 1"#),
    Planted(
      "thing to try", "minutes: 5", #"try: [{run: "x", look: {en: "x", ko: "x"}, see: 1}]"#,
      #"4:44: unknown key "see" in trial 1"#),
    Planted(
      "chapter", "minutes: 5", #"chapters: {one: {title: {en: "x", ko: "x"}, from: enter, to: ask}}"#,
      #"4:58: unknown key "to" in chapter "one""#),
  ]

  @Test(arguments: keysOfOtherKinds + grammar + keys)
  func whatTheGrammarRefusesIsFoundWhereItStands(_ planted: Planted) throws {
    let findings = try LessonSample.findings(planted.old, planted.new)
    #expect(findings.contains { planted.isSaid($0) }, "\(findings.joined(separator: "\n"))")
  }
}
