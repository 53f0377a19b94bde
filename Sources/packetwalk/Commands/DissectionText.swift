import Analysis
import Networking
import UI

extension Dissection {
  /// One line for a frame, laid out as tshark does:
  /// `    1 0.000000000  192.0.2.130 → 203.0.113.67 DNS 75 Standard query 0x8f75 A www.example.com`.
  /// A frame without a time has blanks in its place.
  func line(_ frame: CapturedFrame, since start: Int64?) -> String {
    let said = FrameLine(self)
    let (source, destination) = addresses
    let count = String(number)
    let columns = [
      String(repeating: " ", count: max(0, 5 - count.count)) + count,
      frame.seconds(since: start) ?? String(repeating: " ", count: 11),
      String(repeating: " ", count: max(0, 12 - source.count)) + source, "→",
      destination + String(repeating: " ", count: max(0, 12 - destination.count)),
      said.protocol, String(frame.wireLength), said.information,
    ]
    return columns.joined(separator: " ").withoutControls
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

  /// The same for each of its lines.
  var withoutControlsInLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).withoutControls }
      .joined(separator: "\n")
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
