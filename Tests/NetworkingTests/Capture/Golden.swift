import Foundation

@testable import Networking

/// The kernel's captures and what tshark says of them (Captures/README.md).
enum Golden {
  static let folder = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Captures")

  /// What a kernel sent.
  static let names = captures(in: "")
  /// These, and what a script put together for cases that a kernel does not send on demand.
  static let all = names + captures(in: "by-hand/") + captures(in: "reported/")

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
    /// tshark's opinion (`tcp.connection.rst`), which need not be a field of ours.
    var isRemark = false
  }

  /// tshark's fields by frame, the first frame's first.
  static func values(_ name: String) throws -> [[Value]] {
    let stem = name.prefix { $0 != "." }
    let text = try String(contentsOf: folder.appendingPathComponent("\(stem).fields.tsv"), encoding: .utf8)
    var frames: [[Value]] = []
    var isRemark = false
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      let (number, first, size) = (Int(columns[0])!, Int(columns[2])!, Int(columns[3])!)
      isRemark = columns[1] == "_ws.expert" || isRemark && columns[1] != "_ws.expert.message"
      while frames.count < number { frames.append([]) }
      frames[number - 1].append(
        Value(
          name: String(columns[1]), place: first..<first + size, shown: unescaped(columns[4]),
          isRemark: isRemark))
    }
    return frames
  }

  /// What we read otherwise than tshark on purpose, and the errors we tell, by frame: `NAME.ours.tsv`, where there is one.
  struct Ours {
    /// As the program says it; nil: it says none.
    var error: String?
    /// Names of fields, `layers` for the protocols themselves.
    var differing: Set<String> = []
  }

  static func ours(_ name: String) throws -> [Int: Ours] {
    let file = folder.appendingPathComponent("\(name.prefix { $0 != "." }).ours.tsv")
    guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
    var frames: [Int: Ours] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let columns = line.split(separator: "\t").map(String.init)
      for number in columns[0].split(separator: ",").map({ Int($0)! }) {
        if columns[1] == "error" {
          frames[number, default: Ours()].error = columns[2]
        } else {
          frames[number, default: Ours()].differing.formUnion(
            columns[1].split(separator: ",").map(String.init))
        }
      }
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
