/// An IPv6 address, which only AAAA records carry here.
package struct IPv6Address: Hashable, Sendable, CustomStringConvertible {
  /// Sixteen octets.
  package let bytes: [UInt8]

  /// nil unless there are sixteen.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  private init() { bytes = [UInt8](repeating: 0, count: 16) }

  package static let unspecified = IPv6Address()

  /// The first longest run of two or more zero groups is left out (RFC 5952 §4).
  package var description: String {
    let groups = stride(from: 0, to: 16, by: 2).map { UInt64(bytes[$0]) << 8 | UInt64(bytes[$0 + 1]) }
    var longest = 0..<0
    var index = 0
    while index < 8 {
      let end = groups[index...].firstIndex { $0 != 0 } ?? 8
      if end - index > max(1, longest.count) { longest = index..<end }
      index = max(end, index + 1)
    }
    let texts = groups.map { hex($0, digits: 1) }
    guard !longest.isEmpty else { return texts.joined(separator: ":") }
    return texts[..<longest.lowerBound].joined(separator: ":") + "::"
      + texts[longest.upperBound...].joined(separator: ":")
  }
}
