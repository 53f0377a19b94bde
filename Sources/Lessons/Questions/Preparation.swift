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
  /// For the order of choices.
  let seed: UInt64
  /// nil: nobody asks whether texts fit.
  let measure: WrappedRowCount?

  /// The moment whose frame plain field names mean.
  var subject: Int { context.moment }

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

  mutating func prepared(_ mistake: Mistake) -> PreparedMistake {
    PreparedMistake(tag: mistake.tag, say: rendered(mistake.say, as: .mistake))
  }

  mutating func question(_ common: QuestionCommon, _ key: some QuestionKey) -> PreparedQuestion {
    PreparedQuestion(
      id: common.id.value, card: common.card, ask: rendered(common.ask, as: .ask),
      hints: common.hints.map { rendered($0, as: .hint) }, why: rendered(common.why, as: .why), key: key)
  }

  /// The fields that a value is read from, in whichever frame: what would show it.
  mutating func places(readBy expression: Expression) -> [ReadPlace] {
    expression.fieldsRead.flatMap { reference -> [ReadPlace] in
      guard let unit = context.dissection(of: reference.mark) else { return [] }
      let moment = reference.mark.flatMap { context.marks[$0]?.moment } ?? context.moment
      let number = reference.layer.map { "#\($0)" } ?? ""
      if !reference.isProtocol {
        return unit.places(named: reference.name + number).map {
          ReadPlace(moment: moment, subject: .field(unit.path(of: $0)))
        }
      }
      let layers = unit.layers.indices.filter { unit.layers[$0].protocol.name == reference.name }
      return layers.dropFirst((reference.layer ?? 1) - 1).first.map {
        [ReadPlace(moment: moment, subject: .layer(unit.path(ofLayer: $0)))]
      } ?? []
    }
  }

  func drop(_ wrong: Place, _ reason: String) { dropped.report(wrong.finding(reason)) }

  /// Random numbers that depend on the seed and the question alone.
  func random(for id: String) -> SeededRandom {
    // FNV-1a, 64 bits.
    let hash = id.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    return SeededRandom(seed: seed ^ hash)
  }

  /// In an order that the seed decides, another one for every question.
  func shuffled<Element>(_ elements: [Element], of common: QuestionCommon) -> [Element] {
    var random = random(for: common.id.value)
    var elements = elements
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, Int(random.number(in: 0...UInt64(last))))
    }
    return elements
  }
}
