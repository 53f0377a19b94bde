import Documents

/// What an expression reads in a frame.
extension ExpressionContext {
  mutating func reading(_ reference: FieldReference) throws(ExpressionError) -> Reading {
    guard let dissection = dissection(of: reference.mark) else { throw noFrame(reference) }
    for node in dissection.nodes(of: reference) {
      if let reading = Reading(node) { return reading }
    }
    throw absent(reference)
  }

  /// How many bytes a text or a row of bytes has, or any other field on the wire, or the header of a protocol.
  mutating func length(_ reference: FieldReference) throws(ExpressionError) -> Int {
    if reference.isProtocol { return try header(reference).layer.bytes.count }
    guard let dissection = dissection(of: reference.mark) else { throw noFrame(reference) }
    guard let node = dissection.nodes(of: reference).first else { throw absent(reference) }
    switch node.value {
    case .bytes(let bytes): return bytes.count
    case .text(let text): return text.utf8.count
    default:
      guard !node.field.isGenerated, !node.bits.isEmpty else {
        throw ExpressionError(
          "\(reference.text) is computed; it has no bytes of its own", at: reference.offset)
      }
      return node.bytes.count
    }
  }

  /// A 16-bit word of a header, from 0; a last odd byte is the high one.
  mutating func word(_ reference: FieldReference, _ number: Int64) throws(ExpressionError) -> UInt64 {
    let words = try words(reference)
    guard let place = Int(exactly: number), words.indices.contains(place) else {
      throw ExpressionError(
        "the words of this \(reference.text) are counted 0 to \(words.count - 1); there is none with number \(number)",
        at: reference.offset)
    }
    return words[place]
  }

  /// All words of a header but the one of its checksum, added up without carrying (RFC 1071).
  mutating func sum(_ reference: FieldReference) throws(ExpressionError) -> UInt64 {
    let (layer, _) = try header(reference)
    let checksum = layer.protocol.checksum.flatMap { checksum in
      layer.nodes.first { $0.field === checksum.field }
    }
    let own = checksum.map { ($0.bytes.lowerBound - layer.bytes.lowerBound) / 2 }
    let words = try words(reference)
    return words.indices.filter { $0 != own }.reduce(0) { $0 + words[$1] }
  }

  private mutating func words(_ reference: FieldReference) throws(ExpressionError) -> [UInt64] {
    let (_, bytes) = try header(reference)
    return stride(from: 0, to: bytes.count, by: 2).map { place in
      UInt64(bytes[place]) << 8 | (place + 1 < bytes.count ? UInt64(bytes[place + 1]) : 0)
    }
  }

  /// The outermost header of a protocol, with its bytes.
  private mutating func header(
    _ reference: FieldReference
  ) throws(ExpressionError) -> (layer: Dissection.Layer, bytes: [UInt8]) {
    guard let dissection = dissection(of: reference.mark) else { throw noFrame(reference) }
    guard let layer = dissection.layers(of: reference).first else { throw absent(reference) }
    let source = dissection.bytes(of: layer.source)
    return (layer, Array(source[layer.bytes.clamped(to: 0..<source.count)]))
  }

  private func absent(_ reference: FieldReference) -> ExpressionError {
    let name = reference.name + (reference.layer.map { "#\($0)" } ?? "")
    let place = reference.mark.map { "the frame of \(quoted($0))" } ?? "the frame here"
    return ExpressionError("\(place) has no \(name)", at: reference.offset)
  }

  private func noFrame(_ reference: FieldReference) -> ExpressionError {
    let place = reference.mark.map { "at \(quoted($0))" } ?? "here"
    return ExpressionError("there is no frame \(place) to read \(reference.name) from", at: reference.offset)
  }
}

extension Dissection {
  /// The layers that a reference means, outermost first.
  func layers(of reference: FieldReference) -> [Layer] {
    let owner = reference.isProtocol ? reference.name : nil
    let owned = layers.filter { layer in
      if let owner { return layer.protocol.name == owner }
      return reference.fields.contains { field in layer.protocol.fields.contains { $0 === field } }
    }
    guard let number = reference.layer else { return owned }
    return number <= owned.count ? [owned[number - 1]] : []
  }

  /// The field nodes that a reference means, outermost layer first.
  package func nodes(of reference: FieldReference) -> [FieldNode] {
    guard reference.layer != nil else { return nodes(named: reference.name) }
    return layers(of: reference).flatMap { layer in
      layer.nodes.filter { node in reference.fields.contains { $0 === node.field } }
    }
  }
}
