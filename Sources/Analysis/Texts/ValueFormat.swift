import Networking

/// Another way to write a value in a text.
package enum ValueFormat: String, CaseIterable, Sendable {
  /// `0x12`, as wide as the field it comes from: `0x0012`.
  case hex
  /// `0b10010`; of an address its bits by octets, of a network those that its length fixes.
  case binary
  /// With its name, as the field tree shows it: `request (1)`.
  case label
  /// Milliseconds with three digits after the point: `12.047`.
  case ms
  /// Whole microseconds.
  case us
  /// Seconds with as many digits after the point as it takes: `0.2`.
  case s

  package func text(_ reading: Reading) -> String {
    switch (self, reading.value) {
    case (.hex, .number(let number)):
      (number < 0 ? "-" : "") + "0x" + Networking.hex(number.magnitude, digits: ((reading.bits ?? 0) + 3) / 4)
    case (.binary, .number(let number)): (number < 0 ? "-" : "") + "0b" + String(number.magnitude, radix: 2)
    case (.binary, .ipv4(let address)): bits(of: address, 32)
    case (.binary, .network(let prefix)): bits(of: prefix.address, prefix.length)
    case (.ms, .time(let time)): thousandthsText(time)
    case (.us, .time(let time)): String(time / 1000)
    case (.s, .time(let time)): seconds(time)
    case (.label, _): reading.label
    default: reading.text
    }
  }

  private func seconds(_ time: Int64) -> String {
    let fraction = String(String(1_000_000_000 + time.magnitude % 1_000_000_000).dropFirst())
    let digits = fraction.reversed().drop { $0 == "0" }.reversed()
    let whole = (time < 0 ? "-" : "") + String(time.magnitude / 1_000_000_000)
    return digits.isEmpty ? whole : "\(whole)." + String(digits)
  }

  /// The first bits, eight a group; a dash for none.
  private func bits(of address: IPv4Address, _ count: Int) -> String {
    let bits = String(String((1 << 32) | UInt64(address.value), radix: 2).dropFirst().prefix(count))
    let groups = stride(from: 0, to: count, by: 8).map { bits.dropFirst($0).prefix(8) }
    return groups.isEmpty ? "–" : groups.joined(separator: ".")
  }
}

extension Reading {
  /// As the field tree writes it.
  fileprivate var label: String {
    guard let field else { return text }
    switch value {
    case .number(let number): return field.text(.number(UInt64(clamping: number)))
    case .boolean(let flag): return field.text(.bool(flag))
    default: return text
    }
  }
}
