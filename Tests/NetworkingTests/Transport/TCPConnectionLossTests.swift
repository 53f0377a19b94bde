import Testing

@testable import Networking

@Suite struct TCPConnectionLossTests {
  @Test func timeoutDoublesFromTwoHundredMilliseconds() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(100)
    tcp.expect("PSH, ACK", seq: 1, length: 100)
    for time: Int64 in [200, 600, 1400, 3000] {
      tcp.tick(time - tcp.now / 1_000_000)
      tcp.expect("PSH, ACK", seq: 1, length: 100, reason: .retransmission, at: time)
      tcp.expectNothing()
    }
  }

  @Test func retransmissionHasAFreshTimestampAndIdentification() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(1)
    tcp.tick(200)
    let sent = tcp.emitted
    #expect(sent.map { $0.header.timestamps?.value } == [500, 700])
    #expect(sent.map(\.identification) == [102, 103])
    #expect(sent[1].evidence.contains(FieldOrigin(TCP.fields.sequence, .tcp.retransmitted, 3)))
  }

  @Test func connectionIsGivenUpAfterFifteenRetransmissions() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(1)
    tcp.tick(2_000_000)
    #expect(tcp.emitted.count == 16)
    tcp.expect(.ended(.timedOut))
    tcp.expect(.closed)
  }

  @Test func afterATimeoutLostSegmentsFollowAsAcknowledgmentsCome() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(1448 * 4)
    tcp.forget()
    tcp.tick(200)
    tcp.expect("ACK", seq: 1, length: 1448, reason: .retransmission)
    tcp.expectNothing()
    tcp.arrive("ACK", seq: 1, ack: 1449)
    tcp.expect("ACK", seq: 1449, length: 1448, reason: .retransmission)
    tcp.expect("ACK", seq: 2897, length: 1448, reason: .retransmission)
    tcp.expectNothing()
    tcp.arrive("ACK", seq: 1, ack: 1448 * 4 + 1)
    tcp.expectNothing()
    #expect(tcp.connection.nextDeadline == nil)
  }

  @Test func measuredRoundTripSetsTheTimeout() {
    var timer = RetransmissionTimer(TCPSettings())
    timer.measured(100_000_000)
    #expect(timer.smoothed == 100_000_000 && timer.timeout == 300_000_000)
    timer.measured(100_000_000)
    #expect(timer.variation == 37_500_000 && timer.timeout == 250_000_000)
    timer.expired()
    #expect(timer.timeout == 500_000_000)
    for _ in 0..<20 { timer.expired() }
    #expect(timer.timeout == 120_000_000_000)
  }

  @Test func roundTripOfARepeatedSegmentComesFromTheTimestamp() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(1)
    tcp.tick(230)
    // Sent at 0 and at 200 ms; the echo says that the first was answered.
    tcp.arrive(
      "ACK", seq: 1, ack: 2, options: [.noOperation, .noOperation, .timestamps(value: 9000, echo: 500)])
    #expect(tcp.connection.retransmission.smoothed == 28_750_000)
  }

  @Test func sipHashMatchesItsTestVector() {
    let key: (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    // Aumasson, Bernstein: "SipHash: a fast short-input PRF", appendix A.
    #expect(SipHash.hash((0..<15).map { UInt8($0) }, key: key) == 0xa129_ca61_49be_45e5)
  }

  @Test func initialSequenceNumberTicksEveryFourMicroseconds() {
    let secret = TCPSecret(1, 2)
    func number(_ port: UInt16, _ now: Int64) -> SequenceNumber {
      secret.initialSequenceNumber(
        local: Endpoint(TCPScript.laptop.address, port), remote: TCPScript.web, at: now)
    }
    #expect(number(1, 4_000_000) - number(1, 0) == 1000)
    #expect(number(1, 0) != number(2, 0))
  }
}
