import Testing

@testable import Networking

@Suite struct TCPConnectionDataTests {
  private func octets(_ range: Range<Int>) -> [UInt8] { range.map { UInt8(truncatingIfNeeded: $0) } }

  @Test func sendIsCutIntoFullSegmentsWithPSHOnTheLast() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(3000)
    tcp.expect(.accepted(3000))
    tcp.expect("ACK", seq: 1, length: 1448)
    tcp.expect("ACK", seq: 1449, length: 1448)
    tcp.expect("PSH, ACK", seq: 2897, length: 104)
    tcp.expectNothing()
  }

  @Test func tenSegmentsGoOutFirstAndEachAcknowledgmentLetsMoreGo() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(60_000)
    for index in 0..<10 { tcp.expect("ACK", seq: 1 + index * 1448, length: 1448) }
    tcp.expectNothing()
    tcp.arrive("ACK", seq: 1, ack: 1449)
    tcp.expect(.acknowledged(1448))
    tcp.expect("ACK", seq: 14_481, length: 1448)
    tcp.expect("ACK", seq: 15_929, length: 1448)
    tcp.expectNothing()
  }

  @Test func sendTakesOnlyWhatFitsAndWakesWhenThereIsRoom() {
    var tcp = TCPScript { $0.sendBuffer = 3000 }
    tcp.establish()
    tcp.send(5000)
    tcp.expect(.accepted(3000))
    tcp.send(1)
    tcp.expect(.accepted(0))
    tcp.arrive("ACK", seq: 1, ack: 3001)
    tcp.expect(.writable(3000))
    tcp.send(3000)
    tcp.expect(.accepted(3000))
    tcp.arrive("ACK", seq: 1, ack: 6001)
    tcp.expect(.writable(3000))
  }

  @Test func requestIsAcknowledgedAtOnceAndTheNextWithTheAnswer() {
    var server = TCPScript(opening: false)
    server.establish()
    server.arrive("PSH, ACK", seq: 1, ack: 1, data: octets(0..<79))
    server.expect("ACK", seq: 1, ack: 80, window: 509)
    server.receive()
    server.expectNothing()
    server.send(156)
    server.expect("PSH, ACK", seq: 1, ack: 80, length: 156, window: 509)
    server.tick(10)
    server.arrive("PSH, ACK", seq: 80, ack: 157, data: octets(0..<88))
    server.expectNothing()
    server.receive()
    server.send(10)
    server.expect("PSH, ACK", seq: 157, ack: 168, length: 10)
    server.expectNothing()
  }

  @Test func acknowledgmentWaitsFortyMilliseconds() {
    var tcp = TCPScript { $0.quickAcknowledgments = 0 }
    tcp.establish()
    tcp.arrive("PSH, ACK", seq: 1, ack: 1, data: octets(0..<100))
    tcp.expect(.timerStarted(.delayedAcknowledgment, until: 40_000_000))
    tcp.tick(39)
    tcp.expectNothing()
    tcp.tick(1)
    tcp.expect("ACK", seq: 1, ack: 101, at: 40)
  }

  @Test func everySecondFullSegmentIsAcknowledgedAtOnce() {
    var tcp = TCPScript { $0.quickAcknowledgments = 0 }
    tcp.establish()
    for index in 0..<3 {
      tcp.arrive("ACK", seq: 1 + index * 2896, ack: 1, data: octets(0..<1448))
      tcp.expectNothing()
      tcp.arrive("ACK", seq: 1449 + index * 2896, ack: 1, data: octets(0..<1448))
      tcp.expect("ACK", ack: 2897 + index * 2896)
      tcp.receive()
      tcp.expectNothing()
    }
  }

  @Test func windowShrinksWithUnreadDataAndNeverMovesBack() {
    var tcp = TCPScript()
    tcp.establish()
    var edge = 0
    for index in 0..<44 {
      tcp.arrive("ACK", seq: 1 + index * 1448, ack: 1, data: octets(0..<1448))
      while let segment = tcp.next() {
        let right = (segment.header.acknowledgment - tcp.theirs) + Int(segment.header.window) << 7
        #expect(right > edge - 128, "only rounding may take the edge back")
        edge = max(edge, right)
      }
    }
    #expect(tcp.connection.receive.promise == 528)
    tcp.receive()
    tcp.expect("ACK", ack: 63_713, window: 501, reason: .windowUpdate)
  }

  @Test func zeroWindowStopsTheSenderWhoAsksLessAndLessOften() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.tick(300)
    tcp.send(1448)
    tcp.expect("PSH, ACK", seq: 1, length: 1448)
    tcp.arrive("ACK", seq: 1, ack: 1449, window: 0)
    tcp.send(100)
    tcp.expectNothing()
    let timeout = tcp.connection.retransmission.timeout / 1_000_000
    tcp.tick(timeout)
    tcp.expect("ACK", seq: 1448, ack: 1, length: 0, reason: .windowProbe)
    tcp.arrive("ACK", seq: 1, ack: 1449, window: 0)
    tcp.tick(2 * timeout - 1)
    tcp.expectNothing()
    tcp.tick(1)
    tcp.expect("ACK", seq: 1448, reason: .windowProbe)
    tcp.arrive("ACK", seq: 1, ack: 1449, window: 502)
    tcp.expect("PSH, ACK", seq: 1449, length: 100)
    tcp.expect(.timerStopped(.persist))
  }

  @Test func probeOfAClosedWindowIsAnswered() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("ACK", seq: 0, ack: 1)
    tcp.expect("ACK", seq: 1, ack: 1)
  }

  @Test func dataOutOfOrderIsQueuedAndAcknowledgedTogether() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("ACK", seq: 101, ack: 1, data: octets(100..<200))
    tcp.expect(.queuedOutOfOrder(100))
    tcp.expect("ACK", ack: 1, reason: .duplicateAcknowledgment)
    tcp.arrive("ACK", seq: 251, ack: 1, data: octets(250..<300))
    tcp.expect("ACK", ack: 1)
    tcp.arrive("ACK", seq: 51, ack: 1, data: octets(50..<260))
    tcp.expect("ACK", ack: 1)
    tcp.expect(.queuedOutOfOrder(100))
    tcp.arrive("ACK", seq: 1, ack: 1, data: octets(0..<60))
    tcp.expect(.received(300))
    tcp.expect("ACK", ack: 301)
    tcp.receive()
    guard case .delivered(let bytes, let arrived)? = tcp.told.last else {
      return tcp.fail("nothing delivered")
    }
    #expect(bytes == octets(0..<300))
    #expect(arrived == [6, 5, 3, 5, 4])
  }

  @Test func finAheadOfAGapWaitsForIt() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("FIN, ACK", seq: 101, ack: 1)
    tcp.expect("ACK", ack: 1)
    tcp.expect(.established)
    tcp.arrive("ACK", seq: 1, ack: 1, data: octets(0..<100))
    tcp.expect(.closeWait)
    tcp.expect(.readable(100))
    tcp.expect(.peerClosed)
  }

  @Test func repeatedDataIsAcknowledgedAgainAndNotDeliveredAgain() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("PSH, ACK", seq: 1, ack: 1, data: [1, 2, 3])
    tcp.forget()
    tcp.arrive("PSH, ACK", seq: 1, ack: 1, data: [1, 2, 3])
    tcp.expect(.dropped(.duplicate))
    tcp.expect("ACK", ack: 4, reason: .duplicateAcknowledgment)
    #expect(tcp.connection.readable == 3)
  }

  @Test func numbersWrapAroundAtTwoToThe32() {
    var tcp = TCPScript(ours: .max - 1000, theirs: .max - 10)
    tcp.establish()
    tcp.send(2000)
    tcp.expect("ACK", seq: 1, length: 1448)
    tcp.expect("PSH, ACK", seq: 1449, length: 552)
    tcp.arrive("ACK", seq: 1, ack: 2001, data: octets(0..<100))
    tcp.expect(.acknowledged(2000))
    tcp.expect("ACK", seq: 2001, ack: 101)
    tcp.arrive("ACK", seq: 201, ack: 2001, data: octets(200..<300))
    tcp.arrive("ACK", seq: 101, ack: 2001, data: octets(100..<200))
    tcp.receive()
    #expect(tcp.told.contains(.delivered(octets(0..<300), arrived: [4, 6, 5])))
  }

  @Test func shortSegmentWaitsForTheOneBefore() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(10)
    tcp.expect("PSH, ACK", seq: 1, length: 10)
    tcp.send(20)
    tcp.send(30)
    tcp.expectNothing()
    tcp.arrive("ACK", seq: 1, ack: 11)
    tcp.expect("PSH, ACK", seq: 11, length: 50)
    tcp.connection.settings.noDelay = true
    tcp.send(5)
    tcp.expect("PSH, ACK", seq: 61, length: 5)
  }

  @Test func payloadKnowsTheCallsItCameFrom() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(10)
    tcp.send(20)
    tcp.send(30)
    tcp.arrive("ACK", seq: 1, ack: 11)
    #expect(tcp.emitted.map(\.dataMoments) == [[3], [4, 5]])
  }

  @Test func oldTimestampIsDropped() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.theirClock = 8999
    tcp.arrive("PSH, ACK", seq: 1, ack: 1, data: [1])
    tcp.expect(.dropped(.oldTimestamp))
    #expect(tcp.connection.readable == 0)
  }

  @Test func acknowledgmentOfUnsentDataIsAnsweredAndIgnored() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("ACK", seq: 1, ack: 500)
    tcp.expect(.dropped(.acknowledgesUnsent))
    tcp.expect("ACK", seq: 1, ack: 1, reason: .challenge)
    tcp.arrive("ACK", seq: 1, ack: 500)
    tcp.expectNothing()
  }
}
