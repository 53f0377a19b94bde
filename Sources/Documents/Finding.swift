/// A place in a file. Both numbers start at 1; columns count Unicode scalars, not cells or bytes.
package struct Position: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// One thing that is wrong in a file: what was found and what was expected, as one sentence.
package struct Finding: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package var position: Position
  package var text: String

  package init(file: String, position: Position, text: String) {
    self.file = file
    self.position = position
    self.text = text
  }

  package var line: Int { position.line }
  package var column: Int { position.column }

  /// `file:line:column: text`
  package var description: String { "\(file):\(line):\(column): \(text)" }
}

/// Why a file could not be used: all its findings in file order, at least one.
package struct DocumentError: Error, Hashable, CustomStringConvertible {
  package let findings: [Finding]

  package init(_ findings: [Finding]) {
    precondition(!findings.isEmpty, "a DocumentError says what is wrong")
    self.findings = findings
  }

  /// One finding a line.
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}

/// Collects the findings of one file while decoding goes on, so that one run names all of them.
package final class Problems {
  package private(set) var findings: [Finding] = []

  package init() {}

  package var isEmpty: Bool { findings.isEmpty }

  package func report(_ finding: Finding) {
    findings.append(finding)
  }

  /// In file order; several at one place keep the order they were reported in.
  package var ordered: [Finding] {
    findings.enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
  }
}
