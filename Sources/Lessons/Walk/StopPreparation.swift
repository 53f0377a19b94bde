import Analysis
import Documents
import Networking

/// The stops of a walk with their texts and questions: one half is prepared on another core.
struct StopPreparation: Sendable {
  struct Result: Sendable {
    fileprivate(set) var stops: [LessonRun.Stop] = []
    /// Recorded as far as the preparation needed.
    fileprivate(set) var timelines: [Timeline] = []
    fileprivate var problems: [Finding] = []
    fileprivate var dropped: [Finding] = []
  }

  private let stops: [LessonWalker.Stop]
  private let views: [String?]
  private let make: @Sendable (_ problems: Problems, _ dropped: Problems) -> Preparation

  /// - Parameter make: what they are prepared with; the first takes what was found, the other wrong answers left out.
  init(
    _ stops: [LessonWalker.Stop],
    _ make: @escaping @Sendable (_ problems: Problems, _ dropped: Problems) -> Preparation
  ) {
    self.stops = stops
    self.make = make
    var view: String?
    views = stops.map { stop in
      view = stop.step.view ?? view
      return view
    }
  }

  /// All stops, in their order; what was found is reported.
  func run(_ problems: Problems, _ dropped: Problems) -> Result {
    let half = stops.count / 2
    let beside = Beside { part(half..<stops.count) }
    var result = part(0..<half)
    let second = beside.value
    result.stops += second.stops
    for (index, timeline) in second.timelines.enumerated()
    where timeline.moments.count > result.timelines[index].moments.count {
      result.timelines[index] = timeline
    }
    for finding in result.problems + second.problems { problems.report(finding) }
    for finding in result.dropped + second.dropped { dropped.report(finding) }
    return result
  }

  private func part(_ range: Range<Int>) -> Result {
    let (problems, dropped) = (Problems(), Problems())
    var preparation = make(problems, dropped)
    var result = Result()
    for index in range {
      result.stops.append(LessonRun.Stop(stops[index], view: views[index], &preparation))
    }
    result.timelines = preparation.context.timelines
    (result.problems, result.dropped) = (problems.findings, dropped.findings)
    return result
  }
}

extension LessonRun.Stop {
  fileprivate init(_ found: LessonWalker.Stop, view: String?, _ preparation: inout Preparation) {
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
    self.view = view
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
