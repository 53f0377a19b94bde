import Analysis
import Documents

/// Reads all texts of a lesson file: the same values in both languages, numbers computed, Korean as Korean is written, a title
/// that is not cut.
struct LanguageCheck {
  private let glossary: Glossary
  private let linter: WritingLinter
  private let measure: WrappedRowCount

  init(_ registries: Registries, measure: @escaping WrappedRowCount) {
    self.measure = measure
    glossary = Glossary(registries.terms.all)
    // The rules are constants, which a test reads one by one.
    linter = try! WritingLinter(WritingRule.ofEveryAuthor)
  }

  func findings(_ document: Document) -> [Finding] {
    var findings = WrittenLessonText.all(in: document.root).flatMap { $0.findings(glossary, linter) }
    if let title = document.root["title"] {
      findings += valuesInTitle(title) + TextBudget.heading.findings(title, measure)
    }
    return findings
  }

  /// A title is shown where nothing runs.
  private func valuesInTitle(_ title: DocumentNode) -> [Finding] {
    Language.allCases.compactMap { title[$0.rawValue] }.compactMap { text in
      text.text.flatMap { words in
        words.firstRange(of: "{{").map { braces in
          text.place.finding(
            "a title can have no values in it",
            atOffset: words.utf8.distance(from: words.startIndex, to: braces.lowerBound))
        }
      }
    }
  }
}
