import Testing

@testable import Documents

struct ParticleTests {
  @Test(arguments: [
    ("192.0.2.129", "는"), ("192.0.2.130", "은"), ("00:00:5e:00:53:10", "은"), ("ff:ff:ff:ff:ff:ff", "는"),
    ("0x0806", "은"),
    ("0x00c", "는"), ("80", "은"), ("1", "은"), ("2", "는"), ("3", "은"), ("4", "는"), ("5", "는"), ("6", "은"),
    ("7", "은"), ("8", "은"),
    ("9", "는"), ("SYN", "은"), ("FIN", "은"), ("ACK", "는"), ("SYN-ACK", "는"), ("NAT", "는"), ("LAN", "은"),
    ("URL", "은"),
    ("TCP", "는"), ("DNS", "는"), ("ISN", "은"), ("TTL", "은"), ("MAC", "은"), ("ARP (0x0806)", "는"),
    ("request (1)", "는"),
    ("노트북", "은"), ("스위치", "는"), ("laptop", "은"), ("router", "는"), ("web", "은"), ("switch", "는"),
    ("printer", "는"),
    ("socket", "은"), ("host", "는"), ("http", "는"), ("frame", "은"), ("www.example.com", "은"),
    ("http://www.example.com/", "은"), ("\"A\"", "는"), ("", "는"),
    ("(x)", "는"), ("HTTP/1.1", "은"), ("공유기(router)", "는"),
  ])
  func aParticleFollowsTheSoundBeforeIt(text: String, expected: String) {
    #expect(Particle("은/는")!.following(text) == expected)
  }

  @Test(arguments: [
    ("0", "으로"), ("1", "로"), ("2", "로"), ("3", "으로"), ("6", "으로"), ("7", "로"), ("8", "로"), ("URL", "로"),
    ("SYN", "으로"), ("서울", "로"),
  ])
  func rieulTakesTheShortFormOf으로(text: String, expected: String) {
    #expect(Particle("으로/로")!.following(text) == expected)
  }

  @Test func otherPairs() {
    #expect(Particle("이에요/예요")!.following("SYN") == "이에요")
    #expect(Particle("과/와")!.following("80") == "과")
    #expect(Particle("이/가")!.following("192.0.2.1") == "이")
    #expect(Particle("는/은") == nil)
  }

  @Test func aTextTakesItsParticleAlong() {
    #expect("\("ARP".with("이/가")) 있습니다" == "ARP가 있습니다")
    #expect("\"==\"".with("으로/로") == "\"==\"로")
  }
}
