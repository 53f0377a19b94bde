extension Dissection {
  /// Other bytes for this frame, with every checksum made right that covers what changed: IPv4's header checksum and
  /// that of the ICMP, UDP or TCP above it. Lengths are read from the new bytes; where they make no sense the checksum
  /// stays as it is, and so do one that was itself changed and those in a packet that an ICMP error quotes.
  func repaired(_ edited: [UInt8], changed: Range<Int>) -> [UInt8] {
    var bytes = edited
    guard let index = layers.firstIndex(where: { $0.header is IPv4 && $0.source == .frame }),
      let old = layers[index].header as? IPv4
    else { return bytes }
    let first = layers[index].bytes.lowerBound
    guard first + 20 <= bytes.count else { return bytes }
    let header = Int(bytes[first] & 15) * 4
    guard header >= 20, first + header <= bytes.count else { return bytes }
    let touched = changed.lowerBound / 8..<(changed.upperBound + 7) / 8

    let total = bytes.word(first + 2)
    let segment = first + header..<max(first + header, min(bytes.count, first + total))
    let isRead =
      header == Int(old.headerWords) * 4 && bytes[first + 9] == old.proto.rawValue
      && first + total == segment.upperBound
    // The pseudo-header of UDP and TCP has the length and the addresses (RFC 768, RFC 9293 §3.1).
    let pseudo = [first + 2..<first + 4, first + 12..<first + 20]
    let isCovered =
      touched.overlaps(segment) || old.proto != .icmp && pseudo.contains(where: touched.overlaps)
    if isRead, isCovered {
      bytes.repairTransport(old.proto, segment, from: first, unless: touched)
    }
    if touched.overlaps(first..<first + header) {
      bytes.seal(first + 10, unless: touched) { Checksum.internet($0[first..<first + header]) }
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate func word(_ place: Int) -> Int { Int(self[place]) << 8 | Int(self[place + 1]) }

  fileprivate mutating func repairTransport(
    _ proto: IPProtocol, _ segment: Range<Int>, from packet: Int, unless touched: Range<Int>
  ) {
    let first = segment.lowerBound
    let addresses = Array(self[packet + 12..<packet + 20])
    func pseudo(_ length: Int) -> [UInt8] {
      addresses + [0, proto.rawValue, UInt8(length >> 8 & 0xff), UInt8(length & 0xff)]
    }
    switch proto {
    case .icmp where segment.count >= ICMP.headerLength:
      seal(first + 2, unless: touched) { Checksum.internet($0[segment]) }
    case .tcp where segment.count >= 20:
      seal(first + 16, unless: touched) { Checksum.internet(pseudo(segment.count) + $0[segment]) }
    case .udp where segment.count >= UDP.headerLength:
      let length = word(first + 4)
      // A checksum of 0 was left out by the sender.
      guard (UDP.headerLength...segment.count).contains(length), word(first + 6) != 0 else { return }
      seal(first + 6, unless: touched) {
        let sum = Checksum.internet(pseudo(length) + $0[first..<first + length])
        return sum == 0 ? 0xffff : sum
      }
    default: break
    }
  }

  /// Writes a checksum that is computed with zeros in its own place.
  fileprivate mutating func seal(_ place: Int, unless touched: Range<Int>, _ sum: ([UInt8]) -> UInt16) {
    guard !touched.overlaps(place..<place + 2) else { return }
    self[place] = 0
    self[place + 1] = 0
    let right = sum(self)
    self[place] = UInt8(right >> 8)
    self[place + 1] = UInt8(right & 0xff)
  }
}
