import Testing

@testable import Networking

@Suite struct TCPConnectionHandshakeTests {
  @Test func openerSendsSYNThenACK() {
    var tcp = TCPScript()
    tcp.connect()
    tcp.expect(.synSent)
    tcp.expect("SYN", seq: 0, window: 64240)
    tcp.arrive("SYN, ACK", seq: 0, ack: 1, window: 65160)
    tcp.expect(.changed(from: .synSent, to: .established, arc: "rcv SYN,ACK / snd ACK"))
    tcp.expect(.connected)
    tcp.expect("ACK", seq: 1, ack: 1, window: 502)
    tcp.expectNothing()
  }

  @Test func listenerAnswersWithSYNACKAndOpensOnACK() {
    var tcp = TCPScript(opening: false)
    tcp.arrive("SYN", seq: 0, window: 64240)
    tcp.expect(.changed(from: .listen, to: .synReceived, arc: "rcv SYN / snd SYN,ACK"))
    tcp.expect("SYN, ACK", seq: 0, ack: 1, window: 65160)
    tcp.arrive("ACK", seq: 1, ack: 1)
    tcp.expect(.changed(from: .synReceived, to: .established, arc: "rcv ACK of SYN / x"))
    tcp.expect(.connected)
    tcp.expectNothing()
  }

  @Test func optionsAreOnlyUsedWhenBothOffer() {
    var tcp = TCPScript(opening: false)
    tcp.arrive("SYN", seq: 0, options: [.maximumSegmentSize(1000)])
    let answer = tcp.next()
    #expect(answer?.header.options == [.maximumSegmentSize(1460)])
    #expect(answer?.header.window == 64240)
    tcp.theirClock = nil
    tcp.arrive("ACK", seq: 1, ack: 1, window: 4000)
    #expect(tcp.connection.segmentSize == 1000)
    tcp.send(2500)
    tcp.expect("ACK", seq: 1, ack: 1, length: 1000)
    tcp.expect("ACK", seq: 1001, ack: 1, length: 1000)
    tcp.expect("PSH, ACK", seq: 2001, ack: 1, length: 500)
  }

  @Test func bothOpenAtOnceAndMeet() {
    var tcp = TCPScript()
    tcp.connect()
    tcp.expect("SYN", seq: 0)
    tcp.arrive("SYN", seq: 0, window: 64240)
    tcp.expect(.synReceived)
    tcp.expect("SYN, ACK", seq: 0, ack: 1)
    tcp.arrive("SYN, ACK", seq: 0, ack: 1, window: 64240)
    tcp.expect(.established)
    tcp.expect("ACK", seq: 1, ack: 1)
  }

  @Test func synIsRepeatedAfterOneTwoFourSecondsAndGivenUp() {
    var tcp = TCPScript()
    tcp.connect()
    tcp.expect("SYN", seq: 0)
    for time: Int64 in [1, 3, 7, 15, 31, 63] {
      tcp.tick(time * 1000 - tcp.now / 1_000_000)
      tcp.expect("SYN", seq: 0, reason: .retransmission, at: time * 1000)
      tcp.expectNothing()
    }
    tcp.tick(63_999)
    tcp.expect(.synSent)
    tcp.tick(1)
    tcp.expect(.closed)
    tcp.expect(.ended(.timedOut))
    tcp.expectNothing()
    #expect(tcp.now == 127_000_000_000)
  }

  @Test func synACKIsRepeatedByItselfAndWhenTheSYNComesAgain() {
    var tcp = TCPScript(opening: false)
    tcp.arrive("SYN", seq: 0)
    tcp.expect("SYN, ACK", seq: 0, ack: 1)
    tcp.tick(1000)
    tcp.expect("SYN, ACK", seq: 0, ack: 1, reason: .retransmission)
    tcp.arrive("SYN", seq: 0)
    tcp.expect("SYN, ACK", seq: 0, ack: 1, reason: .repetition)
    tcp.arrive("ACK", seq: 1, ack: 1)
    tcp.expect(.established)
    #expect(tcp.connection.congestion.octets == 1448, "after a lost SYN the network is trusted less")
  }

  @Test func lostThirdACKIsMadeGoodByData() {
    var tcp = TCPScript(opening: false)
    tcp.arrive("SYN", seq: 0)
    tcp.forget()
    tcp.arrive("PSH, ACK", seq: 1, ack: 1, data: [1, 2])
    tcp.expect(.established)
    tcp.expect(.connected)
    tcp.expect(.readable(2))
    tcp.expect("ACK", seq: 1, ack: 3)
  }

  @Test func repeatedSYNACKIsAnsweredWithAnACK() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("SYN, ACK", seq: 0, ack: 1)
    tcp.expect("ACK", seq: 1, ack: 1)
    tcp.expect(.established)
  }

  @Test func refusedSYNEndsTheConnection() {
    var tcp = TCPScript()
    tcp.connect()
    tcp.forget()
    tcp.arrive("RST, ACK", seq: -5_000_000, ack: 1, window: 0, options: [])
    tcp.expect(.closed)
    tcp.expect(.ended(.refused))
    tcp.expectNothing()
  }

  @Test func resetForAnotherSYNIsIgnored() {
    var tcp = TCPScript()
    tcp.connect()
    tcp.arrive("RST, ACK", seq: 0, ack: 2)
    tcp.expect(.synSent)
    tcp.expect(.dropped(.acknowledgesUnsent))
  }

  @Test func unreachableEndsOnlyAnOpening() {
    var tcp = TCPScript()
    tcp.connect()
    tcp.handle(.unreachable, "ICMP host unreachable")
    tcp.expect(.ended(.unreachable))
    var open = TCPScript()
    open.establish()
    open.handle(.unreachable, "ICMP host unreachable")
    open.expect(.established)
  }

  @Test func closedPortRefusesByRFC9293() {
    var syn = TCP()
    syn.sourcePort = 40000
    syn.destinationPort = 81
    syn.sequence = SequenceNumber(7)
    syn.syn = true
    let refusal = TCPConnection.refusal(of: syn, payloadLength: 0)
    #expect(refusal?.flagNames == "RST, ACK")
    #expect(refusal?.sequence == SequenceNumber(0))
    #expect(refusal?.acknowledgment == SequenceNumber(8))
    #expect(refusal?.window == 0 && refusal?.options == [])
    #expect(refusal?.sourcePort == 81 && refusal?.destinationPort == 40000)

    var data = syn
    data.syn = false
    data.ack = true
    data.acknowledgment = SequenceNumber(99)
    let answer = TCPConnection.refusal(of: data, payloadLength: 10)
    #expect(answer?.flagNames == "RST")
    #expect(answer?.sequence == SequenceNumber(99))

    data.rst = true
    #expect(TCPConnection.refusal(of: data, payloadLength: 0) == nil)
  }

  @Test func acknowledgmentOfNothingSentIsReset() {
    var tcp = TCPScript()
    tcp.connect()
    tcp.forget()
    tcp.arrive("ACK", seq: 77, ack: 9)
    tcp.expect("RST", seq: 9)
    tcp.expect(.synSent)
  }

  @Test func listenerQueuesUpToItsBacklog() {
    var listener = TCPListener(local: Endpoint(.unspecified, 80), backlog: 1)
    var syn = TCP()
    syn.syn = true
    func id(_ port: UInt16) -> TCPConnection.ID {
      TCPConnection.ID(local: TCPScript.web, remote: Endpoint(TCPScript.laptop.address, port))
    }
    for port: UInt16 in [1, 2] {
      #expect(listener.answer(to: syn) == .open)
      listener.add(id(port))
      listener.completed(id(port))
    }
    #expect(listener.answer(to: syn) == .drop(.backlogFull))
    #expect(listener.accept() == id(1))
    #expect(listener.answer(to: syn) == .open)
    syn.ack = true
    #expect(listener.answer(to: syn) == .refuse)
    #expect(listener.hears(TCPScript.web))
  }

  @Test func everySegmentSaysWhereItsValuesCameFrom() throws {
    var tcp = TCPScript()
    tcp.connect()
    tcp.arrive("SYN, ACK", seq: 0, ack: 1)
    _ = tcp.next()
    let next = tcp.next()
    let acknowledgment = try #require(next)
    let fields = TCP.fields
    #expect(acknowledgment.evidence.contains(FieldOrigin(fields.acknowledgment, .tcp.acknowledgesUpTo, 2)))
    #expect(acknowledgment.evidence.contains(FieldOrigin(fields.sequence, .tcp.nextSequence, 1)))
    #expect(acknowledgment.evidence.contains(FieldOrigin(fields.sourcePort, .tcp.ephemeralPort, 0)))
    #expect(acknowledgment.evidence.contains(FieldOrigin(fields.window, .tcp.freeReceiveBuffer, 2)))
  }
}
