/// Rows of bytes and lines of text.
extension FieldVisitor {
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

  /// Decoding: the number that the next `count` octets hold, without reading it.
  package func peek(_ count: Int) -> Int? {
    remaining >= count ? bytes[position / 8..<position / 8 + count].reduce(0) { $0 << 8 | Int($1) } : nil
  }

  /// Decoding: whether the next `count` octets, which must be there, are 0.
  package func isZero(_ count: Int) -> Bool {
    bytes[position / 8..<position / 8 + count].allSatisfy { $0 == 0 }
  }

  /// Decoding: the octets from a bit position up to here.
  package func read(from first: Int) -> [UInt8] { Array(bytes[first / 8..<max(first, position) / 8]) }

  package mutating func append(_ more: [UInt8]) {
    precondition(position % 8 == 0, "bytes are written at byte borders")
    bytes += more
    position += more.count * 8
  }
}
