/// One option of an OPT record (RFC 6891 §6.1.2).
///
///     +---------------+---------------+---------------
///     |  OPTION-CODE  | OPTION-LENGTH | OPTION-DATA …
///     +---------------+---------------+---------------
package struct DNSOption: Equatable, Sendable {
  package var code: UInt16
  /// Octets of data as they stand in the message.
  package var length: UInt16
  package var data: [UInt8]

  package init(code: UInt16, data: [UInt8]) {
    self.code = code
    length = UInt16(truncatingIfNeeded: data.count)
    self.data = data
  }

  /// Against forged answers (RFC 7873): the client's half always has 8 octets.
  static let cookie: UInt16 = 10
  private static let clientCookieLength = 8

  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    let group = try w.open(f.option)
    try w.uint(f.optionCode, &code)
    try w.uint(f.optionLength, &length)
    let first = w.position
    try w.bytes(f.optionData, &data, count: Int(length))
    if w.isDecoding, code == Self.cookie, data.count >= Self.clientCookieLength {
      let middle = first + Self.clientCookieLength * 8
      w.note(f.clientCookie, .bytes(Array(data.prefix(Self.clientCookieLength))), bits: first..<middle)
      w.note(
        f.serverCookie, .bytes(Array(data.dropFirst(Self.clientCookieLength))), bits: middle..<w.position)
    }
    w.close(group)
  }

  /// IANA "DNS EDNS0 Option Codes (OPT)".
  static func name(code: UInt16) -> String? {
    switch code {
    case 3: "NSID"
    case 8: "CSUBNET"
    case 10: "COOKIE"
    case 11: "EDNS TCP Keepalive"
    case 12: "PADDING"
    case 15: "Extended DNS Error"
    default: nil
    }
  }
}
