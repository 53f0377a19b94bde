import Analysis
import Documents
import Networking

/// Forward and back.
extension WalkModel {
  /// What a key led to, besides the change of the walk.
  enum Outcome: Equatable {
    case done
    case notice(LocalizedText)
    /// Text for the clipboard, and what is said about it.
    case copy(String, LocalizedText)
    /// Back to the start screen.
    case leave
  }

  mutating func walk(_ action: Action.ID) -> Outcome {
    switch action {
    case .nextStop: forward(to: nextStop, isStop: true, none: Texts.endReached)
    case .previousStop: back(to: previousStop, isStop: true, none: Texts.startReached)
    case .nextMoment: forward(to: moment < journey.last ? moment + 1 : nil, none: Texts.endReached)
    case .previousMoment: back(to: moment > first ? moment - 1 : nil, none: Texts.startReached)
    case .nextFrame: forward(to: journey.moment(.frame, after: moment), none: Texts.noLaterFrame)
    case .previousFrame:
      back(
        to: journey.moment(.frame, before: moment).flatMap { $0 >= first ? $0 : nil },
        none: Texts.noEarlierFrame)
    case .start: back(to: moment > first ? first : nil, isStop: true, none: Texts.startReached)
    case .furthest:
      forward(to: moment < furthest ? furthest : nil, isStop: true, none: Texts.furthestSeen)
    default: .done
    }
  }

  private var nextStop: Int? {
    guard let lesson else { return journey.moment(.delivery, after: moment) }
    return lesson.stops.first { $0.moment > moment }?.moment
  }

  private var previousStop: Int? {
    guard let lesson else {
      return journey.moment(.delivery, before: moment) ?? (moment > first ? first : nil)
    }
    return lesson.stops.last { $0.moment < moment }?.moment
  }

  private mutating func forward(to target: Int?, isStop: Bool = false, none: LocalizedText) -> Outcome {
    if isStop, askAfter() { return .done }
    lesson?.open = nil
    guard let target else { return .notice(none) }
    remember()
    since = moment
    if let gate = gate(before: target) {
      moment = gate.moment
      closePanel()
      arrive(isStop: false)
      ask(gate.question)
      return .done
    }
    moment = target
    closePanel()
    arrive(isStop: isStop || stop != nil)
    return .done
  }

  private mutating func back(to target: Int?, isStop: Bool = false, none: LocalizedText) -> Outcome {
    guard let target else { return .notice(none) }
    remember()
    moment = target
    since = moment - 1
    closePanel()
    arrive(isStop: isStop || stop != nil)
    return .done
  }

  /// Keeps what was selected at a stop for coming back.
  private mutating func remember() {
    if stop != nil, let selection { left[moment] = selection }
  }

  /// Walking closes the why panel; words and field face stay.
  mutating func closePanel() {
    if case .why = face { face = .words }
  }

  // MARK: Jumps

  /// Keeps the place as one to return to.
  mutating func pushJump() {
    jumps.append(
      Jump(
        branch: branch, moment: moment, since: since, focus: focus, selection: selection, picture: picture,
        face: face, label: placeLabel))
  }

  /// Goes to a moment with a way back.
  mutating func jump(to number: Int) {
    pushJump()
    moment = number
    since = number - 1
    face = .words
    arrive(isStop: stop != nil)
  }

  mutating func returnFromJump() -> Bool {
    guard let jump = jumps.popLast() else { return false }
    if jump.branch != branch { load(jump.branch, at: jump.moment) }
    moment = jump.moment
    since = jump.since
    arrive(isStop: false)
    focus = jump.focus
    selection = jump.selection
    picture = jump.picture
    face = jump.face
    if face != .field { face = .words }
    let bytes = selectedBytes
    if !bytes.isEmpty { byte = bytes.lowerBound }
    return true
  }

  /// What the title calls the place the walk stands at.
  var placeLabel: LocalizedText {
    if isOnFork {
      return Texts.both(
        "\(Texts.fork(branch, .en)), \(Texts.moment(moment, .en))",
        "\(Texts.fork(branch, .ko)), \(Texts.moment(moment, .ko))")
    }
    return label(of: moment)
  }

  /// The same for any moment of the walk as it was.
  func label(of number: Int) -> LocalizedText {
    if let lesson, let stop = lesson.stops.firstIndex(where: { $0.moment == number }) {
      return Texts.both(
        Texts.stop(stop + 1, lesson.stops.count, .en), Texts.stop(stop + 1, lesson.stops.count, .ko))
    }
    return Texts.both(Texts.moment(number, .en), Texts.moment(number, .ko))
  }
}
