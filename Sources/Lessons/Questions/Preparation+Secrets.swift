import Analysis
import Documents
import Networking

/// The guard by value: an answer that is long enough to be told from others is hidden wherever it is written.
extension Preparation {
  /// Characters from which a value that is no address is hidden by value: a `1` stands everywhere.
  private static let shortest = 4

  /// What must be written nowhere while the question is open: the values of all that its answer reads or its author
  /// hides, in every form that a screen has for them; without what is given.
  mutating func secrets(_ places: [ReadPlace], given: GivenPlaces) -> [String] {
    let here = context.here
    defer { context.here = here }
    var known: Set<String> = []
    for place in given.places { known.formUnion(forms(of: place)) }
    for moment in given.moments {
      context.here = moment
      for layer in context.dissection(of: nil)?.layers ?? [] {
        for node in layer.nodes { known.formUnion(node.writtenForms) }
      }
    }
    var secrets: [String] = []
    for place in places where !given.covers(place) {
      for form in forms(of: place) where !known.contains(form) && !secrets.contains(form) {
        secrets.append(form)
      }
    }
    return secrets
  }

  /// The values of places, by what they are: the same field of a frame in which it has another value says nothing.
  mutating func values(of places: [ReadPlace]) -> [Subject: Set<[FieldValue]>] {
    var values: [Subject: Set<[FieldValue]>] = [:]
    for place in places {
      if let found = value(of: place) { values[place.subject, default: []].insert(found) }
    }
    return values
  }

  /// nil: that it is there is all that it says.
  private mutating func value(of place: ReadPlace) -> [FieldValue]? {
    switch place.subject {
    case .field: return node(at: place).map { [$0.value] }
    case .table(let device, let id):
      return table(id, of: device, at: place.at).map { [.number(UInt64($0.count))] }
    case .cell(let device, let id, let column, let key):
      guard let table = table(id, of: device, at: place.at),
        let row = table.rows.first(where: { $0.values.identity == key })
      else { return nil }
      if let index = table.descriptor.column(column) { return row.values.cells[index] }
      return row.age.map { [.nanoseconds($0)] }
    case .detail(_, MomentProperty.kind.name): return nil
    case .detail(_, let name): return moment(at: place.at)?.values(of: name)
    case .layer, .byte, .row, .device, .cable, .setting, .arc: return nil
    }
  }

  private mutating func node(at place: ReadPlace) -> FieldNode? {
    guard case .field(let path) = place.subject else { return nil }
    context.here = place.at
    guard let unit = context.dissection(of: nil) else { return nil }
    return unit.place(of: path).map(unit.node)
  }

  private func moment(at place: BranchMoment) -> Moment? {
    place.moment > 0 ? context.timelines[place.branch].moment(place.moment) : nil
  }

  private func table(_ id: String, of device: String, at place: BranchMoment) -> DeviceTable? {
    let world = context.timelines[place.branch].world(after: place.moment)
    return world.device(named: device).flatMap { index in
      world.tables(of: index).first { $0.descriptor.id == id }
    }
  }

  // MARK: As they are written

  private mutating func forms(of place: ReadPlace) -> [String] {
    let here = context.here
    defer { context.here = here }
    var forms: [String]
    switch place.subject {
    case .field: forms = node(at: place)?.writtenForms ?? []
    case .table(let device, let id): forms = cells(of: device, id, at: place.at) { _, _ in true }
    case .row(let device, let id, let key):
      forms = cells(of: device, id, at: place.at) { row, _ in row.values.identity == key }
    case .cell(let device, let id, let column, let key):
      forms = cells(of: device, id, at: place.at) { $0.values.identity == key && $1.id == column }
    case .setting(let owner, let name): forms = setting(name, of: owner, at: place.at)
    case .detail(_, let name):
      forms = (moment(at: place.at)?.values(of: name) ?? []).flatMap { value in
        value.writtenForms + words(value)
      }
    case .layer, .byte, .device, .cable, .arc: forms = []
    }
    return forms.filter { $0.count >= Self.shortest }
  }

  /// Of a table's cells, as values and in the words of both languages.
  private func cells(
    of device: String, _ id: String, at place: BranchMoment, where isMeant: (MarkedRow, TableColumn) -> Bool
  ) -> [String] {
    guard let table = table(id, of: device, at: place) else { return [] }
    let columns = table.descriptor.columns
    return table.rows.flatMap { row in
      columns.indices.filter { isMeant(row, columns[$0]) }.flatMap { column in
        row.values.cells[column].flatMap(\.writtenForms)
          + Language.allCases.map { language in
            TableNarration(reference, language).cell(column, of: row.values, in: table.descriptor)
          }
      }
    }
  }

  /// Addresses only: what devices are called, and numbers of ports, are words of every picture.
  private func setting(_ name: String, of owner: String, at place: BranchMoment) -> [String] {
    guard let property = DeviceProperty(rawValue: name) else { return [] }
    let parts = owner.split(separator: ".", maxSplits: 1).map(String.init)
    let world = context.timelines[place.branch].world(after: place.moment)
    switch world.value(of: property, ofDevice: parts[0], port: parts.count > 1 ? parts[1] : nil) {
    case .ipv4(let address): return FieldValue.ipv4(address).writtenForms
    case .mac(let address): return FieldValue.mac(address).writtenForms
    default: return []
    }
  }

  /// What a word of ours is called: `timed-out`.
  private func words(_ value: FieldValue) -> [String] {
    guard case .text(let text) = value, let words = reference.word(text) else { return [] }
    return [words.en, words.ko]
  }
}

extension FieldNode {
  /// A value as pictures, fields and sentences may write it.
  fileprivate var writtenForms: [String] { [show] + value.writtenForms.filter { $0 != show } }
}

extension FieldValue {
  fileprivate var writtenForms: [String] {
    switch self {
    case .number(let number): [String(number), "0x" + String(number, radix: 16)]
    case .mac(let address): [address.description, "…" + address.description.suffix(5)]
    case .ipv4(let address): [address.description]
    case .network(let prefix): [prefix.description]
    case .text(let text): [text]
    case .nanoseconds(let time): [ValueFormat.ms, .s].map { $0.text(Reading(.time(time))) }
    case .signed, .bool, .ipv6, .bytes, .none: []
    }
  }
}
