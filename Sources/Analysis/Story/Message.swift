import Documents
import Networking

/// One thing said from one device to another, over as many cables as it takes: what was made once. What devices on the way
/// change about it leaves it the same; what answers it, reports it or repeats it is another.
package struct Message: Equatable, Sendable {
  /// From 1, in the order in which they were sent.
  package var number: Int
  package var from: Int
  /// The device it is addressed to; of what is addressed to none, the one that its first cable leads to.
  package var to: Int
  /// No device has the address it is sent to, or it is sent to all.
  package var isToNobody: Bool
  /// In few words, technical: `SYN-ACK`.
  package var label: String
  /// The crossings of a cable it was seen in, with the devices at both ends and the moments they began in.
  package var hops: [Hop]

  package struct Hop: Equatable, Sendable {
    package var moment: Int
    package var from: Int
    package var to: Int
    package var frame: Int
  }

  /// The moment in which it began.
  package var moment: Int { hops[0].moment }

  /// How far along a path of devices it has come at a moment: the last device on it that a hop has led to.
  package func reach(on path: [Int], at moment: Int) -> Int? {
    let seen = Set(hops.filter { $0.moment <= moment }.map(\.to))
    return path.last { seen.contains($0) }
  }
}

/// Messages put together from frames, as far as those were read; each frame is dissected for it once.
struct MessageAssembler: Sendable {
  private(set) var messages: [Message] = []
  /// Transmissions that were read, the first ones.
  private(set) var frames = 0
  /// The line of each of them.
  private var lines: [FrameLine] = []
  /// Index of the message that a transmission belongs to, by its number less one.
  private var messageOf: [Int] = []
  /// What segments that carry data were called when they were sent first.
  private var segmentLabels: [SentSegment: String] = [:]

  /// The message that a transmission which was read belongs to.
  func message(ofFrame number: Int) -> Message { messages[messageOf[number - 1]] }

  func line(ofFrame number: Int) -> FrameLine { lines[number - 1] }

  /// Reads on up to transmission `number`: one that carries on what an earlier one brought
  /// belongs to the same message.
  mutating func read(_ number: Int, _ timeline: inout Timeline, _ topology: Topology) {
    while frames < number {
      let transmission = timeline.transmissions[frames]
      frames += 1
      let dissection = timeline.dissection(ofTransmission: frames)
      lines.append(FrameLine(dissection))
      let hop = Message.Hop(
        moment: transmission.moment, from: transmission.from.device, to: transmission.to.device, frame: frames
      )
      if let before = timeline.frame(before: frames) {
        messageOf.append(messageOf[before - 1])
        messages[messageOf[before - 1]].hops.append(hop)
        continue
      }
      let ends = topology.ends(of: dissection)
      messageOf.append(messages.count)
      messages.append(
        Message(
          number: messages.count + 1, from: ends.from ?? hop.from, to: ends.to ?? hop.to,
          isToNobody: ends.to == nil, label: label(of: dissection), hops: [hop]))
    }
  }

  /// A capture reads only the first of two equal segments as what it carries; what is sent again is the same.
  private mutating func label(of dissection: Dissection) -> String {
    let label = dissection.messageLabel
    guard let segment = SentSegment(dissection) else { return label }
    if let first = segmentLabels[segment] { return first }
    segmentLabels[segment] = label
    return label
  }
}

/// Data in a TCP connection, by its place in the stream.
private struct SentSegment: Hashable, Sendable {
  private let addresses: [String]
  private let numbers: [UInt64]

  /// nil: it carries no data.
  init?(_ dissection: Dissection) {
    // An error quotes one, but is none.
    guard !(dissection.topic?.header is ICMP),
      let tcp = dissection.layers.last(where: { $0.header is TCP })
    else { return nil }
    let names = ["tcp.len", "tcp.seq_raw", "tcp.srcport", "tcp.dstport"]
    numbers = names.compactMap { name in
      if case .number(let value)? = tcp.nodes.first(where: { $0.field.name == name })?.value { return value }
      return nil
    }
    guard numbers.count == names.count, numbers[0] > 0 else { return nil }
    let (source, destination) = dissection.addresses
    addresses = [source, destination]
  }
}

extension Dissection {
  /// What a ladder writes on its arrow.
  package var messageLabel: String {
    func number(_ name: String) -> UInt64? {
      if case .number(let value)? = nodes(named: name).first?.value { return value }
      return nil
    }
    func flag(_ name: String) -> Bool { nodes(named: name).first?.value == .bool(true) }
    func text(_ name: String) -> String? { nodes(named: name).first.map(\.show) }
    guard let last = topic, last.protocol.name != "data" else { return "" }
    switch last.protocol.name {
    // Who names its own address asks nobody: it tells.
    case "arp": return number("arp.opcode") == 1 && !flag("arp.isgratuitous") ? "ARP?" : "ARP"
    case "dns": return dnsLabel(number("dns.qry.type"), isResponse: flag("dns.flags.response"))
    case "http":
      if let method = text("http.request.method") { return "\(method) \(text("http.request.uri") ?? "")" }
      if let code = text("http.response.code") { return "HTTP \(code)" }
      return "HTTP"
    case "icmp":
      switch number("icmp.type") {
      case 8: return "ping?"
      case 0: return "ping"
      case 3: return "unreachable"
      case 4: return "quench"
      case 5: return "redirect"
      case 11: return "TTL over"
      default: return "ICMP"
      }
    case "tcp":
      let names = [("tcp.flags.syn", "SYN"), ("tcp.flags.fin", "FIN"), ("tcp.flags.reset", "RST")]
        .filter { flag($0.0) }.map(\.1)
      let carries = (number("tcp.len") ?? 0) > 0
      if names.isEmpty { return carries ? DataHeader.descriptor.short : "ACK" }
      return (names + (flag("tcp.flags.ack") ? ["ACK"] : [])).joined(separator: "-")
    default: return last.protocol.short
    }
  }

  private func dnsLabel(_ type: UInt64?, isResponse: Bool) -> String {
    let name =
      switch type {
      case 1: "A"
      case 28: "AAAA"
      case 2: "NS"
      case 5: "CNAME"
      default: ""
      }
    if !isResponse { return "DNS \(name)?" }
    return nodes(named: "dns.count.answers").first?.value == .number(0) ? "DNS none" : "DNS \(name)"
  }
}
