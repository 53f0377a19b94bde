import Analysis
import Documents
import Networking

/// `explain`: tell it in one's own words; then the walk shows its points, and one ticks what one said.
package struct ExplainQuestion: Question {
  package static let kind = "explain"
  package static let documentation = "explain freely, then tick the points that were said"

  package struct Point: Sendable {
    package let card: Located<String>
    /// nil: the card's title.
    package let text: LessonText?
  }

  /// A question that is asked when a point was ticked.
  package struct Follow: Sendable {
    package enum Content: Sendable {
      case own(any Question)
      /// Of the lesson, by its id.
      case other(Located<String>)
    }

    /// The card of the point.
    package let card: Located<String>
    package let content: Content
  }

  package let common: QuestionCommon
  package let points: [Point]
  package let follow: [Follow]

  package static let mostPoints = 6

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> ExplainQuestion?
  {
    let point = Shape<Point>.mapping("point") { m in
      let card = m.required("card", Shape<String>.word.located, "the concept that was said")
      let text = m.optional("text", .lessonText(scope), "what it says; by default the card's title")
      return card.map { Point(card: $0, text: text) }
    }
    let points = m.required("points", point.list, "what a good answer says: one to six, each with its card")
    let follow = m.optional(
      "follow", Follow.shape(scope).list, default: [], "what is asked next, of the points that were ticked")
    guard let points else { return nil }
    let count = m.node["points"]?.items?.count ?? points.count
    if !(1...mostPoints).contains(count) {
      m.report("an explanation needs 1 to \(mostPoints) points, found \(count)", at: "points")
    }
    let cards = points.map(\.card.value)
    for each in follow where !cards.contains(each.card.value) {
      m.node.problems.report(
        each.card.place.finding(
          "no point has the card \(quoted(each.card.value))\(suggestion(for: each.card.value, in: cards))"))
    }
    return ExplainQuestion(common: common, points: points, follow: follow)
  }

  package var inner: [any Question] {
    follow.compactMap { if case .own(let question) = $0.content { question } else { nil } }
  }

  package var references: [Located<String>] {
    follow.compactMap { if case .other(let id) = $0.content { id } else { nil } }
  }

  /// A point is enough of a question.
  package var cards: [Located<String>] { [common.card] + points.map(\.card) }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    var reads: [ReadPlace] = []
    for expression in points.compactMap(\.text).flatMap(\.en.expressions) {
      reads += preparation.places(readBy: expression).filter { !reads.contains($0) }
    }
    let choices = points.map { choice($0, &preparation) }
    let follow = follow.compactMap { followUp($0, &preparation) }
    let key = ExplainKey(
      points: zip(points, choices).map { ExplainKey.Point(card: $0.card.value, choice: $1) },
      followUps: follow, reads: reads)
    return preparation.question(common, key)
  }

  private func choice(_ point: Point, _ preparation: inout Preparation) -> Choice {
    let card = point.card
    let title = preparation.registries.title(ofCard: card.value)
    if title == nil {
      let known = preparation.registries.cardIDs
      preparation.problems.report(
        card.place.finding(
          "no card is called \(quoted(card.value))\(suggestion(for: card.value, in: known)); add it to cards.yaml"
        )
      )
    }
    let text = point.text.map { preparation.rendered($0, as: .choice) }
    return Choice(
      text ?? LocalizedRendering(title ?? LocalizedText(en: card.value, ko: card.value)),
      moment: moment(teaching: card.value, preparation))
  }

  /// Where this very lesson teaches it, on the branch where the question stands.
  private func moment(teaching card: String, _ preparation: Preparation) -> Int? {
    guard let stop = preparation.registries.teaching(card: card), stop.lesson == preparation.lesson,
      let at = preparation.context.marks[stop.step], at.branch == preparation.stand.branch
    else { return nil }
    return at.moment
  }

  /// One that stands here is asked where this question is.
  private func followUp(_ follow: Follow, _ preparation: inout Preparation) -> FollowUp? {
    switch follow.content {
    case .other(let id): return FollowUp(card: follow.card.value, content: .other(id.value))
    case .own(let question):
      let (here, stand, front) = (preparation.context.here, preparation.stand, preparation.front)
      defer { (preparation.context.here, preparation.stand, preparation.front) = (here, stand, front) }
      return preparation.prepared(question, at: here, stand: stand, front).map {
        FollowUp(card: follow.card.value, content: .own($0))
      }
    }
  }
}

extension ExplainQuestion.Follow {
  /// `{question: ID, when: CARD}`, or a question with `when`.
  fileprivate static func shape(_ scope: LessonScope) -> Shape<Self> {
    let whenWords = "asked when the point with this card was ticked"
    let other = Shape<Self>.mapping("named follow-up") { m in
      let id = m.required("question", Shape<String>.questionID.located, "a question of this lesson")
      let card = m.required("when", Shape<String>.word.located, whenWords)
      guard let id, let card else { return nil }
      return Self(card: card, content: .other(id))
    }
    let own = Shape<Self>.mapping("follow-up") { m in
      let card = m.required("when", Shape<String>.word.located, whenWords)
      let question = QuestionKinds.read(m, scope)
      guard let card, let question else { return nil }
      return Self(card: card, content: .own(question))
    }
    return Shape(
      expected: "a question with \"when\", or {question: …, when: …}",
      describe: { ["anyOf": [other.describe($0), own.describe($0)]] },
      read: { node in node["question"] == nil ? own(node) : other(node) })
  }
}
