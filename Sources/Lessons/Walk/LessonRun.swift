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
    let (context, number) = (walker.context, seed ?? 1)
    let make = { @Sendable (problems: Problems, dropped: Problems) in
      Preparation(
        context: context, problems: problems, dropped: dropped, reference: reference,
        registries: registries, seed: number, measure: measure, lesson: lesson.id)
    }
    let prepared = StopPreparation(walker.stops, make).run(problems, dropped)
    var preparation = make(problems, dropped)
    let forks = walker.forks.map { fork in
      preparation.context.here = BranchMoment(branch: fork.branch, moment: fork.done)
      return Fork(
        title: preparation.rendered(fork.title, as: .heading), parent: fork.parent, whatIfs: fork.whatIfs,
        begins: fork.begins, done: fork.done)
    }
    if let last = walker.stops.last { preparation.context.here = last.at }
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
    self.number = seed ?? lesson.network.seed
    ownSeed = lesson.network.seed
    marks = context.marks
    branches = prepared.timelines.enumerated().map { index, timeline in
      Branch(timeline: timeline, fork: index == 0 ? nil : forks[index - 1])
    }
    stops = prepared.stops
  }
}

extension [PreparedQuestion] {
  fileprivate func has(_ question: PreparedQuestion) -> Bool {
    contains { $0.withInner.contains { $0.id == question.id } }
  }
}
