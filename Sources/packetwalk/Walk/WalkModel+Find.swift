import Documents
import Networking

/// What was looked for last.
struct Sought: Sendable {
  var expression: Expression
  /// Where it led to; from there another match is the same jump.
  var found: Int?
}

/// The moments at which an expression holds.
struct Matches: Equatable, Sendable {
  /// Ascending.
  var moments: [Int]
  /// Each is a frame's first moment on a cable; else every moment counts by itself.
  var areFrames: Bool
  /// False when there were too many moments to read all of them between two keys.
  var isComplete = true
  /// Later moments were left out: an unanswered question stands before them.
  var hidesLater = false
}

/// Looks expressions up over a journey, and keeps what it has read: every key asks the same frames again.
struct Finder: Sendable {
  private var context: FindContext
  private let transmissions: [Int]
  private let last: Int

  init(_ walk: WalkModel) {
    let reach = walk.reach
    let timeline = walk.journey.timeline
    var marks: [String: Int] = [:]
    // A mark further on would tell what is asked.
    for (name, moment) in walk.lesson?.run.marks ?? [:] where moment <= reach { marks[name] = moment }
    context = FindContext(TimelineContext(timeline, marks: marks), here: walk.moment)
    transmissions = timeline.transmissions.map(\.moment)
    last = timeline.moments.count
  }

  var vocabulary: Vocabulary { context.vocabulary }

  /// Moments up to `reach` at which it holds. Without `moment.*` it sees only frames, each where it goes on its cable.
  mutating func matches(_ expression: Expression, upTo reach: Int) -> Matches {
    let areFrames = !expression.readsMoments
    var matches = Matches(moments: [], areFrames: areFrames, hidesLater: reach < last)
    context.fresh = 0
    func visit(_ candidates: some Sequence<Int>, _ context: inout FindContext) {
      for number in candidates where number <= reach {
        if context.fresh >= FindContext.mostFresh {
          matches.isComplete = false
          return
        }
        context.moment = number
        if context.holds(expression) { matches.moments.append(number) }
      }
    }
    if areFrames { visit(transmissions, &context) } else { visit(1...max(1, last), &context) }
    return matches
  }
}

/// Reads expressions anywhere in a walk; devices as they are where the learner stands.
struct FindContext: ExpressionContext, Sendable {
  private var timeline: TimelineContext
  private var units: [Int: Dissection?] = [:]
  private var devices: [DeviceReference: ExpressionValue?] = [:]
  /// Units read anew since the last key.
  var fresh = 0

  /// Units read anew between two keys at most.
  static let mostFresh = 3000
  /// Units kept.
  private static let mostKept = 6000

  init(_ timeline: TimelineContext, here: Int) {
    self.timeline = timeline
    self.timeline.worldMoment = here
  }

  var moment: Int {
    get { timeline.moment }
    set { timeline.moment = newValue }
  }

  var vocabulary: Vocabulary {
    Vocabulary(devices: timeline.timeline.front.vocabulary, marks: Set(timeline.marks.keys))
  }

  mutating func dissection(of mark: String?) -> Dissection? {
    guard let number = mark.map({ timeline.marks[$0] }) ?? moment else { return nil }
    if let known = units[number] { return known }
    fresh += 1
    let unit = timeline.dissection(of: mark)
    if units.count < Self.mostKept { units[number] = .some(unit) }
    return unit
  }

  mutating func moment(_ property: MomentProperty, of mark: String?) -> ExpressionValue? {
    timeline.moment(property, of: mark)
  }

  mutating func device(_ reference: DeviceReference) -> ExpressionValue? {
    if let known = devices[reference] { return known }
    let value = timeline.device(reference)
    devices[reference] = .some(value)
    return value
  }
}

extension WalkModel {
  /// What the expression finds from here; the finder keeps what it read.
  mutating func matches(_ expression: Expression) -> Matches {
    var finder = self.finder ?? Finder(self)
    self.finder = nil
    defer { self.finder = finder }
    return finder.matches(expression, upTo: reach)
  }

  /// Goes to a match with a way back; from match to match it stays the same way back.
  mutating func goToMatch(_ number: Int, of expression: Expression) {
    let isContinued = sought?.found == moment && !jumps.isEmpty
    sought = Sought(expression: expression, found: number)
    closeWhyAndQuestion()
    let way = isContinued ? jumps.popLast() : nil
    jump(to: number)
    if let way { jumps[jumps.count - 1] = way }
  }

  /// `n` and `p`: the match after or before where the walk stands.
  mutating func match(forward: Bool) -> Outcome {
    guard let sought else { return .notice(Texts.nothingSought) }
    let matches = matches(sought.expression)
    guard
      let index = forward
        ? matches.moments.firstIndex(where: { $0 > moment })
        : matches.moments.lastIndex(where: { $0 < moment })
    else { return .notice(Texts.noMatch(sought.expression.text, forward: forward, matches)) }
    goToMatch(matches.moments[index], of: sought.expression)
    return .notice(Texts.match(index + 1, matches, sought.expression.text, wrapped: false))
  }
}
