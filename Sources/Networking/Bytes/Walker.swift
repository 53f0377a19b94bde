/// Visits the fields of a header once, in wire order, in either direction. Decoding reads them and, when recording,
/// notes each as a `FieldNode`; encoding writes exactly what the header holds.
package struct Walker {
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
  /// The protocol's filter name, for errors.
  let layer: String
  let source: ByteSource
  let recording: Bool
  /// The payload may end before the length fields say so: a quote in an ICMP error, a capture's snap length.
  package internal(set) var allowsCutPayload = false
  /// In the quote of an ICMP error.
  package internal(set) var isQuote = false
  package internal(set) var nodes: [FieldNode] = []
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

  // MARK: Numbers

  /// `shown`: false reads or writes the bits without noting them.
  package mutating func uint<T: FixedWidthInteger & UnsignedInteger>(
    _ field: Field, _ value: inout T, shown: Bool = true
  ) throws(WireError) {
    let width = field.bits
    let first = position
    if isDecoding {
      let number = try read(width, field)
      value = T(truncatingIfNeeded: number)
      if shown { note(field, .number(number &* field.scale), first) }
    } else {
      write(UInt64(value), width)
    }
  }

  package mutating func flag(
    _ field: Field, _ value: inout Bool, shown: Bool = true
  ) throws(WireError) {
    let first = position
    if isDecoding {
      value = try read(field.bits, field) != 0
      if shown { note(field, .bool(value), first) }
    } else {
      write(value ? 1 : 0, field.bits)
    }
  }

  /// A number whose values have names: `EtherType`, an option kind.
  package mutating func code<C: RawRepresentable>(_ field: Field, _ value: inout C) throws(WireError)
  where C.RawValue: FixedWidthInteger & UnsignedInteger {
    var raw = value.rawValue
    try uint(field, &raw)
    guard let code = C(rawValue: raw) else { throw invalid(field, "\(raw) has no meaning there") }
    value = code
  }

  package mutating func mac(_ field: Field, _ value: inout MACAddress) throws(WireError) {
    let first = position
    if isDecoding {
      value = MACAddress(try read(48, field))
      note(field, .mac(value), first)
    } else {
      write(value.value, 48)
    }
  }

  package mutating func ipv4(_ field: Field, _ value: inout IPv4Address) throws(WireError) {
    let first = position
    if isDecoding {
      value = IPv4Address(UInt32(try read(32, field)))
      note(field, .ipv4(value), first)
    } else {
      write(UInt64(value.value), 32)
    }
  }

  package mutating func ipv6(_ field: Field, _ value: inout IPv6Address) throws(WireError) {
    let first = position
    if isDecoding {
      value = IPv6Address(try take(16, field)) ?? .unspecified
      note(field, .ipv6(value), first)
    } else {
      append(value.bytes)
    }
  }

  // MARK: Bytes

  /// `count` bytes; encoding writes what is there.
  package mutating func bytes(_ field: Field, _ value: inout [UInt8], count: Int) throws(WireError) {
    let first = position
    if isDecoding {
      value = try take(count, field)
      note(field, .bytes(value), first)
    } else {
      append(value)
    }
  }

  /// Everything up to the limit, shown as `value` says.
  package mutating func rest(
    _ field: Field, _ bytes: inout [UInt8], as value: ([UInt8]) -> FieldValue
  ) throws(WireError) {
    guard isDecoding else { return append(bytes) }
    let first = position
    bytes = try take(max(0, remaining), field)
    if !bytes.isEmpty { note(field, value(bytes), first) }
  }

  /// Everything up to the limit. Nothing is noted when nothing is left.
  package mutating func rest(_ field: Field, _ value: inout [UInt8]) throws(WireError) {
    if isDecoding && remaining <= 0 {
      value = []
    } else {
      try bytes(field, &value, count: remaining)
    }
  }

  /// Bytes up to and including `delimiter`, spelled as they are; nil (nothing read) when it does not occur before
  /// the limit. Notes nothing: what the bytes mean is the caller's.
  package mutating func line(until delimiter: [UInt8], _ value: inout [UInt8]?) {
    guard isDecoding else {
      append(value ?? [])
      return
    }
    let from = position / 8
    let last = end / 8 - delimiter.count
    value = nil
    guard from <= last else { return }
    for index in from...last where bytes[index..<index + delimiter.count].elementsEqual(delimiter) {
      value = Array(bytes[from..<index + delimiter.count])
      position += value!.count * 8
      return
    }
  }

  /// Reads `count` bytes without noting them.
  package mutating func take(_ count: Int, _ field: Field?) throws(WireError) -> [UInt8] {
    guard count >= 0, count <= remaining else { throw short(count * 8, field) }
    let from = position / 8
    position += count * 8
    return Array(bytes[from..<from + count])
  }

  /// Decoding: the next octet, without reading it.
  package func peek() -> UInt8? { remaining > 0 ? bytes[position / 8] : nil }

  /// Decoding: the octets from a bit position up to here.
  package func read(from first: Int) -> [UInt8] { Array(bytes[first / 8..<max(first, position) / 8]) }

  package mutating func append(_ more: [UInt8]) {
    precondition(position % 8 == 0, "bytes are written at byte borders")
    bytes += more
    position += more.count * 8
  }

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

  /// Decoding: goes to a byte offset from the start of this header (a DNS pointer). Returns the place to come back to.
  package mutating func jump(to offset: Int) -> Int {
    let old = position
    position = start + offset * 8
    return old
  }

  /// Decoding: comes back from `jump`.
  package mutating func back(to position: Int) { self.position = position }

  /// First byte behind all that was noted so far.
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

  /// Decoding: the length that `field`, just read, gives this header and what belongs to it must fit what is there.
  package func checkLength(_ field: Field, _ length: Int) throws(WireError) {
    let have = (end - start) / 8
    guard isDecoding, length > have, !allowsCutPayload else { return }
    throw WireError(
      layer: layer, field: field, offset: max(0, position - field.bits) / 8,
      problem: .overlong(says: length, have: have, limit: limit))
  }

  // MARK: Bits

  /// Reads up to 64 bits, most significant first.
  private mutating func read(_ count: Int, _ field: Field) throws(WireError) -> UInt64 {
    guard position + count <= end else { throw short(count, field) }
    var value: UInt64 = 0
    var left = count
    while left > 0 {
      let room = 8 - position % 8
      let part = min(room, left)
      let octet = UInt64(bytes[position / 8])
      value = value << UInt64(part) | (octet >> UInt64(room - part)) & (1 << UInt64(part) - 1)
      position += part
      left -= part
    }
    return value
  }

  private mutating func write(_ value: UInt64, _ count: Int) {
    var left = count
    while left > 0 {
      if position % 8 == 0 { bytes.append(0) }
      let room = 8 - position % 8
      let part = min(room, left)
      let chunk = (value >> UInt64(left - part)) & (1 << UInt64(part) - 1)
      bytes[position / 8] |= UInt8(chunk << UInt64(room - part))
      position += part
      left -= part
    }
  }
}
