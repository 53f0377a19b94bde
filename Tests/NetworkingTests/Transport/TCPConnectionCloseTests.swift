import Testing

@testable import Networking

@Suite struct TCPConnectionCloseTests {
  @Test func serverClosesFirstInThreeSegments() {
    var laptop = TCPScript()
    laptop.establish()
    laptop.arrive("FIN, ACK", seq: 1, ack: 1)
    laptop.expect(.changed(from: .established, to: .closeWait, arc: "rcv FIN / snd ACK"))
    laptop.expect(.peerClosed)
    laptop.expectNothing()
    laptop.close()
    laptop.expect("FIN, ACK", seq: 1, ack: 2)
    laptop.expect(.lastAck)
    laptop.arrive("ACK", seq: 2, ack: 2)
    laptop.expect(.closed)
    laptop.expect(.ended(.finished))
    laptop.expectNothing()
  }

  @Test func finIsAcknowledgedAfterADelayWhenTheApplicationStays() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("FIN, ACK", seq: 1, ack: 1)
    tcp.tick(39)
    tcp.expectNothing()
    tcp.tick(1)
    tcp.expect("ACK", seq: 1, ack: 2, at: 40)
    tcp.expect(.closeWait)
    tcp.close()
    tcp.expect("FIN, ACK", seq: 1, ack: 2)
  }

  @Test func firstCloserWaitsSixtySeconds() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.close()
    tcp.expect("FIN, ACK", seq: 1, ack: 1)
    tcp.expect(.finWait1)
    tcp.arrive("ACK", seq: 1, ack: 2)
    tcp.expect(.finWait2)
    tcp.arrive("FIN, ACK", seq: 1, ack: 2)
    tcp.expect(.timeWait)
    tcp.expect("ACK", seq: 2, ack: 2)
    #expect(tcp.connection.nextDeadline?.isMaintenance == true)
    tcp.tick(59_999)
    tcp.expect(.timeWait)
    tcp.tick(1)
    tcp.expect(.closed)
    tcp.expect(.ended(.finished))
    tcp.expectNothing()
  }

  @Test func finAndAcknowledgmentInOneSegmentEndFinWait1() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.close()
    tcp.forget()
    tcp.arrive("FIN, ACK", seq: 1, ack: 2)
    tcp.expect(.changed(from: .finWait1, to: .finWait2, arc: "rcv ACK of FIN / x"))
    tcp.expect(.changed(from: .finWait2, to: .timeWait, arc: "rcv FIN / snd ACK"))
    tcp.expect("ACK", seq: 2, ack: 2)
  }

  @Test func bothCloseAtOnce() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.close()
    tcp.expect("FIN, ACK", seq: 1, ack: 1)
    tcp.arrive("FIN, ACK", seq: 1, ack: 1)
    tcp.expect(.closing)
    tcp.expect("ACK", seq: 2, ack: 2)
    tcp.arrive("ACK", seq: 2, ack: 2)
    tcp.expect(.timeWait)
  }

  @Test func halfClosedSideStillReceives() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(10)
    tcp.shutdown()
    tcp.expect("PSH, ACK", seq: 1, length: 10)
    tcp.expect("FIN, ACK", seq: 11)
    tcp.arrive("ACK", seq: 1, ack: 12)
    tcp.forget()
    tcp.arrive("PSH, ACK", seq: 1, ack: 12, data: [1, 2, 3])
    tcp.expect(.readable(3))
    tcp.expect("ACK", seq: 12, ack: 4)
    tcp.receive()
    tcp.expect(.delivered([1, 2, 3], arrived: [6]))
    tcp.send(1)
    tcp.expect(.failed(.closed))
    tcp.arrive("FIN, ACK", seq: 4, ack: 12)
    tcp.expect(.timeWait)
    tcp.receive()
    tcp.expect(.endOfStream)
  }

  @Test func finWaitsBehindQueuedData() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.send(20_000)
    tcp.close()
    for index in 0..<10 { tcp.expect("ACK", seq: 1 + index * 1448, length: 1448) }
    tcp.expectNothing()
    tcp.expect(.finWait1)
    tcp.arrive("ACK", seq: 1, ack: 14_481, window: 2000)
    for index in 10..<13 { tcp.expect("ACK", seq: 1 + index * 1448, length: 1448) }
    tcp.expect("FIN, PSH, ACK", seq: 18_825, length: 1176)
  }

  @Test func closingWithUnreadDataResets() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("PSH, ACK", seq: 1, ack: 1, data: [1])
    tcp.forget()
    tcp.close()
    tcp.expect("RST, ACK", seq: 1, ack: 2, reason: .reset)
    tcp.expect(.ended(.aborted))
    tcp.expect(.closed)
  }

  @Test func dataAfterCloseIsAnsweredWithAReset() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.close()
    tcp.arrive("ACK", seq: 1, ack: 2)
    tcp.forget()
    tcp.arrive("PSH, ACK", seq: 1, ack: 2, data: [1])
    tcp.expect(.dropped(.dataAfterClose))
    tcp.expect("RST, ACK", seq: 2)
    tcp.expect(.closed)
  }

  @Test func abandonedFinWait2EndsAfterAMinute() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.close()
    tcp.arrive("ACK", seq: 1, ack: 2)
    tcp.tick(60_000)
    tcp.expect(.closed)
  }

  @Test func finIsRepeatedUntilAcknowledged() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.tick(100)
    tcp.close()
    tcp.expect("FIN, ACK", seq: 1)
    tcp.tick(200)
    tcp.expect("FIN, ACK", seq: 1, reason: .retransmission, at: 300)
    tcp.tick(400)
    tcp.expect("FIN, ACK", seq: 1, reason: .retransmission, at: 700)
  }

  @Test func repeatedFinInTimeWaitIsAcknowledgedAndStartsTheMinuteAgain() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.close()
    tcp.arrive("FIN, ACK", seq: 1, ack: 2)
    tcp.forget()
    tcp.tick(30_000)
    tcp.arrive("FIN, ACK", seq: 1, ack: 2)
    tcp.expect("ACK", seq: 2, ack: 2)
    tcp.tick(59_999)
    tcp.expect(.timeWait)
    tcp.tick(1)
    tcp.expect(.closed)
  }

  @Test func repeatedFinIsAcknowledgedEveryTime() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("FIN, ACK", seq: 1, ack: 1)
    tcp.tick(40)
    tcp.forget()
    for _ in 0..<3 {
      tcp.arrive("FIN, ACK", seq: 1, ack: 1)
      tcp.expect("ACK", seq: 1, ack: 2, reason: .duplicateAcknowledgment)
    }
  }

  @Test func newerSYNMayReplaceATimeWait() {
    var tcp = TCPScript(opening: false)
    tcp.establish()
    tcp.close()
    tcp.arrive("FIN, ACK", seq: 1, ack: 2)
    var syn = TCP()
    syn.syn = true
    syn.options = [.timestamps(value: 9000, echo: 0)]
    #expect(!tcp.connection.mayBeReplaced(by: syn))
    syn.options = [.timestamps(value: 9001, echo: 0)]
    #expect(tcp.connection.mayBeReplaced(by: syn))
  }

  @Test func resetNeedsTheExactNumber() {
    var tcp = TCPScript()
    tcp.establish()
    tcp.arrive("RST", seq: 2)
    tcp.expect(.dropped(.inexactReset))
    tcp.expect("ACK", seq: 1, ack: 1, reason: .challenge)
    tcp.arrive("RST", seq: 100_000)
    tcp.expect(.dropped(.outsideWindow))
    tcp.expectNothing()
    tcp.arrive("RST", seq: 1)
    tcp.expect(.ended(.reset))
  }

  @Test func everyStateHasAWayToClosed() {
    for state in TCPState.allCases where state != .closed {
      var reached: [TCPState] = [state]
      var index = 0
      while index < reached.count {
        for trigger in TCPTrigger.allCases {
          if let next = reached[index].transition(on: trigger)?.to, !reached.contains(next) {
            reached.append(next)
          }
        }
        index += 1
      }
      #expect(reached.contains(.closed), "\(state)")
    }
  }
}
