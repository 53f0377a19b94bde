import Networking

/// The bytes that go one way in a connection, and where both ends stand in them; numbers count from the SYN, which is 0.
package struct TCPByteStream: Sendable {
  /// A variable of RFC 9293 §3.3.1 that stands between two bytes: in front of the one it names.
  package struct Mark: Equatable, Sendable {
    package var variable: Variable
    package var number: Int
    package var absolute: SequenceNumber
    /// The moment that set it; nil when the record does not say.
    package var moment: Int?
  }

  package enum Variable: CaseIterable, Sendable {
    case unacknowledged, next, sendEdge, expected, receiveEdge

    package var isOfSender: Bool { self == .unacknowledged || self == .next || self == .sendEdge }
  }

  package private(set) var marks: [Mark] = []
  /// The initial sequence number.
  package let initial: SequenceNumber
  /// The FIN's number, once it was sent.
  package private(set) var finish: Int?
  /// What the acknowledgment in hand confirms that was not confirmed before it.
  package private(set) var covered: Range<Int>?
  /// What the segment in hand carries, SYN and FIN included.
  package private(set) var carried: Range<Int>?
  /// SEG.ACK of the segment in hand.
  package private(set) var acknowledgment: Int?

  /// nil before the first SYN.
  /// - Parameter sender: index of the end whose bytes they are.
  package init?(_ conversation: TCPConversation, from sender: Int) {
    let ends = conversation.ends
    let send = ends[sender].connection.flatMap { $0.state == .closed || $0.state == .listen ? nil : $0 }
    let receiver = ends[1 - sender].connection.flatMap {
      $0.state.isSynchronized || $0.state == .synReceived ? $0 : nil
    }
    guard let initial = send?.send.initial.value ?? receiver?.receive.initial.value else { return nil }
    self.initial = initial
    if let connection = send {
      let variables = connection.send
      let acknowledged = ends[sender].acknowledged ?? variables.unacknowledged
      let edge = max(
        acknowledged.value - initial + variables.window.value, variables.next.value - initial)
      add(.unacknowledged, acknowledged.value, acknowledged.moment)
      add(.next, variables.next.value, variables.next.moment)
      add(.sendEdge, initial + edge, max(variables.window.moment, acknowledged.moment))
      if variables.next.value - connection.sendBuffer.end == 1 {
        finish = connection.sendBuffer.end - initial
      }
    }
    if let variables = receiver?.receive {
      add(.expected, variables.next.value, variables.next.moment)
      add(.receiveEdge, variables.edge, nil)
    }
    note(conversation, sender)
  }

  private mutating func add(_ variable: Variable, _ absolute: SequenceNumber, _ moment: Int?) {
    let number = max(0, absolute - initial)
    marks.append(Mark(variable: variable, number: number, absolute: absolute, moment: moment))
  }

  /// What the segment in hand says about these bytes, as far as it lies where there are any.
  private mutating func note(_ conversation: TCPConversation, _ sender: Int) {
    guard let segment = conversation.segment else { return }
    if segment.from == sender {
      let first = segment.header.sequence - initial
      if first >= 0, first <= end { carried = first..<min(end + 1, segment.end - initial) }
      return
    }
    guard segment.header.ack else { return }
    let number = segment.header.acknowledgment - initial
    guard number >= 0, number <= self[.next]?.number ?? 0 else { return }
    acknowledgment = number
    if let before = conversation.ends[sender].acknowledgedBefore.map({ $0 - initial }), before >= 0,
      before < number
    {
      covered = before..<number
    }
  }

  /// The furthest number that anything is said about.
  package var end: Int { max(1, marks.map(\.number).max() ?? 1) }

  package subscript(variable: Variable) -> Mark? { marks.first { $0.variable == variable } }
}
