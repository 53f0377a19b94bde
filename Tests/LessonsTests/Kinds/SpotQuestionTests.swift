import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

struct SpotQuestionTests {
  private static func why(_ text: String) -> String { "why: {en: \"\(text)\", ko: \"\(text)\"}" }
  private static let wrong = """
    wrong:
    - {field: tcp.seq_raw, tag: own-number, say: {en: "Its own.", ko: "자기 번호입니다."}}
    - {field: tcp.window_size_value, tag: own-window, say: {en: "Its own.", ko: "자기 윈도우입니다."}}
    """

  private func question(_ set: String, seed: UInt64? = nil) throws -> (PreparedQuestion, SpotKey) {
    let sample = try AskedSample(
      "spot", "corrupt: [{set: {\(set)}, \(Self.why("Because."))}]\n\(Self.wrong)", seed: seed)
    if sample.question == nil { Issue.record("\(sample.problems)") }
    let question = try #require(sample.question)
    return (question, try #require(question.key as? SpotKey))
  }

  private func trueUnit(_ question: PreparedQuestion, _ run: LessonRun) throws -> Dissection {
    var context = TimelineContext(run.branches.map(\.timeline), marks: run.marks)
    context.here = question.about
    let unit = context.shownUnit()
    return try #require(unit)
  }

  @Test func theFieldThatWasSetIsRightAndItsChecksumsFit() throws {
    let sample = try AskedSample(
      "spot", "corrupt: [{set: {tcp.ack_raw: syn.tcp.seq_raw}, \(Self.why("It awaits it."))}]\n\(Self.wrong)")
    let question = try #require(sample.question)
    let key = try #require(question.key as? SpotKey)
    let truth = try trueUnit(question, try #require(sample.run))
    let spoilt = try #require(question.substitute)
    #expect(spoilt.at == question.about && spoilt.unit.bytes.count == truth.bytes.count)
    let was = try #require(truth.header(TCP.self))
    let now = try #require(spoilt.unit.header(TCP.self))
    #expect(now.acknowledgment.value &+ 1 == was.acknowledgment.value && now.sequence == was.sequence)
    let tcp = try #require(spoilt.unit.layers.firstIndex { $0.protocol.name == "tcp" })
    let coverage = try spoilt.unit.checksumCoverage(of: tcp)
    let sum = spoilt.unit.bytes[coverage.field].reduce(0 as UInt16) { $0 << 8 | UInt16($1) }
    #expect(coverage.value(in: spoilt.unit.bytes) == sum && sum != was.checksum)
    #expect(question.grade(typed: "tcp.ack_raw") == .right && question.grade(question.rightAnswer) == .right)
    for byte in 42...45 { #expect(question.grade(typed: "\(byte)") == .right) }
    #expect(question.grade(typed: "tcp.seq_raw").tag == "own-number")
    #expect(question.grade(typed: "ip.ttl") == .wrong(nil))
    #expect(
      key.remark(on: try question.answer(typed: "ip.ttl"))?.en.hasPrefix("Time to Live (ip.ttl): ") == true)
    #expect(question.why.text.en == "It awaits it. That is why.")
    #expect(question.hides.isEmpty, "the field itself must be seen")
    #expect(question.shown.map(\.subject.description) == ["field tcp/tcp.ack_raw"])
  }

  @Test func nothingThatAReaderComputesIsThere() throws {
    let (question, key) = try question("ip.checksum: ip.checksum - 256")
    let unit = try #require(key.targets.unit)
    for layer in unit.layers {
      #expect(!layer.nodes.contains { $0.field.isGenerated })
      for (index, node) in layer.nodes.enumerated() { #expect((-1..<index).contains(node.parent)) }
    }
    #expect(question.grade(typed: "ip.checksum.status") == .invalid(.absentField("ip.checksum.status")))
    #expect(question.grade(typed: "ip.checksum") == .right)
  }

  @Test func aChecksumThatIsSetStaysWrongAlsoBesideAnotherField() throws {
    let (question, key) = try question("ip.checksum: 0, ip.ttl: 3")
    let header = try #require(key.targets.unit?.header(IPv4.self))
    #expect(header.checksum == 0 && header.timeToLive == 3)
    #expect(question.grade(typed: "ip.checksum") == .right && question.grade(typed: "ip.ttl") == .right)
    #expect(
      question.rightAnswer == .subjects([.field(key.answers[0])]) && key.answers[0].name == "ip.checksum")
  }

  @Test func aFieldInsideOrAroundIsRightToo() throws {
    let (flag, _) = try question("tcp.flags.ack: 0")
    for typed in ["tcp.flags.ack", "tcp.flags", "47"] { #expect(flag.grade(typed: typed) == .right) }
    for typed in ["tcp.flags.syn", "46", "tcp.dstport"] { #expect(flag.grade(typed: typed) == .wrong(nil)) }
    let (address, _) = try question("eth.dst: request.eth.dst")
    for typed in ["eth.dst", "eth.dst.ig", "eth.dst.lg", "0", "5"] {
      #expect(address.grade(typed: typed) == .right)
    }
    #expect(address.grade(typed: "eth.src") == .wrong(nil))
  }

  @Test func theSeedTakesOneOfThem() throws {
    let keys = "corrupt: [{set: {ip.ttl: 1}, \(Self.why("A."))}, {set: {tcp.dstport: 99}, \(Self.why("B."))}]"
    var reasons: Set<String> = []
    for seed in 1...8 {
      let question = try #require(try AskedSample("spot", keys, seed: UInt64(seed)).question)
      reasons.insert(question.why.text.en)
      let right = question.why.text.en.hasPrefix("A.") ? "ip.ttl" : "tcp.dstport"
      #expect(question.grade(typed: right) == .right)
    }
    #expect(reasons == ["A. That is why.", "B. That is why."])
  }

  @Test func whatSpoilsNothingIsSaid() throws {
    func sample(_ set: String) throws -> AskedSample {
      try AskedSample("spot", "corrupt: [{set: {\(set)}, \(Self.why("A."))}]\n\(Self.wrong)")
    }
    let same = try sample("ip.ttl: ip.ttl")
    #expect(same.problems == ["question \"q\": nothing in the frame can be set wrong"])
    #expect(same.dropped == ["this changes nothing: the frame has that value"])
    #expect(try sample("arp.opcode: 1").problems.first == "the frame here has no arp.opcode")
    #expect(try sample("ip.ttl: 300").problems.first?.hasPrefix("ip.ttl") == true)
    #expect(try sample("tcp.flags.str: 3").problems.map { $0.prefix(25) } == ["tcp.flags.str is computed"])
    #expect(try AskedSample("spot", "corrupt: []").problems == ["a spot needs something that is wrong"])
    let wrong = try sample("tcp.seq_raw: 7")
    #expect(wrong.dropped == ["this wrong answer is the right one, tcp.seq_raw"])
  }

  /// The true frame is nowhere in the plain dialogue while the question is open.
  @Test func thePlainDialogueShowsTheSpoiltFrame() throws {
    let sample = try AskedSample("spot", "corrupt: [{set: {ip.ttl: 3}, \(Self.why("Too few."))}]")
    let run = try #require(sample.run)
    var dialogue = PlainDialogue(
      run, language: .en, reference: ReferenceLibrary(BuiltInTests.library), step: 1,
      wrap: { text, _ in [text] })
    _ = dialogue.begin()
    let asked = dialogue.take("")
    #expect(asked.contains { $0.hasSuffix("ip.ttl  Time to Live: 3") })
    #expect(dialogue.take("f").contains("    Time to Live (ip.ttl): 3"))
    #expect(dialogue.take("f ip.ttl").first?.contains("3") == true)
    #expect(dialogue.take("ip.ttl").first == "Right. Too few. That is why.")
  }
}
