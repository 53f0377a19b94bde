import Analysis
import Documents
import Lessons
import Terminal

/// The terms in the author's words: one after the other is chosen, and opened in place of the words.
struct Words: Equatable, Sendable {
  /// The id of the chosen term; nil: the first.
  var term: String?
  /// Its sentence stands in place of the words.
  var isOpen = false

  /// A term in the words that are shown.
  struct Occurrence: Hashable, Sendable {
    let id: String
    /// In the text, by Unicode scalars.
    let range: Range<Int>
  }

  /// What the words have.
  struct Context {
    let occurrences: [Occurrence]
    let terms: Registry<Term>

    /// - Parameter topics: of the lesson: an everyday word is a term only on its own.
    init(_ text: String, _ registries: Registries, topics: [String], _ language: Language) {
      var seen: Set<String> = []
      let found = registries.glossary.occurrences(in: text, language, topics: Set(topics), seen: &seen)
      let scalars = text.unicodeScalars
      occurrences = found.map { occurrence in
        let start = scalars.distance(from: scalars.startIndex, to: occurrence.range.lowerBound)
        let end = scalars.distance(from: scalars.startIndex, to: occurrence.range.upperBound)
        return Occurrence(id: occurrence.term, range: start..<end)
      }
      terms = registries.terms
    }
  }

  /// Index of the chosen one; nil: there is none.
  func chosen(_ context: Context) -> Int? {
    context.occurrences.firstIndex { $0.id == term } ?? (context.occurrences.isEmpty ? nil : 0)
  }

  /// False when the press is none of its own.
  mutating func handle(_ press: Press, in context: Context) -> Bool {
    guard let chosen = chosen(context) else { return false }
    switch press.action {
    case .open: isOpen.toggle()
    case .back where isOpen: isOpen = false
    case let action where Action.ID.movements.contains(action):
      let next = Movement.moved(chosen, action, count: context.occurrences.count, page: 3)
      term = context.occurrences[next].id
    default: return false
    }
    return true
  }

  /// On the sentence line: what the chosen term means.
  func sentence(_ context: Context, _ language: Language) -> String? {
    guard let chosen = chosen(context), let term = context.terms[context.occurrences[chosen].id] else {
      return nil
    }
    return isOpen ? Texts.termOpenSentence[language] : "\(term.name[language]): \(term.say[language])"
  }

  // MARK: Drawing

  /// The words with their terms marked, or the opened one.
  func draw(
    _ say: RenderedText, _ context: Context, _ language: Language, in rect: Rect, on canvas: inout Canvas
  ) {
    let area = rect.droppingLeft(1).droppingRight(1)
    guard let chosen = chosen(context) else { return }
    if isOpen, let term = context.terms[context.occurrences[chosen].id] {
      let other = term.en == term.ko ? "" : "  " + term.name[language == .en ? .ko : .en]
      canvas.put([Span(term.name[language], .strong), Span(other, .quiet)], at: area.row(0).origin)
      let others = Set(term.spellings).subtracting([term.en, term.ko]).sorted().joined(separator: ", ")
      var lines = term.say[language].wrapped(to: area.width).map { [Span($0)] }
      if !others.isEmpty { lines.append([Span(Texts.alsoCalled(others, language), .quiet)]) }
      for (index, line) in lines.prefix(area.height - 1).enumerated() {
        canvas.put(line, at: area.row(index + 1).origin, width: area.width)
      }
      canvas.cursor = area.row(0).origin
      return
    }
    let marked = ValueMarkedText(say).wrapped(
      to: area.width, terms: context.occurrences.map(\.range), chosen: chosen)
    for (index, line) in marked.prefix(area.height).enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
      guard let column = line.firstIndex(where: { $0.role == .select }) else { continue }
      if canvas.cursor == nil {
        canvas.cursor = Point(x: area.x + Array(line[..<column]).displayWidth, y: area.row(index).y)
      }
    }
  }
}

extension Term {
  var name: LocalizedText { LocalizedText(en: en, ko: ko) }
}

extension Canvas {
  /// The edge over the words is that of the pane that has the keys.
  mutating func markFocus(over rect: Rect) {
    let edge = Rect(x: rect.x, y: rect.y - 1, width: rect.width, height: 1)
    for x in edge.x..<edge.endX where self[Point(x: x, y: edge.y)].glyph.base == "─" {
      put("═", at: Point(x: x, y: edge.y), role: .focus)
    }
  }
}
