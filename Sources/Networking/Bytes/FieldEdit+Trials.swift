extension FieldEdit {
  /// Values to try out on it, as they could be typed: nothing, the most, one more than now, some of chance.
  package func trials(_ random: inout SeededRandom) -> [String] {
    switch encoding {
    case .number(let width, let scale, let base, _):
      let numbers = [0, .ones(width), now &- base &+ 1, random.next(), random.next()]
      return numbers.map { String(($0 & .ones(width)) * scale) }
    case .digits(let count):
      let most = UInt64(String(repeating: "9", count: count)) ?? 0
      return ["0", String(most), String(random.number(in: 0...most))]
    case .flag(let width): return ["0", "1", String(UInt64.ones(width))]
    case .mac:
      return ["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", MACAddress(random.next()).description]
    case .ipv4:
      let other = IPv4Address(UInt32(truncatingIfNeeded: random.next()))
      return ["0.0.0.0", "255.255.255.255", other.description]
    case .bytes(let count), .raw(let count): return bytes(count, &random)
    case .text(_, let line): return bytes(line.count / 8, &random)
    case .name(let octets, _, _): return bytes(octets.count, &random)
    }
  }

  private func bytes(_ count: Int, _ random: inout SeededRandom) -> [String] {
    let chance = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let rows = [[UInt8](repeating: 0, count: count), [UInt8](repeating: 0xff, count: count), chance]
    return rows.map { "0x" + hexText($0) }
  }
}
