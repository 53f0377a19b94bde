import Analysis
import Documents
import Networking

/// A question that is asked after an explanation, when a point of it was ticked.
package struct FollowUp: Equatable, Sendable {
  package indirect enum Content: Equatable, Sendable {
    case own(PreparedQuestion)
    /// Of the lesson, by its id.
    case other(String)
  }

  /// The card of the point.
  package let card: String
  package let content: Content

  package init(card: String, content: Content) {
    self.card = card
    self.content = content
  }

  /// So many are asked at most.
  package static let most = 3
}

/// What one's own words come to: the learner ticks what was said, each point rates its card.
package struct ExplainKey: QuestionKey {
  package struct Point: Equatable, Sendable {
    package let card: String
    package let choice: Choice
  }

  package let points: [Point]
  package let followUps: [FollowUp]
  package let reads: [ReadPlace]

  package var shapes: [InputShape] { [.lines, .mark(points.map(\.choice))] }
  package var rightAnswer: Answer { .inTurn([.lines([]), .places(Array(points.indices))]) }
  package var foreseen: [Answer] { [] }
  /// Nothing is asked for that stands somewhere.
  package var hides: [Subject] { [] }
  /// The points have been seen then.
  package var attemptsAllowed: Int { 1 }
  package var isSelfRated: Bool { true }

  package var solution: LocalizedRendering {
    func text(_ language: Language) -> RenderedText {
      RenderedText(points.map { $0.choice.text[language].string }.joined(separator: "; "))
    }
    return LocalizedRendering(en: text(.en), ko: text(.ko))
  }

  package func grade(_ answer: Answer) -> Grade {
    guard let ticks = ticks(answer) else { return .invalid(.noMarks(points.count)) }
    return ticks.count == points.count ? .right : .wrong(mistakes: [])
  }

  package func parts(of answer: Answer) -> [PartGrade] {
    guard let ticks = ticks(answer) else { return [] }
    return points.indices.map { PartGrade(isRight: ticks.contains($0)) }
  }

  package func remark(on answer: Answer) -> LocalizedText? {
    let said = ticks(answer)?.count ?? 0
    return LocalizedText(
      en: "You said \(said) of \(points.count).", ko: "\(points.count)개 중 \(said)개를 말했습니다.")
  }

  /// A card with several points is good when all of them were said.
  package func ratings(of answer: Answer?) -> [CardRating]? {
    let ticks = answer.flatMap(ticks) ?? []
    var cards: [String] = []
    for point in points where !cards.contains(point.card) { cards.append(point.card) }
    return cards.map { card in
      let isRight = points.indices.allSatisfy { points[$0].card != card || ticks.contains($0) }
      return CardRating(card: card, isRight: isRight)
    }
  }

  /// The points that were ticked; nil for an answer of another form.
  private func ticks(_ answer: Answer) -> Set<Int>? {
    guard case .inTurn(let answers) = answer, case .places(let places)? = answers.last,
      places.allSatisfy(points.indices.contains)
    else { return nil }
    return Set(places)
  }
}

extension PreparedQuestion {
  /// This one and those that stand in it.
  var withInner: [PreparedQuestion] {
    [self]
      + key.followUps.flatMap { follow in
        if case .own(let question) = follow.content { question.withInner } else { [PreparedQuestion]() }
      }
  }
}

extension LessonRun {
  /// What is asked next after an answer: questions of the points that were ticked, three at most, in the author's order.
  package func followUps(of question: PreparedQuestion, after answer: Answer) -> [PreparedQuestion] {
    let parts = question.parts(of: answer)
    guard let key = question.key as? ExplainKey else { return [] }
    let said = Set(
      key.points.indices.filter { parts.indices.contains($0) && parts[$0].isRight }.map {
        key.points[$0].card
      })
    let found = key.followUps.filter { said.contains($0.card) }.compactMap { follow -> PreparedQuestion? in
      switch follow.content {
      case .own(let question): question
      case .other(let id): allQuestions.first { $0.id == id }
      }
    }
    return Array(found.prefix(FollowUp.most))
  }
}
