import Testing

@testable import Networking

/// RFC 1071 §3: the words 0001 f203 f4f5 f6f7 sum to ddf2.
@Test func internetSumMatchesTheRFCExample() {
  #expect(Checksum.sum([0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7]) == 0xddf2)
}

/// The CRC-32 check value of "123456789" in every catalogue of CRCs.
@Test func crc32MatchesItsCheckValue() {
  #expect(Checksum.crc32(Array("123456789".utf8)) == 0xcbf4_3926)
}
