import Analysis
import Documents
import Networking

/// A lesson as its file describes it: a network, marks found by meaning, stops and questions. Names and expressions
/// are read and checked; values are computed by a `LessonRun`.
package struct Lesson: Sendable {
  package enum Status: String, CaseIterable, Sendable { case draft, active, deprecated }

  /// What it runs on.
  package struct NetworkUse: Sendable {
    /// Id or path of the network file.
    package var use: Located<String>
    package var seed: UInt64
    /// Replaces the network file's own; nil: that one.
    package var script: [Located<String>]?
  }

  package struct Step: Sendable {
    package var id: Located<String>
    /// A mark.
    package var at: Located<String>
    /// Questions asked one moment before.
    package var before: [Located<String>]
    package var after: [Located<String>]
    /// Field names, with a layer number if need be.
    package var light: [Located<String>]
    package var say: LessonText
    /// The picture shown first.
    /// The picture it shows first, by name.
    package var view: String?
  }

  package var file: String
  package var id: String
  package var aliases: [String]
  package var revision: Int
  package var status: Status
  package var needs: [Located<String>]
  package var title: LocalizedText
  package var minutes: Int?
  package var network: NetworkUse
  /// By name, in file order.
  package var marks: [KeyedValue<MarkRule>]
  package var steps: [Step]
  package var questions: [any Question]
  package var idPlace: Place
}

extension Lesson.Status {
  static let shape = Shape<Lesson.Status>.oneOf(Lesson.Status.allCases.map { ($0.rawValue, $0) })
}

/// How a mark finds its moment.
package struct MarkRule: Sendable {
  package enum Order: Hashable, Sendable {
    case first
    case last
    /// From 1.
    case nth(Int)
  }

  package let order: Order
  package let condition: Located<Expression>
  /// The mark behind which it is looked for.
  package let after: Located<String>?
}
