import Analysis
import Documents
import Networking

/// Walks a lesson's network from stop to stop, on its forks too, and finds the moments of all marks and steps.
struct LessonWalker {
  struct Stop: Sendable {
    let step: Lesson.Step
    let at: BranchMoment
    /// What stands in front of it, on its own branch: the stop before (after a fork, the one that the fork began at), or
    /// on a fork's first stop the moment in which the last of it was done. nil at the first of all.
    let front: BranchMoment?
  }

  struct Fork {
    let title: LessonText
    let branch: Int
    let parent: Int
    let whatIfs: [WhatIf]
    let begins: Int
    let done: Int
  }

  let seed: UInt64
  private let network: String
  private(set) var context: TimelineContext
  private(set) var stops: [Stop] = []
  private(set) var forks: [Fork] = []

  init(_ lesson: Lesson, on network: NetworkFile, seed: UInt64) throws(DocumentError) {
    self.seed = seed
    self.network = network.id
    let problems = Problems()
    var script: [ScriptLine]?
    if let lines = lesson.network.script {
      let devices = network.world(seed: seed).devices
      script = []
      for line in lines {
        do throws(TextError) {
          script?.append(try ScriptLine(line.value, in: devices))
        } catch {
          problems.report(line.place.finding(error.message, atOffset: error.offset ?? 0))
        }
      }
    }
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
    context = TimelineContext([Timeline(network.world(seed: seed, script: script))])
  }

  /// Finds every mark's moment and every step's: first the marks that need no step, then the steps in their order, and
  /// the other marks as soon as what they need is known.
  mutating func walk(_ lesson: Lesson, _ network: NetworkFile) throws(DocumentError) {
    let own = Set(lesson.marks.map(\.key))
    var waiting = network.marks.filter { !own.contains($0.key) }.map { ($0, isOwn: false) }
    waiting += lesson.marks.map { ($0, isOwn: true) }
    try findMarks(&waiting)
    try walk(lesson.items, after: BranchMoment(moment: 0), on: network, &waiting)
    if let (mark, _) = waiting.first(where: { $0.isOwn }) {
      let names = waiting.filter { $0.isOwn }.map { quoted($0.0.key) }.joined(separator: ", ")
      throw DocumentError([mark.keyPlace.finding("these marks are looked for in a circle: \(names)")])
    }
  }

  private typealias WaitingMark = (KeyedValue<Where>, isOwn: Bool)

  /// Those of the marks whose own marks are known. A mark of the network that is never reached is none here: the
  /// lesson's script may be another.
  private mutating func findMarks(_ waiting: inout [WaitingMark]) throws(DocumentError) {
    let here = context.here
    defer { context.here = here }
    context.here = BranchMoment(moment: 0)
    let problems = Problems()
    while let index = waiting.firstIndex(where: { isReady($0.0.value) }) {
      let (mark, isOwn) = waiting.remove(at: index)
      if let moment = context.find(mark.value, after: 0) {
        context.marks[mark.key] = moment
      } else if isOwn {
        problems.report(mark.value.place.finding("mark \(quoted(mark.key)) \(neverReached(mark.value, nil))"))
      }
    }
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
  }

  private func isReady(_ place: Where) -> Bool { place.marks.allSatisfy { context.marks[$0.value] != nil } }

  /// - Parameter start: the stop before, or what was done at the beginning of a fork.
  @discardableResult
  private mutating func walk(
    _ items: [Lesson.Item], after start: BranchMoment, on network: NetworkFile, _ waiting: inout [WaitingMark]
  ) throws(DocumentError) -> BranchMoment {
    var last = start
    for item in items {
      switch item {
      case .step(let step):
        let front = stops.isEmpty ? nil : last
        last = try find(step, after: last, isFirst: stops.isEmpty)
        stops.append(Stop(step: step, at: last, front: front))
        context.marks[step.id.value] = last
        try findMarks(&waiting)
      case .fork(let fork):
        let done = try begin(fork, after: last, on: network)
        try walk(fork.items, after: done, on: network, &waiting)
      }
    }
    return last
  }

  private mutating func find(
    _ step: Lesson.Step, after last: BranchMoment, isFirst: Bool
  ) throws(DocumentError) -> BranchMoment {
    guard let place = step.at else {
      if isFirst {
        throw DocumentError([step.id.place.finding("the first step needs \"at\": there is no stop before it")]
        )
      }
      return last
    }
    for mark in place.marks where context.marks[mark.value] == nil {
      throw DocumentError([mark.place.finding("\(quoted(mark.value)) is not reached before this step")])
    }
    context.here = BranchMoment(branch: last.branch, moment: 0)
    guard let found = context.find(place, after: last.moment) else {
      throw DocumentError([
        place.place.finding("step \(quoted(step.id.value)) \(neverReached(place, last))")
      ])
    }
    if found.branch != last.branch {
      throw DocumentError([
        place.place.finding(
          "step \(quoted(step.id.value)) would be on another branch than its neighbours")
      ])
    }
    if found.moment < last.moment {
      throw DocumentError([
        place.place.finding(
          "step \(quoted(step.id.value)) stops before the step before it (moments \(found.moment) and \(last.moment)); steps go forward in time"
        )
      ])
    }
    return found
  }

  private func neverReached(_ place: Where, _ last: BranchMoment?) -> String {
    let after = last.map { $0.moment > 0 ? " after the stop before (moment \($0.moment))" : "" } ?? ""
    var fits = "nothing\(after) matches"
    if case .moment(let rule) = place, case .nth(let number) = rule.order, number > 1 {
      fits = "fewer than \(number) moments\(after) match"
    }
    return "is never reached: \(fits) on \(quoted(network)) with seed \(seed)"
  }

  // MARK: Forks

  /// Does what a fork does, and returns the moment in which the last of it was done.
  private mutating func begin(
    _ fork: Lesson.Fork, after last: BranchMoment, on network: NetworkFile
  ) throws(DocumentError) -> BranchMoment {
    var run = ForkRun(context.timelines[last.branch], after: last.moment, on: network)
    context.here = last
    var reader = MarkReader(context: context)
    for action in fork.actions { try run.perform(action, &reader) }
    if run.whatIfs.isEmpty { throw DocumentError([fork.place.finding("this fork changes nothing")]) }
    let branch = context.add(run.timeline)
    forks.append(
      Fork(
        title: fork.title, branch: branch, parent: last.branch, whatIfs: run.whatIfs, begins: run.begins,
        done: run.done))
    return BranchMoment(branch: branch, moment: run.done)
  }
}

/// What marks and expressions mean where a fork leaves, or where something is tried.
struct MarkReader: ForkRun.Reader {
  var context: TimelineContext

  mutating func frame(of mark: Located<String>, in timeline: Timeline) throws(DocumentError) -> Int {
    guard let place = context.marks[mark.value] else {
      throw DocumentError([mark.place.finding("\(quoted(mark.value)) is not reached before this fork")])
    }
    guard let frame = timeline.frameAtHand(at: place.moment) else {
      throw DocumentError([mark.place.finding("there is no frame at \(quoted(mark.value))")])
    }
    return frame
  }

  mutating func value(of expression: Located<Expression>) throws(DocumentError) -> ExpressionValue {
    do throws(ExpressionError) {
      return try context.value(of: expression.value).value
    } catch {
      throw DocumentError([expression.place.finding(error.message, atOffset: error.offset)])
    }
  }
}
