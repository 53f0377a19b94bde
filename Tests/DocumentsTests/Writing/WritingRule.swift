import Documents
import Foundation

/// One rule on how the program's texts are written. The rules are the only list of terms there is.
struct WritingRule: Sendable {
  let language: Language
  /// What must not be in a text: a regular expression, in which `◇` is a value that is filled in.
  let pattern: String
  /// What is wrong, or what is written instead.
  let says: String
  /// Of the files in whose path this is; nil: of all.
  let within: String?
  /// Texts that break it.
  let wrong: [String]
  /// Texts that come near and are right.
  let right: [String]

  init(
    _ language: Language, _ pattern: String, _ says: String, within: String? = nil, wrong: [String],
    right: [String] = []
  ) {
    self.language = language
    self.pattern = pattern
    self.says = says
    self.within = within
    self.wrong = wrong
    self.right = right
  }

  static let all = korean + koreanTerms + english + englishTerms

  /// Of a list of terms: forbidden, written instead, a wrong example, and perhaps a right one.
  static func terms(_ language: Language, _ rows: [(String, String, String, String?)]) -> [WritingRule] {
    rows.map { pattern, instead, wrong, right in
      WritingRule(language, pattern, "write: \(instead)", wrong: [wrong], right: right.map { [$0] } ?? [])
    }
  }
}

/// Finds what is against the rules.
struct WritingLinter {
  private let rules: [(rule: WritingRule, expression: NSRegularExpression)]
  /// All rules of a language at once: nearly every text is right.
  private let any: [Language: NSRegularExpression]

  init(_ rules: [WritingRule] = WritingRule.all) throws {
    self.rules = try rules.map { ($0, try NSRegularExpression(pattern: $0.pattern)) }
    any = try Dictionary(grouping: rules, by: \.language).mapValues { rules in
      try NSRegularExpression(pattern: rules.map { "(?:\($0.pattern))" }.joined(separator: "|"))
    }
  }

  /// The rules that a text breaks.
  func broken(by text: WrittenText) -> [WritingRule] {
    guard let any = any[text.language], WritingLinter.finds(any, text.text) else { return [] }
    return rules.filter { rule, expression in
      rule.language == text.language && rule.within.map(text.file.contains) ?? true
        && WritingLinter.finds(expression, text.text)
    }.map(\.rule)
  }

  /// `Sources/UI/Texts/Texts.swift:42: "그것은 …": write: …`
  func faults(in texts: [WrittenText]) -> [String] {
    texts.flatMap { text in
      broken(by: text).map { "\(text.file):\(text.line): \(quoted(text.text, limit: 300)): \($0.says)" }
    }
  }

  private static func finds(_ expression: NSRegularExpression, _ text: String) -> Bool {
    expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
  }
}
