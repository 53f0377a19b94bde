import Documents
import Networking

/// What one device has written down about one thing, as it stands at one moment: the same rows for the picture and for
/// words.
package struct DeviceTable: Equatable, Sendable {
  /// Index in `World.devices`.
  package let device: Int
  /// The device's.
  package let label: LocalizedText
  package let descriptor: TableDescriptor
  package var rows: [MarkedRow] = []
  /// Something waits for a row that is not there yet.
  package var isAwaited = false
  /// It has rows, or none, that must not be read: how many is not said.
  package internal(set) var isHidden = false

  /// Rows that stand there now: those just removed are not counted.
  package var count: Int { rows.count { $0.mark != .removed } }
  package var isChanged: Bool { rows.contains { $0.mark != nil } }

  /// Rows that have to do with a field's value: the pair with its MAC address, the route of a destination, the socket
  /// of a port.
  package func rows(about field: String, _ value: FieldValue) -> [Int] {
    let standing = rows.indices.filter { rows[$0].mark != .removed }
    return descriptor.rows(about: field, value, in: standing.map { rows[$0].values }).map { standing[$0] }
  }
}

extension DeviceTable {
  /// Rows that somebody lights, one by one or all of the table.
  /// - Parameter name: the device's.
  package func rows(lit subjects: Set<Subject>, of name: String) -> [Int] {
    if subjects.contains(.table(device: name, table: descriptor.id)) { return Array(rows.indices) }
    return rows.indices.filter {
      subjects.contains(.row(device: name, table: descriptor.id, key: rows[$0].values.identity))
    }
  }
}

/// A row of a device's table, with what has become of it.
package struct MarkedRow: Equatable, Sendable {
  /// What the walk's last step did to it.
  package enum Mark: Sendable { case new, changed, removed }

  package internal(set) var values: TableRow
  /// Nanoseconds since it was last confirmed; nil where that means nothing.
  package let age: Int64?
  package internal(set) var isAgeHidden = false
  package var mark: Mark?
  /// A changed row as it was before.
  package var was: TableRow?

  package init(values: TableRow, age: Int64?) {
    self.values = values
    self.age = age
  }

  package var key: [FieldValue] { values.key }
  /// The moment that wrote it; 0: the network file.
  package var moment: Int { values.written }
}

extension World {
  /// Every table of every device, in the order of the network file.
  package var tables: [DeviceTable] { devices.indices.flatMap(tables) }

  package func tables(of index: Int) -> [DeviceTable] {
    let device = devices[index]
    return TableDescriptor.all.compactMap { descriptor in
      guard descriptor.isKept(by: device) else { return nil }
      let table = DeviceTable(descriptor, of: device, at: index, now: now)
      return table.rows.isEmpty && !descriptor.isShownEmpty ? nil : table
    }
  }
}

extension DeviceTable {
  /// - Parameters:
  ///   - index: the device's.
  ///   - now: nanoseconds of the world.
  package init(_ descriptor: TableDescriptor, of device: Device, at index: Int, now: Int64) {
    self.init(
      device: index, label: device.label, descriptor: descriptor,
      rows: descriptor.rows(of: device).map { row in
        MarkedRow(values: row, age: row.confirmed.map { now - $0 })
      },
      isAwaited: descriptor.isAwaited(in: device))
  }
}
