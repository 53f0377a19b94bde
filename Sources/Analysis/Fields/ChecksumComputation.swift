import Networking

/// The Internet checksum of one layer (RFC 1071) as it is added up: 16-bit words, those of the pseudo-header first.
package struct ChecksumComputation: Sendable {
  package struct Word: Equatable, Sendable {
    package enum Part: Sendable { case pseudoHeader, header, payload }

    package var part: Part
    /// The bytes it comes from. A length or a protocol in the pseudo-header is made from them, all others are copied.
    package var bytes: Range<Int>
    package var value: UInt16
    /// It is the checksum, which counts as 0 while it is computed.
    package var isField = false
    /// The last byte stands alone: a zero that is not sent fills the word.
    package var isPadded = false
  }

  /// What adding one word did.
  package struct Step: Equatable, Sendable {
    package var before: UInt16
    /// Up to 17 bits.
    package var sum: UInt32
    /// With the carry added at the right.
    package var after: UInt16

    package init(_ before: UInt16, adding word: UInt16) {
      self.before = before
      sum = UInt32(before) + UInt32(word)
      after = UInt16(sum & 0xffff) + UInt16(sum >> 16)
    }

    package var hasCarry: Bool { sum > 0xffff }
  }

  package let layer: Int
  /// The checksum field.
  package let place: NodePlace
  package let words: [Word]
  /// One a word.
  package let steps: [Step]
  /// What the field holds.
  package let held: UInt16
  /// What the sum says it should hold.
  package let result: UInt16
  /// Fields around the layer that the pseudo-header is made of.
  package let pseudoFields: Set<NodePlace>

  package var sum: UInt16 { steps.last?.after ?? 0 }
  /// What a receiver gets who adds up all words, the field with them: all ones when nothing was changed.
  package var received: UInt16 { Step(sum, adding: held).after }
  package var isRight: Bool { received == 0xffff }

  /// Why there is nothing to add up.
  package enum Absence: Error, Equatable {
    case noBytes
    /// The frame check sequence is not in a capture.
    case frameCheckSequence
    /// The layer has none of its own; the protocol that carries it may have one.
    case none(String, carrier: String?)
    /// The sender left it out (RFC 768).
    case leftOut
    /// Not all bytes that it covers are there.
    case cut
    /// The pseudo-header needs addresses that only an IP header has.
    case noAddresses
  }

  package init(_ unit: Dissection, layer index: Int) throws(Absence) {
    guard unit.layers.indices.contains(index) else { throw .noBytes }
    let content = unit.layers[index]
    let name = content.protocol.name
    guard let node = content.nodes.firstIndex(where: { $0.field.name == name + ".checksum" }),
      case .number(let number) = content.nodes[node].value, content.nodes[node].bits.count == 16
    else { throw Self.absence(unit, index) }
    if name == "udp", number == 0 { throw .leftOut }
    layer = index
    place = NodePlace(layer: index, node: node)
    held = UInt16(truncatingIfNeeded: number)
    let bytes = unit.bytes(of: content.source)
    let outside = unit.layers[..<index].lastIndex { $0.header is IPv4 && $0.source == content.source }
    let end = try Self.end(unit, index, in: outside)
    guard content.bytes.lowerBound < end, end <= bytes.count else { throw .cut }
    var words: [Word] = []
    var fields: Set<NodePlace> = []
    if name == "tcp" || name == "udp" {
      guard let outside else { throw .noAddresses }
      (words, fields) = Self.pseudoHeader(
        unit, ip: outside, layer: index, length: end - content.bytes.lowerBound)
    }
    pseudoFields = fields
    let field = content.nodes[node].bytes
    for first in stride(from: content.bytes.lowerBound, to: end, by: 2) {
      let isField = first == field.lowerBound
      let low: UInt8 = first + 1 < end ? bytes[first + 1] : 0
      words.append(
        Word(
          part: first < content.bytes.upperBound ? .header : .payload, bytes: first..<min(first + 2, end),
          value: isField ? 0 : UInt16(bytes[first]) << 8 | UInt16(low), isField: isField,
          isPadded: first + 1 >= end))
    }
    self.words = words
    var steps: [Step] = []
    for word in words { steps.append(Step(steps.last?.after ?? 0, adding: word.value)) }
    self.steps = steps
    let complement = ~(steps.last?.after ?? 0)
    // RFC 768: a 0 would say that there is no checksum.
    result = name == "udp" && complement == 0 ? 0xffff : complement
  }

  private static func absence(_ unit: Dissection, _ index: Int) -> Absence {
    let content = unit.layers[index]
    if content.header is Ethernet { return .frameCheckSequence }
    let carriers = unit.layers[..<index].filter { $0.source == .frame && !($0.header is Ethernet) }
    return .none(content.protocol.short, carrier: carriers.last?.protocol.short)
  }

  /// First byte after what the checksum covers: padding of the frame is no part of it.
  private static func end(_ unit: Dissection, _ index: Int, in outside: Int?) throws(Absence) -> Int {
    let content = unit.layers[index]
    if content.header is IPv4 { return content.bytes.upperBound }
    if let udp = content.header as? UDP { return content.bytes.lowerBound + Int(udp.length) }
    guard let outside, let ip = unit.layers[outside].header as? IPv4 else { return unit.bytes.count }
    // A card that cuts segments itself is given packets with a length of 0.
    if ip.totalLength == 0 { return unit.bytes.count }
    return unit.layers[outside].bytes.lowerBound + Int(ip.totalLength)
  }

  /// Addresses, protocol and length (RFC 768, RFC 9293 §3.1), with the fields that they stand in.
  private static func pseudoHeader(
    _ unit: Dissection, ip: Int, layer: Int, length: Int
  ) -> ([Word], Set<NodePlace>) {
    var words: [Word] = []
    var fields: Set<NodePlace> = []
    let bytes = unit.bytes(of: unit.layers[ip].source)
    func find(_ name: String, in layer: Int) -> Range<Int>? {
      guard let node = unit.layers[layer].nodes.firstIndex(where: { $0.field.name == name }) else {
        return nil
      }
      fields.insert(NodePlace(layer: layer, node: node))
      return unit.layers[layer].nodes[node].bytes.clamped(to: bytes.indices)
    }
    for name in ["ip.src", "ip.dst"] {
      guard let range = find(name, in: ip), range.count == 4 else { continue }
      for first in [range.lowerBound, range.lowerBound + 2] {
        let value = UInt16(bytes[first]) << 8 | UInt16(bytes[first + 1])
        words.append(Word(part: .pseudoHeader, bytes: first..<first + 2, value: value))
      }
    }
    if let range = find("ip.proto", in: ip), let number = bytes[range].first {
      words.append(Word(part: .pseudoHeader, bytes: range, value: UInt16(number)))
    }
    let isUDP = unit.layers[layer].header is UDP
    if let range = isUDP ? find("udp.length", in: layer) : find("ip.len", in: ip) {
      words.append(
        Word(part: .pseudoHeader, bytes: range, value: UInt16(truncatingIfNeeded: length)))
    }
    return (words, fields)
  }
}
