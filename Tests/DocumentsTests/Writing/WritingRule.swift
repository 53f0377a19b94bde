import Documents

extension WritingRule {
  /// The program's own rules and those of every author: the only list of terms there is.
  static let all = korean + ofEveryAuthor + koreanTerms + english + englishTerms

  /// Of a list of terms: forbidden, written instead, a wrong example, and perhaps a right one.
  static func terms(_ language: Language, _ rows: [(String, String, String, String?)]) -> [WritingRule] {
    rows.map { pattern, instead, wrong, right in
      WritingRule(language, pattern, "write: \(instead)", wrong: [wrong], right: right.map { [$0] } ?? [])
    }
  }
}

extension WritingLinter {
  init() throws { try self.init(WritingRule.all) }

  func broken(by text: WrittenText) -> [WritingRule] {
    broken(by: text.text, text.language, file: text.file)
  }

  /// `Sources/UI/Texts/Texts.swift:42: "그것은 …": write: …`
  func faults(in texts: [WrittenText]) -> [String] {
    texts.flatMap { text in
      broken(by: text).map { "\(text.file):\(text.line): \(quoted(text.text, limit: 300)): \($0.says)" }
    }
  }
}
