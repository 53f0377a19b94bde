import Documents
import Foundation
import Testing

@testable import Lessons

/// Each class of mistake that `check` promises to find, planted in the sample lesson, is found where it stands.
struct LessonPromisesTests {
  struct Planted: Sendable, CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String
    /// `line:column: ` and how the finding begins.
    let found: String
    /// What else it says.
    let says: String

    var testDescription: String { name }

    func isSaid(_ finding: String) -> Bool {
      finding.hasPrefix(found) && (says.isEmpty || finding.contains(says))
    }

    init(_ name: String, _ old: String, _ new: String, _ found: String, _ says: String = "") {
      self.name = name
      self.old = old
      self.new = new
      self.found = found
      self.says = says
    }
  }

  static let head = "minutes: 5"
  static let enter = #"{en: "You ping the printer.", ko: "프린터에 ping을 보냅니다."}"#
  static let hint = #"{en: "Who has to hear it?", ko: "누가 들어야 할까요?"}"#
  static let padding = #"right: "len(request.eth.padding)""#

  static let planted = [
    // Languages and texts
    Planted(
      "another value in one language", "프레임은 {{request.eth.dst}}{으로/로}", "프레임은 {{request.eth.src}}{으로/로}",
      #"34:61: the "ko" text has no {{request.eth.dst}}"#),
    Planted(
      "a value in one language only", "{{printer.ip}}{을/를} 찾습니다", "프린터를 찾습니다",
      #"34:27: the "ko" text has no {{printer.ip}}"#),
    Planted(
      "a number that nobody computes", "Only the printer", "Only 1 printer",
      "38:21: the number 1 is not computed"),
    Planted(
      "a number that is listed for nothing", "literal: [64]", "literal: [64, 65]",
      "55:126: the text has no number 65"),
    Planted(
      "a title with a value", #"title: {en: "ARP"#, #"title: {en: "{{laptop.ip}}"#, "3:14: a title can have"),
    Planted(
      "a text that does not fit", "Only the printer answers.", String(repeating: "word ", count: 60),
      "38:15: this text takes 4 rows of 78 columns"),
    Planted(
      "a goal that does not fit", head,
      "goals: [{en: \"\(String(repeating: "word ", count: 40))\", ko: \"배웁니다.\"}]",
      "4:14: this text takes 3 rows of 74 columns"),
    Planted(
      "a particle beside a value", "{{printer.ip}}{을/를}", "{{printer.ip}}를", "35:11: a particle after a value"
    ),
    Planted("two particles at once", "프린터만 응답합니다", "프린터은(는) 응답합니다", "38:48: one particle, not two"),
    Planted("그것은", "프린터만 응답합니다", "그것은 프린터입니다", "38:48: name the thing again"),
    Planted(
      "a sentence that ends otherwise", "프린터만 응답합니다", "프린터만 응답한다",
      #"38:48: a sentence ends on "프린터만 응답한다.""#),
    Planted("a refused term", "프린터만 응답합니다", "인쇄기만 응답합니다", #"38:49: "인쇄기" is refused by the glossary"#),
    // Head
    Planted(
      "a lesson that is not there", head, "needs: [ip]",
      #"4:9: no lesson is called "ip"; one that is to come belongs into planned.yaml"#),
    Planted("a lesson that needs itself", head, "needs: [arp]", "4:9: a lesson does not need itself"),
    Planted(
      "four goals", head, "goals: [\(Array(repeating: enter, count: 4).joined(separator: ", "))]",
      "2:5: there are 4 goals; three is the most"),
    Planted(
      "a chapter of no step", head, "chapters: {one: {title: \(hint), from: entr}}",
      "4:", "no step is called \"entr\"; did you mean \"enter\"?"),
    Planted(
      "chapters in another order", head,
      "chapters: {one: {title: \(hint), from: enter}, two: {title: \(hint), from: answer}, three: {title: \(hint), from: ask}}",
      "4:", "chapters follow the order of their steps"),
    Planted(
      "a value that is not there, in what to try", head,
      #"try: [{run: "ip neigh", look: {en: "{{request.ip.ttl}}", ko: "{{request.ip.ttl}}"}}]"#, "4:",
      #"the frame of "request" has no ip.ttl"#),
    Planted(
      "something held that nothing varies", "{use: pair,", "{hold: [port], use: pair,",
      #"5:18: networks vary no "port"; did you mean "ports"?"#),
    // Cards and mistakes
    Planted(
      "a card that is not there", "card: arp-target-ip", "card: arp-taget-ip",
      #"41:15: no card is called "arp-taget-ip"; did you mean "arp-target-ip"?"#),
    Planted(
      "a mistake that is not there", "tag: counted-fcs, say", "tag: counted-fsc, say",
      #"55:39: no mistake is called "counted-fsc"; did you mean "counted-fcs"?"#),
    // Answers
    Planted(
      "a hint that says the answer", "Who has to hear it?", "It is ff:ff:ff:ff:ff:ff.",
      #"31:22: this hint says the answer, "ff:ff:ff:ff:ff:ff""#),
    Planted(
      "a hint that computes the answer", hint,
      #"{en: "It is {{request.eth.dst}}.", ko: "{{request.eth.dst}}입니다."}"#,
      "31:22: this hint says the answer"),
    Planted(
      "a mistake's sentence that says the answer", "64 includes the FCS.", "64 less, 18.",
      #"55:62: the sentence of "counted-fcs" says the answer, "18""#),
    Planted(
      "a registered sentence that says the answer",
      #"tag: knows-before-asking, say: {en: "It is not known yet.", ko: "아직 모릅니다."}"#,
      "tag: tells-the-answer",
      #"28:38: the sentence of "tells-the-answer" says the answer"#),
    Planted(
      "a wrong answer that is right", #"is: "64 - 14 - 28""#, #"is: "60 - 14 - 28""#,
      "55:18: this wrong answer is the right one, 18, with every seed tried"),
    Planted(
      "a wrong answer that is there twice", "reply.eth.dst", "printer.mac",
      "30:13: this wrong answer is given twice"),
    Planted(
      "fewer than two distractors", #"is: "printer.mac""#, #"is: "request.eth.dst""#,
      #"22:13: question "q-destination": only one wrong answer differs"#),
    Planted(
      "an answer tried out that is another", #"{give: "18", right: true}"#, #"{give: "22", right: true}"#,
      #"57:17: the answer "22" should be right"#),
    Planted(
      "a value that is not there", padding, #"right: "request.ip.ttl""#,
      #"53:17: the frame of "request" has no ip.ttl"#),
    Planted("a name that is not there", padding, #"right: "request.eth.dts""#, "53:", "eth.dts"),
    Planted("a kind that is not there", "kind: number", "kind: riddle", "51:15: \"kind\" should be choice, "),
    Planted(
      "a step that is never reached", "at: reply", #"at: "icmp.type == 9""#,
      "37:9: step \"answer\" is never reached"),
    Planted(
      "a light on nothing", "[eth.dst, arp.dst.hw_mac]", "[eth.dst, ip.ttl]", "19:22: the frame at step"),
    // The guard
    Planted(
      "the answer under another name, short and in the same header", padding,
      "stand: answer\n        right: \"len(request.arp.src.hw_mac) - 4\"",
      #"49:13: question "q-padding": what says"#,
      "hide: [arp.opcode], or given"),
    Planted(
      "the answer in another header and in a table",
      "right: {is: \"request.eth.dst\"}\n        wrong:\n          - {is: \"printer.mac\"",
      "right: {is: \"reply.arp.src.hw_mac\"}\n        stand: ping\n        wrong:\n          - {is: \"request.eth.dst\"",
      #"22:13: question "q-destination": what says"#, "hide: [laptop.arp, ping.eth.dst"),
    // What other readers of YAML read otherwise
    Planted("an address without quotes", #"{is: "printer.mac""#, "{is: 10:20", "28:", "quotes"),
    Planted("a key that may be a truth", "    view: ladder", "    on: ladder", "20:", "\"on\""),
  ]

  @Test(arguments: planted)
  func aPlantedMistakeIsFoundWhereItStands(_ planted: Planted) throws {
    let findings = try LessonSample.findings(planted.old, planted.new)
    #expect(findings.contains { planted.isSaid($0) }, "\(findings.joined(separator: "\n"))")
  }

  /// So that none of the above was there before.
  @Test func theSampleHasNoneOfThem() throws {
    let findings = try LessonSample.findings(Self.head, Self.head)
    for planted in Self.planted where !planted.found.hasPrefix("30:13:") {
      #expect(!findings.contains { planted.isSaid($0) }, "\(planted.name)")
    }
  }

  @Test func whatWasProvenIsSaidInOneLine() throws {
    let check = try LessonSample.checked(
      #"reply.eth.dst", tag: twice"#, #"00:00:5e:00:53:99", tag: twice"#)
    #expect(check.ordered.map(\.description) == [])
    #expect(check.proofs == ["arp: 3 stops, 3 questions of 3 kinds, 26 seeds: ok"])
    #expect(
      check.notes.map { "\($0.line):\($0.column): \($0.text)" } == [
        "2:5: note: the answer is the same with all 26 seeds: q-destination, q-padding"
      ])
    #expect(try LessonSample.checked(Self.head, Self.head).proofs == [], "nothing is proven of what is wrong")
  }

  @Test func anInheritedMarkOfAnotherConnectionIsNoted() throws {
    let lesson = LessonSample.lesson.replacingOccurrences(of: "at: request", with: "at: asks")
      .replacingOccurrences(of: "laptop: ping printer", with: "laptop: ping phone")
    let network = LessonSample.network.replacingOccurrences(of: "format: 1", with: "format: 2")
      .replacingOccurrences(
        of: "  switch: {",
        with: """
            phone:
              kind: host
              label: {en: phone, ko: 전화}
              interfaces:
                eth0: {mac: "00:00:5e:00:53:13", address: "10.0.0.30/24"}
            switch: {
          """
      ).replacingOccurrences(
        of: "cables:\n",
        with:
          "marks: {asks: \"arp.opcode == 1\"}\ncables:\n  - {ends: [phone.eth0, switch.3], rate: 1Gbps, delay: 5us}\n"
      )
    let sample = try LessonSample(lesson)
    defer { sample.remove() }
    try network.write(toFile: sample.folder + "/networks/pair.yaml", atomically: true, encoding: .utf8)
    var check = LessonCheck(sample.library, measure: LessonSample.rows)
    check.check(sample.folder + "/08-arp.yaml", isFolder: false)
    #expect(check.ordered.map(\.line) == [30], "\(check.ordered)")
    let note = check.notes.first { $0.line == 5 }?.text
    #expect(
      note?.hasPrefix(
        "note: with this script the network's mark \"asks\" is of another connection (10.0.0.2 and 10.0.0.30) than with its own (10.0.0.2 and 10.0.0.20)"
      ) == true, "\(check.notes)")
  }

  @Test func aCardThatNobodyAsksForIsNamed() throws {
    let sample = try LessonSample(
      LessonSample.lesson.replacingOccurrences(of: "card: arp-target-ip", with: "card: ethernet-padding"))
    defer { sample.remove() }
    var check = LessonCheck(sample.library, measure: LessonSample.rows)
    check.checkLibrary()
    #expect(
      check.ordered.map { $0.description.replacingOccurrences(of: sample.folder + "/", with: "") }.contains(
        #"cards.yaml:8:3: no question asks for the card "arp-target-ip""#))
  }

  @Test func aValueIsToldAsAWholeNumberOrWord() {
    for (text, value) in [
      ("It is 18.", "18"), ("18", "18"), ("답은 18입니다", "18"), ("(no)", "no"),
      ("The 10.0.0.2 host.", "10.0.0.2"),
      ("GET과", "GET"), ("a broadcast", "broadcast"), ("rebroadcasts", "broadcast"),
    ] {
      #expect(text.tells(value), "\(text): \(value)")
    }
    for (text, value) in [
      ("180", "18"), ("118", "18"), ("0x18", "18"), ("1.18", "18"), ("18.5", "18"), ("now", "no"),
      ("10.0.0.20", "10.0.0.2"), ("210.0.0.2", "10.0.0.2"), ("14600", "1460"), ("", "1"), ("아니요", "니요"),
    ] {
      #expect(!text.tells(value), "\(text): \(value)")
    }
  }
}
