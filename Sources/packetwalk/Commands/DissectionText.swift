import Analysis
import Networking
import UI

extension Dissection {
  /// One line for a frame, laid out as tshark does:
  /// `    1 0.000000000  192.0.2.130 → 203.0.113.67 DNS 75 Standard query 0x8f75 A www.example.com`.
  /// A frame without a time has blanks in its place.
  func line(_ frame: CapturedFrame, since start: Int64?) -> String {
    let (source, destination) = ends
    let count = String(number)
    let columns = [
      String(repeating: " ", count: max(0, 5 - count.count)) + count,
      frame.seconds(since: start) ?? String(repeating: " ", count: 11),
      String(repeating: " ", count: max(0, 12 - source.count)) + source, "→",
      destination + String(repeating: " ", count: max(0, 12 - destination.count)),
      topic?.protocol.short ?? "?", String(frame.wireLength), information,
    ]
    return columns.joined(separator: " ").withoutControls
  }

  /// The layer a line speaks of: the last that is more than bytes, and no packet quoted in an error.
  private var topic: Layer? {
    if let error = layers.first(where: { ($0.header as? ICMP)?.type.isError == true }) { return error }
    let known = layers.filter { $0.protocol.name != "data" && $0.protocol.name != "frame" }
    return known.last ?? layers.last
  }

  private var ends: (source: String, destination: String) {
    for (source, destination) in [("ip.src", "ip.dst"), ("eth.src", "eth.dst")] {
      let values = [source, destination].map { nodes(named: $0).first?.show ?? "" }
      if values != ["", ""] { return (values[0], values[1]) }
    }
    return ("", "")
  }

  private var information: String {
    let said = topic.map(information) ?? ""
    guard let error else { return said }
    return (said.isEmpty ? "" : said + " ") + "[\(error)]"
  }

  private func information(of topic: Layer) -> String {
    guard topic.header is TCP, topic.isWhole else { return topic.summary }
    let acknowledgment = header(TCP.self)?.ack == true ? [("Ack", "tcp.ack")] : []
    let numbers = [("Seq", "tcp.seq")] + acknowledgment + [("Win", "tcp.window_size"), ("Len", "tcp.len")]
    return numbers.reduce(into: topic.summary) { line, number in
      if let value = nodes(named: number.1).first?.show { line += " \(number.0)=\(value)" }
    }
  }

  /// All values of a field, as `tshark -T fields -e` prints them.
  func column(_ name: String) -> String {
    nodes(named: name).map { node in
      node.field.type == .none ? "1" : node.show.escapedForColumn
    }
    .joined(separator: ",")
  }
}

extension CapturedFrame {
  /// Seconds after the first frame that has a time; nil without one.
  func seconds(since start: Int64?) -> String? {
    guard let time, let start else { return nil }
    return secondsText(time - start)
  }
}

extension String {
  /// Without line ends and tabs, which would break a column into others: as in C, where tshark does it.
  fileprivate var escapedForColumn: String {
    guard unicodeScalars.contains(where: { $0.value < 0x20 }) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{c}": text += "\\f"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// What a capture holds is data: no byte of it reaches a terminal as a control. Such characters stand as in Wireshark,
  /// `\033`.
  var withoutControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if scalar.isControl {
        let digits = String(scalar.value, radix: 8)
        text += "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7f..<0xa0).contains(value) }
}
