import Analysis
import Documents
import Networking

/// The fields in hand.
extension PlainPages {
  /// Layer by layer, with their values.
  mutating func fields(in view: PlainView) -> [String] {
    guarded(view.asked) { $0.shownFields(in: view) }
  }

  private mutating func shownFields(in view: PlainView) -> [String] {
    context.here.branch = view.branch
    guard let unit = shownUnit(in: view) else { return noBytes() }
    let changes = changes(in: view)
    let lit = Set(unit.places(of: view.light))
    let subjects = maskedSubjects(in: unit, view)
    let masked = Set(unit.places(of: Array(subjects)))
    let lengths = unit.lengths(of: subjects)
    return unit.layers.indices.flatMap { index in
      let layer = unit.layers[index]
      // Its summary would say once more what is masked.
      let isMasked = masked.contains { $0.layer == index }
      return lines(
        SelectionNarration.layer(
          layer, language, isMasked: isMasked, hasLength: !lengths.contains(layer.bytes.count)))
        + layer.nodes.indices.flatMap { number in
          let place = FieldPlace(layer: index, node: number)
          let node = layer.nodes[number]
          let text =
            masked.contains(place)
            ? words.masked(node, node.field.name)
            : words.field(node, node.field.name, was: changes.was[place])
          return lines(text, indent: lit.contains(place) ? "  * " : "    ")
        }
    } + [""]
  }

  /// What the open question asks for.
  private mutating func masked(in unit: Dissection, _ view: PlainView) -> Set<FieldPlace> {
    Set(unit.places(of: Array(maskedSubjects(in: unit, view))))
  }

  private mutating func maskedSubjects(in unit: Dissection, _ view: PlainView) -> Set<Subject> {
    let place = BranchMoment(branch: view.branch, moment: view.unitMoment)
    return view.asked?.masked(in: unit, at: place, of: context.timeline) ?? []
  }

  private mutating func shownUnit(in view: PlainView) -> Dissection? {
    view.substitute ?? context.timeline.shownUnit(at: view.unitMoment)
  }

  private mutating func changes(in view: PlainView) -> PDUChanges {
    view.substitute == nil ? context.timeline.changes(inUnitAt: view.unitMoment) : .none
  }

  /// The sentence of one field, and its bits.
  mutating func field(_ written: String, in view: PlainView) -> [String] {
    guarded(view.asked) { $0.shownField(written, in: view) }
  }

  private mutating func shownField(_ written: String, in view: PlainView) -> [String] {
    context.here.branch = view.branch
    guard let unit = shownUnit(in: view) else { return noBytes() }
    switch FieldSearch(written, in: unit) {
    case .found(let places):
      let changes = changes(in: view)
      let masked = masked(in: unit, view)
      return places.flatMap { place in
        masked.contains(place)
          ? lines(words.masked(unit.node(place), unit.node(place).field.name))
          : lines(of: place, in: unit, changes)
      } + [""]
    case .several(let names): return lines(words.several(names, quoted(written, limit: 40))) + [""]
    case .none(let reason): return lines(reason.text[language]) + [""]
    }
  }

  private func lines(of place: FieldPlace, in unit: Dissection, _ changes: PDUChanges) -> [String] {
    let says = reference.field(unit.node(place).field.name)
    let sentence = SelectionNarration.field(place, in: unit, was: changes.was[place], says: says, language)
    guard let bits = FieldBits(place, in: unit), bits.sentence(language) == nil else {
      return lines(sentence)
    }
    let ribbon = bits.parts(room: 12, language).map(\.text).joined()
    return lines(sentence) + lines(ribbon, indent: "  ")
  }

  /// Where a field's value came from.
  mutating func why(_ written: String, in view: PlainView) -> [String] {
    context.here.branch = view.branch
    guard let unit = shownUnit(in: view) else { return noBytes() }
    switch FieldSearch(written, in: unit) {
    case .found(let places):
      let node = unit.node(places[0])
      let heading = lines(words.whyValue(node.field.name, node.text))
      let field = unit.node(unit.written(places[0]) ?? places[0]).field
      guard let chain = context.timeline.chain(ofValue: field, at: view.unitMoment) else {
        return heading + lines(SelectionNarration.noEvidence[language], indent: "  ") + [""]
      }
      let rule = reference.evidence(chain.rule)?[language] ?? chain.rule.rawValue
      return heading + lines(rule, indent: "  ") + self.chain(chain.moments, first: words.because) + [""]
    case .several(let names): return lines(words.several(names, quoted(written, limit: 40))) + [""]
    case .none(let reason): return lines(reason.text[language]) + [""]
    }
  }

  func whyIsHint() -> [String] { lines(words.whyIsHint) + [""] }

  private func noBytes() -> [String] { lines(SelectionNarration.noBytes[language]) + [""] }
}

/// The field somebody means: by its name, `ip.ttl#2`, its label, or the unique beginning of one of them.
enum FieldSearch {
  /// At least one: all of that name in one layer.
  case found([FieldPlace])
  /// Names that the beginning fits.
  case several([String])
  case none(InvalidAnswer)

  init(_ written: String, in unit: Dissection) {
    let text = written.lowercased()
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let base = String(parts[0])
    let number = parts.count == 2 ? "#" + parts[1] : ""
    let fields = unit.layers.flatMap { $0.nodes.map(\.field) }
    let tests: [(Field) -> Bool] = [
      { $0.name == base || $0.aliases.contains(base) }, { $0.label.lowercased() == base },
      { $0.name.hasPrefix(base) || $0.label.lowercased().hasPrefix(base) },
      // The part after a dot, as in `ttl`.
      { $0.name.split(separator: ".").dropFirst().contains { $0.hasPrefix(base) } },
    ]
    let isName = !base.isEmpty && base.count <= 64
    for (index, test) in tests.enumerated() where isName {
      let fitting = fields.filter(test)
      // What is written out is meant, also where it stands for several fields.
      let names = index == 0 && !fitting.isEmpty ? [base] : fitting.map(\.name).unique
      if names.count > 1 {
        self = .several(names)
        return
      }
      if let name = names.first {
        let places = unit.places(named: name + number)
        self = places.isEmpty ? .none(.absentField(name + number)) : .found(places)
        return
      }
    }
    let short = String(written.prefix(40))
    if Protocols.fields[base] != nil {
      self = .none(.absentField(base))
    } else {
      let near =
        isName
        ? nearest(to: base, in: fields.map(\.name).unique) ?? nearest(
          to: base, in: fields.map(\.label).unique)
          ?? nearest(to: base, in: Protocols.fields.keys.sorted()) : nil
      self = .none(isName ? .unknownField(short, suggestion: near) : .noField)
    }
  }
}
