import Testing

@testable import Networking

/// Whatever is done to a frame: an error or a decode, never a trap; and what decodes is written as it was read.
struct GarbageTests {
  @Test(arguments: Golden.all)
  func everyPrefixOfAFrameIsReadOrRefused(name: String) throws {
    try eachFrame(of: name) { frame, number, dissector in
      for count in frame.bytes.indices {
        var dissector = dissector
        let cut = Array(frame.bytes.prefix(count))
        check(dissector.dissect(cut, number: number, time: frame.time ?? 0))
        check(
          dissector.dissect(
            cut, number: number, time: frame.time ?? 0, frame: FrameInfo(wireLength: frame.bytes.count)))
      }
    }
  }

  @Test(arguments: Golden.all)
  func aThousandFlippedBitsOfEachFrameAreReadOrRefused(name: String) throws {
    var random = SeededRandom(seed: 2026)
    try eachFrame(of: name) { frame, number, dissector in
      for _ in 0..<1000 {
        var bytes = frame.bytes
        // Headers stand in front: most flips shall meet them.
        let reach = random.number(in: 0...3) == 0 ? bytes.count : min(bytes.count, 120)
        for _ in 0..<random.number(in: 1...3) {
          bytes[Int(random.number(in: 0...UInt64(reach - 1)))] ^= 1 << UInt8(random.number(in: 0...7))
        }
        var dissector = dissector
        check(dissector.dissect(bytes, number: number, time: frame.time ?? 0))
      }
    }
  }

  /// Calls `body` with each frame and a dissector that has read those before it.
  private func eachFrame(of name: String, _ body: (CapturedFrame, Int, Dissector) -> Void) throws {
    var dissector = Dissector()
    for (index, frame) in try Golden.frames(name).enumerated() {
      body(frame, index + 1, dissector)
      _ = dissector.dissect(frame, number: index + 1)
    }
  }

  private func check(_ dissection: Dissection) {
    let isCutOrQuoted = dissection.isCutOrQuoted
    for layer in dissection.layers where layer.protocol.name != "frame" {
      let source = dissection.bytes(of: layer.source)
      guard layer.bytes.lowerBound >= 0, layer.bytes.upperBound <= source.count else {
        Issue.record("\(layer.protocol.name) stands at \(layer.bytes) of \(source.count) bytes")
        return
      }
      for node in layer.nodes {
        // The names of codes are looked up with whatever number is there.
        if case .number = node.value, node.text.isEmpty { Issue.record("no text") }
        if node.field.isGenerated { continue }
        let end = dissection.bytes(of: node.source).count * 8
        if node.bits.upperBound > end { Issue.record("\(node.field.name) stands behind the end") }
      }
      if layer.isWhole, !isCutOrQuoted, layer.header.encoded != Array(source[layer.bytes]) {
        Issue.record("\(layer.protocol.name) is written otherwise than it was read: \(dissection.bytes)")
      }
    }
    if let error = dissection.error, error.description.isEmpty { Issue.record("an error without words") }
  }
}

extension Dissection {
  /// Layers that may end early without an error.
  fileprivate var isCutOrQuoted: Bool {
    layers.contains { ($0.header as? ICMP)?.type.isError == true }
      || layers.contains { ($0.header as? FrameHeader).map { $0.wireLength > bytes.count } ?? false }
  }
}
