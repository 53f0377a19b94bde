import Analysis
import Documents
import Networking

/// A place that is right or a foreseen mistake.
package struct PickTarget: Equatable, Sendable {
  /// As the lesson names it: `ip.ttl#2`.
  package let name: String
  /// What is pointed at; of several bytes the first.
  package let subject: Subject
  /// Of bytes that were asked for as such: offsets in the frame.
  package let bytes: Range<Int>?

  init(name: String, subject: Subject) {
    (self.name, self.subject, bytes) = (name, subject, nil)
  }

  init(bytes: Range<Int>) {
    let last = bytes.upperBound - 1
    name = bytes.lowerBound == last ? String(last) : "\(bytes.lowerBound)-\(last)"
    subject = .byte(.frame, bytes.lowerBound)
    self.bytes = bytes
  }

  /// nil where it is no field.
  package var path: FieldPath? { if case .field(let path) = subject { path } else { nil } }
}

/// What decides whether the right place was pointed at.
package struct PickKey: QuestionKey {
  package struct Mistake: Equatable, Sendable {
    package let target: PickTarget
    package let mistake: PreparedMistake
  }

  package let targets: Pointable
  package let answer: PickTarget
  package let mistakes: [Mistake]
  let sentences: PickedSentences

  package var shapes: [InputShape] { [.point(targets, several: false)] }
  package var solution: LocalizedRendering { targets.title(of: answer) }
  package var rightAnswer: Answer { .subjects([answer.subject]) }
  package var foreseen: [Answer] { mistakes.map { .subjects([$0.target.subject]) } }
  package var reads: [ReadPlace] {
    guard let unit = targets.unit, let bytes = answer.bytes else {
      return [ReadPlace(at: targets.moment, subject: answer.subject)]
    }
    return bytes.clamped(to: unit.bytes.indices).map {
      ReadPlace(at: targets.moment, subject: .byte(.frame, $0))
    }
  }
  /// A place is asked for, not what stands there.
  package var hides: [Subject] { [] }

  package func grade(_ answer: Answer) -> Grade {
    guard case .subjects(let subjects) = answer, let subject = subjects.first else {
      return .invalid(targets.nothingMeant)
    }
    // A byte is also right when the place looked for has all of it, with another field inside.
    if targets.isWithin(subject, self.answer) || targets.isExactly(subject, self.answer) { return .right }
    return .wrong(mistake(of: subject))
  }

  /// What was pointed at itself goes before what is around it.
  private func mistake(of subject: Subject) -> PreparedMistake? {
    let picked = targets.fields(of: subject)
    let exact = mistakes.first { mistake in
      mistake.target.subject == subject || mistake.target.path.map(picked.contains) ?? false
    }
    return (exact ?? mistakes.first { targets.isWithin(subject, $0.target) })?.mistake
  }

  /// What the place is that was picked.
  package func remark(on answer: Answer) -> LocalizedText? {
    guard case .subjects(let subjects) = answer, let subject = subjects.first, mistake(of: subject) == nil
    else { return nil }
    return sentences.sentence(on: subject, among: targets)
  }
}

extension Pointable {
  /// Whether the thing itself was pointed at, or a byte that is nobody else's.
  func isExactly(_ subject: Subject, _ target: PickTarget) -> Bool {
    guard target.bytes == nil else { return false }
    return target.path.map { fields(of: subject).first == $0 } ?? (subject == target.subject)
  }

  /// Whether what was pointed at stands wholly in it: a byte of a field; of bytes each one, and a field of them.
  func isWithin(_ subject: Subject, _ target: PickTarget) -> Bool {
    let bits: Range<Int>
    switch subject {
    case .byte(.frame, let offset): bits = offset * 8..<offset * 8 + 8
    case .field(let path):
      guard target.bytes != nil, let own = bitsInFrame(of: path) else { return false }
      bits = own
    default: return false
    }
    guard
      let around = target.bytes.map({ $0.lowerBound * 8..<$0.upperBound * 8 })
        ?? target.path.flatMap(bitsInFrame)
    else { return false }
    return around.lowerBound <= bits.lowerBound && bits.upperBound <= around.upperBound
  }

  /// Where a field stands in the frame's bytes; nil when it does not.
  func bitsInFrame(of path: FieldPath) -> Range<Int>? {
    guard let unit, let node = unit.place(of: path).map(unit.node), node.source == .frame,
      !node.field.isGenerated, !node.bits.isEmpty
    else { return nil }
    return node.bits
  }

  /// A place as a solution: `Target IP address (arp.dst.proto_ipv4)`, `bytes 14-33`.
  func title(of target: PickTarget) -> LocalizedRendering {
    if let bytes = target.bytes {
      return LocalizedRendering(
        LocalizedText(en: "\(bytes.count == 1 ? "byte" : "bytes") \(target.name)", ko: "\(target.name)번 바이트"))
    }
    func text(_ language: Language) -> String {
      let label = label(target.subject, language)
      // A row's key is in its label, and nothing else of its name is read.
      if case .row = target.subject { return label }
      return label == target.name ? label : "\(label) (\(target.name))"
    }
    return LocalizedRendering(LocalizedText(en: text(.en), ko: text(.ko)))
  }
}

/// What the reference says of what was pointed at. Its texts make no question another.
struct PickedSentences: Equatable, Sendable {
  private let reference: ReferenceLibrary

  init(_ reference: ReferenceLibrary) { self.reference = reference }

  static func == (one: PickedSentences, other: PickedSentences) -> Bool { true }

  /// nil: it says nothing.
  func sentence(on subject: Subject, among targets: Pointable) -> LocalizedText? {
    switch subject {
    case .field, .byte:
      guard let unit = targets.unit, let path = targets.field(of: subject), let place = unit.place(of: path),
        let says = reference.field(path.name)
      else { return nil }
      let name = "\(unit.node(place).field.label) (\(unit.name(of: path)))"
      return LocalizedText(en: "\(name): \(says.en)", ko: "\(name): \(says.ko)")
    case .row:
      let says = LocalizedText(en: targets.label(subject, .en), ko: targets.label(subject, .ko))
      return LocalizedText(en: "That row says: \(says.en).", ko: "고른 항목의 내용: \(says.ko)")
    case .device:
      return LocalizedText(
        en: "That is \(targets.label(subject, .en)).", ko: "\(targets.label(subject, .ko).with("은/는")) 아닙니다.")
    case .arc(let diagram, let from, let to):
      let arc = StateDiagram.named(diagram)?.arc(from: from, to: to)
      return arc.map { LocalizedText(en: "That arc: \($0.label).", ko: "고른 화살표: \($0.label)") }
    case .layer, .cell, .table, .cable, .setting, .detail: return nil
    }
  }
}
