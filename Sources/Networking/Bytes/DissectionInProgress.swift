/// One frame on its way through the layers.
package struct DissectionInProgress {
  package internal(set) var dissector: Dissector
  package internal(set) var result: Dissection
  /// Where the next layer begins and must end, in bytes of `source`.
  package internal(set) var position = 0
  package internal(set) var end: Int
  package internal(set) var limit: WireError.Limit = .end
  package internal(set) var source: ByteSource = .frame
  /// Inside an ICMP error's quote: cut off on purpose, and no part of any conversation.
  package var isQuote = false
  /// The capture kept less of the frame than was on the wire.
  package internal(set) var isCut = false
  /// What is known of the frame's end.
  var frameEnd = FrameEnd()
  /// It is known when the frame was. Without that nothing is shown that is computed from it.
  package internal(set) var hasTime = true
  /// Index of the TCP stream being read.
  package internal(set) var tcpStream: Int?
  /// Where the message being read begins in that stream.
  package internal(set) var messageStart: UInt32?
  /// Indices of the layers being read, the outermost first.
  private var current: [Int] = []

  init(_ dissector: Dissector, _ result: Dissection) {
    self.dissector = dissector
    self.result = result
    end = result.bytes.count
  }

  /// The bytes that the layer being read carries, before trailers are known.
  package var payload: ArraySlice<UInt8> { result.bytes(of: source)[position..<max(position, end)] }

  /// The nearest enclosing header of a type.
  package func outer<H: Header>(_ type: H.Type) -> H? {
    for layer in result.layers.reversed() { if let header = layer.header as? H { return header } }
    return nil
  }

  package mutating func state<S: DissectorState, R>(_ type: S.Type, _ body: (inout S) -> R) -> R {
    dissector.withState(type, body)
  }

  // MARK: Fields of the layer being read

  /// The layer being read.
  package var layer: Dissection.Layer { result.layers[current.last!] }

  /// What its checksum covers.
  package func coverage() throws(ChecksumCoverage.Absence) -> ChecksumCoverage {
    try result.checksumCoverage(of: current.last!)
  }

  /// The bits on which a field stands; empty when it is not there.
  package func bits(of field: Field) -> Range<Int> {
    result.layers[current.last!].nodes.first(of: field)?.bits ?? 0..<0
  }

  /// The shown value of a field; nil when it is not there.
  package func value(of field: Field) -> FieldValue? {
    result.layers[current.last!].nodes.first(of: field)?.value
  }

  /// Changes the shown values of a field.
  mutating func rewrite(_ field: Field, _ change: (FieldValue) -> FieldValue) {
    result.layers[current.last!].nodes.rewrite(field, change)
  }

  /// Adds a field after all others, under `group` (which `generate` returned) or at the top. Returns its place, for
  /// fields under it.
  @discardableResult
  mutating func generate(
    _ field: Field, _ value: FieldValue, from bits: Range<Int> = 0..<0, source: ByteSource? = nil,
    under group: Int
  ) -> Int {
    guard hasTime || !field.inputs.contains(.time) else { return group }
    let layer = current.last!
    result.layers[layer].nodes.append(
      FieldNode(field: field, value: value, bits: bits, source: source ?? self.source, parent: group))
    return result.layers[layer].nodes.count - 1
  }

  /// Adds a generated field: after `sibling` (at its depth), or at the end.
  package mutating func generate(
    _ field: Field, _ value: FieldValue, from bits: Range<Int> = 0..<0, after sibling: Field? = nil
  ) {
    guard hasTime || !field.inputs.contains(.time) else { return }
    let node = FieldNode(field: field, value: value, bits: bits, source: source, parent: -1)
    result.layers[current.last!].nodes.insert(node, after: sibling)
  }

  // MARK: Layers

  mutating func descend(_ bindings: [Binding]) {
    guard position < end else { return }
    for binding in bindings {
      if let found = Protocols.bound(to: binding) { return found.dissect(&self) }
    }
    DataHeader.descriptor.dissect(&self)
  }

  /// Reads one message that lies at `range` of `source`, and comes back to where the layer being read goes on.
  mutating func dissect(_ descriptor: ProtocolDescriptor, in range: Range<Int>, of source: ByteSource) {
    let here = (position, end, limit, self.source)
    (position, end, limit, self.source) = (range.lowerBound, range.upperBound, .end, source)
    descriptor.dissect(&self)
    (position, end, limit, self.source) = here
  }

  mutating func dissect<H: Header>(_: H.Type) {
    var header = H()
    let descriptor = H.descriptor
    var walker = FieldVisitor(
      decoding: result.bytes(of: source), from: position * 8, to: end * 8, limit: limit,
      layer: descriptor.name, source: source, recording: true)
    walker.allowsCutPayload = isQuote || isCut
    walker.isQuote = isQuote
    walker.isInStream = tcpStream != nil
    var failure: WireError?
    do { try header.visitFields(&walker) } catch { failure = error }
    let first = position
    // A walk that failed inside a DNS pointer stands anywhere: what it noted in wire order says how far it came.
    position = failure == nil ? walker.position / 8 : walker.furthest
    let index = result.layers.count
    result.layers.append(
      .init(
        protocol: descriptor, header: header, source: source, bytes: first..<position, nodes: walker.nodes,
        isWhole: failure == nil, isQuoted: isQuote))
    if !isQuote, let fault = walker.fault { note(fault) }
    if let failure {
      // What was cut off on purpose is no error; what is left of it is this header's, and nobody's trailer.
      guard !isQuote, !isCut else {
        position = max(position, end)
        return
      }
      note(failure)
      if position < end { DataHeader.descriptor.dissect(&self) }
      return
    }
    current.append(index)
    let outside = (end, limit)
    let inside = header.dissectPayload(&self)
    current.removeLast()
    guard case .payload(let bindings, let length, let field) = inside else {
      (end, limit) = outside
      return
    }
    if let length, position + length < end {
      end = position + max(0, length)
      limit = .field(
        field?.name ?? descriptor.name, shownNumber(of: field, in: index) ?? UInt64(max(0, length)))
    }
    let declaredEnd = length == nil ? nil : end
    descend(bindings)
    (end, limit) = outside
    // Without a length field the payload ends where the layers inside it did (ARP in a padded frame).
    position = declaredEnd ?? position
    guard position < end else { return }
    trailer(of: index, header)
  }

  /// The frame check sequence, where one is said to be there, is no part of what the header carries.
  mutating func leaveOutCheck() {
    guard let check = frameEnd.checkLength, check > 0, let wireLength = frameEnd.wireLength else { return }
    end = max(position, min(end, wireLength - check))
  }

  /// Something is wrong; the first such thing is told.
  mutating func note(_ error: WireError) {
    if result.error == nil { result.error = error }
  }

  private func shownNumber(of field: Field?, in layer: Int) -> UInt64? {
    guard let node = result.layers[layer].nodes.first(where: { $0.field === field }),
      case .number(let number) = node.value
    else { return nil }
    return number
  }

  private mutating func trailer<H: Header>(of index: Int, _ header: H) {
    var header = header
    var walker = FieldVisitor(
      decoding: result.bytes(of: source), from: position * 8, to: end * 8, layer: H.descriptor.name,
      source: source, recording: true)
    walker.frame = frameEnd
    do { try header.walkTrailer(&walker) } catch { note(error) }
    position = walker.position / 8
    let base = result.layers[index].nodes.count
    for var node in walker.nodes {
      if node.parent >= 0 { node.parent += base }
      result.layers[index].nodes.append(node)
    }
    result.layers[index].header = header
  }
}

/// A layer's nodes, in wire order, each after its parent. Every generated field passes here: plain loops, and in place.
extension [FieldNode] {
  fileprivate func first(of field: Field) -> FieldNode? {
    for node in self where node.field === field { return node }
    return nil
  }

  fileprivate mutating func rewrite(_ field: Field, _ change: (FieldValue) -> FieldValue) {
    for index in indices where self[index].field === field { self[index].value = change(self[index].value) }
  }

  /// Inserts a node after the last one of `sibling` and all that is under it, at its depth; without one, at the end.
  fileprivate mutating func insert(_ new: FieldNode, after sibling: Field?) {
    var index = count - 1
    while index >= 0, self[index].field !== sibling { index -= 1 }
    guard index >= 0 else { return append(new) }
    var node = new
    node.parent = self[index].parent
    var place = index + 1
    while place < count, self[place].parent >= index { place += 1 }
    for later in place..<count where self[later].parent >= place { self[later].parent += 1 }
    insert(node, at: place)
  }
}
