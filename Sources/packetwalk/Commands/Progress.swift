import ArgumentParser
import Documents
import Foundation
import Lessons
import UI

/// `packetwalk progress export|import FILE`: what was answered, as lines of JSON, to take to another machine.
struct Progress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Write what you answered and finished into a file, or add such a file to it.")

  enum Direction: String, CaseIterable, ExpressibleByArgument { case export, `import` }

  @Argument(help: "export writes a file; import adds what is not known here yet, and nothing twice.")
  var direction: Direction

  @Argument(help: "A file of JSON lines; - is standard output, or input.", completion: .file())
  var file: String

  @OptionGroup var speaking: LanguageOption

  func run() throws {
    let language = try speaking.lang ?? SettingsFile.read().language ?? .ofLocale
    switch direction {
    case .export: try write(language)
    case .import: try read(language)
    }
  }

  private func write(_ language: Language) throws {
    let lines = try kept { store throws(ProgressError) in try store.archive() }
    let output = StandardOutput()
    guard file != "-" else {
      for line in lines { try output.add(line.text) }
      return try output.flush()
    }
    try StandardOutput.write(Array(lines.map(\.text).joined().utf8), to: file)
    let answers = lines.count { if case .answer = $0 { true } else { false } }
    try output.line(Texts.exported(answers, to: file)[language])
    try output.flush()
  }

  private func read(_ language: Language) throws {
    let (lines, errors) = ProgressLine.read(try contents())
    if !errors.isEmpty {
      let shown = errors.prefix(10).map { "\(file):\($0.line): \($0.text)" }
      throw Failure(.badInput, Texts.notImported(shown, more: errors.count - shown.count))
    }
    let merged = try kept { store throws(ProgressError) in try store.merge(lines) }
    let output = StandardOutput()
    try output.line(Texts.imported(merged)[language])
    try output.flush()
  }

  private func contents() throws -> Data {
    if file == "-" {
      guard isatty(0) == 0 else { throw Failure(.usage, Texts.noImportFromTerminal) }
      return FileHandle.standardInput.readDataToEndOfFile()
    }
    guard access(file, R_OK) == 0 else { throw Failure.unreadable(file, errno) }
    guard let data = FileManager.default.contents(atPath: file) else { throw Failure.isFolder(file) }
    return data
  }

  private func kept<Value>(
    _ body: (ProgressStore) throws(ProgressError) -> Value
  ) throws -> Value {
    do throws(ProgressError) {
      return try body(try PlainAnswerLog.opened())
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  /// What is kept cannot be had, and that was all there was to do.
  init(_ error: ProgressError) {
    let exit: Exit =
      switch error.reason {
      case .damaged, .newer, .other: .badInput
      case .full: .writeFailed
      case .noHome, .unwritable, .locked: .cannotWrite
      }
    self.init(exit, error.text(of: .progress))
  }
}
