import Foundation

/// Finds what is against the rules.
package struct WritingLinter {
  private let rules: [(rule: WritingRule, expression: NSRegularExpression)]
  /// All rules of a language at once: nearly every text is right.
  private let any: [Language: NSRegularExpression]

  package init(_ rules: [WritingRule]) throws {
    self.rules = try rules.map { ($0, try NSRegularExpression(pattern: $0.pattern)) }
    any = try Dictionary(grouping: rules, by: \.language).mapValues { rules in
      try NSRegularExpression(pattern: rules.map { "(?:\($0.pattern))" }.joined(separator: "|"))
    }
  }

  /// The rules that a text breaks.
  /// - Parameters:
  ///   - text: with `◇` for each value, as `withValuesAsSigns` writes it.
  ///   - file: its path, for rules of some files only.
  package func broken(by text: String, _ language: Language, file: String = "") -> [WritingRule] {
    guard let any = any[language], WritingLinter.finds(any, text) else { return [] }
    return rules.filter { rule, expression in
      rule.language == language && rule.within.map(file.contains) ?? true
        && WritingLinter.finds(expression, text)
    }.map(\.rule)
  }

  private static func finds(_ expression: NSRegularExpression, _ text: String) -> Bool {
    expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
  }
}

extension String {
  /// A text of a file as the rules read it: `◇` where a value is filled in, `◆` for the particle after its sound.
  package var withValuesAsSigns: String {
    replacing(/\{\{.*?\}\}/, with: "◇").replacing(/\{[^{}\/]+\/[^{}]+\}/, with: "◆")
  }
}
