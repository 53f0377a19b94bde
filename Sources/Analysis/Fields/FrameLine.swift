import Networking

/// A frame in one line, as Wireshark's list of packets has it: what it is, and what it says.
package struct FrameLine: Sendable {
  /// The layer that the line speaks of.
  package let topic: ProtocolDescriptor?
  /// What stands in Wireshark's column *Info*: `50456 → 80 [SYN] Seq=0 Win=64240 Len=0`.
  package let information: String

  /// `?` of bytes that no protocol has read.
  package var `protocol`: String { topic?.short ?? "?" }

  package init(_ dissection: Dissection) {
    let topic = dissection.topic
    self.topic = topic?.protocol
    let said = topic.map(dissection.information) ?? ""
    guard let error = dissection.error else {
      information = said
      return
    }
    information = (said.isEmpty ? "" : said + " ") + "[\(error)]"
  }
}

extension Dissection {
  /// The last layer that is more than bytes, and no packet quoted in an error.
  var topic: Layer? {
    if let error = layers.first(where: { ($0.header as? ICMP)?.type.isError == true }) { return error }
    return layers.last { $0.protocol.name != "data" && $0.protocol.name != "frame" } ?? layers.last
  }

  /// Addresses of the outermost IP header, else the frame's; empty where nothing says.
  package var addresses: (source: String, destination: String) {
    for (source, destination) in [("ip.src", "ip.dst"), ("eth.src", "eth.dst")] {
      let values = [source, destination].map { first($0)?.show ?? "" }
      if values != ["", ""] { return (values[0], values[1]) }
    }
    return ("", "")
  }

  fileprivate func information(of topic: Layer) -> String {
    guard topic.header is TCP, topic.isWhole else { return topic.summary }
    let acknowledgment = header(TCP.self)?.ack == true ? [("Ack", "tcp.ack")] : []
    let numbers = [("Seq", "tcp.seq")] + acknowledgment + [("Win", "tcp.window_size"), ("Len", "tcp.len")]
    return numbers.reduce(into: topic.summary) { line, number in
      if let value = first(number.1)?.show { line += " \(number.0)=\(value)" }
    }
  }

  /// The outermost field of a name.
  private func first(_ name: String) -> FieldNode? {
    for layer in layers { if let node = layer.nodes.first(where: { $0.field.name == name }) { return node } }
    return nil
  }
}
