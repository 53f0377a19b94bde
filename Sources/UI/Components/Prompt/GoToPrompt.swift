import Analysis
import Documents
import Networking
import Terminal

/// What one goes to by its number.
enum GoToDestination: CaseIterable, Sendable {
  case frame, moment, stop

  /// How a command line begins that goes there: `frame 42`, `m 120`, `단계 4`.
  var words: [String] {
    switch self {
    case .frame: ["frame", "f", "프레임"]
    case .moment: ["moment", "m", "순간"]
    case .stop: ["stop", "s", "단계"]
    }
  }
}

/// A place that was named, and why the walk cannot go there.
struct Destination: Equatable {
  var moment: Int
  /// Index of the stop that is meant; nil: the moment itself.
  var stop: Int?
  /// `frame 42`: taken again it means the same.
  var name: LocalizedText
  var objection: LocalizedText?
}

extension WalkScreen {
  /// How many there are of what is counted.
  func count(_ place: GoToDestination) -> Int {
    switch place {
    case .frame: recording.timeline.transmissions.count
    case .moment: recording.last
    case .stop: lesson?.stops.count ?? 0
    }
  }

  /// Records what a number leads to, as far as one key may.
  mutating func record(_ place: GoToDestination, _ text: String) {
    guard let number = Int(text), number > count(place) else { return }
    switch place {
    case .frame: branches.current.recording.record(toFrame: number)
    case .moment:
      branches.current.recording.recordFar(toMoment: number)
    case .stop: break
    }
  }

  /// Why there is nothing of that number.
  private func range(_ place: GoToDestination) -> LocalizedText {
    let isKnown = place == .stop || recording.isWhole
    return isKnown ? Texts.range(place, count(place)) : Texts.notRecorded(place, count(place))
  }

  /// What `42` means; nil when the text is no number, or no stop's name.
  func destination(_ place: GoToDestination, _ text: String) -> Destination? {
    if place == .stop, let stop = lesson?.stops.firstIndex(where: { $0.id == text }) {
      return destination(.stop, number: stop + 1)
    }
    return Int(text).map { destination(place, number: $0) }
  }

  func destination(_ place: GoToDestination, number: Int) -> Destination {
    let name = Texts.destination(place, String(number))
    let count = count(place)
    guard (1...max(1, count)).contains(number), count > 0 else {
      return Destination(moment: moment, name: name, objection: range(place))
    }
    if place == .stop, let lesson {
      let isHidden = number - 1 > lesson.furthest && lesson.hidesStop(number - 1)
      return Destination(
        moment: lesson.stops[number - 1].moment, stop: number - 1, name: name,
        objection: isHidden ? Texts.notSeen : nil)
    }
    let target = place == .frame ? recording.timeline.transmission(number).moment : number
    return Destination(
      moment: target, name: name, objection: target > position.reach(positionContext) ? Texts.notSeen : nil)
  }
}

extension Model {
  mutating func goToReading(_ place: GoToDestination, _ text: String) -> Prompt.Reading {
    var reading = Prompt.Reading()
    let text = text.trimmed
    withWalk { $0.record(place, text) }
    guard let walk else { return reading }
    let range = Texts.range(place, place == .stop || walk.recording.isWhole ? walk.count(place) : nil)
    if place == .stop, let lesson = walk.lesson {
      reading.suggestions = lesson.stops.indices.filter {
        text.isEmpty || lesson.stops[$0].id.hasPrefix(text) || String($0 + 1) == text
      }.map { suggestion(walk.destination(.stop, number: $0 + 1), detail: lesson.stops[$0].id) }
    }
    guard !text.isEmpty else {
      reading.remark = Prompt.Remark(range[language])
      return reading
    }
    guard let destination = walk.destination(place, text) else {
      if reading.suggestions.isEmpty { reading.remark = Prompt.Remark(range[language], .wrong) }
      return reading
    }
    if let objection = destination.objection {
      reading.remark = Prompt.Remark(objection[language], .wrong)
    } else if place != .stop {
      reading.suggestions = [suggestion(destination)]
    }
    return reading
  }

  /// A row that leads there, with what happens at that moment when it may be told.
  func suggestion(_ destination: Destination, detail: String = "") -> Prompt.Suggestion {
    var sentence = destination.objection?[language]
    if sentence == nil, let walk {
      let branch = destination.stop.flatMap { stop in
        walk.session.map { $0.run.branches[$0.stops[stop].branch].timeline }
      }
      let moment = (branch ?? walk.recording.timeline).moment(destination.moment)
      sentence = walk.panelContext(language).words.whole(moment)
    }
    return Prompt.Suggestion(
      name: destination.name[language], key: detail, sentence: sentence ?? "",
      isEnabled: destination.objection == nil, choice: .place(destination))
  }

  mutating func takeGoTo(_ place: GoToDestination, _ prompt: Prompt) -> Effect {
    if let chosen = prompt.chosen { return take(chosen) }
    // One key records only so far: Enter goes on.
    readPrompt()
    guard let walk else { return .none }
    if prompt.line.string.trimmed.isEmpty { self.prompt = nil }
    if let destination = walk.destination(place, prompt.line.string.trimmed), destination.objection == nil {
      visit(destination)
    }
    return .none
  }

  /// Closes the line and goes to a moment.
  mutating func visit(_ destination: Destination) {
    prompt = nil
    guard let walk = top as? WalkScreen else { return }
    let moment = destination.moment
    let isThere = destination.stop.map { $0 == walk.stop } ?? (walk.moment == moment)
    if isThere, walk.scene.moment.number == moment { return say(Texts.alreadyThere) }
    withWalk { walk in
      if let stop = destination.stop { walk.visit(stop: stop) } else { walk.visit(moment) }
    }
    say(Texts.wentTo(destination.name))
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// Going to a place by its number.
enum GoToActions: ActionOwner {
  static let actions = [
    Action(
      .goToFrame, [], ":42", in: .walk, .find, say("go to frame", "프레임으로 가기"),
      say("Go to a frame by its number, as :42 does.", "번호로 프레임에 갑니다. :42처럼 써도 됩니다.")),
    Action(
      .goToMoment, [], ":m 120", in: .walk, .find, say("go to moment", "순간으로 가기"),
      say("Go to a moment by its number, as :m 120 does.", "번호로 순간에 갑니다. :m 120처럼 써도 됩니다.")),
    Action(
      .goToStop, [], ":stop 4", in: .walk, .find, say("go to stop", "단계로 가기"),
      say("Go to a stop by its number or name.", "번호나 이름으로 단계에 갑니다.")),
  ]
}

extension Action.ID {
  static let goToFrame = Action.ID("go-to-frame")
  static let goToMoment = Action.ID("go-to-moment")
  static let goToStop = Action.ID("go-to-stop")
}
