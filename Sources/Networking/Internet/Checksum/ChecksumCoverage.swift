/// Which bytes of a dissection one layer's checksum covers, as `InternetChecksum` declares it.
package struct ChecksumCoverage: Sendable {
  /// One 16-bit word of the pseudo-header.
  package struct PseudoWord: Sendable {
    package let value: UInt16
    /// Layer and node of the field that says it, and the bytes it comes from: two where they are copied; a length or
    /// a protocol may be made from them.
    package let layer: Int
    package let node: Int
    package let bytes: Range<Int>
  }

  /// Why there is no sum.
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

  package let checksum: InternetChecksum
  /// The node of the checksum field in its layer, its two bytes, and what they hold.
  package let node: Int
  package let field: Range<Int>
  package let held: UInt16
  /// From the header's first byte to the last that is covered.
  package let body: Range<Int>
  package let pseudoHeader: [PseudoWord]

  /// What the field should hold. `bytes` are those of the layer's source, or the same with other values in them.
  package func value(in bytes: [UInt8]) -> UInt16 { checksum.sent(~sum(bytes)) }

  /// A receiver adds up all words, the field with them: all ones when nothing was changed.
  package func isRight(in bytes: [UInt8]) -> Bool { Self.folded(UInt32(sum(bytes)) + UInt32(held)) == 0xffff }

  private func sum(_ bytes: [UInt8]) -> UInt16 {
    var total = UInt32(Checksum.sum(bytes[body.lowerBound..<field.lowerBound]))
    total += UInt32(Checksum.sum(bytes[field.upperBound..<body.upperBound]))
    for word in pseudoHeader { total += UInt32(word.value) }
    return Self.folded(total)
  }

  private static func folded(_ total: UInt32) -> UInt16 {
    var total = total
    while total > 0xffff { total = (total & 0xffff) + (total >> 16) }
    return UInt16(total)
  }
}

extension Dissection {
  /// What the checksum of layer `index` covers. Also while the layers above are still to be read.
  package func checksumCoverage(of index: Int) throws(ChecksumCoverage.Absence) -> ChecksumCoverage {
    guard layers.indices.contains(index) else { throw .noBytes }
    let layer = layers[index]
    guard let checksum = layer.protocol.checksum else { throw absence(index) }
    guard layer.isWhole, let node = layer.node(of: checksum.field),
      case .number(let number) = layer.nodes[node].value
    else { throw .cut }
    let held = UInt16(truncatingIfNeeded: number)
    if checksum.isOptional, held == 0 { throw .leftOut }
    let carrier = layers[..<index].lastIndex {
      $0.protocol === IPv4.descriptor && $0.source == layer.source
    }
    guard let body = body(of: layer, checksum.extent) else { throw .cut }
    var words: [ChecksumCoverage.PseudoWord] = []
    if checksum.pseudoHeader != nil {
      guard let carrier else { throw .noAddresses }
      guard let made = pseudoHeader(checksum.extent, of: index, in: carrier, length: body.count) else {
        throw .cut
      }
      words = made
    }
    return ChecksumCoverage(
      checksum: checksum, node: node, field: layer.nodes[node].bytes, held: held, body: body,
      pseudoHeader: words)
  }

  private func absence(_ index: Int) -> ChecksumCoverage.Absence {
    if layers[index].header is Ethernet { return .frameCheckSequence }
    let carriers = layers[..<index].filter { $0.protocol.checksum != nil && $0.source == .frame }
    return .none(layers[index].protocol.short, carrier: carriers.last?.protocol.short)
  }

  /// Padding of the frame is no part of it; nil where bytes are missing.
  private func body(of layer: Layer, _ extent: InternetChecksum.Extent) -> Range<Int>? {
    let first = layer.bytes.lowerBound
    let count = bytes(of: layer.source).count
    var end = count
    var limit = count
    // Every packet around it ends somewhere, a quoted one where its error does.
    for outer in layers where outer.source == layer.source && outer.bytes.upperBound <= first {
      // A card that cuts segments itself is given packets with a length of 0.
      guard outer.protocol === IPv4.descriptor, let ip = outer.header as? IPv4, ip.totalLength != 0
      else { continue }
      end = outer.bytes.lowerBound + Int(ip.totalLength)
      limit = min(limit, end)
    }
    switch extent {
    case .header: end = layer.bytes.upperBound
    // A packet that is said to be longer than it is ends where it does.
    case .packet: if !isCut, !layer.isQuoted { end = min(end, count) }
    case .octets(let field):
      guard let length = layer.number(of: field) else { return nil }
      end = first + Int(length)
    }
    guard layer.bytes.upperBound <= end, end <= limit else { return nil }
    return first..<end
  }

  /// The capture kept less of the frame than was on the wire.
  private var isCut: Bool {
    layers.first.map { ($0.header as? FrameHeader)?.wireLength ?? 0 > bytes.count } ?? false
  }

  /// Addresses, protocol and length, with the fields that they stand in.
  private func pseudoHeader(
    _ extent: InternetChecksum.Extent, of index: Int, in carrier: Int, length: Int
  ) -> [ChecksumCoverage.PseudoWord]? {
    let bytes = bytes(of: layers[carrier].source)
    var words: [ChecksumCoverage.PseudoWord] = []
    words.reserveCapacity(6)
    func add(_ field: Field, in layer: Int, _ value: (Range<Int>) -> UInt16?) -> Bool {
      guard let node = layers[layer].node(of: field) else { return false }
      let range = layers[layer].nodes[node].bytes
      guard range.upperBound <= bytes.count else { return false }
      if let value = value(range) {
        words.append(.init(value: value, layer: layer, node: node, bytes: range))
      } else {
        for first in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
          let value = UInt16(bytes[first]) << 8 | UInt16(bytes[first + 1])
          words.append(.init(value: value, layer: layer, node: node, bytes: first..<first + 2))
        }
      }
      return true
    }
    let ip = IPv4.fields
    guard add(ip.source, in: carrier, { _ in nil }), add(ip.destination, in: carrier, { _ in nil }),
      add(ip.proto, in: carrier, { UInt16(bytes[$0.lowerBound]) })
    else { return nil }
    let said = UInt16(truncatingIfNeeded: length)
    let isAdded =
      switch extent {
      case .octets(let field): add(field, in: index) { _ in said }
      case .header, .packet: add(ip.totalLength, in: carrier) { _ in said }
      }
    return isAdded ? words : nil
  }
}

extension Dissection.Layer {
  fileprivate func node(of field: Field) -> Int? {
    for index in nodes.indices where nodes[index].field === field { return index }
    return nil
  }

  fileprivate func number(of field: Field) -> UInt64? {
    guard let node = node(of: field), case .number(let number) = nodes[node].value else { return nil }
    return number
  }
}
