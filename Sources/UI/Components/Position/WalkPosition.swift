import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// Where a walk stands in time, and how far it has been.
struct WalkPosition: Component, Codable, Equatable {
  /// Number of the moment the walk stands at.
  var moment: Int
  var furthest: Int
  /// The moment it stood at before the last step forward: what was set since then is new.
  var since: Int
  /// What the last walking key counted; nil, as earlier versions kept it: frames.
  var counting: Counting?
  /// Index of the stop it stands at, of which several may stand at one moment; nil between stops, and where earlier
  /// versions kept none.
  var stop: Int?

  init(at moment: Int, furthest: Int? = nil, stop: Int? = nil) {
    self.moment = moment
    self.stop = stop
    self.furthest = furthest ?? moment
    since = moment - 1
  }

  /// What time is made of.
  struct Context {
    let recording: Recording
    /// The author's stops and questions; nil in free exploration and on the learner's own forks.
    let session: LessonSession?
    /// The lesson's branch that is walked.
    var branch = 0
    /// What the fork that is walked changes; nil off forks.
    var course: ForkCourse?
    var isOnFork = false

    var first: Int { session?.stops.first { $0.branch == branch }?.moment ?? 1 }
    /// Why a key leads nowhere further.
    /// - Parameter number: the moment it was pressed at.
    func end(_ none: LocalizedText, at number: Int) -> LocalizedText {
      if isOnFork, number >= recording.last { return Texts.forkEnds }
      if let course {
        if course.next(.delivery, after: number) != nil { return Texts.noOtherFrameChanges }
        if course.lastDifference > number { return Texts.onlySmallStepsDiffer }
        return course.isWhole ? Texts.nothingElseChanges : Texts.nothingChangesForAWhile
      }
      if session == nil, number < recording.last { return Texts.onlyMomentsCome }
      return recording.timeline.isQuiet && recording.last == 1 ? Texts.nothingByItself : none
    }

    /// Where a stride leads: to what a fork changes, once it is reached.
    func moment(_ stride: Stride, after number: Int) -> Int? {
      guard let course else { return recording.moment(stride, after: number) }
      if number >= course.done { return course.next(stride, after: number) }
      return min(recording.moment(stride, after: number) ?? course.done, course.done)
    }

    func moment(_ stride: Stride, before number: Int) -> Int? {
      guard let course, number > course.done else { return recording.moment(stride, before: number) }
      return course.previous(stride, before: number) ?? course.done
    }
  }

  enum Request {
    case notice(LocalizedText)
    /// A stop is left: what was selected there comes back when it does.
    case leaving(moment: Int)
    /// The position is another.
    case arrived(isStop: Bool)
    /// To a stop, by its index, on whichever branch of the lesson.
    case stop(Int)
    case ask(PreparedQuestion, isBefore: Bool)
    /// A question in front goes, whatever it had in hand.
    case dropQuestion
    /// The lesson is at its end.
    case summary
  }

  // MARK: Steps

  mutating func handle(_ press: Press, in context: Context) -> [Request]? {
    if let counting = Counting(press.action) { self.counting = counting }
    return step(press, in: context)
  }

  private mutating func step(_ press: Press, in context: Context) -> [Request]? {
    switch press.action {
    case .nextStop:
      if let session = context.session {
        nextStop(session, context)
      } else {
        forward(
          to: context.moment(.delivery, after: moment), isStop: true,
          none: context.end(Texts.endReached, at: moment), context)
      }
    case .previousStop:
      if let session = context.session {
        previousStop(session, context)
      } else {
        back(to: previousDelivery(context), isStop: true, none: Texts.startReached, context)
      }
    case .nextMoment:
      forward(
        to: moment < context.recording.last ? moment + 1 : nil,
        none: context.end(Texts.endReached, at: moment), context)
    case .previousMoment:
      back(to: moment > context.first ? moment - 1 : nil, none: Texts.startReached, context)
    case .nextFrame:
      forward(
        to: context.moment(.frame, after: moment), none: context.end(Texts.noLaterFrame, at: moment), context)
    case .previousFrame:
      back(
        to: context.moment(.frame, before: moment).flatMap { $0 >= context.first ? $0 : nil },
        none: Texts.noEarlierFrame, context)
    case .start:
      back(
        to: moment > context.first ? context.first : nil, isStop: true, none: Texts.startReached, context)
    case .furthest:
      forward(to: moment < furthest ? furthest : nil, isStop: true, none: Texts.furthestSeen, context)
    default: nil
    }
  }

  /// Whether an action is a step in time of which there is none from here: the footer does not offer it.
  func leadsNowhere(_ action: Action.ID, in context: Context) -> Bool {
    var there = self
    guard let requests = there.step(Press(action: action), in: context) else { return false }
    return !requests.contains { request in
      switch request {
      case .arrived, .stop, .ask, .summary: true
      case .notice, .leaving, .dropQuestion: false
      }
    }
  }

  private func previousDelivery(_ context: Context) -> Int? {
    context.moment(.delivery, before: moment) ?? (moment > context.first ? context.first : nil)
  }

  /// Where it stands in the lesson.
  func at(_ context: Context) -> BranchMoment { BranchMoment(branch: context.branch, moment: moment) }

  /// To the next stop; before it what is asked after this one, and in front of that one.
  private func nextStop(_ session: LessonSession, _ context: Context) -> [Request] {
    if let stop, let question = session.unanswered(session.stops[stop].after) {
      return [.ask(question, isBefore: false)]
    }
    guard let next = session.next(after: at(context), stop) else {
      return [.dropQuestion, .summary]
    }
    let requests: [Request] = [.dropQuestion] + (stop == nil ? [] : [.leaving(moment: moment)])
    if let question = session.unanswered(session.stops[next].before) {
      return requests + [.ask(question, isBefore: true)]
    }
    if session.retry != nil, let question = session.unanswered(session.stops[next].after) {
      return requests + [.stop(next), .ask(question, isBefore: false)]
    }
    return requests + [.stop(next)]
  }

  private func previousStop(_ session: LessonSession, _ context: Context) -> [Request] {
    guard let previous = session.previous(before: at(context), stop) else {
      return [.notice(Texts.startReached)]
    }
    return (stop == nil ? [] : [.leaving(moment: moment)]) + [.stop(previous)]
  }

  private mutating func forward(
    to target: Int?, isStop: Bool = false, none: LocalizedText, _ context: Context
  ) -> [Request] {
    guard let target else { return [.dropQuestion, .notice(none)] }
    var requests: [Request] = [.dropQuestion]
    if stop != nil { requests.append(.leaving(moment: moment)) }
    since = moment
    if let gate = context.session?.gate(from: at(context), to: target) {
      if gate.moment != moment { stop = nil }
      moment = gate.moment
      return requests + [.arrived(isStop: false), .ask(gate.question, isBefore: true)]
    }
    moment = target
    stop = context.session?.firstStop(at: at(context))
    return requests + [.arrived(isStop: isStop || stop != nil)]
  }

  private mutating func back(
    to target: Int?, isStop: Bool = false, none: LocalizedText, _ context: Context
  ) -> [Request] {
    guard let target else { return [.notice(none)] }
    let requests: [Request] = stop == nil ? [] : [.leaving(moment: moment)]
    go(to: target)
    stop = context.session?.firstStop(at: at(context))
    return requests + [.arrived(isStop: isStop || stop != nil)]
  }

  /// Stands at a moment, whatever lies between.
  mutating func go(to moment: Int, stop: Int? = nil) {
    self.moment = moment
    self.stop = stop
    since = moment - 1
  }

  /// The furthest moment that a search or a number may lead to: in front of an unanswered question only what was seen.
  func reach(_ context: Context) -> Int {
    context.session?.gate(from: at(context), to: context.recording.last) == nil
      ? context.recording.last : furthest
  }
}
