import Documents
import Foundation
import Testing

@testable import Lessons

struct GlossaryTests {
  private static let glossary = Glossary(
    LessonLibrary(folders: [BuiltInTests.repository.appendingPathComponent("lessons").path]).registries()
      .terms.all)

  /// The terms found, each as it is written and with its id.
  private func terms(_ text: String, _ language: Language, topics: Set<String> = []) -> [String] {
    var seen: Set<String> = []
    return Self.glossary.occurrences(in: text, language, topics: topics, seen: &seen)
      .map { "\(text[$0.range]) \($0.term)" }
  }

  @Test(arguments: [
    ("The router has an IP address.", ["router router", "IP address ip-address"]),
    (
      "Routers have MAC addresses and headers.",
      ["Router router", "MAC address mac-address", "header header"]
    ),
    ("A SYN-ACK goes to eth.frame, tcp.ack and ROUTER.", []),
    ("A three-way handshake; a handshake.", ["three-way handshake handshake"]),
    ("Two checksums (a checksum).", ["checksum checksum"]),
    ("It is a subrouter, a router2, router_b.", []),
    ("shutdown() ends it.", ["shutdown() shutdown"]),
    ("TCP/IP", ["TCP/IP tcp-ip"]),
    ("router", ["router router"]),
    ("", []),
  ])
  func aTermIsFoundWhereItIsAWord(text: String, expected: [String]) {
    #expect(terms(text, .en) == expected)
  }

  @Test(arguments: [
    ("라우터가 IP 주소를 봅니다.", ["라우터 router", "IP 주소 ip-address"]),
    ("라우터에서는 라우팅 테이블로만 갑니다.", ["라우터 router", "라우팅 테이블 routing-table"]),
    ("재전송합니다. 체크섬입니다.", ["재전송 retransmission", "체크섬 checksum"]),
    ("ACK 번호는 MSS와 다릅니다.", ["ACK 번호 ack-number", "MSS mss"]),
    ("부라우터, 라우터나무, 체크섬이라는", ["체크섬 checksum"]),
    ("공유기들까지", ["공유기 home-router"]),
    ("헤더", ["헤더 header"]),
  ])
  func aKoreanTermIsFoundWithItsParticle(text: String, expected: [String]) {
    #expect(terms(text, .ko) == expected)
  }

  @Test func anEverydayWordIsATermOnItsTopicsOnly() {
    #expect(terms("The queue has a carry.", .en) == [])
    #expect(terms("The queue has a carry.", .en, topics: ["ip"]) == ["carry carry"])
    #expect(terms("큐가 찼습니다.", .ko, topics: ["tcp", "x"]) == ["큐 queue"])
  }

  @Test func aTermIsFoundOnceInAStep() {
    var seen: Set<String> = []
    let first = Self.glossary.occurrences(in: "A router.", .en, topics: [], seen: &seen)
    #expect(first.map(\.term) == ["router"] && seen == ["router"])
    #expect(
      Self.glossary.occurrences(in: "The router's header.", .en, topics: [], seen: &seen).map(\.term) == [
        "header"
      ])
  }

  @Test func spellingsAreAcceptedInBothLanguagesWhateverTheirCaseAndWidth() {
    #expect(Self.glossary.spellings(of: "default-route") == ["default route", "기본 경로", "디폴트 경로"])
    #expect(Self.glossary.spellings(of: "none") == [])
    #expect(Self.glossary.term(typed: "  DEFAULT   Route") == "default-route")
    #expect(Self.glossary.term(typed: "ＭＳＳ") == "mss")
    #expect(Self.glossary.term(typed: "디폴트 경로") == "default-route")
    #expect(Self.glossary.term(typed: "nothing") == nil && Self.glossary.term(typed: " ") == nil)
  }

  @Test func everyTermIsFoundByEachOfItsSpellings() {
    let terms = LessonLibrary(folders: [BuiltInTests.repository.appendingPathComponent("lessons").path])
      .registries().terms.all
    for term in terms {
      let topics = Set(term.value.topics.map(\.value))
      for language in Language.allCases {
        for spelling in term.value.spellings(language) {
          let text = language == .en ? "(\(spelling))." : "\(spelling)의 것"
          #expect(self.terms(text, language, topics: topics) == ["\(spelling) \(term.key)"], "\(spelling)")
        }
      }
    }
  }

  @Test func aRefusedSpellingIsFoundWithWhatToWrite() {
    let found = Self.glossary.refused(in: "이 대기열은 큽니다.")
    #expect(found.map(\.spelling) == ["대기열"] && found.map(\.instead) == ["큐"] && found.map(\.offset) == [4])
    #expect(Self.glossary.refused(in: "이 큐는 큽니다.").isEmpty)
  }

  @Test func findingTheTermsOfAStepIsQuick() {
    let text = String(
      repeating: "The router passes packets of the TCP connection on, by its routing table. ", count: 4)
    let clock = ContinuousClock()
    let taken = clock.measure { for _ in 0..<20 { _ = terms(text, .en, topics: ["tcp"]) } }
    #expect(taken / 20 < .milliseconds(20), "\(taken / 20)")
  }
}
