import Analysis
import Documents
import Networking

/// A lesson as its file describes it (format 2): a network, marks found by meaning, stops with their questions, forks.
/// Names and expressions are read and checked; values are computed by a `LessonRun`.
package struct Lesson: Sendable {
  package enum Status: String, CaseIterable, Sendable { case draft, active, deprecated }

  /// What it runs on.
  package struct NetworkUse: Sendable {
    /// Id or path of the network file.
    package var use: Located<String>
    package var seed: UInt64
    /// Replaces the network file's own; nil: that one.
    package var script: [Located<String>]?
    /// What the network's `vary` would change, and this lesson keeps.
    package var hold: [Located<String>]
  }

  /// A place to stop: one idea. Several may stand at one moment.
  package struct Step: Sendable {
    package var id: Located<String>
    /// Looked for after the stop before; nil: the moment of the stop before.
    package var at: Where?
    package var before: [any Question]
    package var after: [any Question]
    package var light: [Located<PlaceExpression>]
    package var say: LessonText
    /// The picture it shows, by name; nil: the one before.
    package var view: String?
  }

  /// What if: something is done, and the steps in it stand on a fork. After it the lesson is back by itself.
  package struct Fork: Sendable {
    package var title: LessonText
    package var actions: [Located<ForkAction>]
    package var items: [Item]
    package var place: Place
  }

  package enum Item: Sendable {
    case step(Step)
    case fork(Fork)
  }

  package struct Chapter: Sendable {
    package var title: LessonText
    /// The step it begins with.
    package var from: Located<String>
  }

  package var file: String
  package var id: String
  package var aliases: [String]
  package var revision: Int
  package var status: Status
  package var needs: [Located<String>]
  package var topics: [String]
  package var title: LocalizedText
  package var minutes: Int?
  package var languages: [Language]
  package var goals: [LessonText]
  package var chapters: [KeyedValue<Chapter>]
  package var trials: [Trial]
  package var network: NetworkUse
  /// By name, in file order.
  package var marks: [KeyedValue<Where>]
  package var items: [Item]
  package var idPlace: Place

  /// All steps, in their order, those of forks too.
  package var steps: [Step] { Item.steps(of: items) }
  /// Those that stand in others, too.
  package var questions: [any Question] { steps.flatMap { $0.before + $0.after }.flatMap(Lesson.withInner) }

  /// All forks, in the order of their branches: each before those in it.
  var forks: [Fork] { Item.forks(of: items) }

  /// The same by their names.
  var questionsByID: [String: any Question] {
    Dictionary(questions.map { ($0.common.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func withInner(_ question: any Question) -> [any Question] {
    [question] + question.inner.flatMap(withInner)
  }
}

extension Lesson.Item {
  static func steps(of items: [Lesson.Item]) -> [Lesson.Step] {
    items.flatMap { item in
      switch item {
      case .step(let step): [step]
      case .fork(let fork): steps(of: fork.items)
      }
    }
  }

  static func forks(of items: [Lesson.Item]) -> [Lesson.Fork] {
    items.flatMap { item -> [Lesson.Fork] in
      guard case .fork(let fork) = item else { return [] }
      return [fork] + forks(of: fork.items)
    }
  }
}

extension Lesson.Status {
  static let shape = Shape<Lesson.Status>.oneOf(Lesson.Status.allCases.map { ($0.rawValue, $0) })
}
