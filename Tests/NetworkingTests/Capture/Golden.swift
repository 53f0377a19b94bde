import Foundation

@testable import Networking

/// The kernel's captures and what tshark says of them (Captures/README.md).
enum Golden {
  static let folder = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Captures")

  /// What a kernel sent.
  static let names = captures(in: "")
  /// These, and what a script put together for cases that a kernel does not send on demand.
  static let all = names + captures(in: "by-hand/")

  private static func captures(in part: String) -> [String] {
    try! FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(part).path)
      .filter { $0.hasSuffix(".pcap") || $0.hasSuffix(".pcapng") }.sorted().map { part + $0 }
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  static func frames(_ name: String) throws -> [CapturedFrame] {
    var reader = try CaptureReader(bytes(name))
    var frames: [CapturedFrame] = []
    while let frame = try reader.next() { frames.append(frame) }
    return frames
  }

  /// One line of a `.fields.tsv`.
  struct Value {
    var name: String
    /// Bytes, from the start of the frame or of reassembled data.
    var place: Range<Int>
    var shown: String
  }

  /// tshark's fields by frame, the first frame's first.
  static func values(_ name: String) throws -> [[Value]] {
    let stem = name.prefix { $0 != "." }
    let text = try String(contentsOf: folder.appendingPathComponent("\(stem).fields.tsv"), encoding: .utf8)
    var frames: [[Value]] = []
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let (number, first, size) = (Int(columns[0])!, Int(columns[2])!, Int(columns[3])!)
      while frames.count < number { frames.append([]) }
      frames[number - 1].append(
        Value(name: String(columns[1]), place: first..<first + size, shown: unescaped(columns[4])))
    }
    return frames
  }

  /// Shown values of a field that each frame has once, in order.
  static func shown(_ field: String, of name: String) throws -> [String] {
    try values(name).flatMap { $0 }.filter { $0.name == field }.map(\.shown)
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      guard character == "\\", let letter = rest.popFirst() else {
        result.append(character)
        continue
      }
      result.unicodeScalars.append(
        letter == "n" ? "\n" : letter == "t" ? "\t" : letter == "r" ? "\r" : letter.unicodeScalars.first!)
    }
    return result
  }
}
