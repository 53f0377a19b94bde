/// A table that devices keep, declared in the room of the protocol that writes it: picture, sentences, `--plain`, find
/// and expressions all take it from here, its words from `tables:` of the protocol's reference file.
package struct TableDescriptor: Sendable {
  /// `arp`: its name in expressions (`laptop.arp`) and in the reference. Never renamed.
  package let id: String
  /// The names under which moments note what they change in it (`TableChange.table`).
  package let changes: [String]
  /// Where it stands among the tables of a device, the smallest first: what a link needs, sockets, questions under way,
  /// and then what was configured.
  package let order: Int
  package let origin: Origin
  /// Whether rows need titles above them: an address and where it leads speak for themselves.
  package let hasTitles: Bool
  /// Shown without rows too: that it is empty is why a device asks, or floods.
  package let isShownEmpty: Bool
  /// Whether `confirmed` means something in its rows.
  package let hasAge: Bool
  package let columns: [TableColumn]
  /// The sorts of row that are said in sentences of their own; a row without a form has the first.
  package let forms: [String]
  package let key: TableKeyDescriptor
  /// Fields whose values its rows may hold.
  package let relatedFields: [String]
  package let keeper: Keeper

  private let read: @Sendable (Device) -> [TableRow]
  private let awaits: @Sendable (Device) -> Bool

  /// What a row owes to the frame that the moment which wrote it is about.
  package enum Origin: Sendable {
    /// It says what the frame told.
    case learned
    /// It is there because the frame came or went.
    case caused
  }

  /// Whose table it is.
  package enum Keeper: Sendable { case host, bridge }

  /// A table of hosts and routers.
  /// - Parameter awaits: whether something waits for a row that is not there yet.
  package init(
    _ id: String, changes: [String]? = nil, order: Int, _ origin: Origin, hasTitles: Bool = true,
    isShownEmpty: Bool = false, hasAge: Bool = false, columns: [TableColumn], forms: [String] = ["row"],
    key: TableKeyDescriptor, relatedFields: [String] = [],
    awaits: @escaping @Sendable (Host) -> Bool = { _ in false },
    ofHost rows: @escaping @Sendable (Host) -> [TableRow]
  ) {
    self.init(
      id, changes, order, origin, hasTitles, isShownEmpty, hasAge, columns, forms, key, relatedFields, .host,
      read: { $0.host.map(rows) ?? [] }, awaits: { $0.host.map(awaits) ?? false })
  }

  /// A table of switches.
  package init(
    _ id: String, changes: [String]? = nil, order: Int, _ origin: Origin, hasTitles: Bool = true,
    isShownEmpty: Bool = false, hasAge: Bool = false, columns: [TableColumn], forms: [String] = ["row"],
    key: TableKeyDescriptor, relatedFields: [String] = [],
    ofBridge rows: @escaping @Sendable (LearningSwitch) -> [TableRow]
  ) {
    self.init(
      id, changes, order, origin, hasTitles, isShownEmpty, hasAge, columns, forms, key, relatedFields,
      .bridge,
      read: { $0.bridge.map(rows) ?? [] }, awaits: { _ in false })
  }

  private init(
    _ id: String, _ changes: [String]?, _ order: Int, _ origin: Origin, _ hasTitles: Bool,
    _ isShownEmpty: Bool, _ hasAge: Bool, _ columns: [TableColumn], _ forms: [String],
    _ key: TableKeyDescriptor,
    _ relatedFields: [String], _ keeper: Keeper, read: @escaping @Sendable (Device) -> [TableRow],
    awaits: @escaping @Sendable (Device) -> Bool
  ) {
    self.id = id
    self.changes = changes ?? [id]
    self.order = order
    self.origin = origin
    self.hasTitles = hasTitles
    self.isShownEmpty = isShownEmpty
    self.hasAge = hasAge
    self.columns = columns
    self.forms = forms
    self.key = key
    self.relatedFields = relatedFields
    self.keeper = keeper
    self.read = read
    self.awaits = awaits
  }

  // MARK: Reading

  package func isKept(by device: Device) -> Bool {
    switch keeper {
    case .host: device.host != nil
    case .bridge: device.bridge != nil
    }
  }

  /// As the device has it now; none for a device that keeps no such table.
  package func rows(of device: Device) -> [TableRow] {
    let rows = read(device)
    assert(rows.allSatisfy(fits), "a row of \(id) does not fit its columns")
    return rows
  }

  package func isAwaited(in device: Device) -> Bool { awaits(device) }

  package func column(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

  /// Every value has its column's type, every row a form that was declared.
  private func fits(_ row: TableRow) -> Bool {
    row.cells.count == columns.count && (row.form.map(forms.contains) ?? true)
      && zip(row.cells, columns).allSatisfy { cell, column in
        cell.allSatisfy { ExpressionValue($0)?.type == column.type.element }
      }
  }
}

extension TableDescriptor: Hashable {
  package static func == (a: TableDescriptor, b: TableDescriptor) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension TableDescriptor {
  /// Every table there is, in the order in which a device's tables are shown.
  package static let all: [TableDescriptor] =
    (Protocols.all.flatMap(\.tables) + BehaviourDescriptor.others.flatMap(\.tables)).sorted {
      $0.order < $1.order
    }

  package static func named(_ id: String) -> TableDescriptor? { all.first { $0.id == id } }

  /// The table in which a moment notes a change under that name.
  package static func changed(_ name: String) -> TableDescriptor? {
    all.first { $0.changes.contains(name) }
  }
}
