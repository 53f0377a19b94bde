import Analysis
import Documents

/// A text of a lesson as its file has it, in one language or two: what can be said of it without running anything.
struct WrittenLessonText {
  struct Version {
    let language: Language
    let text: String
    let node: DocumentNode
  }

  /// The key it stands under: `say`, `why`, `ask`; of an item of a list that of the list.
  let key: String
  let node: DocumentNode
  let versions: [Version]

  /// All texts of a file, in its order: mappings with a text in a language.
  static func all(in node: DocumentNode, under key: String = "") -> [WrittenLessonText] {
    if let items = node.items { return items.flatMap { all(in: $0, under: key) } }
    guard let entries = node.entries else { return [] }
    let versions = Language.allCases.compactMap { language in
      node[language.rawValue].flatMap { text in
        text.text.map { Version(language: language, text: $0, node: text) }
      }
    }
    if !versions.isEmpty { return [WrittenLessonText(key: key, node: node, versions: versions)] }
    return entries.flatMap { all(in: $0.value, under: $0.key) }
  }

  /// What is wrong with it, whatever its values are.
  func findings(_ glossary: Glossary, _ linter: WritingLinter) -> [Finding] {
    slotFindings + numberFindings
      + versions.filter { $0.language == .ko }.flatMap { version in
        koreanFindings(version, glossary, linter)
      }
  }

  // MARK: Slots and numbers

  /// Both languages tell the same values, each as often; their order may differ.
  private var slotFindings: [Finding] {
    guard versions.count == 2 else { return [] }
    return versions.indices.flatMap { index -> [Finding] in
      let (own, other) = (versions[index], versions[1 - index])
      var others = other.slots.map(\.key)
      return own.slots.compactMap { slot in
        if let same = others.firstIndex(of: slot.key) {
          others.remove(at: same)
          return nil
        }
        return own.node.place.finding(
          "the \(quoted(other.language.rawValue)) text has no {{\(slot.key)}} for this one; both languages tell the same values",
          atOffset: slot.offset)
      }
    }
  }

  /// A number is computed or one that a standard fixes.
  private var numberFindings: [Finding] {
    let literals = Literals(of: node)
    let words = versions.map { ($0, $0.text.withValuesBlank) }
    let unused = literals.unused(in: words.map(\.1)).map {
      $0.place.finding("the text has no number \($0.value); remove it from \"\(Literals.key)\"")
    }
    return unused
      + words.flatMap { version, words in
        literals.unlisted(in: words).map {
          version.node.place.finding(
            "the number \($0.number) is not computed: write a value in {{…}}, or if a standard fixes it, \(Literals.key): [\($0.number)] beside the text",
            atOffset: $0.offset)
        }
      }
  }

  // MARK: Korean

  /// Keys of texts that speak in whole sentences.
  private static let sentences = ["say", "why"]

  private func koreanFindings(_ version: Version, _ glossary: Glossary, _ linter: WritingLinter) -> [Finding]
  {
    let place = version.node.place
    let shown = version.text.withValuesAsSigns
    var findings = linter.broken(by: shown, .ko).map { place.finding("\($0.says)") }
    if Self.sentences.contains(key), let end = KoreanSentence.wrongEnding(in: shown) {
      findings.append(
        place.finding("a sentence ends on \(quoted(end)); sentences end on -니다 or -세요, or ask with ?"))
    }
    for refused in glossary.refused(in: version.text.withValuesBlank) {
      findings.append(
        place.finding(
          "\(quoted(refused.spelling)) is refused by the glossary; write \(quoted(refused.instead))",
          atOffset: refused.offset))
    }
    return findings
  }
}

extension WrittenLessonText.Version {
  /// Its values as written, blanks apart: `reply.moment.time | ms`.
  fileprivate var slots: [(key: String, offset: Int)] {
    var errors: [TextError] = []
    return Template(text, language: language, errors: &errors).slots.map { slot in
      let name = slot.name.filter { $0 != " " }
      return (slot.format.map { "\(name) | \($0.rawValue)" } ?? name, slot.offset)
    }
  }
}

extension String {
  /// Blanks where values and particles are, so that offsets in UTF-8 bytes stay.
  fileprivate var withValuesBlank: String {
    func blank(_ part: Substring) -> String { String(repeating: " ", count: part.utf8.count) }
    return replacing(/\{\{.*?\}\}/) { blank($0.output) }.replacing(/\{[^{}\/]+\/[^{}]+\}/) {
      blank($0.output)
    }
  }
}
