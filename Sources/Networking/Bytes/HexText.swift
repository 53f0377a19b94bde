/// Two lower-case hexadecimal digits.
package func hexByte(_ byte: UInt8) -> String { hexText([byte]) }

/// Two lower-case digits a byte, with `separator` between the bytes: `00:00:5e`.
package func hexText(_ bytes: some Collection<UInt8>, separator: UInt8? = nil) -> String {
  guard !bytes.isEmpty else { return "" }
  let length = bytes.count * 2 + (separator == nil ? 0 : bytes.count - 1)
  return String(unsafeUninitializedCapacity: length) { buffer in
    var place = 0
    for byte in bytes {
      if let separator, place > 0 {
        buffer[place] = separator
        place += 1
      }
      buffer[place] = digit(byte >> 4)
      buffer[place + 1] = digit(byte & 15)
      place += 2
    }
    return place
  }
}

/// With colons between the bytes, as addresses are written.
package func colonHexText(_ bytes: some Collection<UInt8>) -> String {
  hexText(bytes, separator: UInt8(ascii: ":"))
}

/// Lower-case hexadecimal, at least `digits` long.
package func hex(_ value: UInt64, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

private func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
