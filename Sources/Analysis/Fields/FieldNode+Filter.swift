import Networking

extension FieldNode {
  /// The filter of Wireshark 4.0 that finds frames with this value; of a heading, that it is there.
  package var filter: String {
    switch value {
    case .none: field.name
    case .text(let text): "\(field.name) == \(quotedForFilter(text))"
    case .ipv6(let address): "\(field.name) == \(address)"
    case .bytes(let bytes): bytes.isEmpty ? field.name : "\(field.name) == \(colonHexText(bytes))"
    case .nanoseconds(let time):
      switch field.type {
      case .time: "\(field.name) == \"\(show)\""
      default: "\(field.name) == \(time < 0 ? "-" : "")\(show.drop { $0 == "-" })"
      }
    default: "\(field.name) == \(show)"
    }
  }
}

/// In double quotes; what is not printable ASCII as its UTF-8 bytes.
private func quotedForFilter(_ text: String) -> String {
  var result = "\""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""): result += "\\\""
    case UInt8(ascii: "\\"): result += "\\\\"
    case 0x20..<0x7F: result.unicodeScalars.append(Unicode.Scalar(byte))
    default: result += "\\x" + hexByte(byte)
    }
  }
  return result + "\""
}
