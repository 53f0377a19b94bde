import Analysis
import Documents

/// A text in both languages that has no values in it: `{en: …, ko: …, literal: [1500]}`.
package struct FixedText: Hashable, Sendable {
  package let text: LocalizedText
  package let literals: Literals
  private let places: [Place]

  package subscript(language: Language) -> String { text[language] }

  /// Where a language's text stands.
  package func place(_ language: Language) -> Place { language == .en ? places[0] : places[1] }

  fileprivate init(_ text: LocalizedText, _ literals: Literals, _ places: [Place]) {
    self.text = text
    self.literals = literals
    self.places = places
  }
}

extension Shape<FixedText> {
  static var fixed: Shape {
    let text = Shape<LocalizedText>.localized(beside: [(Literals.key, Literals.schema)])
    return Shape(expected: text.expected, describe: text.describe) { node in
      guard let texts = text(node) else { return nil }
      ReferenceFile.check(texts, node, .none)
      let places = Language.allCases.map { (node[$0.rawValue] ?? node).place }
      return FixedText(texts, Literals(of: node), places)
    }
  }
}

extension FixedText {
  /// What `check` says of it: numbers that nobody fixed, numbers that are listed for nothing, texts that do not fit.
  func findings(_ budget: TextBudget, _ measure: WrappedRowCount) -> [Finding] {
    var findings = literals.unused(in: Language.allCases.map { self[$0] }).map {
      $0.place.finding("the text has no number \($0.value); remove it from \"\(Literals.key)\"")
    }
    for language in Language.allCases {
      findings += literals.unlisted(in: self[language]).map {
        place(language).finding(
          "the number \($0.number) is not computed; if a standard fixes it, list it: \(Literals.key): [\($0.number)]",
          atOffset: $0.offset)
      }
      if let finding = budget.finding(self[language], at: place(language), measure) {
        findings.append(finding)
      }
    }
    return findings
  }
}
