import Analysis
import Foundation
import Networking

@testable import UI

extension Fixture {
  private static let capturesFolder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("NetworkingTests/Captures").path + "/"

  /// Frames of a Linux kernel as they were captured.
  static func captured(_ name: String, verifiesChecksums: Bool = true) throws -> [Dissection] {
    var reader = try CaptureReader(try FileCaptureSource(capturesFolder + name))
    var dissector = Dissector(verifiesChecksums: verifiesChecksums)
    var frames: [Dissection] = []
    while let frame = try reader.next() { frames.append(dissector.dissect(frame, number: frames.count + 1)) }
    return frames
  }

  /// All of them, those put together by a script too.
  static let captures = ["", "by-hand/"].flatMap { part in
    try! FileManager.default.contentsOfDirectory(atPath: capturesFolder + part)
      .filter { $0.hasSuffix(".pcap") || $0.hasSuffix(".pcapng") }.sorted().map { part + $0 }
  }

  static func homeFrames() throws -> [Dissection] {
    var timeline = try home.get().recording.timeline
    return timeline.transmissions.map { timeline.dissection(ofTransmission: $0.number) }
  }
}

extension Dissection {
  var everyPlace: [FieldPlace] {
    layers.indices.flatMap { layer in
      layers[layer].nodes.indices.map { FieldPlace(layer: layer, node: $0) }
    }
  }
}

/// Frame 7 of home is the first with an IP packet: a DNS question.
func walkAtFrame(_ number: Int, of walk: WalkScreen) throws -> WalkScreen {
  var walk = walk
  walk.branches.current.position.moment = walk.recording.timeline.transmission(number).moment
  walk.arrive(isStop: false)
  return walk
}
