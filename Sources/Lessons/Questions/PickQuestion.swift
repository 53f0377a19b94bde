import Analysis
import Documents
import Networking

/// `pick`: point at a field, a byte, a row of a table, a device or an arc of a diagram.
package struct PickQuestion: Question {
  package static let kind = "pick"
  package static let documentation =
    "point at a field, at bytes, at a row of a table, at a device or at an arc"

  package struct Wrong: Sendable {
    package let place: PickPlace
    package let mistake: Mistake
  }

  package let common: QuestionCommon
  package let answer: PickPlace
  package let wrong: [Wrong]

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> PickQuestion?
  {
    let right = Shape<PickPlace>.mapping("right place") { m in
      m.oneOf(PickPlace.cases(scope, isRight: true))
    }
    let other = Shape<Wrong>.mapping("wrong place") { m in
      let place = m.oneOf(PickPlace.cases(scope, isRight: false))
      let mistake = Mistake(m, scope)
      guard let place, let mistake else { return nil }
      return Wrong(place: place, mistake: mistake)
    }
    let answer = m.required("right", right, "the right place")
    let wrong = m.optional("wrong", other.list, default: [], "mistakes that can be foreseen")
    guard let answer else { return nil }
    for each in wrong where !each.place.isLike(answer) {
      m.report(
        "the right place is \(answer.noun), a wrong one \(each.place.noun); one points at one sort",
        at: "wrong")
    }
    return PickQuestion(common: common, answer: answer, wrong: wrong.filter { $0.place.isLike(answer) })
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let targets = preparation.targets(of: self),
      let answer = preparation.targets(answer, among: targets, isRight: true)?.first
    else { return nil }
    var mistakes: [PickKey.Mistake] = []
    // What is said of one place goes before what is said of all others.
    for each in wrong.filter({ !$0.place.isMany }) + wrong.filter(\.place.isMany) {
      var said: PreparedMistake?
      for target in preparation.targets(each.place, among: targets, isRight: false) ?? [] {
        if target == answer {
          if !each.place.isMany {
            preparation.drop(each.place.place, "this wrong answer is the right one, \(target.name)")
          }
        } else if mistakes.contains(where: { $0.target == target }) {
          if !each.place.isMany {
            preparation.drop(each.place.place, "this wrong answer, \(target.name), is given twice")
          }
        } else {
          let mistake = said ?? preparation.prepared(each.mistake)
          said = mistake
          mistakes.append(PickKey.Mistake(target: target, mistake: mistake))
        }
      }
    }
    return preparation.question(
      common,
      PickKey(
        targets: targets, answer: answer, mistakes: mistakes,
        sentences: PickedSentences(preparation.reference)))
  }
}

extension PickPlace {
  fileprivate var isMany: Bool { if case .others = self { true } else { false } }
}

extension Preparation {
  /// What there is to point at, by the sort of the right place; nil after reporting that there is nothing.
  fileprivate mutating func targets(of question: PickQuestion) -> Pointable? {
    let common = question.common
    switch question.answer {
    case .field, .bytes, .others:
      if let unit = context.shownUnit() { return Pointable(fieldsOf: unit, at: subject) }
      problems.report(
        common.id.place.finding("question \(quoted(common.id.value)): there is no frame here to pick from"))
      return nil
    case .row: return Pointable(.row, rows(of: tables(named: question)), at: subject)
    case .device:
      let devices = context.timeline.front.devices.map {
        Pointable.Target(.device($0.name), name: $0.name, label: $0.label)
      }
      return Pointable(.device, devices, at: subject)
    case .arc:
      let diagram = StateDiagram.tcp
      let arcs = diagram.arcs.map {
        Pointable.Target(diagram.subject($0), name: $0.name, label: LocalizedText(en: $0.name, ko: $0.name))
      }
      return Pointable(.arc, arcs, at: subject)
    }
  }

  /// The tables whose rows right and wrong places are.
  private func tables(named question: PickQuestion) -> [TableReference] {
    var found: [TableReference] = []
    for place in [question.answer] + question.wrong.map(\.place) {
      let table: TableReference
      switch place {
      case .row(let row): table = row.value.table
      case .others(let others):
        guard case .table(let reference, _) = others.value else { continue }
        table = reference
      default: continue
      }
      let isKnown = found.contains {
        $0.device == table.device && $0.table == table.table && $0.mark == table.mark
      }
      if !isKnown { found.append(table) }
    }
    return found
  }

  /// All rows of tables, each with what it says. Where several tables are meant a row's name says which it is in.
  private mutating func rows(of tables: [TableReference]) -> [Pointable.Target] {
    tables.flatMap { table -> [Pointable.Target] in
      guard let rows = context.table(table)?.rows else { return [] }
      return rows.map { row in
        func says(_ language: Language) -> String {
          TableNarration(reference, language).statement(row, in: table.table)
        }
        let key = row.identity
        return Pointable.Target(
          .row(device: table.device, table: table.table.id, key: key),
          name: tables.count == 1 ? key : "\(table.device) \(table.table.id) \(key)",
          label: LocalizedText(en: says(.en), ko: says(.ko)))
      }
    }
  }

  /// What a place is on this walk; several for all others. A right one that is not there is reported, with nil; a wrong
  /// one disappears.
  fileprivate mutating func targets(_ place: PickPlace, among targets: Pointable, isRight: Bool)
    -> [PickTarget]?
  {
    let found: [PickTarget]
    var absence = "this is not there"
    switch place {
    case .field(let reference):
      absence = "the frame here has no \(reference.value.text)"
      found =
        targets.unit?.places(named: reference.value.text).first.map { place in
          [targets.unit!.target(place, name: reference.value.text)]
        } ?? []
    case .bytes(let range):
      absence = "the frame here has no such bytes"
      found = targets.unit.flatMap { $0.bytes(range.value) }.map { [PickTarget(bytes: $0)] } ?? []
    case .row(let row):
      absence = "\(row.value.table.text) has no such row"
      found =
        context.row(row.value).flatMap { values in
          let table = row.value.table
          return targets.target(.row(device: table.device, table: table.table.id, key: values.identity))
        }.map { [$0] } ?? []
    case .device(let name): found = targets.target(.device(name.value)).map { [$0] } ?? []
    case .arc(let arc): found = targets.target(StateDiagram.tcp.subject(arc.value)).map { [$0] } ?? []
    case .others(let others): return self.targets(others, among: targets)
    }
    if !found.isEmpty { return found }
    if isRight { problems.report(place.place.finding(absence)) } else { drop(place.place, absence) }
    return nil
  }

  private func targets(_ others: Located<Others>, among targets: Pointable) -> [PickTarget] {
    switch others.value {
    case .layer(let reference):
      guard let unit = targets.unit else { return [] }
      let layers = unit.layers.indices.filter { unit.layers[$0].protocol.name == reference.name }
      guard let layer = layers.dropFirst((reference.layer ?? 1) - 1).first else {
        drop(others.place, "the frame here has no \(reference.text)")
        return []
      }
      return unit.layers[layer].nodes.indices.filter { !unit.layers[layer].nodes[$0].field.isGenerated }.map {
        let place = FieldPlace(layer: layer, node: $0)
        return unit.target(place, name: unit.name(of: unit.path(of: place)))
      }
    case .table(let table, _):
      return targets.targets.compactMap { target in
        guard case .row(table.device, table.table.id, _) = target.subject else { return nil }
        return PickTarget(name: target.name, subject: target.subject)
      }
    }
  }
}

extension Dissection {
  fileprivate func target(_ place: FieldPlace, name: String) -> PickTarget {
    PickTarget(name: name, subject: .field(path(of: place)))
  }

  fileprivate func bytes(_ range: PickPlace.ByteRange) -> Range<Int>? {
    switch range {
    case .offsets(let offsets): return offsets.upperBound <= bytes.count ? offsets : nil
    case .place(let reference) where reference.isProtocol:
      let layers = layers.filter { $0.protocol.name == reference.name && $0.source == .frame }
      return layers.dropFirst((reference.layer ?? 1) - 1).first.flatMap { $0.bytes.isEmpty ? nil : $0.bytes }
    case .place(let reference):
      guard let node = places(named: reference.text).first.map(node), node.source == .frame,
        !node.bits.isEmpty
      else { return nil }
      return node.bytes
    }
  }
}

extension Pointable {
  fileprivate func target(_ subject: Subject) -> PickTarget? {
    targets.first { $0.subject == subject }.map { PickTarget(name: $0.name, subject: $0.subject) }
  }
}
