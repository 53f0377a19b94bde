/// Visits the fields of a header once, in wire order, in either direction. Decoding reads them and, when recording,
/// notes each as a `FieldNode`; encoding writes exactly what the header holds.
package struct FieldVisitor {
  package enum Direction: Sendable { case decode, encode }

  package let direction: Direction
  /// What is read, or what was written so far.
  package internal(set) var bytes: [UInt8]
  /// In bits from the start of `bytes`.
  package internal(set) var position: Int
  /// Decoding: first bit that may not be read.
  package internal(set) var end: Int
  var limit: WireError.Limit = .end
  /// First bit of the header being walked.
  package internal(set) var start: Int
  /// First bit from which offsets inside the header count (a DNS pointer): its start, if nothing else is said.
  private(set) var origin: Int?
  /// The header lies in a byte stream, not in a datagram.
  package internal(set) var isInStream = false
  /// The protocol's filter name, for errors.
  let layer: String
  let source: ByteSource
  let recording: Bool
  /// The payload may end before the length fields say so: a quote in an ICMP error, a capture's snap length.
  package internal(set) var allowsCutPayload = false
  /// In the quote of an ICMP error.
  package internal(set) var isQuote = false
  /// Of the frame whose trailer is walked.
  package internal(set) var frame = FrameEnd()
  package internal(set) var nodes: [FieldNode] = []
  /// The first thing that is wrong although the header can be read on: a length that says more than is there.
  package private(set) var fault: WireError?
  /// A receiver takes no header with what is wrong.
  package private(set) var isRefused = false
  private var parents: [Int] = []
  /// Encoding: where names were written, so that DNS can point back to them (RFC 1035 §4.1.4).
  var writtenNames: [[[UInt8]]: Int] = [:]
  /// Encoding: lengths that depend on how the rest is written are filled in on the way.
  var isSealing = false

  /// Decodes `bytes` from bit `position` to bit `end`.
  package init(
    decoding bytes: [UInt8], from position: Int = 0, to end: Int? = nil, limit: WireError.Limit = .end,
    layer: String, source: ByteSource = .frame, recording: Bool = false
  ) {
    direction = .decode
    self.bytes = bytes
    self.position = position
    self.start = position
    self.end = end ?? bytes.count * 8
    self.limit = limit
    self.layer = layer
    self.source = source
    self.recording = recording
  }

  package init(encoding layer: String) {
    direction = .encode
    bytes = []
    position = 0
    start = 0
    end = .max
    self.layer = layer
    source = .frame
    recording = false
  }

  package var isDecoding: Bool { direction == .decode }
  /// Decoding: whole bytes left before the limit.
  package var remaining: Int { (end - position) / 8 }
  /// Bytes walked since the header began.
  package var walked: Int { (position - start) / 8 }

  // MARK: Structure

  /// Opens a heading over the fields that follow, until `close`. With a numeric type it shows the number that its
  /// `bits` hold together (`tcp.flags` over the flag bits).
  package mutating func open(_ field: Field) throws(WireError) -> Int {
    guard isDecoding else { return -1 }
    let first = position
    var value = FieldValue.none
    if field.bits > 0 {
      value = .number(try read(field.bits, field))
      position = first
    }
    note(field, value, first)
    guard recording else { return -1 }
    parents.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// Makes the field just noted a heading over those that follow, until `closeLast`.
  package mutating func openLast() -> Int {
    guard recording, !nodes.isEmpty else { return -1 }
    parents.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// Closes what `openLast` returned; its bits stay what they were.
  package mutating func closeLast(_ group: Int) {
    guard group >= 0 else { return }
    while let last = parents.popLast(), last != group {}
  }

  /// Closes what `open` returned; a value may be set that was learned inside.
  package mutating func close(_ group: Int, value: FieldValue? = nil) {
    guard group >= 0 else { return }
    while let last = parents.popLast(), last != group {}
    nodes[group].bits = nodes[group].bits.lowerBound..<max(position, nodes[group].bits.lowerBound)
    if let value { nodes[group].value = value }
  }

  /// Lets fields end at most `count` bytes from here, because `field` says so. Returns what `endLimit` needs.
  package mutating func limited(to count: Int, by field: Field, _ value: UInt64) throws(WireError) -> (
    Int, WireError.Limit
  ) {
    let old = (end, limit)
    guard isDecoding else { return old }
    guard count >= 0, position + count * 8 <= end else { throw short(count * 8, field) }
    end = position + count * 8
    limit = .field(field.name, value)
    return old
  }

  package mutating func endLimit(_ old: (Int, WireError.Limit)) { (end, limit) = old }

  /// Offsets inside the header count from here.
  package mutating func beginCounting() { origin = position }

  /// Bytes since offsets began to count.
  package var distance: Int { (position - (origin ?? start)) / 8 }

  /// Decoding: goes to a byte offset from where they count (a DNS pointer). Returns the place to come back to.
  package mutating func jump(to offset: Int) -> Int {
    let old = position
    position = (origin ?? start) + offset * 8
    return old
  }

  /// Decoding: comes back from `jump`, or from a try that failed.
  package mutating func back(to position: Int) { self.position = position }

  /// First byte after all that was noted so far.
  var furthest: Int { nodes.reduce(start) { max($0, $1.bits.upperBound) } / 8 }

  /// Notes a field over bits already walked, `from` bits to the present place.
  package mutating func note(_ field: Field, _ value: FieldValue, _ from: Int) {
    note(field, value, bits: from..<max(from, position))
  }

  package mutating func note(_ field: Field, _ value: FieldValue, bits: Range<Int>) {
    guard recording else { return }
    nodes.append(
      FieldNode(field: field, value: value, bits: bits, source: source, parent: parents.last ?? -1))
  }

  /// Notes a generated field, with the bits it was computed from.
  package mutating func generated(_ field: Field, _ value: FieldValue, from bits: Range<Int> = 0..<0) {
    note(field, value, bits: bits)
  }

  // MARK: Errors

  package func short(_ need: Int, _ field: Field?) -> WireError {
    WireError(
      layer: layer, field: field, offset: position / 8,
      problem: .short(need: need, have: max(0, end - position), limit: limit))
  }

  /// The field just read has a value it cannot have; `at`: its first bit, where that is not its width ago.
  package func invalid(_ field: Field, _ reason: String, at first: Int? = nil) -> WireError {
    WireError(
      layer: layer, field: field, offset: (first ?? max(0, position - field.bits)) / 8,
      problem: .invalid(reason))
  }

  /// Notes what is wrong without giving up: what follows is read all the same. `isRefused`: a receiver drops what has it.
  package mutating func note(fault: WireError, isRefused: Bool = true) {
    if self.fault == nil { self.fault = fault }
    if isRefused { self.isRefused = true }
  }

  /// Decoding: the length that `field`, just read, gives this header and what belongs to it should fit what is there.
  package mutating func checkLength(_ field: Field, _ length: Int) {
    let have = (end - start) / 8
    guard isDecoding, length > have, !allowsCutPayload else { return }
    note(
      fault: WireError(
        layer: layer, field: field, offset: max(0, position - field.bits) / 8,
        problem: .overlong(says: length, have: have, limit: limit)))
  }
}

/// What is known of a frame's end besides its bytes.
package struct FrameEnd: Sendable {
  /// Octets on the wire; nil: as many as there are.
  package var wireLength: Int?
  /// Octets of frame check sequence; nil: nobody says.
  package var checkLength: Int? = 0
  /// Whether the frame check sequence is to be checked.
  package var isVerified = false
}
