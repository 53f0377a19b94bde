/// Bytes nobody reads, where only their number matters.
enum MadeUpText {
  /// Lines of numbered text, so many octets in all.
  static func lines(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 32)
    var line = Array("line 0000000\n".utf8)
    while bytes.count < count {
      var digit = line.count - 2
      while line[digit] == UInt8(ascii: "9") {
        line[digit] = UInt8(ascii: "0")
        digit -= 1
      }
      line[digit] += 1
      bytes += line
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
