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

  /// `ss -ti` of a Linux 6.18 kernel, after the handshake and after 4 and 12 more samples, one a round trip; its clock
  /// ticks every 4 ms and rounds up.
  @Test(
    arguments: [
      (40, [204, 204, 204]), (10_000, [212, 212, 212]), (50_000, [252, 252, 252]),
      (100_000, [304, 304, 304]), (200_000, [604, 492, 412]), (500_000, [1504, 1164]),
    ] as [(Int64, [Int64])])
  func measuredRoundTripSetsTheTimeout(microseconds: Int64, kernel: [Int64]) {
    var timer = RetransmissionTimer(TCPSettings())
    var next = SequenceNumber(1)
    var timeouts: [Int64] = []
    for sample in 0...12 {
      timer.measured(microseconds * 1000, acknowledged: next, next: next)
      if [0, 4, 12].contains(sample) { timeouts.append(timer.timeout / 1_000_000) }
      next = next + 1448
    }
    for (ours, theirs) in zip(timeouts, kernel) { #expect((theirs - 8...theirs).contains(ours)) }
    #expect(timer.smoothed == microseconds * 1000)
  }

  /// RTT 603.7 ms: the kernel waits 804 ms at last, 200 beyond the round trip.
  @Test func theLeastWaitStandsBesideTheRoundTrip() {
    var timer = RetransmissionTimer(TCPSettings())
    for sample in 0..<60 {
      timer.measured(
        603_700_000, acknowledged: SequenceNumber(UInt32(sample + 1)),
        next: SequenceNumber(UInt32(sample + 1)))
    }
    #expect((803_700_000...804_000_000).contains(timer.timeout))
  }

  @Test func timeoutsDoubleTheWait() {
    var timer = RetransmissionTimer(TCPSettings())
    timer.measured(100_000_000, acknowledged: SequenceNumber(1), next: SequenceNumber(1))
    #expect(timer.timeout == 300_000_000)
    timer.expired()
    #expect(timer.timeout == 600_000_000)
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

  /// RFC 5681 §4.1; a Linux kernel's flights after 2 s of silence are 10, 20, 40 again.
  @Test func afterASilenceTheWindowIsTheFirstAgain() {
    var tcp = TCPScript()
    tcp.establish(window: 5000)
    tcp.send(1448 * 10)
    tcp.tick(100)
    for segment in 1...10 { tcp.arrive("ACK", seq: 1, ack: 1448 * segment + 1, window: 5000) }
    #expect(tcp.connection.congestion.octets > 1448 * 10)
    tcp.forget()
    tcp.tick(2000)
    tcp.send(1448 * 30)
    #expect(tcp.emitted.count == 10)
  }
}
