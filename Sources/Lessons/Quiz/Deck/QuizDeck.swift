import Documents
import Networking

/// All cards that can be asked, in teaching order, each with its questions.
package struct QuizDeck: Sendable {
  package struct Entry: Sendable {
    package let id: String
    package let title: LocalizedText
    package let layer: LayerKind
    package let topic: String
    /// The stop that teaches it. Cards of one stop are siblings.
    package let taught: StepReference
    /// Cards that people mix up with it.
    package let alike: Set<String>
    /// At least one.
    package let questions: [QuizQuestion]

    package init(
      id: String, title: LocalizedText, layer: LayerKind, topic: String, taught: StepReference,
      alike: Set<String> = [], questions: [QuizQuestion]
    ) {
      self.id = id
      self.title = title
      self.layer = layer
      self.topic = topic
      self.taught = taught
      self.alike = alike
      self.questions = questions
    }
  }

  /// In teaching order.
  package let entries: [Entry]
  private let places: [String: Int]
  private let aliases: [String: String]

  /// - Parameter aliases: older ids of cards, with those they have now.
  package init(_ entries: [Entry], aliases: [String: String] = [:]) {
    self.entries = entries
    self.aliases = aliases
    places = Dictionary(entries.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  /// nil: there is none of this id, or no question asks for it.
  package subscript(id: String) -> Entry? { places[id].map { entries[$0] } }

  /// Its place in teaching order.
  package func place(of id: String) -> Int? { places[id] }

  /// The id that a card has now.
  package func canonical(_ id: String) -> String { aliases[id] ?? id }
}

/// A question of a lesson, to be asked away from its stop.
package struct QuizQuestion: Hashable, Sendable {
  /// The lesson's id.
  package let lesson: String
  package let question: String
  package let kind: String

  package init(lesson: String, question: String, kind: String) {
    self.lesson = lesson
    self.question = question
    self.kind = kind
  }
}

extension QuizDeck {
  /// The cards of a library, with the questions of its lessons that are offered.
  package init(_ library: LessonLibrary) {
    let cards = library.registries().cards.all
    let aliases = cards.flatMap { card in card.value.aliases.map { ($0.value, card.key) } }
    let current = Dictionary(aliases) { first, _ in first }
    var asked: [String: [QuizQuestion]] = [:]
    for path in library.lessonPaths {
      guard let source = try? library.source(path), let head = LessonHead(source, path: path),
        head.status == .active
      else { continue }
      for outline in QuestionOutline.all(in: source) {
        let question = QuizQuestion(lesson: head.id, question: outline.id, kind: outline.kind)
        for card in outline.cards { asked[current[card] ?? card, default: []].append(question) }
      }
    }
    self.init(
      cards.compactMap { card in
        asked[card.key].map { questions in
          Entry(
            id: card.key, title: card.value.title.text, layer: card.value.layer, topic: card.value.topic,
            taught: card.value.taught.value,
            alike: Set(card.value.alike.map { current[$0.value] ?? $0.value }),
            questions: questions)
        }
      }, aliases: current)
  }
}

// MARK: Topics

extension QuizDeck {
  /// Of what one may be asked: topics, lessons and layers of the cards, in teaching order.
  package var topics: [String] { entries.flatMap(\.words).unique }

  /// Those of all cards that have one of these words; without a word all.
  ///
  /// - Throws: the first word that no card has, with what may be meant.
  package func cards(of topics: [String]) throws(UnknownTopic) -> Set<String> {
    let known = self.topics
    if let other = topics.first(where: { !known.contains($0) }) {
      throw UnknownTopic(word: other, suggestion: nearest(to: other, in: known), known: known)
    }
    let wanted = Set(topics)
    return Set(entries.filter { wanted.isEmpty || !wanted.isDisjoint(with: $0.words) }.map(\.id))
  }

  package struct UnknownTopic: Error, Equatable, Sendable {
    package let word: String
    package let suggestion: String?
    package let known: [String]
  }
}

extension QuizDeck.Entry {
  fileprivate var words: [String] { [topic, taught.lesson, layer.rawValue] }

  /// Whether people mix them up, whichever of the two says so.
  func isAlike(_ other: QuizDeck.Entry) -> Bool { alike.contains(other.id) || other.alike.contains(id) }
}
