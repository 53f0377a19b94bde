import Analysis
import Documents
import Networking

@testable import Lessons

/// Made-up cards, and answers to them.
enum QuizSample {
  static let minute: Int64 = 60_000
  static let day: Int64 = 86_400_000

  /// Noon of a study day, and minutes after it.
  static func at(_ day: Int, _ minutes: Int64 = 0) -> StudyTime {
    StudyTime(Int64(day) * Self.day + 12 * 60 * minute + minutes * minute, day: day)
  }

  /// - Parameters:
  ///   - step: `lesson/step`; nil: one of its own in the lesson `tour`.
  static func entry(
    _ id: String, step: String? = nil, alike: Set<String> = [], layer: LayerKind = .link,
    topic: String = "arp",
    kinds: [String] = ["choice"]
  ) -> QuizDeck.Entry {
    let parts = step?.split(separator: "/").map(String.init) ?? ["tour", id]
    return QuizDeck.Entry(
      id: id, title: LocalizedText(en: id, ko: id), layer: layer, topic: topic,
      taught: StepReference(lesson: parts[0], step: parts[1]), alike: alike,
      questions: kinds.enumerated().map {
        QuizQuestion(lesson: parts[0], question: "q-\(id)-\($0.offset)", kind: $0.element)
      })
  }

  static func deck(_ ids: String...) -> QuizDeck { QuizDeck(ids.map { entry($0) }) }

  static func review(_ card: String, _ rating: Rating, _ at: StudyTime) -> CardReview {
    CardReview(card: card, rating, at: at, session: "before")
  }

  /// What is logged for an answer in a session.
  static func answer(
    _ card: String, isRight: Bool, at: StudyTime, in session: String, attempt: Int = 1, hints: Int = 0,
    isGuess: Bool = false, role: JudgedAnswer.Role = .question, mistakes: [String] = [],
    question: String? = nil,
    lesson: String = "tour"
  ) -> LoggedAnswer {
    LoggedAnswer(
      JudgedAnswer(
        question: question ?? "q-\(card)-0", card: card, attempt: attempt, answer: .places([0]),
        isRight: isRight,
        mistakes: mistakes, hints: hints, isGuess: isGuess, role: role),
      .init(lesson: lesson, revision: 1, seed: 11, language: .en), time: at.milliseconds, studyDay: at.day,
      milliseconds: 10_000, session: session)
  }
}

extension QuizSession {
  init(
    _ deck: QuizDeck, _ schedules: Schedules = Schedules(), taken: Set<String> = ["tour"], at now: StudyTime,
    name: String = "now"
  ) {
    self.init(deck, schedules, QuizRequest(taken: taken), at: now, name: name)
  }

  /// One answer to the card whose turn it is.
  @discardableResult
  mutating func give(
    _ isRight: Bool, _ at: StudyTime, attempt: Int = 1, hints: Int = 0, isGuess: Bool = false
  ) -> [Leech] {
    guard let card = turn?.card else { return [] }
    return take([
      QuizSample.answer(
        card, isRight: isRight, at: at, in: name, attempt: attempt, hints: hints, isGuess: isGuess,
        mistakes: isRight ? [] : ["taken-wrong"])
    ])
  }

  /// The cards in the order of their turns, each answered right.
  mutating func run(at now: StudyTime) -> [String] {
    var cards: [String] = []
    while let turn = next(at: now) {
      cards.append(turn.card)
      give(true, now)
    }
    return cards
  }
}
