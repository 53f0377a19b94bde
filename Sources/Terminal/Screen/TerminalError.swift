/// Why there can be no screen. One sentence, for standard error.
package enum TerminalError: Error, Hashable, CustomStringConvertible, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// TERM is empty or names nothing that terminfo knows.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor (`dumb`).
  case tooSimple(String)

  package var description: String {
    switch self {
    case .notATerminal: "this needs a terminal, for input and for output"
    case .unknownTerminal(""): "this needs a terminal, and TERM does not say which it is"
    case .unknownTerminal(let name): "terminfo does not know the terminal TERM=\(name)"
    case .tooSimple(let name): "the terminal TERM=\(name) cannot place its cursor"
    }
  }
}
