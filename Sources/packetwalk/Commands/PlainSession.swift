import Analysis
import Documents
import Foundation
import Lessons
import Terminal
import UI

/// A lesson as a dialogue on standard input and output, for screen readers and scripts.
struct PlainSession {
  var dialogue: PlainDialogue
  let output = StandardOutput()

  /// - Parameter stop: the one to begin with; nil: the first.
  init(_ run: LessonRun, language: Language, reference: ReferenceLibrary, stop: Int? = nil) {
    dialogue = PlainDialogue(
      run, language: language, reference: reference, step: stop, wrap: { $0.wrapped(to: $1) })
  }

  /// Until the lesson or the input ends.
  mutating func talk() throws {
    // A terminal shows what is typed, line end included; a pipe does not.
    let isTerminal = isatty(0) == 1
    try say(dialogue.begin())
    while !dialogue.isOver {
      try output.add("> ")
      try output.flush()
      guard let line = readLine() else {
        try say([""] + dialogue.endOfInput())
        return
      }
      if !isTerminal { try output.line("") }
      try say(dialogue.take(line))
    }
  }

  private func say(_ lines: [String]) throws {
    for line in lines { try output.line(line) }
    try output.flush()
  }
}
