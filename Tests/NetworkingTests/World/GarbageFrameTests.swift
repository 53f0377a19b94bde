import Testing

@testable import Networking

/// Frames of a page with some bits changed, delivered as if their frame check sequence were right: whatever they say
/// then, nothing traps, nothing breaks, and the walk comes to an end.
@Test(arguments: [1, 2, 3, 4] as [UInt64])
func noFrameTrapsAHost(seed: UInt64) throws {
  let timeline = Networks.story(try Networks.world("home"))
  var random = SeededRandom(seed: seed)
  for _ in 0..<40 {
    let frame = timeline.transmission(Int(random.number(in: 1...UInt64(timeline.transmissions.count))))
    var bytes = frame.bytes
    for _ in 0..<random.number(in: 1...3) {
      let bit = Int(random.number(in: 0...UInt64(bytes.count * 8 - 1)))
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    }
    if random.number(in: 0...3) == 0 { bytes.removeLast(Int(random.number(in: 1...UInt64(bytes.count)))) }
    // Half of them with right checksums, so that they get further than the internet layer.
    if random.number(in: 0...1) == 0 { bytes = repaired(bytes) }
    var world = timeline.world(after: frame.moment)
    while !world.work.isEmpty { _ = world.step() }
    world.work = [
      Work(
        device: frame.to.device, task: .linkReceive(port: frame.to.port, bytes: bytes), cause: frame.moment,
        frame: frame.number, provenance: frame.provenance)
    ]
    for _ in 0..<150 where world.hasStory {
      guard world.step() != nil else { break }
      if let broken = world.brokenInvariant {
        Issue.record("seed \(seed), frame \(frame.number) as \(bytes.map(hexByte).joined()): \(broken)")
        return
      }
    }
  }
}

/// With a header checksum and a transport checksum that fit, where there are headers.
private func repaired(_ frame: [UInt8]) -> [UInt8] {
  guard frame.count > 34, frame[12] == 8, frame[13] == 0, let (ip, length) = try? IPv4.decode(frame, from: 14)
  else {
    return frame
  }
  var header = ip
  header.checksum = 0
  header.checksum = Checksum.internet(header.encoded)
  let end = 14 + Int(ip.totalLength)
  guard end <= frame.count, 14 + length <= end else { return frame }
  var payload = Array(frame[(14 + length)..<end])
  let place: Int? =
    switch ip.proto {
    case .tcp: 16
    case .udp: 6
    case .icmp: 2
    default: nil
    }
  if let place, payload.count >= place + 2 {
    payload[place] = 0
    payload[place + 1] = 0
    let pseudo =
      ip.proto == .icmp
      ? []
      : Checksum.pseudoHeader(
        source: ip.source, destination: ip.destination, protocol: ip.proto.rawValue, length: payload.count)
    let sum = Checksum.internet(pseudo + payload)
    payload[place] = UInt8(sum >> 8)
    payload[place + 1] = UInt8(sum & 0xff)
  }
  return Array(frame[..<14]) + header.encoded + payload + frame[end...]
}
