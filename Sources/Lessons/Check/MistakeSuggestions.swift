import Analysis
import Documents

/// Proposes mistakes for questions that foresee none: those that questions of the same card, or of cards that people mix up with
/// it (`alike`), foresee.
struct MistakeSuggestions {
  private let registries: Registries
  /// By card, in the order of lessons.
  private var tags: [String: [String]] = [:]

  init(_ library: LessonLibrary) {
    registries = library.registries()
    for path in library.lessonPaths {
      guard let source = try? library.source(path), let document = try? Document.parse(source) else {
        continue
      }
      for question in QuestionNodes(document).questions {
        let card = key(question.card)
        tags[card, default: []] += question.tags.filter { !tags[card, default: []].contains($0) }
      }
    }
  }

  private func key(_ card: String) -> String { registries.card(card)?.key ?? card }

  /// One for each question that could have some.
  func suggestions(_ nodes: QuestionNodes) -> [Finding] {
    nodes.questions.filter { $0.tags.isEmpty && $0.kind != ExplainQuestion.kind }.compactMap { question in
      let found = alike(key(question.card)).flatMap { tags[$0] ?? [] }.reduce(into: [String]()) { all, tag in
        if !all.contains(tag) { all.append(tag) }
      }
      if found.isEmpty { return nil }
      let names = found.map { tag in
        registries.mistakes[tag].map { "\(tag) (\($0.name.text.en))" } ?? tag
      }
      return question.id.place.finding(
        "suggestion: question \(quoted(question.id.value)) foresees no mistake; questions of this card and those alike have: \(names.joined(separator: ", "))"
      )
    }
  }

  /// The card, those it names and those that name it.
  private func alike(_ card: String) -> [String] {
    let named = registries.card(card)?.value.alike.map { key($0.value) } ?? []
    let naming = registries.cards.all.filter { other in
      other.value.alike.contains { key($0.value) == card }
    }.map(\.key)
    return [card] + named + naming
  }
}
