import Foundation
import Testing

@testable import Networking

/// The TCP segments of a recorded capture.
struct KernelSegment {
  var packet: IPv4
  var header: TCP
  var payload: [UInt8]

  var source: Endpoint { Endpoint(packet.source, header.sourcePort) }
  var destination: Endpoint { Endpoint(packet.destination, header.destinationPort) }

  /// Reads a pcap file that holds Ethernet frames (Captures/README.md).
  static func read(_ name: String) throws -> [KernelSegment] {
    let url = try #require(Bundle.module.url(forResource: "Captures/\(name)", withExtension: "pcap"))
    let bytes = [UInt8](try Data(contentsOf: url))
    func word(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) } }
    var segments: [KernelSegment] = []
    var position = 24
    while position + 16 <= bytes.count {
      let length = word(position + 8)
      let frame = Array(bytes[position + 16..<position + 16 + length])
      position += 16 + length
      let (ethernet, linkLength) = try Ethernet.decode(frame)
      guard ethernet.type == .ipv4 else { continue }
      let (packet, _) = try IPv4.decode(frame, from: linkLength)
      guard packet.proto == .tcp else { continue }
      let start = linkLength + Int(packet.headerWords) * 4
      let (header, headerLength) = try TCP.decode(frame, from: start)
      let end = linkLength + Int(packet.totalLength)
      segments.append(
        KernelSegment(packet: packet, header: header, payload: Array(frame[start + headerLength..<end])))
    }
    return segments
  }
}

/// Two of our connections have the conversation that two kernels had: when the capture shows a segment that nothing on
/// the wire explains, the application of that side is asked for it. Readers read at once.
struct KernelConversation {
  var sides: [TCPConnection] = []
  let script: [KernelSegment]
  private var waiting: [[TCPOutgoingSegment]] = [[], []]
  private var ticks: [UInt32] = [0, 0]
  private var moment = 0
  /// What our side sent where the capture has `script[index]`.
  private(set) var ours: [TCPOutgoingSegment?] = []

  init(_ script: [KernelSegment], settings: TCPSettings = TCPSettings()) {
    self.script = script
    let first = script[0]
    for (side, ends) in [(first.source, first.destination), (first.destination, first.source)].enumerated() {
      let own = script.filter { $0.source == ends.0 }
      let counted = own.first { !($0.header.syn && $0.header.ack) }
      let clock = own.first?.header.timestamps?.value ?? 0
      sides.append(
        TCPConnection(
          TCPConnection.ID(local: ends.0, remote: ends.1), opening: side == 0, settings: settings,
          initialSequenceNumber: own.first?.header.sequence ?? SequenceNumber(0), timestampOffset: clock,
          identification: counted?.packet.identification ?? 0, moment: 0))
      ticks[side] = clock
    }
  }

  mutating func run() {
    for (index, segment) in script.enumerated() {
      let side = segment.source == sides[0].local ? 0 : 1
      if waiting[side].isEmpty { ask(side, index) }
      guard !waiting[side].isEmpty else {
        ours.append(nil)
        continue
      }
      let sent = waiting[side].removeFirst()
      ours.append(sent)
      handle(1 - side, .segment(sent.header, payload: sent.payload), index)
      if sides[1 - side].readable > 0 { handle(1 - side, .receive(1_000_000), index) }
    }
  }

  /// The application's part in `script[index]`.
  private mutating func ask(_ side: Int, _ index: Int) {
    let segment = script[index]
    if segment.header.syn { handle(side, .connect, index) }
    if !segment.payload.isEmpty {
      // Everything up to PSH was one `send`.
      let own = script[index...].filter { $0.source == segment.source && !$0.payload.isEmpty }
      let last = own.firstIndex { $0.header.psh } ?? own.startIndex
      handle(side, .send(own[...last].flatMap(\.payload)), index)
    }
    if segment.header.fin { handle(side, .close, index) }
  }

  /// The time of an event is the clock tick its side's next segment in the capture shows.
  private mutating func handle(_ side: Int, _ event: TCPEvent, _ index: Int) {
    moment += 1
    let next = script[index...].first { $0.source == sides[side].local }?.header.timestamps?.value
    let now = Int64((next ?? ticks[side]) &- ticks[side]) * 1_000_000
    for case .emit(let segment) in sides[side].handle(event, at: now, moment: moment) {
      waiting[side].append(segment)
    }
  }
}
