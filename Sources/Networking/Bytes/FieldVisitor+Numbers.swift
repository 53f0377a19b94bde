/// Numbers, flags and addresses: fields of a fixed width.
extension FieldVisitor {
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

  /// Reads up to 64 bits, most significant first.
  mutating func read(_ count: Int, _ field: Field) throws(WireError) -> UInt64 {
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

  mutating func write(_ value: UInt64, _ count: Int) {
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
