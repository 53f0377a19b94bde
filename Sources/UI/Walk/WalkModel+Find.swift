import Analysis
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

/// One of the matches.
struct Match: Equatable, Sendable {
  var moment: Int
  /// Counted from 0; nil when not all are known.
  var index: Int?
  var all: Matches
}

/// Looks expressions up over a journey, and keeps what it has read: every key asks the same frames again.
struct Finder: Sendable {
  private var context: FindContext
  private let transmissions: [Int]
  private let front: World
  private let last: Int

  init(_ walk: WalkModel) {
    let reach = walk.reach
    let timeline = walk.journey.timeline
    var marks: [String: Int] = [:]
    // A mark further on would tell what is asked.
    for (name, moment) in walk.lesson?.run.marks ?? [:] where moment <= reach { marks[name] = moment }
    context = FindContext(TimelineContext(timeline, marks: marks), here: walk.moment)
    transmissions = timeline.transmissions.map(\.moment)
    front = timeline.front
    last = timeline.moments.count
  }

  /// Whether it reads this walk's story, and not one that went another way.
  func reads(_ journey: Journey) -> Bool { last == journey.last && front == journey.timeline.front }

  var vocabulary: Vocabulary { context.vocabulary }

  private func candidates(_ expression: Expression) -> [Int] {
    expression.readsMoments ? Array(1...max(1, last)) : transmissions
  }

  /// The first of the moments after `number`, or the last of those before it; however many must be read for it.
  mutating func match(_ expression: Expression, _ number: Int, forward: Bool, upTo reach: Int) -> Int? {
    let all = candidates(expression)
    context.begin()
    func first(_ row: some Sequence<Int>, _ context: inout FindContext) -> Int? {
      for candidate in row {
        context.moment = candidate
        if context.holds(expression) { return candidate }
      }
      return nil
    }
    return forward
      ? first(all.lazy.filter { $0 > number && $0 <= reach }, &context)
      : first(all.lazy.filter { $0 < number && $0 <= reach }.reversed(), &context)
  }

  /// Moments up to `reach` at which it holds. Without `moment.*` it sees only frames, each where it goes on its cable.
  mutating func matches(_ expression: Expression, upTo reach: Int) -> Matches {
    let areFrames = !expression.readsMoments
    var matches = Matches(moments: [], areFrames: areFrames, hidesLater: reach < last)
    context.begin()
    for number in candidates(expression) where number <= reach {
      if context.fresh >= FindContext.mostFresh {
        matches.isComplete = false
        break
      }
      context.moment = number
      if context.holds(expression) { matches.moments.append(number) }
    }
    return matches
  }
}

/// Reads expressions anywhere in a walk; devices as they are where the learner stands.
struct FindContext: ExpressionContext, Sendable {
  private var timeline: TimelineContext
  private var units: [Int: Dissection?] = [:]
  private var devices: [DeviceReference: ExpressionValue?] = [:]
  /// Units read anew since it began.
  private(set) var fresh = 0

  /// Units read anew between two keys at most.
  static let mostFresh = 1000
  /// Units kept.
  private static let mostKept = 6000

  init(_ timeline: TimelineContext, here: Int) {
    self.timeline = timeline
    self.timeline.worldMoment = here
  }

  /// Begins a row of moments in their order.
  mutating func begin() {
    fresh = 0
    timeline.timeline.forgetReading()
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
    useFinder { finder, reach in finder.matches(expression, upTo: reach) }
  }

  /// The match after or before a moment, with its place among all; nil when there is none.
  mutating func match(_ expression: Expression, _ number: Int, forward: Bool) -> Match? {
    let matches = matches(expression)
    var found =
      forward ? matches.moments.first { $0 > number } : matches.moments.last { $0 < number }
    if found == nil, !matches.isComplete {
      found = useFinder { $0.match(expression, number, forward: forward, upTo: $1) }
    }
    return found.map { found in
      Match(
        moment: found, index: matches.isComplete ? matches.moments.firstIndex(of: found) : nil, all: matches)
    }
  }

  private mutating func useFinder<Result>(_ body: (inout Finder, Int) -> Result) -> Result {
    var finder = self.finder.flatMap { $0.reads(journey) ? $0 : nil } ?? Finder(self)
    // Taken out of the walk while it works, or it would be copied.
    self.finder = nil
    defer { self.finder = finder }
    return body(&finder, reach)
  }

  /// Goes to a match with a way back; from match to match it stays the same way back.
  mutating func goToMatch(_ number: Int, of expression: Expression) {
    let isContinued = sought?.found == moment && !jumps.isEmpty
    sought = Sought(expression: expression, found: number)
    closeWhyAndQuestion()
    let way = isContinued ? jumps.popLast() : nil
    jump(to: number)
    if let way { jumps[jumps.count - 1] = way }
    select(whatIsAskedBy: expression)
  }

  /// Selects the first field of the unit that the expression speaks of.
  private mutating func select(whatIsAskedBy expression: Expression) {
    guard let unit = scene.unit else { return }
    for name in expression.names {
      if let place = unit.places(named: name).first { return select(place) }
      if let layer = unit.layers.firstIndex(where: { $0.protocol.name == name }) {
        selection = .layer(unit.path(ofLayer: layer))
        byte = selectedBytes.lowerBound
        return
      }
    }
  }

  /// `n` and `p`: the match after or before where the walk stands.
  mutating func match(forward: Bool) -> Outcome {
    guard let sought else { return .notice(Texts.nothingSought) }
    guard let match = match(sought.expression, moment, forward: forward) else {
      return .notice(
        Texts.noMatch(sought.expression.text, forward: forward, hidesLater: reach < journey.last))
    }
    goToMatch(match.moment, of: sought.expression)
    return .notice(Texts.match(match, sought.expression.text, wrapped: false))
  }
}
