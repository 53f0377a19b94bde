import Analysis
import Documents
import Networking

/// What a lesson's texts and questions are computed with: the walk at the place where they stand.
package struct Preparation {
  package var context: TimelineContext
  let problems: Problems
  /// Wrong answers that were left out because they are right on this walk, or stand there already.
  let dropped: Problems
  let reference: ReferenceLibrary
  let registries: Registries
  /// For the order of choices.
  let seed: UInt64
  /// nil: nobody asks whether texts fit.
  let measure: WrappedRowCount?

  /// The lesson's id.
  var lesson = ""
  /// Where the screen stands while the question that is prepared is asked.
  var stand = BranchMoment(moment: 0)
  /// The stop before, after which places are looked for.
  var front = BranchMoment(moment: 0)

  /// The moment whose frame plain field names mean.
  var subject: BranchMoment { context.here }

  /// The value, or nil after reporting why there is none.
  mutating func value(_ expression: Located<Expression>) -> Reading? {
    do throws(ExpressionError) {
      return try context.value(of: expression.value)
    } catch {
      problems.report(expression.place.finding(error.message, atOffset: error.offset))
      return nil
    }
  }

  /// The text with its values; reported when it does not fit.
  mutating func rendered(_ text: LessonText, as budget: TextBudget? = nil) -> LocalizedRendering {
    let rendering = text.rendered(in: &context, problems)
    guard let budget, let measure else { return rendering }
    for language in Language.allCases {
      budget.finding(rendering[language].string, at: text[language].place, measure).map(problems.report)
    }
    return rendering
  }

  /// A mistake with its sentence: its own, or the registry's.
  mutating func prepared(_ mistake: Mistake) -> PreparedMistake {
    let tag = mistake.tag.value
    if let say = mistake.say { return PreparedMistake(tag: tag, say: rendered(say, as: .mistake)) }
    if registries.mistakes.contains(tag) { return PreparedMistake(tag: tag, in: registries) }
    problems.report(
      mistake.tag.place.finding(
        "no mistake is called \(quoted(tag))\(suggestion(for: tag, in: registries.mistakes.all.map(\.key))); add it to mistakes.yaml or say: what is said"
      ))
    return PreparedMistake(tag: tag, say: LocalizedRendering(""))
  }

  /// The question with all that it has in common with others; where it is asked is known already.
  /// - Parameter reason: said in front of its own.
  mutating func question(
    _ common: QuestionCommon, _ key: some QuestionKey, because reason: LessonText? = nil
  ) -> PreparedQuestion {
    // Of several wordings the seed takes one.
    var random = random(for: common.id.value)
    let wording = common.ask[Int(random.number(in: 0...UInt64(common.ask.count - 1)))]
    let (hidden, given) = (hidden(common), given(common))
    // What only is pointed at may be read.
    let asked = key.reads.filter { key.hides.contains($0.subject) }
    report(inView: asked.filter { !given.covers($0) }, of: common)
    return PreparedQuestion(
      common.id.value, common.card.value, rendered(wording, as: .ask),
      common.hints.map { rendered($0, as: .hint) }, why(common, reason), key, context.here, stand,
      hidden, given, places(common.show, "show"), places(common.runField.map { [$0] } ?? [], "as").first,
      secrets: secrets(asked + hidden, given: given),
      hiddenValues: values(of: asked + hidden), tests: common.tests.map { prepared($0) })
  }

  /// Where it happens, and as which one, is drawn in every picture of a moment: it cannot be masked, only asked before.
  private func report(inView places: [ReadPlace], of common: QuestionCommon) {
    let drawn = [MomentProperty.number, .device, .layer, .cause, .frame].map(\.name)
    for case (let at, .detail(_, let name)) in places.map({ ($0.at, $0.subject) })
    where drawn.contains(name) && at.branch == stand.branch && at.moment <= stand.moment {
      problems.report(
        common.id.place.finding(
          "question \(quoted(common.id.value)): moment.\(name) is in view where it is asked; ask it in before: of that step, or name it in given:"
        ))
    }
  }

  private mutating func why(_ common: QuestionCommon, _ reason: LessonText?) -> LocalizedRendering {
    let why = rendered(common.why, as: .why)
    guard let reason else { return why }
    let first = rendered(reason, as: .why)
    func both(_ language: Language) -> RenderedText {
      RenderedText(first[language].pieces + [.init(text: " ", expression: nil)] + why[language].pieces)
    }
    return LocalizedRendering(en: both(.en), ko: both(.ko))
  }

  private mutating func prepared(_ test: QuestionTest) -> PreparedTest {
    let parts = test.give.map { $0.rendered(in: &context, problems).string }
    return PreparedTest(
      give: parts.joined(separator: " / "), expectation: test.expectation, place: test.place)
  }

  private mutating func hidden(_ common: QuestionCommon) -> [ReadPlace] {
    places(common.hide, "hide")
  }

  private mutating func given(_ common: QuestionCommon) -> GivenPlaces {
    var given = GivenPlaces()
    for place in common.given {
      if case .frame(let mark) = place.value {
        if let at = context.place(of: mark) { given.moments.append(at) }
      } else {
        given.places += places([place], "given")
      }
    }
    return given
  }

  /// What a question names beside its answer; where that is nothing, `check` says so.
  private mutating func places(_ named: [Located<PlaceExpression>], _ key: String) -> [ReadPlace] {
    named.flatMap { place in
      let found = places(of: place)
      if found.isEmpty {
        drop(place.place, "\(quoted(key)): nothing of this is there at the question's moment")
      }
      return found
    }
  }

  func drop(_ wrong: Place, _ reason: String) { dropped.report(wrong.finding(reason)) }

  /// Random numbers that depend on the seed and the question alone.
  func random(for id: String) -> SeededRandom { SeededRandom(seed: seed, for: id) }

  /// In an order that the seed decides, another one for every question.
  func shuffled<Element>(_ elements: [Element], of common: QuestionCommon) -> [Element] {
    var random = random(for: common.id.value)
    return random.shuffled(elements)
  }
}
