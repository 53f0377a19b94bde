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

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ vocabulary: Vocabulary)
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
    guard let dissection = preparation.context.dissection(of: nil) else {
      preparation.problems.report(
        common.id.place.finding("question \(quoted(common.id.value)): there is no frame here to pick from"))
      return nil
    }
    guard let answer = field(self.answer, in: dissection, preparation) else { return nil }
    var mistakes: [PickKey.Mistake] = []
    for each in wrong {
      guard let field = field(each.field, in: dissection, preparation) else { continue }
      if field.place == answer.place {
        preparation.drop(each.field.place, "this wrong answer is the right one, \(answer.text)")
      } else if mistakes.contains(where: { $0.field.place == field.place }) {
        preparation.drop(each.field.place, "this wrong answer, \(field.text), stands there twice")
      } else {
        mistakes.append(PickKey.Mistake(field: field, mistake: preparation.prepared(each.mistake)))
      }
    }
    let node = dissection.layers[answer.place.layer].nodes[answer.place.node]
    let key = PickKey(
      moment: preparation.subject, answer: answer, label: node.field.label, mistakes: mistakes,
      frame: PickKey.Frame(dissection))
    return preparation.question(common, .pick(key))
  }

  private func field(_ name: Located<String>, in dissection: Dissection, _ preparation: Preparation)
    -> PickKey.Target?
  {
    if let place = dissection.place(ofField: name.value) {
      return PickKey.Target(text: name.value, place: place)
    }
    preparation.problems.report(name.place.finding("the frame here has no \(name.value)"))
    return nil
  }
}

/// What decides whether the right field was picked.
package struct PickKey: QuestionKey, Equatable, Sendable {
  package struct Target: Equatable, Sendable {
    /// As the lesson names it: `ip.ttl#2`.
    package let text: String
    package let place: NodePlace
  }

  package struct Mistake: Equatable, Sendable {
    package let field: Target
    package let mistake: PreparedMistake
  }

  /// The fields of the frame that is asked about, as far as grading needs them.
  package struct Frame: Equatable, Sendable {
    struct Node: Equatable, Sendable {
      let place: NodePlace
      let names: [String]
      /// Bits of the frame; empty for what does not stand in it.
      let bits: Range<Int>
    }
    let nodes: [Node]
    let bytes: Int
  }

  /// The moment whose frame is asked about.
  package let moment: Int
  package let answer: Target
  /// The answer's label.
  package let label: String
  package let mistakes: [Mistake]
  let frame: Frame

  var solution: LocalizedRendering { LocalizedRendering("\(label) (\(answer.text))") }
  var rightAnswer: Answer { .line(answer.text) }

  func grade(_ answer: Answer) -> Grade {
    switch answer {
    case .line(let text): grade(text)
    case .node(let place): grade(place)
    case .byte(let offset): grade(byte: offset)
    case .choice: .invalid(.noField)
    }
  }

  private func grade(_ place: NodePlace) -> Grade {
    if place == answer.place { return .right }
    return .wrong(mistakes.first { $0.field.place == place }?.mistake)
  }

  /// A field's name, or the offset of a byte.
  private func grade(_ text: String) -> Grade {
    let word = text.filter { $0 != " " }
    if let offset = NumberKey.number(word) {
      guard let byte = Int(exactly: offset) else { return .invalid(.noSuchByte(frame.bytes)) }
      return grade(byte: byte)
    }
    if word == answer.text { return .right }
    if let mistake = mistakes.first(where: { $0.field.text == word }) { return .wrong(mistake.mistake) }
    let name = String(word.prefix { $0 != "#" })
    guard !name.isEmpty else { return .invalid(.noField) }
    guard Protocols.fields[name] != nil else {
      return .invalid(.unknownField(name, suggestion: nearest(to: name, in: Protocols.fields.keys.sorted())))
    }
    guard let node = frame.nodes.first(where: { $0.names.contains(name) }) else {
      return .invalid(.absentField(name))
    }
    return grade(node.place)
  }

  /// The byte belongs to the innermost field that has all of it, or else to the innermost that has a part; it is
  /// right also when the field looked for has all of it.
  private func grade(byte: Int) -> Grade {
    guard byte >= 0, byte < frame.bytes else { return .invalid(.noSuchByte(frame.bytes)) }
    let bits = byte * 8..<byte * 8 + 8
    let right = frame.nodes.first { $0.place == answer.place }
    if let right, right.bits.lowerBound <= bits.lowerBound, right.bits.upperBound >= bits.upperBound {
      return .right
    }
    guard let owner = frame.innermost(bits) else { return .wrong(nil) }
    return grade(owner.place)
  }
}

extension PickKey.Frame {
  init(_ dissection: Dissection) {
    var nodes: [Node] = []
    for (layer, value) in dissection.layers.enumerated() {
      for (index, node) in value.nodes.enumerated() {
        let isHere = node.source == .frame && !node.field.isGenerated
        nodes.append(
          Node(
            place: NodePlace(layer: layer, node: index), names: [node.field.name] + node.field.aliases,
            bits: isHere ? node.bits : 0..<0))
      }
    }
    self.nodes = nodes
    bytes = dissection.bytes.count
  }

  /// The smallest field that holds all these bits, or else the smallest that holds some.
  func innermost(_ bits: Range<Int>) -> Node? {
    let touching = nodes.filter { $0.bits.overlaps(bits) }
    let whole = touching.filter {
      $0.bits.lowerBound <= bits.lowerBound && $0.bits.upperBound >= bits.upperBound
    }
    return (whole.isEmpty ? touching : whole).min { $0.bits.count < $1.bits.count }
  }
}
