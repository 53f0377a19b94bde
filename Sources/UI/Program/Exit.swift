/// How the program ends; the numbers are part of its command line (sysexits.h).
package enum Exit: Int32, CaseIterable {
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
  package var meaning: String {
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
}

/// An error that a user can do something about: one message, one exit code.
package struct Failure: Error, Equatable {
  package var exit: Exit
  package var message: String

  package init(_ exit: Exit, _ message: String) {
    self.exit = exit
    self.message = message
  }
}
