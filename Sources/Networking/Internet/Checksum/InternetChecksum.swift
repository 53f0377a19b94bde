/// The checksum of a protocol, declared once: which field holds it and what it covers (RFC 1071). Senders fill it in,
/// receivers and the dissector verify it, an edited frame gets it anew and it is added up on the screen from this.
package final class InternetChecksum: Sendable {
  package enum Extent: Sendable {
    /// The header alone (RFC 791 §3.1).
    case header
    /// The header and all that the packet carries after it.
    case packet
    /// As many octets, from the header's first on, as a field of the header says.
    case octets(Field)
  }

  /// 16 bits at an even place of the header. They count as 0 while the sum is made.
  package let field: Field
  package let status: Field
  /// What the field should hold; shown where it was verified.
  package let calculated: Field?
  package let extent: Extent
  /// The protocol number in the pseudo-header that is summed too (RFC 768, RFC 9293 §3.1); nil: there is none.
  package let pseudoHeader: IPProtocol?
  /// A sender may leave it out, which is a 0; a sum of 0 goes out as 0xffff then (RFC 768).
  package let isOptional: Bool
  /// tshark has no setting for it and verifies always.
  package let isAlwaysVerified: Bool

  package init(
    _ field: Field, status: Field, calculated: Field? = nil, over extent: Extent,
    pseudoHeader: IPProtocol? = nil, isOptional: Bool = false, isAlwaysVerified: Bool = false
  ) {
    self.field = field
    self.status = status
    self.calculated = calculated
    self.extent = extent
    self.pseudoHeader = pseudoHeader
    self.isOptional = isOptional
    self.isAlwaysVerified = isAlwaysVerified
  }

  /// What the field should hold. `bytes`: all that is covered, with 0 in the field. The addresses are those of the
  /// packet that carries it, needed where there is a pseudo-header.
  package func value(
    over bytes: [UInt8], from source: IPv4Address? = nil, to destination: IPv4Address? = nil
  ) -> UInt16 {
    sent(Checksum.internet(pseudo(source, destination, bytes.count) + bytes))
  }

  /// Whether bytes that hold their checksum are as they were sent. `held`: what the field holds.
  package func accepts(
    _ bytes: some Collection<UInt8>, holding held: UInt16, from source: IPv4Address? = nil,
    to destination: IPv4Address? = nil
  ) -> Bool {
    isOptional && held == 0 || Checksum.internet(pseudo(source, destination, bytes.count) + bytes) == 0
  }

  /// The number that goes out for a sum's complement.
  func sent(_ complement: UInt16) -> UInt16 { isOptional && complement == 0 ? 0xffff : complement }

  private func pseudo(_ source: IPv4Address?, _ destination: IPv4Address?, _ length: Int) -> [UInt8] {
    guard let pseudoHeader, let source, let destination else { return [] }
    return Checksum.pseudoHeader(
      source: source, destination: destination, protocol: pseudoHeader.rawValue, length: length)
  }
}
