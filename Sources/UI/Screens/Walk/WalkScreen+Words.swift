import Analysis
import Documents
import Lessons
import Terminal

/// The author's words as a pane of their own, where they have terms.
extension WalkScreen {
  /// The author's words, where the walk stands at a stop.
  func authorsWords(_ language: Language) -> RenderedText? {
    guard let lesson, let stop, scene.moment.number == moment, !isAsking else { return nil }
    return lesson.stops[stop].say[language]
  }

  /// The terms in them; nil where nothing is said, or something else speaks in their place.
  func wordsContext(_ language: Language) -> Words.Context? {
    guard panel.mode == .words, question == nil, let run = session?.run, let say = authorsWords(language)
    else {
      return nil
    }
    return Words.Context(say.string, run.registries, topics: run.topics, language)
  }

  /// Whether there are terms to go to.
  var hasTerms: Bool {
    !isZoomed && Language.allCases.contains { wordsContext($0)?.occurrences.isEmpty == false }
  }

  /// What a press means while the words have the focus; nil when it keeps its meaning on the walk.
  mutating func handleInWords(_ press: Press, _ language: Language) -> Outcome? {
    guard focus == .words, let context = wordsContext(language) else { return nil }
    if words.handle(press, in: context) { return .done }
    // Where this language's words have no term there is nothing to move through.
    return press.action == .open || Action.ID.movements.contains(press.action) ? .done : nil
  }
}
