import Analysis
import Documents
import Networking

/// What there is to point at, and by which names it goes.
package struct Pointable: Equatable, Sendable {
  /// A row, a device, an arc.
  package struct Target: Equatable, Sendable {
    package let subject: Subject
    /// What is typed for it in the plain dialogue.
    package let name: String
    package let label: LocalizedText

    package init(_ subject: Subject, name: String, label: LocalizedText) {
      self.subject = subject
      self.name = name
      self.label = label
    }
  }

  private enum Content: Sendable {
    /// The fields of a unit and its bytes.
    case unit(Dissection)
    case listed([Target])
  }

  package let kind: SubjectKind
  /// The moment at which it is to be seen.
  package let moment: BranchMoment
  private let content: Content

  package init(fieldsOf unit: Dissection, at moment: BranchMoment) {
    (kind, self.moment, content) = (.field, moment, .unit(unit))
  }

  package init(_ kind: SubjectKind, _ targets: [Target], at moment: BranchMoment) {
    (self.kind, self.moment, content) = (kind, moment, .listed(targets))
  }

  package var unit: Dissection? { if case .unit(let unit) = content { unit } else { nil } }
  package var targets: [Target] { if case .listed(let targets) = content { targets } else { [] } }

  package static func == (one: Pointable, other: Pointable) -> Bool {
    one.kind == other.kind && one.moment == other.moment && one.unit?.bytes == other.unit?.bytes
      && one.targets == other.targets
  }

  /// Said when nothing in particular is meant.
  var nothingMeant: InvalidAnswer { unit == nil ? .nothingCalled("", suggestion: nil) : .noField }

  /// The field that something in the unit belongs to: the field itself, or the owner of a byte.
  package func field(of subject: Subject) -> FieldPath? {
    switch subject {
    case .field(let path): path
    case .byte(let source, let offset):
      unit.flatMap { unit in unit.innermostField(ofByte: offset, in: source).map(unit.path(of:)) }
    default: nil
    }
  }

  /// The same, and others that stand on the very same bits, as the group of an option that is one byte long does.
  package func fields(of subject: Subject) -> [FieldPath] {
    guard let path = field(of: subject), case .byte = subject, let unit, let place = unit.place(of: path)
    else {
      return field(of: subject).map { [$0] } ?? []
    }
    let own = unit.node(place)
    let nodes = unit.layers[place.layer].nodes
    let others = nodes.indices.filter {
      $0 != place.node && nodes[$0].bits == own.bits && nodes[$0].source == own.source
        && !nodes[$0].field.isGenerated
    }
    return [path] + others.map { unit.path(of: FieldPlace(layer: place.layer, node: $0)) }
  }

  /// Whether it can be pointed at.
  package func has(_ subject: Subject) -> Bool { objection(to: subject) == nil }

  func objection(to subject: Subject) -> InvalidAnswer? {
    guard let unit else {
      return targets.contains { $0.subject == subject } ? nil : .nothingCalled(name(subject), suggestion: nil)
    }
    switch subject {
    case .field(let path): return unit.place(of: path) == nil ? .absentField(path.name) : nil
    case .byte(let source, let offset):
      let count = unit.bytes(of: source).count
      return (0..<count).contains(offset) ? nil : .noSuchByte(count)
    default: return .noField
    }
  }

  // MARK: Names

  /// What a learner means by a name: a field's, the offset of a byte, the name of a target or its number in the list.
  func subject(called written: String) throws(InvalidAnswer) -> Subject {
    guard let unit else { return try target(called: written) }
    let word = written.filter { $0 != " " }
    if let number = TypedNumber.value(word) {
      guard let offset = Int(exactly: number), unit.bytes.indices.contains(offset) else {
        throw .noSuchByte(unit.bytes.count)
      }
      return .byte(.frame, offset)
    }
    let name = String(word.prefix { $0 != "#" })
    guard !name.isEmpty else { throw .noField }
    guard Protocols.fields[name] != nil else {
      throw .unknownField(name, suggestion: nearest(to: name, in: Protocols.fields.keys.sorted()))
    }
    guard let place = unit.places(named: word).first else { throw .absentField(word) }
    return .field(unit.path(of: place))
  }

  private func target(called written: String) throws(InvalidAnswer) -> Subject {
    if kind == .arc, let arc = StateDiagram.tcp.arc(named: written) { return StateDiagram.tcp.subject(arc) }
    if let number = Int(written), targets.indices.contains(number - 1) { return targets[number - 1].subject }
    // `…53:10`: the end of a row's key.
    let wanted = String(written.lowercased().drop { $0 == "…" || $0 == "." })
    func fits(_ isMeant: (String) -> Bool) -> [Subject] {
      targets.filter {
        isMeant($0.name.lowercased()) || isMeant($0.label.en.lowercased()) || isMeant($0.label.ko)
      }
      .map(\.subject)
    }
    for found in [fits { $0 == wanted }, fits { $0.hasPrefix(wanted) }, fits { $0.hasSuffix(wanted) }]
    where found.count == 1 && !wanted.isEmpty { return found[0] }
    throw .nothingCalled(
      String(written.prefix(40)), suggestion: nearest(to: written, in: targets.map(\.name)))
  }

  /// The words of a line that each name something: names of fields, numbers, or where names hold blanks what stands
  /// between commas.
  func words(_ line: String) -> [String] {
    let areNumbers = line.allSatisfy { $0.isNumber || $0 == "," || $0 == " " }
    return line.split { $0 == "," || ((unit != nil || areNumbers) && $0 == " ") }
      .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// What is typed for it: its name, where that is no number in the list of them.
  func written(_ subject: Subject) -> String {
    let name = name(subject)
    guard let number = Int(name), targets.indices.contains(number - 1),
      let own = targets.firstIndex(where: { $0.subject == subject })
    else { return name }
    return String(own + 1)
  }

  /// What it is called in a lesson.
  package func name(_ subject: Subject) -> String {
    if let target = targets.first(where: { $0.subject == subject }) { return target.name }
    switch subject {
    case .field(let path):
      return unit?.name(of: path) ?? path.name
    case .byte(_, let offset): return String(offset)
    case .layer(let path): return path.name
    case .row(_, _, let key): return key
    case .cell(let device, let table, let column, let key): return "\(device).\(table)[\(key)].\(column)"
    case .table(let device, let table): return "\(device).\(table)"
    case .setting(let owner, let name): return "\(owner).\(name)"
    case .detail(_, let name): return "moment.\(name)"
    case .device(let name), .cable(let name): return name
    case .arc(_, let from, let to): return "\(from) → \(to)"
    }
  }

  /// What it is called in a sentence.
  package func label(_ subject: Subject, _ language: Language) -> String {
    if let target = targets.first(where: { $0.subject == subject }) { return target.label[language] }
    guard let unit, let path = field(of: subject), let place = unit.place(of: path) else {
      return name(subject)
    }
    return unit.node(place).field.label
  }
}
