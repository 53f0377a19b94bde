import Documents
import Networking

extension [DeviceTable] {
  /// The same tables with marks at what is new or different since an earlier world; rows that went stand there once
  /// more, after the others.
  package func marked(since earlier: [DeviceTable]) -> [DeviceTable] {
    var result = map { table in
      table.marked(since: earlier.first { $0.isSame(as: table) })
    }
    for table in earlier where !contains(where: { $0.isSame(as: table) }) {
      var gone = table
      for index in gone.rows.indices { gone.rows[index].mark = .removed }
      result.append(gone)
    }
    return result
  }

  /// Changed tables first, then by the order of devices given; a device that is not in it comes last. A table that
  /// something waits for stands with the changed ones: it is what the device looks at.
  package func nearest(_ order: [Int]) -> [DeviceTable] {
    func rank(_ table: DeviceTable) -> (Int, Int, Int) {
      let isFirst = table.isChanged || table.isAwaited
      let place = order.firstIndex(of: table.device) ?? order.count + table.device
      return (isFirst ? 0 : 1, place, table.descriptor.order)
    }
    return sorted { rank($0) < rank($1) }
  }
}

extension DeviceTable {
  fileprivate func isSame(as other: DeviceTable) -> Bool {
    device == other.device && descriptor == other.descriptor
  }

  fileprivate func marked(since earlier: DeviceTable?) -> DeviceTable {
    var table = self
    let before = earlier?.rows ?? []
    for index in table.rows.indices {
      guard let old = before.first(where: { $0.key == rows[index].key }) else {
        table.rows[index].mark = .new
        continue
      }
      guard differ(old.values, rows[index].values) else { continue }
      table.rows[index].mark = .changed
      table.rows[index].was = old.values
    }
    for old in before where !rows.contains(where: { $0.key == old.key }) {
      var gone = old
      gone.mark = .removed
      table.rows.append(gone)
    }
    return table
  }

  /// Whether a reader sees another row.
  private func differ(_ a: TableRow, _ b: TableRow) -> Bool {
    descriptor.columns.indices.contains { descriptor.columns[$0].isSeen && a.cells[$0] != b.cells[$0] }
  }
}

extension Timeline {
  /// The moment to show for a row: the one that wrote it; for a row that went, the one that took it away. Both worlds
  /// between which it went must be recorded. 0: the network file wrote it.
  package func writer(of row: MarkedRow, in table: DeviceTable, since: Int, until: Int) -> Int {
    guard row.mark == .removed, since < until else { return row.moment }
    func holds(_ moment: Int) -> Bool {
      let device = world(after: moment).devices[table.device]
      return table.descriptor.rows(of: device).contains { $0.key == row.key }
    }
    var (there, gone) = (since, until)
    while gone - there > 1 {
      let middle = (there + gone) / 2
      if holds(middle) { there = middle } else { gone = middle }
    }
    return gone
  }
}
