import Foundation
import Testing

@testable import Networking

/// The kernel's captures and what tshark says of them.
private enum Golden {
  static let folder = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Captures")

  static let names: [String] = try! FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasSuffix(".pcap") || $0.hasSuffix(".pcapng") }.sorted()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// Shown values of a field that each frame has once, in order.
  static func values(_ field: String, of name: String) throws -> [String] {
    let stem = name.prefix { $0 != "." }
    let text = try String(contentsOf: folder.appendingPathComponent("\(stem).fields.tsv"), encoding: .utf8)
    return text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .filter { $0[1] == field }.map { String($0[4]) }
  }
}

private func frames(_ bytes: [UInt8]) throws(CaptureError) -> [CapturedFrame] {
  var reader = try CaptureReader(bytes)
  var frames: [CapturedFrame] = []
  while let frame = try reader.next() { frames.append(frame) }
  return frames
}

@Test(arguments: Golden.names)
func framesOfAKernelsCaptureHaveTsharksTimesAndLengths(name: String) throws {
  let frames = try frames(Golden.bytes(name))
  #expect(frames.map { secondsText($0.time) } == (try Golden.values("frame.time_epoch", of: name)))
  #expect(frames.map { String($0.wireLength) } == (try Golden.values("frame.len", of: name)))
  #expect(frames.allSatisfy { $0.linkType == 1 && $0.bytes.count == $0.wireLength })
}

@Test(arguments: Golden.names)
func aFileThatBreaksOffGivesItsWholeFramesAndThenAnError(name: String) throws {
  let bytes = try Golden.bytes(name)
  let whole = try frames(bytes)
  for end in 0..<bytes.count {
    var seen: [CapturedFrame] = []
    do throws(CaptureError) {
      var reader = try CaptureReader(Array(bytes[..<end]))
      while let frame = try reader.next() { seen.append(frame) }
    } catch {
      #expect(error.offset <= end)
    }
    #expect(seen == Array(whole.prefix(seen.count)))
  }
}

@Test(arguments: Golden.names)
func noFlippedBitTrapsTheReader(name: String) throws {
  let bytes = try Golden.bytes(name)
  var random = SeededRandom(seed: 7)
  for _ in 0..<1000 {
    var damaged = bytes
    damaged[Int(random.number(in: 0...UInt64(bytes.count - 1)))] ^= 1 << UInt8(random.number(in: 0...7))
    _ = try? frames(damaged)
  }
}

@Test(arguments: [CaptureWriter.Format.pcap, .pcapng])
func whatIsWrittenIsReadBackToTheNanosecond(format: CaptureWriter.Format) throws {
  var writer = CaptureWriter(format, interface: "eth0")
  writer.append([1, 2, 3], at: 1_772_409_600_000_000_001)
  writer.append([UInt8](repeating: 9, count: 60), at: 1_772_409_600_999_999_999)
  let read = try frames(writer.bytes)
  #expect(read.map(\.time) == [1_772_409_600_000_000_001, 1_772_409_600_999_999_999])
  #expect(read.map(\.bytes) == [[1, 2, 3], [UInt8](repeating: 9, count: 60)])
}

@Test func somethingElseIsNoCapture() {
  #expect(throws: CaptureError(offset: 0, .notACapture([0x25, 0x50, 0x44, 0x46]))) {
    _ = try CaptureReader(Array("%PDF-1.4".utf8))
  }
}
