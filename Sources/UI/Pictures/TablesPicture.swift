import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// What the devices have written down: tables that the author lights first, then changed ones, then those near the unit.
/// Where no cursor can stand on them only as many tables are made as there is room for.
struct TablesPicture: PictureView {
  static let name = "tables"
  static let title = say("Tables", "표")
  static let rowName = say("row", "항목")

  let context: PictureContext
  /// All tables, not only those that are seen.
  private let isWhole: Bool
  private let tables: [DeviceTable]
  private let lines: [Line]
  /// Of the lines that the cursor can stand on.
  private let stops: [Int]
  /// Rows that have to do with the selected field, by table.
  private let lit: [[Int]]

  /// One line of the picture; tables and rows by index.
  private enum Line {
    case head(Int)
    case titles(Int)
    case row(Int, Int)
    case absence(Int)
    case blank
  }

  private enum Entry {
    case table(DeviceTable)
    case row(DeviceTable, MarkedRow)
  }

  init(_ context: PictureContext) {
    self.init(context, isWhole: context.source.hasCursor)
  }

  private init(_ context: PictureContext, isWhole: Bool) {
    self.context = context
    self.isWhole = isWhole
    let scene = context.scene
    let order = TablesPicture.order(of: scene)
    // One line more than is seen, which says that there is more.
    let room = isWhole ? Int.max : context.size.height + 1
    let lights = context.source.lights
    func litRows(_ table: DeviceTable) -> [Int] {
      lights.isEmpty ? [] : table.rows(lit: lights, of: context.topology.devices[table.device].name)
    }
    func isLit(_ table: DeviceTable) -> Bool { !litRows(table).isEmpty }
    let lit = context.topology.devices.indices.filter {
      lights.hasTables(of: context.topology.devices[$0].name)
    }
    let asked = context.source.asked
    let found = scene.tables(nearest: order, lines: room, lit: lit, isLit).nearest(order).map { table in
      asked?.masked(table, of: context.topology.devices[table.device].name) ?? table
    }
    // What the words speak of is seen without scrolling.
    tables = found.filter(isLit) + found.filter { !isLit($0) }
    let field = context.source.isAsking ? nil : context.source.selected
    let node = field.flatMap { place in scene.unit?.node(place) }
    self.lit = tables.map { table in
      let rows = litRows(table)
      guard rows.isEmpty, let node, scene.path.contains(table.device) else { return rows }
      return table.rows(about: node.field.name, node.value)
    }
    var lines: [Line] = []
    let isRoomy = context.size.height >= 12
    for (index, table) in tables.enumerated() {
      if isRoomy, index > 0 { lines.append(.blank) }
      lines.append(.head(index))
      if table.rows.isEmpty { lines.append(.absence(index)) }
      if table.descriptor.hasTitles, !table.rows.isEmpty { lines.append(.titles(index)) }
      lines += table.rows.indices.map { .row(index, $0) }
    }
    self.lines = lines
    stops = lines.indices.filter {
      switch lines[$0] {
      case .head, .row: true
      case .titles, .absence, .blank: false
      }
    }
  }

  /// Devices on the unit's path, the nearest to where it is first.
  private static func order(of scene: Scene) -> [Int] {
    guard let here = scene.holder.flatMap(scene.path.firstIndex) else { return scene.path }
    return scene.path.indices.sorted { a, b in
      abs(a - here) != abs(b - here) ? abs(a - here) < abs(b - here) : a < b
    }.map { scene.path[$0] }
  }

  // MARK: Rows

  var count: Int { whole.stops.count }

  private var whole: TablesPicture { isWhole ? self : TablesPicture(context, isWhole: true) }

  /// The first row that the last step changed, else the first that the selected field speaks of.
  var home: Int {
    let changed = stops.firstIndex { line in
      if case .row(let table, let row) = lines[line] { return tables[table].rows[row].mark != nil }
      return false
    }
    return changed ?? stops.firstIndex { isLit(lines[$0]) } ?? 0
  }

  private func isLit(_ line: Line) -> Bool {
    if case .row(let table, let row) = line { lit[table].contains(row) } else { false }
  }

  private func entry(_ row: Int) -> Entry? {
    guard stops.indices.contains(row) else { return isWhole ? nil : whole.entry(row) }
    switch lines[stops[row]] {
    case .head(let table): return .table(tables[table])
    case .row(let table, let row): return .row(tables[table], tables[table].rows[row])
    case .titles, .absence, .blank: return nil
    }
  }

  func row(of device: Int) -> Int? {
    let found = stops.firstIndex { line in
      if case .head(let table) = lines[line] { tables[table].device == device } else { false }
    }
    return found ?? (isWhole ? nil : whole.row(of: device))
  }

  func sentence(_ row: Int) -> String? {
    switch entry(row) {
    case .table(let table): return narration.sentence(table)
    case .row(let table, let row):
      let frame = row.moment > 0 ? context.recording.timeline.moment(row.moment).frame : nil
      return narration.sentence(of: row, in: table, frame: frame)
    case nil: return nil
    }
  }

  func subject(_ row: Int) -> Subject? {
    guard case .row(let table, let row)? = entry(row), row.mark != .removed else { return nil }
    return .row(
      device: context.topology.devices[table.device].name, table: table.descriptor.id,
      key: row.values.identity)
  }

  func signs(_ row: Int) -> [Sign] {
    guard case .row(_, let row)? = entry(row), let mark = row.mark else { return [] }
    return [Sign.of(mark)]
  }

  private var narration: TableNarration { TableNarration(context.source.reference, context.language) }

  /// From a table's head to what was written last in it.
  func open(_ row: Int) -> PictureDestination {
    switch entry(row) {
    case .table(let table):
      guard let last = table.rows.map({ writer(of: $0, in: table) }).max() else {
        return .notice(Texts.nothingWritten)
      }
      return last > 0 ? .moment(last) : .notice(Texts.nothingWritten)
    case .row(let table, let row):
      let moment = writer(of: row, in: table)
      return moment > 0 ? .moment(moment) : .notice(Texts.fromNetworkFile)
    case nil: return .notice(Texts.nothingToOpen)
    }
  }

  private func writer(of row: MarkedRow, in table: DeviceTable) -> Int {
    context.recording.timeline.writer(
      of: row, in: table, since: context.scene.since, until: context.scene.moment.number)
  }

  // MARK: Drawing

  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {
    let line = cursor.flatMap { stops.indices.contains($0) ? stops[$0] : nil }
    let shown = window(height: rect.height, line: line)
    var layouts: [Int: TableColumnLayout] = [:]
    for index in shown {
      let place = rect.row(index - shown.lowerBound)
      draw(lines[index], in: place.droppingRight(1), &layouts, on: &canvas)
      if let row = stops.firstIndex(of: index) {
        canvas.identify(place, as: ClickTarget.pictureRow(row).identity)
      }
      if index == line {
        canvas.mark(place, .select)
        canvas.put(">", at: place.origin, role: .select, identity: ClickTarget.pictureRow(cursor!).identity)
        canvas.cursor = place.origin
      }
    }
    guard !shown.isEmpty else { return }
    let right = rect.endX - 1
    if shown.lowerBound > 0 { canvas.put("▴", at: Point(x: right, y: rect.y), role: .quiet) }
    if shown.upperBound < lines.count {
      canvas.put("▾", at: Point(x: right, y: rect.endY - 1), role: .quiet)
    }
  }

  /// The lines to show: from the top as long as the cursor is in sight there, else so that it stands in the middle.
  private func window(height: Int, line: Int?) -> Range<Int> {
    guard let line, line >= height - 1 else { return 0..<min(height, lines.count) }
    let top = max(0, min(line - height / 2, lines.count - height))
    return top..<min(lines.count, top + height)
  }

  private func draw(
    _ line: Line, in place: Rect, _ layouts: inout [Int: TableColumnLayout], on canvas: inout Canvas
  ) {
    let text = place.droppingLeft(2)
    func layout(_ table: Int) -> TableColumnLayout {
      if let known = layouts[table] { return known }
      let layout = TableColumnLayout(tables[table], room: text.width, narration)
      layouts[table] = layout
      return layout
    }
    switch line {
    case .head(let index):
      let table = tables[index]
      let count = narration.count(table)
      let room = place.width - 2 - count.displayWidth
      canvas.put(narration.title(table), at: place.droppingLeft(1).origin, role: .strong, width: room)
      canvas.put(
        count, at: Point(x: place.endX - count.displayWidth, y: place.y), role: .quiet)
    case .titles(let index): canvas.put(layout(index).titles, at: text.origin, width: text.width)
    case .absence(let index):
      canvas.put(narration.absence(tables[index]), at: text.origin, role: .quiet, width: text.width)
    case .row(let index, let number):
      let row = tables[index].rows[number]
      canvas.put(layout(index).spans(ofRow: number), at: text.origin, width: text.width)
      let sign = place.droppingLeft(1).left(1)
      if let mark = row.mark {
        canvas.put(mark.sign, at: sign.origin, role: .changed)
        canvas.mark(text, .changed)
      }
      if lit[index].contains(number) {
        // Beside what is new of the row, in the cursor's column.
        let isFree = row.mark == nil
        canvas.put(Sign.lit.text, at: isFree ? sign.origin : place.origin, role: .lit)
        canvas.mark(text, .lit)
      }
    case .blank: break
    }
  }
}

extension Scene {
  /// Tables marked at what is new: those that are lit, changed or awaited, and of the others, those of the devices in
  /// `order` first, as many as it takes to fill so many lines.
  /// - Parameter litDevices: those that may have lit tables.
  fileprivate func tables(
    nearest order: [Int], lines: Int, lit litDevices: [Int], _ isLit: (DeviceTable) -> Bool
  ) -> [DeviceTable] {
    guard let world else { return [] }
    func tables(of device: Int) -> [DeviceTable] {
      let now = world.tables(of: device)
      // A device that is as it was needs no comparing.
      guard let earlier, world.devices[device] != earlier.devices[device] else { return now }
      return now.marked(since: earlier.tables(of: device))
    }
    func isFirst(_ table: DeviceTable) -> Bool { table.isChanged || table.isAwaited || isLit(table) }
    var found: [DeviceTable] = []
    var used = 0
    func take(_ more: [DeviceTable]) {
      found += more
      used += more.reduce(0) { $0 + $1.lines }
    }
    // What is not first stands behind all that is, the nearest device's before the others'.
    let devices = order + world.devices.indices.filter { !order.contains($0) }
    var made: [Int: [DeviceTable]] = [:]
    for device in devices where isRestless(device, world) || litDevices.contains(device) {
      let all = tables(of: device)
      made[device] = all
      take(all.filter(isFirst))
    }
    for device in devices where used < lines {
      take((made[device] ?? tables(of: device)).filter { !isFirst($0) })
    }
    return found
  }

  /// It changed, or something waits in it.
  private func isRestless(_ device: Int, _ world: World) -> Bool {
    let now = world.devices[device]
    if let earlier, now != earlier.devices[device] { return true }
    // By index: a device has few tables, and nothing of them is copied.
    return TableDescriptor.all.indices.contains { TableDescriptor.all[$0].isAwaited(in: now) }
  }
}

extension Set<Subject> {
  /// Whether a table of this device is lit, or a row of one.
  fileprivate func hasTables(of name: String) -> Bool {
    contains {
      switch $0 {
      case .row(let device, _, _), .cell(let device, _, _, _), .table(let device, _): device == name
      case .field, .layer, .byte, .device, .cable, .setting, .detail, .arc: false
      }
    }
  }
}

extension DeviceTable {
  /// Lines that it takes at least.
  fileprivate var lines: Int { 1 + max(1, rows.count) + (descriptor.hasTitles && !rows.isEmpty ? 1 : 0) }
}

extension Sign {
  static let removed = Sign("-", .margin, .changed, say("gone by this step", "이번에 없어짐"))

  /// The sign beside a row of a table.
  fileprivate static func of(_ mark: MarkedRow.Mark) -> Sign {
    switch mark {
    case .new: .added
    case .changed: .changed
    case .removed: .removed
    }
  }
}
