import Foundation
import Networking
import Testing

@testable import Analysis

struct SubjectTests {
  static let all: [Subject] = [
    .field(FieldPath(layer: LayerPath(name: "ip", occurrence: 1), name: "ip.ttl", occurrence: 0)),
    .field(FieldPath(layer: LayerPath(name: "tcp", occurrence: 0), name: "tcp.options", occurrence: 2)),
    .layer(LayerPath(name: "eth", occurrence: 0)), .byte(.frame, 14), .byte(.tcp, 0),
    .row(device: "laptop", table: "arp", key: "192.0.2.1"),
    .row(device: "web", table: "tcp", key: "80 192.0.2.1:50456"), .table(device: "switch", table: "mac"),
    .cell(device: "web", table: "tcp", column: "state", key: "80 192.0.2.1:50456"),
    .device("router"), .cable(of: "phone"), .setting(of: "router.lan", name: "ip"),
    .detail(kind: "switch.flood", name: "ports"),
    .arc(diagram: "tcp", from: "SYN-SENT", to: "ESTABLISHED"),
  ]

  @Test func eachIsOneLineOfTextAndComesBack() throws {
    #expect(
      Self.all.map(\.description) == [
        "field ip#2/ip.ttl", "field tcp/tcp.options#3", "layer eth", "byte frame 14", "byte tcp 0",
        "row laptop arp 192.0.2.1", "row web tcp 80 192.0.2.1:50456", "table switch mac",
        "cell web tcp state 80 192.0.2.1:50456", "device router",
        "cable phone", "setting router.lan ip", "detail switch.flood ports",
        "arc tcp SYN-SENT ESTABLISHED",
      ])
    #expect(Self.all.map { Subject($0.description) } == Self.all)
    let json = try JSONEncoder().encode(Self.all)
    #expect(try JSONDecoder().decode([Subject].self, from: json) == Self.all)
    #expect(Set(Self.all.map(\.kind)) == Set(SubjectKind.allCases))
  }

  @Test(arguments: [
    "", "field", "field ", "field ip", "field ip/", "layer ", "byte frame", "byte frame -1", "byte frame x",
    "byte wire 3", "row laptop arp", "row laptop  x", "device ", "cell laptop arp mac", "setting router.lan",
    "detail switch.flood", "arc tcp SYN-SENT", "arc", "nothing ip",
  ])
  func whatNobodyWroteIsNone(_ text: String) { #expect(Subject(text) == nil) }

  /// Bytes of a packet in a packet: the field of the second IP header is another subject than that of the first.
  @Test func aPathIsTheSameWithAndWithoutALayerAboutTheFrame() {
    let bytes: [UInt8] =
      [UInt8](repeating: 0xff, count: 12) + [0x08, 0x06] + [0, 1, 8, 0, 6, 4, 0, 1]
      + [UInt8](repeating: 0, count: 38)
    var one = Dissector()
    var other = Dissector()
    let plain = one.dissect(bytes)
    let framed = other.dissect(bytes, frame: FrameInfo(wireLength: bytes.count))
    #expect(framed.layers.count == plain.layers.count + 1)
    for layer in plain.layers.indices {
      for node in plain.layers[layer].nodes.indices {
        let path = plain.path(of: FieldPlace(layer: layer, node: node))
        #expect(framed.place(of: path) == FieldPlace(layer: layer + 1, node: node))
      }
    }
  }

  @Test func aNumberBehindANameCountsTheLayersThatMayHaveIt() {
    let header: [UInt8] = [0x45, 0, 0, 0x38, 0, 1, 0, 0, 64, 1, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]
    // An ICMP error holds the header that it is about.
    let bytes = header + [3, 1, 0, 0, 0, 0, 0, 0] + header + [UInt8](repeating: 0, count: 8)
    var dissector = Dissector()
    let unit = dissector.dissect(bytes, start: .name("ip"))
    #expect(unit.places(named: "ip.ttl").map(\.layer) == [0])
    let inner = unit.places(named: "ip.ttl#2")
    #expect(inner.count == 1 && inner.first.map { unit.layers[$0.layer].protocol.name } == "ip")
    #expect(unit.places(named: "ip.addr").count == 2, "an alias stands for several")
    for none in ["ip.ttl#3", "ip.ttl#0", "ip.ttl#x", "ip.ttl#1#1", "#", "", "tcp.flags"] {
      #expect(unit.places(named: none).isEmpty, "\(none)")
    }
  }
}
