import Testing

@testable import Networking

/// Every field we read from a kernel's frames has the name, the value and the place that tshark 4.0 gives it.
struct GoldenFieldTests {
  /// What tshark shows and we do not: its own remarks, names of other protocols' views, hidden second names (aliases
  /// here), and settings of its window.
  static let lacking: Set<String> = [
    "_ws.expert", "_ws.expert.message", "_ws.expert.severity", "_ws.expert.group", "_ws.short",
    "_ws.malformed",
    "fake-field-wrapper",
    "http.chat", "tcp.connection.syn", "tcp.connection.synack", "tcp.connection.fin", "tcp.connection.rst",
    "tcp.connection.fin_active", "tcp.connection.fin_passive", "ip.ttl.too_small", "data-text-lines",
    "udp.possible_traceroute", "dns.unsolicited", "tcp.pdu.size",
    "eth.addr", "eth.addr.oui", "eth.dst.oui", "eth.src.oui", "eth.lg", "eth.ig", "ip.addr", "tcp.port",
    "udp.port", "frame.offset_shift", "frame.time_delta_displayed", "frame.marked", "frame.ignored",
  ]

  @Test(arguments: Golden.all)
  func everyFieldHasTsharksValueAndPlace(name: String) throws {
    let theirs = try Golden.values(name)
    let frames = try Golden.frames(name)
    let ours = try Golden.ours(name)
    #expect(frames.count == theirs.count)
    var dissector = Dissector()
    for (index, frame) in frames.enumerated() {
      let dissection = dissector.dissect(frame, number: index + 1)
      let expected = ours[index + 1] ?? Golden.Ours()
      #expect(dissection.error?.description == expected.error, "frame \(index + 1)")
      let found = differences(dissection, theirs[index])
      for (name, text) in found where !expected.differing.contains(name) {
        Issue.record("frame \(index + 1): \(name): \(text)")
      }
      for name in expected.differing where found[name] == nil {
        Issue.record("frame \(index + 1): \(name) is what tshark says")
      }
    }
  }

  /// What differs, by the field's name.
  private func differences(_ ours: Dissection, _ theirs: [Golden.Value]) -> [String: String] {
    var found: [String: String] = [:]
    let layers = theirs.map(\.name).filter { !$0.contains(".") && !Self.lacking.contains($0) }
    let ourLayers = ours.layers.map(\.protocol.name)
    if ourLayers != layers { found["layers"] = "ours are \(ourLayers), tshark's \(layers)" }
    let shown = Dictionary(grouping: theirs.filter { $0.name.contains(".") }, by: \.name)
    let nodes = Dictionary(grouping: ours.layers.flatMap(\.nodes), by: \.field.name)
    for (name, values) in shown where !Self.lacking.contains(name) {
      let mine = nodes[name] ?? []
      if mine.isEmpty, values.allSatisfy(\.isRemark) { continue }
      if mine.map(canonical) != values.map({ canonical($0.shown) }) {
        found[name] = "ours are \(mine.map(\.show)), tshark's \(values.map(\.shown))"
      }
      for (node, value) in zip(mine, values) where !node.field.isGenerated {
        let place = value.place.lowerBound * 8..<value.place.upperBound * 8
        if node.bits.clamped(to: place) != node.bits {
          found[name] = "ours is at bits \(node.bits), tshark's at bytes \(value.place)"
        }
      }
    }
    if ours.error == nil, theirs.contains(where: { $0.name == "_ws.malformed" }) {
      found["_ws.malformed"] = "we find nothing wrong"
    }
    for name in nodes.keys where shown[name] == nil { found[name] = "tshark shows none" }
    return found
  }

  /// PDML puts colons between bytes.
  private func canonical(_ node: FieldNode) -> String { canonical(node.show) }

  private func canonical(_ text: String) -> String {
    let bytes = text.split(separator: ":", omittingEmptySubsequences: false)
    let isBytes = bytes.count > 1 && bytes.allSatisfy { $0.utf8.count == 2 && $0.allSatisfy(\.isHexDigit) }
    return isBytes ? bytes.joined() : text
  }
}

/// What was read goes out again byte for byte; in some captures headers are cut off, or break off.
@Test(
  arguments: Golden.all.filter {
    !$0.hasSuffix("cut.pcap") && !$0.hasSuffix("rare-icmp.pcap") && !$0.hasSuffix("lying.pcap")
  })
func everyLayerOfAFrameIsWrittenAsItWasRead(name: String) throws {
  var dissector = Dissector()
  for (index, frame) in try Golden.frames(name).enumerated() {
    let dissection = dissector.dissect(frame, number: index + 1)
    var whole: [UInt8] = []
    for layer in dissection.layers.dropFirst() {
      let bytes = Array(dissection.bytes(of: layer.source)[layer.bytes])
      #expect(layer.header.encoded == bytes, "frame \(index + 1): \(layer.protocol.name)")
      // A body of unknown type is shown a second time, as data.
      guard layer.source == .frame, layer.bytes.lowerBound >= whole.count else { continue }
      whole += bytes
      // The time that ping puts in front of its data is a field of ICMP's layer, but not of its header.
      for node in layer.nodes where node.field === ICMP.fields.dataTime { whole += frame.bytes[node.bytes] }
    }
    #expect(frame.bytes.starts(with: whole), "frame \(index + 1)")
  }
}
