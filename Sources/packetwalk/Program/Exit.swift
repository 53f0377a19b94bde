import ArgumentParser
import Foundation

/// How the program ends; the numbers are part of its command line (sysexits.h).
enum Exit: Int32, CaseIterable {
  case done = 0
  case found = 1
  case usage = 64
  case badInput = 65
  case notFound = 66
  case needsTerminal = 69
  case cannotWrite = 73
  case writeFailed = 74
  case notPermitted = 77

  /// For the manual.
  var meaning: String {
    switch self {
    case .done: "Done; also when a reader closed the pipe."
    case .found: "check found something; run: the expression of --until never came true."
    case .usage: "Bad usage."
    case .badInput: "Bad input; the message says where."
    case .notFound: "No such lesson, network, device, step or file."
    case .needsTerminal: "Needs a terminal; the message says what works without one."
    case .cannotWrite: "A file cannot be written."
    case .writeFailed: "Writing failed half-way."
    case .notPermitted: "Not permitted."
    }
  }

  /// Ends the program after an error of a command: its message on stderr, its code as status.
  static func leave(with error: any Error) -> Never {
    if let failure = error as? Failure {
      if !failure.message.isEmpty { standardError("packetwalk: \(failure.message)") }
      exit(failure.exit.rawValue)
    }
    let code = Packetwalk.exitCode(for: error)
    let text = Packetwalk.fullMessage(for: error)
    if code == .success {
      print(text)
      exit(0)
    }
    standardError(text)
    exit(Exit.usage.rawValue)
  }

  static func standardError(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// An error that a user can do something about: one message, one exit code.
struct Failure: Error, Equatable {
  var exit: Exit
  var message: String

  init(_ exit: Exit, _ message: String) {
    self.exit = exit
    self.message = message
  }
}
