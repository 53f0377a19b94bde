import Analysis
import Documents
import Networking

/// What the devices have written down.
extension PlainPages {
  /// The tables of one device; nil: those that changed, that packets wait for, and those of the device that acts.
  mutating func tables(of written: String?, in view: PlainView) -> [String] {
    guarded(view.asked) { $0.shownTables(of: written, in: view) }
  }

  private mutating func shownTables(of written: String?, in view: PlainView) -> [String] {
    context.here.branch = view.branch
    let world = context.timeline.world(after: view.moment)
    let earlier = context.timeline.world(after: min(view.since, view.moment))
    let tables = world.tables.marked(since: earlier.tables).map { table in
      view.asked?.masked(table, of: world.devices[table.device].name) ?? table
    }
    guard let written else { return near(tables, in: view) }
    guard let device = device(written) else { return noDevice(written) }
    let own = tables.filter { $0.device == device }
    if own.isEmpty { return lines(words.noTables(world.devices[device].label[language])) + [""] }
    return own.flatMap { page($0) } + [""]
  }

  private func near(_ tables: [DeviceTable], in view: PlainView) -> [String] {
    let acting =
      view.moment > 0
      ? context.timeline.moment(view.moment).device : context.timeline.front.script.first?.device
    let order = [acting].compactMap(\.self)
    let shown = tables.nearest(order).filter { $0.isChanged || $0.isAwaited || $0.device == acting }
    let names = tables.map(\.label[language]).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return shown.flatMap { page($0) } + lines(words.otherTables(names.joined(separator: ", "))) + [""]
  }

  /// A table's head and each of its rows as the sentence that is said of it.
  private func page(_ table: DeviceTable) -> [String] {
    let narration = TableNarration(reference, language)
    let head = lines("\(narration.title(table))  \(narration.count(table))")
    if table.rows.isEmpty { return head + lines(narration.absence(table), indent: "    ") }
    return head
      + table.rows.flatMap { row in
        let frame = row.moment > 0 ? context.timeline.moment(row.moment).frame : nil
        return lines(
          narration.sentence(of: row, in: table, frame: frame), indent: "  \(row.mark?.sign ?? " ") ")
      }
  }

  // MARK: Devices

  /// By its name, its label in either language, or the unique beginning of one of them.
  private func device(_ written: String) -> Int? {
    let text = written.lowercased()
    let devices = context.timeline.front.devices
    func names(_ index: Int) -> [String] {
      [devices[index].name, devices[index].label.en, devices[index].label.ko].map { $0.lowercased() }
    }
    if let exact = devices.indices.first(where: { names($0).contains(text) }) { return exact }
    let fitting = devices.indices.filter { names($0).contains { $0.hasPrefix(text) } }
    return fitting.count == 1 && !text.isEmpty ? fitting[0] : nil
  }

  private func noDevice(_ written: String) -> [String] {
    let devices = context.timeline.front.devices
    let names = devices.map(\.name) + devices.map(\.label[language])
    return lines(words.noDevice(quoted(written, limit: 40), nearest(to: written, in: names)))
      + lines(words.otherTables(devices.map(\.label[language]).joined(separator: ", "))) + [""]
  }
}
