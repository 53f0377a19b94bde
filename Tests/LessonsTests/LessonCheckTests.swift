import Analysis
import Documents
import Foundation
import Testing

@testable import Lessons

struct LessonCheckTests {
  @Test func theSampleLessonIsRightButForOneDistractor() throws {
    #expect(
      try LessonSample.findings("minutes: 5", "minutes: 5") == [
        "30:13: this wrong answer is given twice, with every seed tried"
      ])
  }

  private func only(_ old: String, _ new: String) throws -> [String] {
    try LessonSample.findings(old, new).filter { !$0.hasPrefix("30:13:") }
  }

  @Test func aWrongKeyIsNamed() throws {
    #expect(
      try only("minutes: 5", "minuts: 5") == [
        "4:1: unknown key \"minuts\" in lesson \"arp\"; did you mean \"minutes\"? (known: format, id, aliases, rev, status, needs, topics, title, minutes, languages, goals, chapters, try, network, marks, steps)"
      ])
  }

  @Test func aWrongTypeIsNamed() throws {
    #expect(
      try only("minutes: 5", "minutes: five") == [
        "4:10: \"minutes\" should be a whole number from 1 to 600, found \"five\""
      ])
  }

  @Test func anUnknownFieldInAnExpressionIsNamed() throws {
    #expect(
      try only("request: \"arp.opcode == 1\"", "request: \"arp.opcod == 1\"") == [
        "8:13: \"request\": nothing is called \"arp.opcod\"; did you mean \"arp.opcode\"?"
      ])
  }

  @Test func aTextReadsTheTablesOfDevices() throws {
    #expect(try only("{{printer.ip}}", "{{laptop.routes[printer.ip].prefix}}") == [])
    #expect(
      try only("{{printer.ip}}: the", "{{laptop.routs[printer.ip].prefix}}: the").first?.contains(
        "a device has no \"routs\"; did you mean \"routes\"?") ?? false)
  }

  @Test func anUnknownNameInATextIsNamedWithItsColumn() throws {
    #expect(
      try only("{{printer.ip}}: the", "{{priner.ip}}: the") == [
        "34:27: no device or mark is called \"priner\"; did you mean \"printer.ip\"?"
      ])
  }

  @Test func aMissingLanguageIsNamed() throws {
    #expect(
      try only(
        "{en: \"Only the printer answers.\", ko: \"프린터만 응답합니다.\"}", "{en: \"Only the printer answers.\"}")
        == [
          "38:10: \"say\" has no \"ko\" text"
        ])
  }

  @Test func aMarkThatIsNeverReachedIsNamed() throws {
    #expect(
      try only("ping:    \"icmp.type == 8", "ping:    \"icmp.type == 9") == [
        "12:12: mark \"ping\" is never reached: nothing matches on \"pair\" with seed 7"
      ])
    #expect(
      try only("nth: 2", "nth: 50") == [
        "10:12: mark \"relayed\" is never reached: fewer than 50 moments match on \"pair\" with seed 7"
      ])
  }

  @Test func aMarkHasANameOfItsOwn() throws {
    #expect(
      try only("relayed:", "switch:").last
        == "10:3: a key of \"marks\": \"switch\" is a device of the network; choose another")
    #expect(
      try only("relayed:", "icmp:").last
        == "10:3: a key of \"marks\": \"icmp\" is the name of a protocol; choose another")
  }

  @Test func marksInACircleAreNamed() throws {
    let marks = """
      relayed: {kind: phy.transmit, when: "arp.opcode == 1", nth: 2}
        final:   {kind: phy.transmit, when: "arp", last: true}
      """
    let circle = """
      relayed: {kind: phy.transmit, after: final}
        final:   {kind: phy.transmit, after: relayed}
      """
    #expect(
      try only(marks, circle) == [
        "10:3: these marks are looked for in a circle: \"relayed\", \"final\""
      ])
    #expect(
      try only("request: \"arp.opcode == 1\"", "request: {when: \"arp.opcode == 1\", after: reply}") == [
        "18:9: \"request\" is not reached before this step"
      ])
  }

  @Test func namesThatPointNowhereAreNamed() throws {
    #expect(
      try only("at: reply", "at: reqly") == [
        "37:9: \"at\": no mark or step is called \"reqly\"; did you mean \"reply\"?"
      ])
    #expect(
      try only("use: pair", "use: pear") == [
        "5:16: no network is called \"pear\" (known: pair)"
      ])
    #expect(try only("id: q-who", "id: q-padding").contains("49:13: two questions are called \"q-padding\""))
  }

  @Test func stepsGoForwardInTime() throws {
    #expect(try only("at: reply", "at: request") == [], "several stops may stand at one moment")
    #expect(
      try only("at: reply", "at: start").first?.contains("step \"answer\" stops before the step before it")
        == true)
  }

  @Test func whatIsLitMustBeThere() throws {
    #expect(
      try only("light: [eth.dst, arp.dst.hw_mac]", "light: [eth.dst, ip.ttl]") == [
        "19:22: the frame at step \"ask\" has no ip.ttl"
      ])
  }

  @Test func anUnknownKindNamesTheKnownOnes() throws {
    let finding = try only("kind: number", "kind: riddle").first
    #expect(finding?.hasPrefix("51:15: \"kind\" should be choice, ") == true)
    #expect(finding?.hasSuffix(", found \"riddle\"") == true)
    for kind in QuestionKinds.all { #expect(finding?.contains(kind.kind) == true) }
  }

  @Test func rightMustDifferFromWrong() throws {
    #expect(
      try only("is: \"64 - 14 - 28\"", "is: \"60 - 14 - 28\"").contains(
        "55:18: this wrong answer is the right one, 18, with every seed tried"))
    #expect(
      try only("field: arp.src.proto_ipv4", "field: arp.dst.proto_ipv4") == [
        "47:21: this wrong answer is the right one, arp.dst.proto_ipv4, with every seed tried"
      ])
  }

  @Test func aValueThatIsNotThereIsNamed() throws {
    #expect(
      try only("right: \"len(request.eth.padding)\"", "right: \"request.ip.ttl\"") == [
        "53:17: the frame of \"request\" has no ip.ttl"
      ])
    #expect(
      try only("right: \"len(request.eth.padding)\"", "right: \"request.moment.kind\"") == [
        "53:17: \"right\": expected a number or an address, found request.moment.kind (text)"
      ])
    #expect(
      try only("right: \"len(request.eth.padding)\"", "right: \"request.eth.dst\"") == [
        "55:18: the right answer is a MAC address, but this is a number"
      ])
  }

  @Test func testsOfTheAuthorAreRun() throws {
    #expect(
      try only("{give: \"22\", tag: counted-fcs}", "{give: \"23\", tag: counted-fcs}") == [
        "57:73: the answer \"23\" should be the mistake \"counted-fcs\", found wrong without a sentence"
      ])
    #expect(
      try only("{give: \"18\", right: true}", "{give: \"22\", right: true}") == [
        "57:17: the answer \"22\" should be right, found the mistake \"counted-fcs\""
      ])
  }

  @Test func textsMustFitTheirPlace() throws {
    let long = String(repeating: "word ", count: 60)
    #expect(
      try only("You ping the printer.", long) == [
        "16:15: this text takes 4 rows of 78 columns; there is room for 3"
      ])
    let korean = String(repeating: "단어 ", count: 20)
    #expect(
      try only("ko: \"누가 들어야 할까요?\"", "ko: \"\(korean)\"") == [
        "31:49: this text takes 2 rows of 78 columns; there is room for 1"
      ])
  }

  @Test func whatVariesIsForTheNetworkToSay() throws {
    #expect(
      try only("{use: pair,", "{vary: {ip: any}, use: pair,") == [
        "5:11: unknown key \"vary\" in network use (known: use, seed, script, hold)"
      ])
  }

  /// What is wrong with a lesson in a folder that is none of the library's, and what is noted.
  private func outside(_ text: String, with registries: [String: String] = [:]) throws -> LessonCheck {
    let sample = try LessonSample()
    defer { sample.remove() }
    let folder = sample.folder + "/own"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in registries {
      try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    let path = folder + "/own.yaml"
    try text.replacing("id: arp\n", with: "id: own\n").write(toFile: path, atomically: true, encoding: .utf8)
    var check = LessonCheck(sample.library, measure: LessonSample.rows)
    check.check(path, isFolder: false)
    return check
  }

  @Test func somebodysOwnFileNeedsNoEntriesInTheProgramsRegistries() throws {
    let right = LessonSample.lesson.replacing(
      #"reply.eth.dst", tag: twice"#, with: #"00:00:5e:00:53:99", tag: twice"#)
    let text = right.replacing("card: arp-target-ip", with: "card: my-card").replacing(
      "tag: counted-fcs", with: "tag: my-mistake")
    let check = try outside(text)
    #expect(check.ordered == [] && check.proofs.count == 1)
    #expect(
      check.notes.map { "\($0.line): \($0.text)" }.filter { $0.contains("called") } == [
        "41: note: no card is called \"my-card\"",
        "55: note: no mistake is called \"my-mistake\"; add it to mistakes.yaml",
      ])
    // Without a sentence of its own there is nothing to say.
    let silent = text.replacing(
      #", say: {en: "64 includes the FCS.", ko: "64에는 FCS가 들어 있습니다.", literal: [64]}"#, with: "")
    #expect(
      try outside(silent).ordered.map { "\($0.line): \($0.text)" } == [
        "55: no mistake is called \"my-mistake\"; add it to mistakes.yaml or say: what is said"
      ])
    // What is beside the file is found.
    let cards = LessonSample.registries["cards.yaml"]!.replacing("arp-target-ip:", with: "my-card:")
    let mistakes = LessonSample.registries["mistakes.yaml"]!.replacing(
      "  counted-fcs:", with: "  my-mistake:")
    let registered = try outside(silent, with: ["cards.yaml": cards, "mistakes.yaml": mistakes])
    #expect(registered.ordered == [] && !registered.notes.contains { $0.text.contains("called") })
  }

  @Test func mistakesAreProposedFromCardsThatAreAlike() throws {
    let right = LessonSample.lesson.replacing(
      #"reply.eth.dst", tag: twice"#, with: #"00:00:5e:00:53:99", tag: twice"#)
    let start = try #require(right.range(of: "        wrong:\n          - {field: arp.src"))
    let end = try #require(
      right.range(of: "        why: {en: \"The target", range: start.upperBound..<right.endIndex))
    let silent = right.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
    let sample = try LessonSample(silent)
    defer { sample.remove() }
    func notes(_ suggests: Bool) -> [String] {
      var check = LessonCheck(sample.library, measure: LessonSample.rows, suggests: suggests)
      check.check(sample.folder + "/08-arp.yaml", isFolder: false)
      return check.notes.map { "\($0.line): \($0.text)" }.filter { $0.contains("suggestion") }
    }
    #expect(notes(true) == [], "no card is alike")
    let cards = LessonSample.registries["cards.yaml"]!.replacing(
      "    taught: arp/ask\n  arp-target-ip:",
      with: "    taught: arp/ask\n    alike: [arp-target-ip]\n  arp-target-ip:")
    try cards.write(toFile: sample.folder + "/cards.yaml", atomically: true, encoding: .utf8)
    #expect(
      notes(true) == [
        "40: suggestion: question \"q-who\" foresees no mistake; questions of this card and those alike have: knows-before-asking (It knows before it asks), source-destination-swap (Source for destination), twice (The same twice)"
      ])
    #expect(notes(false) == [])
  }

  @Test func noChangeOfALessonFileTraps() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let scalars = Array(LessonSample.lesson.unicodeScalars)
    let letters = Array("{}[]\":'-#,\n 0x.=&|!(한".unicodeScalars)
    var state: UInt64 = 5
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    func attempt(_ text: [Unicode.Scalar]) {
      let source = Source(name: "x", text: String(String.UnicodeScalarView(text)))
      guard let (lesson, network) = try? Lesson.decode(source, library: sample.library) else { return }
      _ = try? LessonRun(
        lesson, on: network, reference: ReferenceLibrary(sample.library),
        registries: sample.library.registries())
    }
    for count in stride(from: 0, to: scalars.count, by: 61) { attempt(Array(scalars[..<count])) }
    for _ in 0..<60 {
      var changed = scalars
      changed[next(changed.count)] = letters[next(letters.count)]
      attempt(changed)
    }
  }
}
