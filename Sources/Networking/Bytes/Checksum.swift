/// Checks over bytes.
package enum Checksum {
  /// The Internet checksum (RFC 1071): one's complement of the one's complement sum of 16-bit words. A last odd
  /// byte is padded with zero on the right. Over bytes that hold their own right checksum it is 0.
  package static func internet(_ bytes: some Sequence<UInt8>) -> UInt16 { ~sum(bytes) }

  /// The folded one's complement sum.
  package static func sum(_ bytes: some Sequence<UInt8>) -> UInt16 {
    var total = inOneRow(bytes) { row in
      var total: UInt64 = 0
      var index = 0
      while index + 1 < row.count {
        total &+= UInt64(row[index]) << 8 | UInt64(row[index + 1])
        index += 2
      }
      return index < row.count ? total &+ UInt64(row[index]) << 8 : total
    }
    while total > 0xffff { total = (total & 0xffff) + (total >> 16) }
    return UInt16(total)
  }

  /// The pseudo-header that UDP and TCP checksums cover (RFC 768, RFC 9293 §3.1).
  package static func pseudoHeader(
    source: IPv4Address, destination: IPv4Address, protocol number: UInt8, length: Int
  ) -> [UInt8] {
    source.bytes + destination.bytes
      + [0, number, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
  }

  /// CRC-32 of IEEE 802.3 §3.2.9 (the frame check sequence): reflected polynomial 0xEDB88320. The FCS goes out
  /// with the lowest byte of this number first.
  package static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      inOneRow(bytes) { row in
        var crc: UInt32 = 0xffff_ffff
        for byte in row { crc = crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xff)] }
        return ~crc
      }
    }
  }

  /// Every byte of every frame passes here, several times: pointers keep that quick without optimisation too.
  private static func inOneRow<R>(
    _ bytes: some Sequence<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    bytes.withContiguousStorageIfAvailable(body) ?? Array(bytes).withUnsafeBufferPointer(body)
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
  }
}
