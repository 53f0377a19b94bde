import Analysis
import Documents
import Networking

/// `spot`: point at what is wrong in a frame of which one field was set to another value.
package struct SpotQuestion: Question {
  package static let kind = "spot"
  package static let documentation = "point at the field that is wrong in this frame"

  /// One way in which the frame is spoilt; the seed takes one.
  package struct Corruption: Sendable {
    package let set: [ForkAction.FieldValue]
    package let why: LessonText
    package let place: Place
  }

  package struct Wrong: Sendable {
    package let field: Located<FieldReference>
    package let mistake: Mistake
  }

  package let common: QuestionCommon
  package let corruptions: [Corruption]
  package let wrong: [Wrong]

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> SpotQuestion?
  {
    let corruption = Shape<Corruption>.mapping("corruption") { m in
      let set = m.required(
        "set", ForkAction.fieldValues(scope.names), "the field with its wrong value: {ip.ttl: hop.ip.ttl}")
      let why = m.required("why", .lessonText(scope), "why that is wrong; said before the question's own why")
      if let set, set.isEmpty { m.report("\"set\" names no field", at: "set") }
      guard let set, !set.isEmpty, let why else { return nil }
      return Corruption(set: set, why: why, place: m.node.place)
    }
    let other = Shape<Wrong>.mapping("wrong field") { m in
      let field = m.required("field", Shape<FieldReference>.field.located, "a field that a mistake leads to")
      let mistake = Mistake(m, scope)
      guard let field, let mistake else { return nil }
      return Wrong(field: field, mistake: mistake)
    }
    let corruptions = m.required("corrupt", corruption.list, "what is set wrong; the seed takes one of them")
    let wrong = m.optional("wrong", other.list, default: [], "fields that may look wrong, and are not")
    if let corruptions, corruptions.isEmpty {
      m.report("a spot needs something that is wrong", at: "corrupt")
    }
    guard let corruptions, !corruptions.isEmpty else { return nil }
    return SpotQuestion(common: common, corruptions: corruptions, wrong: wrong)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let unit = preparation.context.shownUnit() else {
      preparation.problems.report(
        common.id.place.finding("question \(quoted(common.id.value)): there is no frame here to spoil"))
      return nil
    }
    var spoilt: [(corruption: Corruption, frame: SpoiltFrame)] = []
    var isComplete = true
    // All of them are made, so that what is wrong with any is said.
    for corruption in corruptions {
      guard let frame = preparation.spoilt(unit, corruption) else {
        isComplete = false
        continue
      }
      if frame.unit.bytes == unit.bytes {
        preparation.drop(corruption.place, "this changes nothing: the frame has that value")
      } else {
        spoilt.append((corruption, frame))
      }
    }
    guard isComplete else { return nil }
    guard let drawn = preparation.shuffled(spoilt, of: common).first else {
      preparation.problems.report(
        common.id.place.finding("question \(quoted(common.id.value)): nothing in the frame can be set wrong"))
      return nil
    }
    let targets = Pointable(fieldsOf: drawn.frame.unit, at: preparation.subject)
    var key = SpotKey(
      targets: targets, answers: drawn.frame.set, mistakes: [],
      sentences: PickedSentences(preparation.reference))
    for each in wrong {
      guard let place = drawn.frame.unit.places(named: each.field.value.text).first else {
        preparation.drop(each.field.place, "the frame here has no \(each.field.value.text)")
        continue
      }
      let path = drawn.frame.unit.path(of: place)
      if key.isRight(.field(path)) {
        preparation.drop(each.field.place, "this wrong answer is the right one, \(each.field.value.text)")
      } else if key.mistakes.contains(where: { $0.path == path }) {
        preparation.drop(each.field.place, "this wrong answer, \(each.field.value.text), is given twice")
      } else {
        key.mistakes.append(SpotKey.Mistake(path: path, mistake: preparation.prepared(each.mistake)))
      }
    }
    return preparation.question(common, key, because: drawn.corruption.why)
  }
}

/// What decides whether the field that was set wrong was pointed at.
package struct SpotKey: QuestionKey {
  package struct Mistake: Equatable, Sendable {
    package let path: FieldPath
    package let mistake: PreparedMistake
  }

  /// The fields of the spoilt frame.
  package let targets: Pointable
  /// The fields that were set; mostly one. The first is shown.
  package let answers: [FieldPath]
  package fileprivate(set) var mistakes: [Mistake]
  let sentences: PickedSentences

  package var shapes: [InputShape] { [.point(targets, several: false)] }
  package var solution: LocalizedRendering {
    let path = answers[0]
    return targets.title(of: PickTarget(name: targets.name(.field(path)), subject: .field(path)))
  }
  package var rightAnswer: Answer { .subjects([.field(answers[0])]) }
  package var foreseen: [Answer] { mistakes.map { .subjects([.field($0.path)]) } }
  package var reads: [ReadPlace] { answers.map { ReadPlace(at: targets.moment, subject: .field($0)) } }
  /// The true frame is hidden, not the field: it must be seen that it is wrong.
  package var hides: [Subject] { [] }
  package var substitute: SubstituteFrame? {
    targets.unit.map { SubstituteFrame(at: targets.moment, unit: $0) }
  }

  package func grade(_ answer: Answer) -> Grade {
    guard case .subjects(let subjects) = answer, let subject = subjects.first else {
      return .invalid(.noField)
    }
    return isRight(subject) ? .right : .wrong(mistake(of: subject))
  }

  private func mistake(of subject: Subject) -> PreparedMistake? {
    let picked = targets.fields(of: subject)
    return mistakes.first { picked.contains($0.path) }?.mistake
  }

  package func remark(on answer: Answer) -> LocalizedText? {
    guard case .subjects(let subjects) = answer, let subject = subjects.first, mistake(of: subject) == nil
    else { return nil }
    return sentences.sentence(on: subject, among: targets)
  }

  /// The field that was set, a byte of it, a field inside it, or one around it: of the same bytes, or the group of flags
  /// that it is one of.
  func isRight(_ subject: Subject) -> Bool {
    answers.contains { answer in
      guard let own = targets.bitsInFrame(of: answer) else { return subject == .field(answer) }
      switch subject {
      case .byte(.frame, let offset): return own.overlaps(offset * 8..<offset * 8 + 8)
      case .field(let path):
        guard let bits = targets.bitsInFrame(of: path) else { return false }
        let isInside = own.lowerBound <= bits.lowerBound && bits.upperBound <= own.upperBound
        let isAround = bits.lowerBound <= own.lowerBound && own.upperBound <= bits.upperBound
        return isInside || isAround && (bits.count <= 16 || bits.touchedBytes == own.touchedBytes)
      default: return false
      }
    }
  }
}

extension Range<Int> {
  /// Of bits: the bytes they are in.
  fileprivate var touchedBytes: Range<Int> { lowerBound / 8..<(upperBound + 7) / 8 }
}
