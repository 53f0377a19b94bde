import Analysis
import Documents
import Networking

/// What the plain dialogue says, wrapped and free of control characters.
struct PlainPages: Sendable {
  let run: LessonRun
  let language: Language
  let reference: Reference
  private let wrap: @Sendable (String, Int) -> [String]
  var context: TimelineContext
  let words: PlainWords

  init(
    _ run: LessonRun, _ language: Language, _ reference: Reference,
    _ wrap: @escaping @Sendable (String, Int) -> [String]
  ) {
    self.run = run
    self.language = language
    self.reference = reference
    self.wrap = wrap
    context = TimelineContext(run.timeline, marks: run.marks)
    words = PlainWords(language)
  }

  // MARK: Stops

  func title() -> [String] { lines(run.title[language]) + lines(words.howToGoOn) + [""] }

  mutating func stop(_ index: Int) -> [String] {
    let stop = run.stops[index]
    let moment = run.timeline.moment(stop.moment)
    let heading =
      "\(words.stop(index + 1, of: run.stops.count))  \(Spoken.actor(moment, device: label(of: moment), language))  \(ValueFormat.ms.text(Reading(.time(moment.time)))) ms"
    return lines(heading) + lines(stop.say[language].string) + lit(stop) + [""]
  }

  /// The lit fields with their values, which a screen would show beside the text.
  private mutating func lit(_ stop: LessonRun.Stop) -> [String] {
    guard let dissection = dissection(at: stop.moment) else { return [] }
    return stop.light.flatMap { name -> [String] in
      guard let place = dissection.place(ofField: name) else { return [] }
      let node = dissection.layers[place.layer].nodes[place.node]
      return lines(words.field(node, name), indent: "  * ")
    }
  }

  private func label(of moment: Moment) -> LocalizedText? {
    moment.device.map { run.timeline.front.devices[$0].label }
  }

  /// The moment of a stop and what led to it, back to the person at the keyboard.
  func why(at index: Int) -> [String] {
    chain(run.timeline.causes(of: run.stops[index].moment), first: words.now) + [""]
  }

  /// Moments, the effect first, each with what it came from.
  func chain(_ moments: [Int], first: String) -> [String] {
    moments.prefix(100).enumerated().flatMap { index, number in
      let moment = run.timeline.moment(number)
      let says = Spoken.moment(
        moment, device: label(of: moment), says: reference.moment(moment), language)
      return lines("\(index == 0 ? first : words.because) \(says)", indent: "  ")
    }
  }

  func firstStop() -> [String] { lines(words.firstStop) }
  func nothingAsked(_ answer: String) -> [String] { lines(words.nothingAsked(quoted(answer, limit: 20))) }
  func help(isAsking: Bool) -> [String] {
    (isAsking ? words.helpInQuestion : words.help).flatMap { lines($0) } + [""]
  }

  // MARK: Questions

  mutating func question(_ question: PreparedQuestion, moment: Int, isBefore: Bool) -> [String] {
    let number = run.number(of: question) ?? 1
    let heading = words.question(number, of: run.questions.count, isBefore: isBefore)
    return lines(heading) + lines(question.ask[language].string) + material(question, moment, isBefore) + [""]
  }

  /// What there is to answer with: the choices, or the bytes in hand.
  private mutating func material(_ question: PreparedQuestion, _ moment: Int, _ isBefore: Bool) -> [String] {
    switch question.body {
    case .choice(let options):
      return options.enumerated().flatMap { index, option in
        lines(
          option.text[language].string + (option.note.map { "   " + $0[language].string } ?? ""),
          indent: "  \(index + 1)  ")
      }
    case .number:
      guard !isBefore, let dissection = dissection(at: moment) else { return [] }
      let layers = dissection.layersOnTheWire.map {
        "\($0.protocol.title) \(Spoken.bytes($0.bytes.count, language))"
      }
      return lines(words.inHand(layers.joined(separator: ", "), dissection.bytes.count))
    case .pick(let key):
      guard let dissection = dissection(at: key.moment) else { return [] }
      return dissection.layersOnTheWire.flatMap { layer in
        lines(layer.protocol.title, indent: "  ")
          + layer.nodes.filter { $0.source == .frame && !$0.field.isGenerated }.flatMap { node in
            lines(
              "\(node.bytes.lowerBound)  \(node.field.name)  \(node.field.label): \(node.text)",
              indent: "    ")
          }
      }
    }
  }

  func right(_ question: PreparedQuestion) -> [String] {
    lines(words.right + " " + question.why[language].string) + [""]
  }

  func wrong(_ mistake: PreparedMistake?, isLast: Bool) -> [String] {
    let sentence = mistake?.say[language].string
    return lines(sentence.map { "\(words.no) \($0)" } ?? words.no) + (isLast ? [] : lines(words.wrong) + [""])
  }

  func solution(of question: PreparedQuestion) -> [String] {
    lines(words.answer(question.solution[language].string) + " " + question.why[language].string) + [""]
  }

  func invalid(_ reason: InvalidAnswer) -> [String] { lines(reason.text[language]) + [""] }

  func hint(_ hint: LocalizedRendering?) -> [String] {
    lines(hint.map { words.hint($0[language].string) } ?? words.noHint) + [""]
  }

  // MARK: Lines

  private mutating func dissection(at moment: Int) -> Dissection? {
    guard moment > 0 else { return nil }
    context.moment = moment
    return context.dissection(of: nil)
  }

  func lines(_ text: String, indent: String = "") -> [String] {
    let room = PlainDialogue.width - indent.count
    let blanks = String(repeating: " ", count: indent.count)
    return wrap(text.withoutControls, room).enumerated().map {
      ($0.offset == 0 ? indent : blanks) + $0.element
    }
  }
}

extension Dissection {
  /// Without Wireshark's pseudo-layer `frame`.
  fileprivate var layersOnTheWire: [Layer] {
    layers.filter { layer in layer.nodes.contains { !$0.field.isGenerated } }
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
