import Analysis
import Documents
import Networking

/// What the plain dialogue says, wrapped and free of control characters.
struct PlainPages: Sendable {
  let run: LessonRun
  let language: Language
  let reference: ReferenceLibrary
  private let wrap: @Sendable (String, Int) -> [String]
  var context: TimelineContext
  let words: PlainWords
  /// The question that is open while what it must not tell is written.
  private var asked: PreparedQuestion?

  init(
    _ run: LessonRun, _ language: Language, _ reference: ReferenceLibrary,
    _ wrap: @escaping @Sendable (String, Int) -> [String]
  ) {
    self.run = run
    self.language = language
    self.reference = reference
    self.wrap = wrap
    context = TimelineContext(run.branches.map(\.timeline), marks: run.marks)
    words = PlainWords(language)
  }

  // MARK: Stops

  func title() -> [String] { lines(run.title[language]) + lines(words.howToGoOn) + [""] }

  mutating func stop(_ index: Int) -> [String] {
    let stop = run.stops[index]
    context.here = stop.at
    let moment = context.timeline.moment(stop.moment)
    let heading =
      "\(words.stop(index + 1, of: run.stops.count))  \(SelectionNarration.actor(moment, device: label(of: moment), language))  \(time(moment))"
    let fork = fork(enteredAt: index).map { lines(words.fork($0)) } ?? []
    return fork + lines(heading) + lines(stop.say[language].string) + lit(stop) + [""]
  }

  /// The lit fields with their values, which a screen would show beside the text.
  private mutating func lit(_ stop: LessonRun.Stop) -> [String] {
    guard let unit = unit(at: stop.at) else { return [] }
    return stop.light.flatMap { subject -> [String] in
      guard case .field(let path) = subject, let place = unit.place(of: path) else { return [] }
      return lines(words.field(unit.node(place), unit.name(of: path)), indent: "  * ")
    }
  }

  /// The title of the fork that begins before this stop.
  private func fork(enteredAt index: Int) -> String? {
    let branch = run.stops[index].branch
    let earlier = index > 0 ? run.stops[index - 1].branch : 0
    return branch == earlier ? nil : run.branches[branch].fork?.title[language].string
  }

  func label(of moment: Moment) -> LocalizedText? {
    moment.device.map { context.timeline.front.devices[$0].label }
  }

  func time(_ moment: Moment) -> String { ValueFormat.ms.text(Reading(.time(moment.time))) + " ms" }

  /// The moment of a stop and what led to it, back to the person at the keyboard.
  mutating func why(at index: Int) -> [String] {
    context.here = run.stops[index].at
    return chain(context.timeline.causes(of: run.stops[index].moment), first: words.now) + [""]
  }

  /// Moments, the effect first, each with what it came from.
  func chain(_ moments: [Int], first: String) -> [String] {
    moments.prefix(100).enumerated().flatMap { index, number in
      let moment = context.timeline.moment(number)
      let says = SelectionNarration.moment(
        moment, device: label(of: moment), says: reference.moment(moment), language)
      return lines("\(index == 0 ? first : words.because) \(says)", indent: "  ")
    }
  }

  func firstStop() -> [String] { lines(words.firstStop) }
  func nothingAsked(_ answer: String) -> [String] { lines(words.nothingAsked(quoted(answer, limit: 20))) }
  /// - Parameter canRun: `e` runs a wrong answer now.
  func help(isAsking: Bool, canRun: Bool) -> [String] {
    (isAsking ? words.helpInQuestion(canRun: canRun) : words.help(canRun: canRun)).flatMap { lines($0) } + [
      ""
    ]
  }

  // MARK: Lines

  /// Pages on which nothing tells the answer of the open question.
  mutating func guarded<Lines>(_ question: PreparedQuestion?, _ body: (inout PlainPages) -> Lines) -> Lines {
    asked = question
    defer { asked = nil }
    return body(&self)
  }

  mutating func unit(at moment: BranchMoment) -> Dissection? {
    guard moment.moment > 0 else { return nil }
    context.here = moment
    return context.shownUnit()
  }

  func lines(_ text: String, indent: String = "") -> [String] {
    let room = PlainDialogue.width - indent.count
    let blanks = String(repeating: " ", count: indent.count)
    let text = asked?.masked(text) ?? text
    return wrap(text.withoutControls, room).enumerated().map {
      ($0.offset == 0 ? indent : blanks) + $0.element
    }
  }
}

extension String {
  /// Text from frames is data: nothing of it may steer a terminal.
  fileprivate var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: "."
          default: scalar
          }
        }))
  }
}
