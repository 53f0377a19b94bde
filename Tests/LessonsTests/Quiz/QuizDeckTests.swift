import Documents
import Testing

@testable import Lessons

struct QuizDeckTests {
  private static let library = BuiltInTests.library

  /// What the decoder says of a lesson's questions.
  private func decoded(_ source: Source) throws -> [QuestionOutline] {
    try Lesson.decode(source, library: Self.library).0.questions.filter(\.common.isForQuiz).map { question in
      let points = (question as? ExplainQuestion)?.points.map(\.card.value) ?? []
      var cards: [String] = []
      for card in points.isEmpty ? [question.common.card.value] : points where !cards.contains(card) {
        cards.append(card)
      }
      return QuestionOutline(id: question.common.id.value, kind: type(of: question).kind, cards: cards)
    }
  }

  private func sorted(_ outlines: [QuestionOutline]) -> [QuestionOutline] {
    outlines.sorted { $0.id < $1.id }
  }

  @Test(arguments: QuizDeckTests.library.lessonPaths)
  func theLinesOfALessonTellItsQuestions(_ path: String) throws {
    let source = try Self.library.source(path)
    #expect(WrittenMapping.all(in: source.text) != nil, "no lesson needs to be parsed for it")
    #expect(try sorted(QuestionOutline.all(in: source)) == sorted(decoded(source)))
  }

  @Test func theSampleOfAllKindsIsReadTheSameWay() throws {
    let source = Source(name: "kinds.yaml", text: KindsSample.text)
    #expect(try sorted(QuestionOutline.all(in: source)) == sorted(decoded(source)))
  }

  @Test func whatIsLaidOutOtherwiseIsParsed() {
    let text = """
      steps:
        - id: one
          after:
            - {id: q-flow, card: "a", kind: choice}
            - id: q-here
              card: 'b'   # a comment
              kind: number
              quiz: false
            - kind: explain
              id: q-say
              card: c
              points: [{card: d}, {card: e, text: {en: "x"}}, {card: d}]
      """
    let source = Source(name: "x.yaml", text: text)
    #expect(WrittenMapping.all(in: text) == nil)
    #expect(
      QuestionOutline.all(in: source) == [
        QuestionOutline(id: "q-flow", kind: "choice", cards: ["a"]),
        QuestionOutline(id: "q-say", kind: "explain", cards: ["d", "e"]),
      ])
    let lines = text.replacingOccurrences(of: "{id: q-flow, card: \"a\", kind: choice}", with: "id: other")
      .replacingOccurrences(of: "[{card: d}, {card: e, text: {en: \"x\"}}, {card: d}]", with: "[]")
    #expect(QuestionOutline.all(in: Source(name: "x.yaml", text: lines)).map(\.cards) == [["c"]])
    #expect(QuestionOutline.all(in: Source(name: "x.yaml", text: "steps: [")) == [])
  }

  @Test func everyCardThatIsTaughtCanBeAsked() {
    let deck = QuizDeck(Self.library)
    let registries = Self.library.registries()
    let taught = Set(Self.library.heads().map(\.id))
    let cards = registries.cards.all.filter { taught.contains($0.value.taught.value.lesson) }
    #expect(cards.count > 100)
    // A card of an explanation that nothing else rates is never met, nor due.
    let unasked = cards.map(\.key).filter { deck[$0] == nil }
    let own = Set(
      Self.library.lessonPaths.compactMap { try? Self.library.source($0) }
        .compactMap { try? Lesson.decode($0, library: Self.library).0 }.flatMap(\.questions)
        .compactMap { $0 as? ExplainQuestion }.map(\.common.card.value))
    #expect(unasked.allSatisfy(own.contains), "\(unasked)")
    #expect(deck.entries.allSatisfy { !$0.questions.isEmpty })
    #expect(deck.entries.map(\.id) == registries.cards.all.map(\.key).filter { deck[$0] != nil })
  }

  @Test func aCardAnswersToItsOlderNames() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let deck = QuizDeck([QuizSample.entry("new")], aliases: ["old": "new"])
    #expect(deck.canonical("old") == "new" && deck.canonical("new") == "new" && deck["old"] == nil)
    #expect(
      QuizDeck(sample.library).entries.map(\.id) == [
        "arp-request-broadcast", "arp-target-ip", "ethernet-padding",
      ])
  }

  // MARK: Topics

  @Test func topicsAreWordsOfTheCards() throws {
    let deck = QuizDeck([
      QuizSample.entry("a", step: "arp/x", layer: .link, topic: "arp"),
      QuizSample.entry("b", step: "tour/y", layer: .transport, topic: "tcp"),
      QuizSample.entry("c", step: "tour/z", layer: .link, topic: "ethernet"),
    ])
    #expect(deck.topics == ["arp", "link", "tcp", "tour", "transport", "ethernet"])
    #expect(try deck.cards(of: []) == ["a", "b", "c"])
    #expect(try deck.cards(of: ["arp", "tcp"]) == ["a", "b"])
    #expect(try deck.cards(of: ["link"]) == ["a", "c"] && deck.cards(of: ["tour"]) == ["b", "c"])
    let error = QuizDeck.UnknownTopic(word: "apr", suggestion: "arp", known: deck.topics)
    #expect(throws: error) { try deck.cards(of: ["tcp", "apr"]) }
  }
}
