import Networking

/// A diagram of states, with one arc at most from a state to another.
package struct StateDiagram: Sendable {
  package struct Arc: Hashable, Sendable {
    package let from: String
    package let to: String
    /// What makes it be taken.
    package let label: String

    /// As it is written: `LISTEN -> SYN-RECEIVED`.
    package var name: String { "\(from) -> \(to)" }
  }

  /// `tcp`: its name in a subject.
  package let id: String
  package let arcs: [Arc]

  package static let all: [StateDiagram] = [tcp]

  package static func named(_ id: String) -> StateDiagram? { all.first { $0.id == id } }

  /// What somebody means who writes `LISTEN -> SYN-RECEIVED`, with `→` and without regard to case and blanks too.
  package func arc(named written: String) -> Arc? {
    let wanted = StateDiagram.folded(written)
    return arcs.first { StateDiagram.folded($0.name) == wanted }
  }

  package func arc(from: String, to: String) -> Arc? { arcs.first { $0.from == from && $0.to == to } }

  private static func folded(_ text: String) -> String {
    text.uppercased().replacing("→", with: "->").filter { !$0.isWhitespace }
  }

  package func subject(_ arc: Arc) -> Subject { .arc(diagram: id, from: arc.from, to: arc.to) }

  /// Of a TCP connection (RFC 9293 §3.3.2, figure 5), with the upper half of its labels. Resets and giving up have no
  /// arc there.
  package static let tcp = StateDiagram(
    id: "tcp",
    arcs: [
      arc(.closed, .listen, "passive OPEN"),
      arc(.listen, .closed, "CLOSE"),
      arc(.closed, .synSent, "active OPEN"),
      arc(.synSent, .closed, "CLOSE"),
      arc(.listen, .synReceived, "rcv SYN"),
      arc(.listen, .synSent, "SEND"),
      arc(.synSent, .synReceived, "rcv SYN"),
      arc(.synReceived, .established, "rcv ACK of SYN"),
      arc(.synSent, .established, "rcv SYN,ACK"),
      arc(.synReceived, .finWait1, "CLOSE"),
      arc(.established, .finWait1, "CLOSE"),
      arc(.established, .closeWait, "rcv FIN"),
      arc(.finWait1, .finWait2, "rcv ACK of FIN"),
      arc(.finWait1, .closing, "rcv FIN"),
      arc(.closeWait, .lastAck, "CLOSE"),
      arc(.finWait2, .timeWait, "rcv FIN"),
      arc(.closing, .timeWait, "rcv ACK of FIN"),
      arc(.lastAck, .closed, "rcv ACK of FIN"),
      arc(.timeWait, .closed, "Timeout=2MSL"),
    ])

  private static func arc(_ from: TCPState, _ to: TCPState, _ label: String) -> Arc {
    Arc(from: from.rawValue, to: to.rawValue, label: label)
  }
}
