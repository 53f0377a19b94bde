import Analysis
import Documents
import Foundation
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// What an open question asks for where it is short, and stands without a field: lengths, times, numbers in a picture; and
/// what is pointed at while another picture has its place.
struct GuardedQuestionTests {
  /// A question of a kind after the SYN-ACK of a page on two hosts and a switch, asked.
  private func asking(
    _ kind: String, _ keys: String, _ language: Language, view: String = "stack", size: Size
  ) throws -> Model {
    let lesson = """
      format: 2
      id: guarded
      title: {en: "Guarded", ko: "가림"}
      network: {use: two-hosts, seed: 7, script: ["laptop: browse http://10.0.0.20/"]}
      steps:
        - id: synack
          at: "tcp.flags.syn == 1 && tcp.flags.ack == 1"
          view: \(view)
          say: {en: "It answers.", ko: "응답합니다."}
          after:
            - id: q
              card: c
              kind: \(kind)
              ask: {en: "What is it?", ko: "무엇일까요?"}
              \(keys)
              why: {en: "So it is.", ko: "그렇습니다."}
      """
    let file = NSTemporaryDirectory() + "/guarded-\(UInt64.random(in: 0...UInt64.max)).yaml"
    try lesson.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let walk = try WalkLoader(GuardTests.library, seed: nil).open(.lesson(file))
    var model = Fixture.model(walk, language, width: size.width, height: size.height)
    for _ in 0..<3 where !model.isAsking { try model.press([.right]) }
    #expect(model.isAsking)
    return model
  }

  /// What all pictures draw beside the question, a text each.
  private func screens(_ asked: Model) throws -> [String] {
    var looking = asked
    for _ in 0..<6 where looking.shownWalk?.focus != .picture { try looking.press([.tab]) }
    var texts = [view(asked).lines.joined(separator: "\n")]
    for picture in Picture.all {
      try looking.press([.character(Character(String(picture.digit)))])
      texts.append(view(looking).lines.joined(separator: "\n"))
    }
    return texts
  }

  @Test(arguments: Language.allCases, GuardTests.sizes)
  func theLengthOfALayerIsMaskedAndThoseOfTheOthersAreNot(language: Language, size: Size) throws {
    let bytes = language == .en ? "40 bytes" : "40바이트"
    for text in try screens(asking("number", "right: len(tcp)", language, size: size)) {
      #expect(!["TCP 40", "TCP40", "+ 40", bytes].contains { text.contains($0) }, "\(text)")
    }
    // So that something is looked for above.
    let other = try screens(asking("number", "right: len(eth)", language, size: size))
    #expect(other.contains { $0.contains("TCP 40") } && other.contains { $0.contains(bytes) })
    #expect(!other.contains { $0.contains("Eth 14") || $0.contains("IP 14") })
  }

  @Test(arguments: Language.allCases, GuardTests.sizes)
  func aTimeThatIsAskedForIsNotInTheTitle(language: Language, size: Size) throws {
    let asked = try asking("number", "right: moment.time", language, size: size)
    let walk = try #require(asked.shownWalk)
    let time = ValueFormat.ms.text(Reading(.time(walk.scene.moment.time)))
    #expect(time.count > 4 && walk.openQuestion?.secrets.contains(time) == true)
    for text in try screens(asked) { #expect(!text.contains(time), "\(text)") }
    let other = try asking("number", "right: len(eth)", language, size: size)
    #expect(view(other).lines[0].contains(time))
  }

  /// A 1 stands everywhere; in the rulers it is what is asked for.
  @Test(arguments: Language.allCases, GuardTests.sizes)
  func theNumbersOfARulerDoNotTellTheAnswer(language: Language, size: Size) throws {
    func numbers(_ right: String) throws -> String {
      var model = try asking("number", "right: \(right)", language, view: "tcp", size: size)
      for _ in 0..<6 where model.shownWalk?.focus != .picture { try model.press([.tab]) }
      try model.press([.character("5")])
      // Without the edge, which has the digits of all pictures.
      return model.drawnPicture.split(separator: "\n").dropFirst().joined(separator: "\n")
    }
    func isTold(_ number: String, in text: String) -> Bool {
      text.split { !$0.isNumber }.contains { $0 == number }
    }
    let open = try numbers("ip.ttl")
    #expect(isTold("1", in: open) && open.contains(":80"), "\(open)")
    let masked = try numbers("tcp.ack")
    #expect(!isTold("1", in: masked) && masked.contains(Sign.hidden.text), "\(masked)")
    #expect(try !isTold("1", in: numbers("tcp.ack + tcp.len")))
    #expect(try !numbers("tcp.srcport").contains(":80"))
  }

  /// Rows are pointed at in the tables: where another picture has their place it is said how they come back.
  @Test(arguments: Language.allCases)
  func whereTheTablesAreNotInViewTheirKeyIsNamed(language: Language) throws {
    for size in [Size(width: 80, height: 24), Size(width: 80, height: 22), Size(width: 120, height: 40)] {
      var model = try asking(
        "pick", "right: {row: \"switch.mac[eth.dst]\"}", language, view: "tables", size: size)
      let how = Texts.pickElsewhere(.row, .tables)[language]
      #expect(!view(model).lines.joined(separator: "\n").contains(how))
      try model.press([.character("2")])
      let lines = view(model).lines
      #expect(lines.contains { $0.contains("> " + how) }, "\(lines.joined(separator: "\n"))")
      let footer = language == .en ? "4 tables" : "4 표"
      #expect(lines.last?.contains(footer) == true, "\(lines.last ?? "")")
      #expect(lines.last?.contains(language == .en ? "Enter answer" : "Enter 답하기") == false)
      try model.press([.character("4")])
      for _ in 0..<12 where model.shownWalk?.question?.state.attempts.isEmpty == true {
        try model.press([.down, .enter])
      }
      #expect(model.shownWalk?.question?.state.attempts.count == 1)
    }
  }
}
