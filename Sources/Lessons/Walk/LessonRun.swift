import Analysis
import Documents
import Networking

/// A lesson on its running network, with everything computed: branches, marks found, stops in their order, texts filled
/// in, questions with their answers. A value; preparing it is the only thing that can fail.
package struct LessonRun: Sendable {
  /// The story as it is, or a fork of it.
  package struct Branch: Sendable {
    /// Recorded at least as far as the last stop on it.
    package internal(set) var timeline: Timeline
    /// nil for the trunk.
    package let fork: Fork?
  }

  package struct Fork: Sendable {
    package let title: LocalizedRendering
    /// Index of the branch it leaves.
    package let parent: Int
    /// What is done, in order.
    package let whatIfs: [WhatIf]
    /// The moment, on the fork, in which the first of it is done: both are the same before.
    package let begins: Int
    /// The moment in which the last of it is done.
    package let done: Int
  }

  package struct Stop: Sendable {
    package let id: String
    package let at: BranchMoment
    package let say: LocalizedRendering
    /// What is lit; the first field is selected.
    package let light: [Subject]
    /// The picture that is shown, by name.
    package let view: String?
    package let before: [PreparedQuestion]
    package let after: [PreparedQuestion]

    /// Number of the moment, on its branch.
    package var moment: Int { at.moment }
    package var branch: Int { at.branch }
  }

  package let id: String
  /// The lesson's `rev`.
  package let revision: Int
  package let title: LocalizedText
  package let minutes: Int?
  package let seed: UInt64
  /// Which variant it is: the seed it was asked for by, else the one that the lesson's file names.
  package internal(set) var number: UInt64
  /// The one that the lesson's file names.
  package let ownSeed: UInt64
  /// The first is the trunk.
  package let branches: [Branch]
  /// Moments by the names of marks and steps.
  package let marks: [String: BranchMoment]
  /// At least one, in the order in which they are walked.
  package internal(set) var stops: [Stop]
  /// What it is about, in single words.
  package let topics: [String]
  /// What there is to try, here and on one's own machine.
  package let trials: [Trial]
  /// What lessons share, read when it is asked for.
  package let registries: Registries

  /// The story as it is.
  package var timeline: Timeline { branches[0].timeline }

  /// Questions in all stops.
  package var questions: [PreparedQuestion] { stops.flatMap { $0.before + $0.after } }
  /// Those that stand in others, too.
  package var allQuestions: [PreparedQuestion] { questions.flatMap(\.withInner) }

  /// The number of a question among all, from 1; of one that stands in another that one's.
  package func number(of question: PreparedQuestion) -> Int? { number(ofQuestion: question.id) }

  /// The same by its id.
  package func number(ofQuestion id: String) -> Int? {
    questions.firstIndex { $0.withInner.contains { $0.id == id } }.map { $0 + 1 }
  }

  /// Index of the stop whose words teach what a question asks: the one that it comes after, and of a prediction the one
  /// before what is predicted.
  package func stop(teaching question: PreparedQuestion) -> Int? {
    if let stop = stops.firstIndex(where: { $0.after.has(question) }) { return stop }
    return stops.firstIndex { $0.before.has(question) }.flatMap { $0 > 0 ? $0 - 1 : nil }
  }

  package func stop(named id: String) -> Int? { stops.firstIndex { $0.id == id } }

  /// Marks and steps of the trunk, by their moments.
  package var trunkMarks: [String: Int] { marks.filter { $0.value.branch == 0 }.mapValues(\.moment) }

  /// Runs the lesson and computes all it says.
  ///
  /// - Parameters:
  ///   - seed: the network's seed and the order of choices; nil: the lesson's own, and 1 for the choices.
  ///   - reference: texts that options may name.
  package init(
    _ lesson: Lesson, on network: NetworkFile, seed: UInt64? = nil, reference: ReferenceLibrary,
    registries: Registries
  ) throws(DocumentError) {
    try self.init(
      lesson, on: network, seed: seed, reference: reference, registries: registries, measure: nil,
      dropped: Problems())
  }

  init(
    _ lesson: Lesson, on network: NetworkFile, seed: UInt64?, reference: ReferenceLibrary,
    registries: Registries, measure: WrappedRowCount?, dropped: Problems
  ) throws(DocumentError) {
    var walker = try LessonWalker(lesson, on: network, seed: seed ?? lesson.network.seed)
    try walker.walk(lesson, network)
    let problems = Problems()
    var preparation = Preparation(
      context: walker.context, problems: problems, dropped: dropped, reference: reference,
      registries: registries, seed: seed ?? 1, measure: measure)
    preparation.lesson = lesson.id
    var stops: [Stop] = []
    for found in walker.stops { stops.append(Stop(found, after: stops.last, &preparation)) }
    let forks = walker.forks.map { fork in
      preparation.context.here = BranchMoment(branch: fork.branch, moment: fork.done)
      return Fork(
        title: preparation.rendered(fork.title, as: .choice), parent: fork.parent, whatIfs: fork.whatIfs,
        begins: fork.begins, done: fork.done)
    }
    trials = lesson.trials.compactMap { trial in
      do throws(DocumentError) {
        let look = preparation.rendered(trial.look)
        return Trial(what: try Trial.What(trial.what, in: preparation.context, network), look: look)
      } catch {
        error.findings.forEach(problems.report)
        return nil
      }
    }
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
    topics = lesson.topics
    self.registries = registries
    id = lesson.id
    revision = lesson.revision
    title = lesson.title
    minutes = lesson.minutes
    self.seed = walker.seed
    number = seed ?? lesson.network.seed
    ownSeed = lesson.network.seed
    marks = preparation.context.marks
    branches = preparation.context.timelines.enumerated().map { index, timeline in
      Branch(timeline: timeline, fork: index == 0 ? nil : forks[index - 1])
    }
    self.stops = stops
  }
}

extension [PreparedQuestion] {
  fileprivate func has(_ question: PreparedQuestion) -> Bool {
    contains { $0.withInner.contains { $0.id == question.id } }
  }
}

extension LessonRun.Stop {
  fileprivate init(
    _ found: LessonWalker.Stop, after earlier: LessonRun.Stop?, _ preparation: inout Preparation
  ) {
    let step = found.step
    at = found.at
    id = step.id.value
    let front = found.front ?? BranchMoment(branch: at.branch, moment: max(0, at.moment - 1))
    before = step.before.compactMap { preparation.prepared($0, at: found.at, stand: front, front) }
    after = step.after.compactMap { preparation.prepared($0, at: found.at, stand: found.at, front) }
    preparation.context.here = at
    light = step.light.flatMap { place -> [Subject] in
      let subjects = preparation.places(of: place).map(\.subject)
      if subjects.isEmpty { preparation.reportNothingToLight(place, step) }
      return subjects
    }
    say = preparation.rendered(step.say, as: .say)
    view = step.view ?? earlier?.view
  }
}

extension Preparation {
  /// - Parameters:
  ///   - at: where the step stands that asks.
  ///   - stand: where the screen stands by default.
  ///   - front: the stop before, after which other places are looked for.
  mutating func prepared(
    _ question: any Question, at step: BranchMoment, stand usual: BranchMoment, _ front: BranchMoment
  ) -> PreparedQuestion? {
    let common = question.common
    context.here = step
    self.front = front
    stand = common.stand.flatMap { find($0, after: front, on: step.branch, common) } ?? usual
    let about = common.about.flatMap { find($0, after: front, on: step.branch, common) } ?? step
    context.here = about
    return question.prepare(&self)
  }

  private mutating func find(
    _ place: Where, after front: BranchMoment, on branch: Int, _ common: QuestionCommon
  ) -> BranchMoment? {
    context.here = BranchMoment(branch: branch, moment: 0)
    if let found = context.find(place, after: front.branch == branch ? front.moment : 0) { return found }
    problems.report(
      place.place.finding("question \(quoted(common.id.value)): nothing after the stop before fits"))
    return nil
  }

  fileprivate mutating func reportNothingToLight(_ place: Located<PlaceExpression>, _ step: Lesson.Step) {
    let what: String =
      switch place.value {
      case .field(let reference): "the frame at step \(quoted(step.id.value)) has no \(reference.text)"
      case .row(let row): "\(row.table.text) has no such row at step \(quoted(step.id.value))"
      default: "there is nothing to light at step \(quoted(step.id.value))"
      }
    problems.report(place.place.finding(what))
  }
}
