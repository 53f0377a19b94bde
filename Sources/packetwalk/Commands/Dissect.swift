import Analysis
import ArgumentParser
import CSystem
import Documents
import Foundation
import Networking
import UI

/// `packetwalk dissect`: what is in each frame of a capture file, like `tshark -r FILE -T fields -e …`.
struct Dissect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dissect", abstract: "Print what is in the frames of a pcap or pcapng file, field by field.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, tsv, json }

  @Argument(
    help: "A pcap or pcapng file; - reads standard input.",
    completion: .file(extensions: ["pcap", "pcapng", "cap"]))
  var file: String

  @Option(
    name: .customShort("e"),
    help: ArgumentHelp("Print the values of this field; may be given several times.", valueName: "field"),
    completion: .fields)
  var fields: [String] = []

  @Option(help: "text: a line a frame; tsv: the fields of -e as columns; json: an object a line.")
  var format: Format?

  @OptionGroup var speaking: LanguageOption

  func run() throws { try printFrames(isConfined: true) }

  /// - Parameter isConfined: once the file is open this thread gives up, for good, the right to open others (and there is
  ///   no way back): a file of strangers is read with no more rights than that takes.
  func printFrames(isConfined: Bool) throws {
    let columns = try fields.map(column)
    if format == .tsv, columns.isEmpty {
      throw Failure(
        .usage, "--format tsv needs the fields to print, each with -e",
        "--format tsv에는 출력할 필드가 있어야 합니다. 하나씩 -e로 지정하세요")
    }
    if let format, format != .tsv, !columns.isEmpty {
      throw Failure(
        .usage, "-e chooses columns; --format \(format.rawValue) has none",
        "-e는 열을 고르는데 --format \(format.rawValue)에는 열이 없습니다")
    }
    let output = StandardOutput()
    var reader = try opened(isConfined: isConfined)
    var dissector = Dissector(verifiesChecksums: false)
    var first: Int64?
    var number = 0
    do {
      while let frame = try reader.next() {
        number += 1
        let start = first ?? frame.time
        first = start
        let dissection = dissector.dissect(frame, number: number)
        switch format ?? (columns.isEmpty ? .text : .tsv) {
        case .text: try output.line(dissection.line(frame, since: start))
        case .tsv: try output.line(row(dissection, columns))
        case .json: try output.line(dissection.json(frame, since: start).line)
        }
      }
    } catch let error as CaptureError {
      try output.flush()
      throw Failure(
        .badInput, "\(place): \(error); the frames before it were printed: \(number)",
        "\(place): \(error). 그 앞의 프레임 \(number)개는 출력했습니다")
    }
    try output.flush()
  }

  /// The columns, as tshark has them in a file; a terminal gets no control character but the tabs between them.
  private func row(_ dissection: Dissection, _ columns: [String]) -> String {
    let values = columns.map(dissection.column)
    return (isatty(1) == 1 ? values.map(\.withoutControls) : values).joined(separator: "\t")
  }

  private func opened(isConfined: Bool) throws -> CaptureReader {
    let source = try FileCaptureSource(file)
    if isConfined { _ = confine_to_open_files() }
    do {
      return try CaptureReader(source)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: CaptureError) -> Failure { Failure(.badInput, "\(place): \(error)") }

  private var place: String { FileCaptureSource.name(of: file) }

  private func column(_ name: String) throws -> String {
    if Protocols.fields[name] != nil { return name }
    if Protocols.named(name) != nil {
      throw Failure(
        .usage, "\(quoted(name)) is a protocol; -e takes a field of it, such as \(example(of: name))",
        "\(quoted(name.uppercased())) 프로토콜입니다. -e에는 필드를 씁니다. 예: \(example(of: name))")
    }
    let near = nearest(to: name, in: Protocols.fields.keys.sorted())
    throw Failure(
      .usage,
      "unknown field \(quoted(name))\(near.map { "; did you mean \(quoted($0))?" } ?? "");"
        + " `packetwalk check --list fields` lists them all",
      "모르는 필드입니다: \(quoted(name)).\(near.map { " 혹시 \(quoted($0))?" } ?? "")"
        + " `packetwalk check --list fields`에 모두 있습니다")
  }

  private func example(of name: String) -> String {
    quoted(Protocols.named(name)?.fields.first?.name ?? "ip.ttl")
  }
}
