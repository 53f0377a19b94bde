/// Numbers with a unit, read exactly: no rounding, an error when a value is no whole number of the smallest unit.
package enum Quantity {
  /// `10us`, `200ms`, `1.5s`, `12h` in nanoseconds.
  package static func duration(_ text: String) throws(TextError) -> Int64 {
    try read(text, units: durationUnits, smallest: "nanosecond")
  }

  /// `1Gbps`, `500Mbps`, `10kbps` in bits per second.
  package static func rate(_ text: String) throws(TextError) -> Int64 {
    try read(text, units: rateUnits, smallest: "bit per second")
  }

  /// `3600000000000` as `1h`: in the largest unit that leaves nothing over.
  package static func durationText(_ nanoseconds: Int64) -> String { text(nanoseconds, durationUnits) }
  package static func rateText(_ bitsPerSecond: Int64) -> String { text(bitsPerSecond, rateUnits) }

  private static func text(_ value: Int64, _ units: [Unit]) -> String {
    let unit = units.last { value != 0 && value % $0.factor == 0 } ?? units[0]
    return "\(value / unit.factor)\(unit.name)"
  }

  private typealias Unit = (name: String, factor: Int64)

  private static let durationUnits: [Unit] = [
    ("ns", 1), ("us", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000),
    ("min", 60_000_000_000),
    ("h", 3_600_000_000_000), ("d", 86_400_000_000_000),
  ]

  private static let rateUnits: [Unit] = [
    ("bps", 1), ("kbps", 1_000), ("Mbps", 1_000_000), ("Gbps", 1_000_000_000), ("Tbps", 1_000_000_000_000),
  ]

  private static func read(_ text: String, units: [Unit], smallest: String) throws(TextError) -> Int64 {
    var rest = text.utf8[...]
    let whole = takeDigits(from: &rest)
    var fraction = "0"[...]
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = takeDigits(from: &rest)
    }
    guard !whole.isEmpty, !fraction.isEmpty else { throw TextError("") }
    let name = String(Substring(rest))
    guard let unit = units.first(where: { $0.name == name }) else {
      throw TextError(problem(withUnit: name, number: String(text.dropLast(name.count)), units: units))
    }
    let tooLarge = TextError("it is too large")
    guard let count = Int64(whole) else { throw tooLarge }
    let (value, overflows) = count.multipliedReportingOverflow(by: unit.factor)
    guard !overflows else { throw tooLarge }
    let (sum, sumOverflows) = try value.addingReportingOverflow(part(fraction, of: unit.factor, smallest))
    guard !sumOverflows else { throw tooLarge }
    return sum
  }

  private static func takeDigits(from rest: inout Substring.UTF8View) -> Substring {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest[digits.endIndex...]
    return Substring(digits)
  }

  /// `5` after the point of `1.5` is half of the unit.
  private static func part(
    _ fraction: Substring, of factor: Int64, _ smallest: String
  ) throws(TextError) -> Int64 {
    var factor = factor
    var value: Int64 = 0
    for digit in fraction.utf8 where digit != 0x30 || factor % 10 == 0 {
      guard factor % 10 == 0 else { throw TextError("it is not a whole number of \(smallest)s") }
      factor /= 10
      value += Int64(digit - 0x30) * factor
    }
    return value
  }

  private static func problem(withUnit name: String, number: String, units: [Unit]) -> String {
    let known = units.map(\.name)
    if let meant = known.first(where: { $0.lowercased() == name.lowercased() }) {
      return "did you mean \(quoted(number + meant))?"
    }
    return name.isEmpty
      ? "the unit is missing (\(alternatives(known)))"
      : "\(quoted(name)) is not a unit here (known: \(known.joined(separator: ", ")))"
  }
}
