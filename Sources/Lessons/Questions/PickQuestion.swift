import Analysis
import Documents
import Networking

/// `pick`: point at a field, in the fields or in the bytes.
package struct PickQuestion: Question {
  package static let kind = "pick"
  package static let documentation = "point at a field or at one of its bytes"

  package struct Wrong: Sendable {
    package let field: Located<String>
    package let mistake: Mistake
  }

  package let common: QuestionCommon
  package let answer: Located<String>
  package let wrong: [Wrong]

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ vocabulary: ExpressionScope)
    -> PickQuestion?
  {
    let right = Shape<Located<String>>.mapping("field answer") { m in
      m.required("field", Lesson.fieldName, "the field to find")
    }
    let other = Shape<Wrong>.mapping("wrong field") { m in
      let field = m.required("field", Lesson.fieldName, "a field that a mistake leads to")
      let mistake = Mistake(m, vocabulary)
      guard let field, let mistake else { return nil }
      return Wrong(field: field, mistake: mistake)
    }
    let answer = m.required("answer", right, "the right one")
    let wrong = m.optional(
      "wrong", other.list, default: [], "mistakes that can be foreseen, each with its own sentence")
    guard let answer else { return nil }
    return PickQuestion(common: common, answer: answer, wrong: wrong)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let unit = preparation.context.shownUnit() else {
      preparation.problems.report(
        common.id.place.finding("question \(quoted(common.id.value)): there is no frame here to pick from"))
      return nil
    }
    guard let answer = field(self.answer, in: unit, preparation) else { return nil }
    var mistakes: [PickKey.Mistake] = []
    for each in wrong {
      guard let field = field(each.field, in: unit, preparation) else { continue }
      if field.path == answer.path {
        preparation.drop(each.field.place, "this wrong answer is the right one, \(answer.name)")
      } else if mistakes.contains(where: { $0.field.path == field.path }) {
        preparation.drop(each.field.place, "this wrong answer, \(field.name), is given twice")
      } else {
        mistakes.append(PickKey.Mistake(field: field, mistake: preparation.prepared(each.mistake)))
      }
    }
    let targets = Pointable(fieldsOf: unit, at: preparation.subject)
    return preparation.question(common, PickKey(targets: targets, answer: answer, mistakes: mistakes))
  }

  private func field(_ name: Located<String>, in unit: Dissection, _ preparation: Preparation)
    -> PickKey.Target?
  {
    if let place = unit.places(named: name.value).first {
      return PickKey.Target(name: name.value, path: unit.path(of: place))
    }
    preparation.problems.report(name.place.finding("the frame here has no \(name.value)"))
    return nil
  }
}

/// What decides whether the right field was pointed at.
package struct PickKey: QuestionKey {
  package struct Target: Equatable, Sendable {
    /// As the lesson names it: `ip.ttl#2`.
    package let name: String
    package let path: FieldPath
  }

  package struct Mistake: Equatable, Sendable {
    package let field: Target
    package let mistake: PreparedMistake
  }

  package let targets: Pointable
  package let answer: Target
  package let mistakes: [Mistake]

  package var shapes: [InputShape] { [.point(targets, several: false)] }
  package var solution: LocalizedRendering {
    LocalizedRendering("\(targets.label(.field(answer.path), .en)) (\(answer.name))")
  }
  package var rightAnswer: Answer { .subjects([.field(answer.path)]) }
  package var foreseen: [Answer] { mistakes.map { .subjects([.field($0.field.path)]) } }
  package var reads: [ReadPlace] { [ReadPlace(moment: targets.moment, subject: .field(answer.path))] }
  /// A place is asked for, not what stands there.
  package var hides: [Subject] { [] }

  package func grade(_ answer: Answer) -> Grade {
    guard case .subjects(let subjects) = answer, let subject = subjects.first else {
      return .invalid(.noField)
    }
    // A byte is also right when the field looked for has all of it, with another one inside.
    if case .byte(.frame, let offset) = subject, rightBits.contains(offset * 8),
      rightBits.contains(offset * 8 + 7)
    {
      return .right
    }
    let picked = targets.fields(of: subject)
    if picked.first == self.answer.path { return .right }
    return .wrong(mistakes.first { picked.contains($0.field.path) }?.mistake)
  }

  /// Where the field looked for stands in the frame; empty when it does not.
  private var rightBits: Range<Int> {
    guard let unit = targets.unit, let node = unit.place(of: answer.path).map(unit.node),
      node.source == .frame,
      !node.field.isGenerated
    else { return 0..<0 }
    return node.bits
  }
}
