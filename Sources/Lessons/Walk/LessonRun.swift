import Analysis
import Documents
import Networking

/// A lesson on its running network, with everything computed: marks found, stops in order of time, texts filled in,
/// questions with their answers. A value; preparing it is the only thing that can fail.
///
/// The screen walks `timeline` and stops at `stops[n].moment`; the questions in `before` are asked while the walk
/// stands at `stop.moment - 1`, those in `after` at `stop.moment`.
package struct LessonRun: Sendable {
  package struct Stop: Sendable {
    package let id: String
    /// Number of the moment.
    package let moment: Int
    package let say: LocalizedRendering
    /// Fields to light; the first is selected. `ip.ttl#2` is the second layer's.
    package let light: [String]
    /// The picture to show first, by name.
    package let view: String?
    /// Asked while the walk stands at `moment - 1`.
    package let before: [PreparedQuestion]
    /// Asked while the walk stands at `moment`.
    package let after: [PreparedQuestion]
  }

  package let id: String
  /// The lesson's `rev`.
  package let revision: Int
  package let title: LocalizedText
  package let minutes: Int?
  package let seed: UInt64
  /// Recorded at least as far as the last stop.
  package let timeline: Timeline
  /// Moments by the names of the marks.
  package let marks: [String: Int]
  /// At least one, ascending.
  package internal(set) var stops: [Stop]

  /// Questions in all stops.
  package var questions: [PreparedQuestion] { stops.flatMap { $0.before + $0.after } }

  /// The number of a question among all, from 1.
  package func number(of question: PreparedQuestion) -> Int? {
    questions.firstIndex { $0.id == question.id }.map { $0 + 1 }
  }

  /// The stop whose words teach what a question asks: the one that it comes after, and of a prediction the one before
  /// what is predicted.
  package func stop(teaching question: PreparedQuestion) -> Stop? {
    if let stop = stops.first(where: { $0.after.contains { $0.id == question.id } }) { return stop }
    return stops.firstIndex { $0.before.contains { $0.id == question.id } }.flatMap {
      $0 > 0 ? stops[$0 - 1] : nil
    }
  }

  package func stop(named id: String) -> Int? { stops.firstIndex { $0.id == id } }

  /// Runs the lesson and computes all it says.
  ///
  /// - Parameters:
  ///   - seed: the network's seed and the order of choices; nil: the lesson's own, and 1 for the choices.
  ///   - reference: texts that options may name.
  package init(
    _ lesson: Lesson, on network: NetworkFile, seed: UInt64? = nil, reference: ReferenceLibrary
  ) throws(DocumentError) {
    try self.init(lesson, on: network, seed: seed, reference: reference, measure: nil, dropped: Problems())
  }

  init(
    _ lesson: Lesson, on network: NetworkFile, seed: UInt64?, reference: ReferenceLibrary,
    measure: WrappedRowCount?,
    dropped: Problems
  ) throws(DocumentError) {
    let problems = Problems()
    var walk = try MarkResolver(lesson, on: network, seed: seed ?? lesson.network.seed)
    marks = try walk.resolveMarks(of: lesson)
    try walk.checkOrder(of: lesson.steps)
    var preparation = Preparation(
      context: walk.context, problems: problems, dropped: dropped, reference: reference, seed: seed ?? 1,
      measure: measure)
    stops = lesson.steps.map { step in
      Stop(
        step, moment: walk.context.marks[step.at.value]?.moment ?? 0, questions: lesson.questions,
        &preparation)
    }
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
    id = lesson.id
    revision = lesson.revision
    title = lesson.title
    minutes = lesson.minutes
    self.seed = walk.seed
    timeline = preparation.context.timeline
  }
}

extension LessonRun.Stop {
  fileprivate init(
    _ step: Lesson.Step, moment: Int, questions: [any Question], _ preparation: inout Preparation
  ) {
    let marks = preparation.context.marks
    func prepared(_ ids: [Located<String>], in world: Int) -> [PreparedQuestion] {
      ids.compactMap { id in
        guard let question = questions.first(where: { $0.common.id.value == id.value }) else { return nil }
        preparation.context.moment = question.common.mark.flatMap { marks[$0.value]?.moment } ?? moment
        preparation.context.worldMoment = world
        return question.prepare(&preparation)
      }
    }
    id = step.id.value
    self.moment = moment
    before = prepared(step.before, in: max(0, moment - 1))
    after = prepared(step.after, in: moment)
    preparation.context.moment = moment
    preparation.context.worldMoment = moment
    preparation.checkLight(of: step)
    say = preparation.rendered(step.say, as: .say)
    light = step.light.map(\.value)
    view = step.view
  }
}
