import Analysis
import ArgumentParser
import Networking
import UI

/// `packetwalk filters`, for developers: what `y` copies of every field of a capture, a line each: the frame's number,
/// a tab, the filter.
struct Filters: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filters", abstract: "Print the filter of every field in a capture.", shouldDisplay: false)

  @Argument(help: "A capture file.")
  var file: String

  func run() throws {
    let output = StandardOutput()
    var reader = try CaptureReader(try FileCaptureSource(file))
    var dissector = Dissector()
    var number = 0
    while let frame = try reader.next() {
      number += 1
      for layer in dissector.dissect(frame, number: number).layers {
        for node in layer.nodes { try output.line("\(number)\t\(node.filter)") }
      }
    }
    try output.flush()
  }
}
