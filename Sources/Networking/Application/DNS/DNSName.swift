/// A domain name: labels as they were spelled, the root's empty label left out (RFC 1035 §3.1). Names are compared
/// without regard to case (`matches`), but keep their spelling.
package struct DNSName: Hashable, Sendable, CustomStringConvertible {
  /// 1 to 63 octets each; with a length octet before each and the root after at most 255 octets.
  package var labels: [[UInt8]]
  /// How the name stands in its message; a name that a host makes up is compressed as usual.
  package var layout: Layout = .compressed

  /// RFC 1035 §4.1.4: the end of a name may be a pointer to the same end of an earlier name.
  package enum Layout: Hashable, Sendable {
    /// A pointer to the longest end that was written before, as nearly all senders do.
    case compressed
    /// All labels, without a pointer, although one was possible.
    case whole
    /// So many labels, then a pointer to this offset of the message.
    case pointer(after: Int, to: UInt16)
  }

  package static let root = DNSName(labels: [])
  static let longest = 255

  package init(labels: [[UInt8]]) { self.labels = labels }

  /// Reads `www.example.com`, with or without the final dot; nil when a label or the name is too long or a label is
  /// empty.
  package init?(_ text: some StringProtocol) {
    let trimmed = text.hasSuffix(".") ? text.dropLast() : text[...]
    let labels =
      trimmed.isEmpty
      ? [] : trimmed.split(separator: ".", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard labels.allSatisfy({ (1...63).contains($0.count) }) else { return nil }
    self.init(labels: labels)
    guard wireLength <= Self.longest else { return nil }
  }

  /// Octets of the labels with a dot between two, whatever they look like; Wireshark counts `<Root>` for the root.
  package var textLength: Int { labels.isEmpty ? description.utf8.count : wireLength - 2 }

  /// Octets of the name written without compression.
  package var wireLength: Int { labels.reduce(1) { $0 + 1 + $1.count } }

  /// In lower case and compressed as usual: two spellings of one name are equal then.
  package var canonical: DNSName { DNSName(labels: labels.map { $0.map(lowerCased) }) }

  /// The same name (RFC 4343).
  package func matches(_ other: DNSName) -> Bool { canonical == other.canonical }

  /// This name or one below it: `www.example.com` is within `example.com`.
  package func isWithin(_ zone: DNSName) -> Bool {
    labels.count >= zone.labels.count && DNSName(labels: labels.suffix(zone.labels.count)).matches(zone)
  }

  /// `www.example.com`; the root is `<Root>`, as in Wireshark. A label in UTF-8 is shown as its text; octets that are no
  /// printable character stand as `\ddd` (RFC 1035 §5.1).
  package var description: String {
    guard !labels.isEmpty else { return "<Root>" }
    return labels.map(spelled).joined(separator: ".")
  }

  private func spelled(_ label: [UInt8]) -> String {
    if label.contains(where: { $0 >= 0x80 }), let text = String(validating: label, as: UTF8.self),
      text.unicodeScalars.allSatisfy(\.isVisible)
    {
      return text
    }
    return label.map(spelled).joined()
  }

  private func spelled(_ octet: UInt8) -> String {
    if (0x20...0x7e).contains(octet) { return String(UnicodeScalar(octet)) }
    let digits = String(octet)
    return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}

extension Unicode.Scalar {
  /// Takes a place of its own: no control, no mark of direction, nothing that is not assigned.
  fileprivate var isVisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

private func lowerCased(_ octet: UInt8) -> UInt8 { (0x41...0x5a).contains(octet) ? octet | 0x20 : octet }
