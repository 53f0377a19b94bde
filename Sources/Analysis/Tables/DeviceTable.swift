import Documents
import Networking

/// What one device has written down about one thing, as a person reads it: the same rows for the picture and for words.
package struct DeviceTable: Equatable, Sendable {
  /// In the order in which a device's tables are shown.
  package enum Kind: String, CaseIterable, Sendable {
    /// Which MAC address an IP address has on a link.
    case arp
    /// Packets that wait for such a MAC address.
    case waiting
    /// Behind which port of a switch a MAC address is.
    case mac
    case tcp
    case udp
    /// What the resolver library has asked and not yet handed over.
    case questions
    case routes
    /// What a name server answers from.
    case records
  }

  /// Index in `World.devices`.
  package let device: Int
  /// The device's.
  package let label: LocalizedText
  package let kind: Kind
  package var rows: [TableRow] = []
  /// Packets wait for a row that is not there yet.
  package var isAwaited = false

  /// Rows that stand there now: those just removed are not counted.
  package var count: Int { rows.count { $0.mark != .removed } }
  package var isChanged: Bool { rows.contains { $0.mark != nil } }
}

/// A row of a device's table.
package struct TableRow: Equatable, Sendable {
  /// What the walk's last step did to it.
  package enum Mark: Sendable { case new, changed, removed }

  /// What tells it apart in its table.
  package let key: String
  /// One a column of its kind, the age left out.
  package let cells: [LocalizedText]
  /// What it says, without a full stop: `192.0.2.129 is at 00:00:5e:00:53:01`.
  package let statement: LocalizedText
  /// Nanoseconds since it was last confirmed; nil where that means nothing.
  package var age: Int64?
  /// The moment that wrote it; 0: the network file.
  package let moment: Int
  /// What a field may have in common with it.
  package var values: [FieldValue] = []
  /// Of a route.
  package var prefix: IPv4Prefix?
  package var mark: Mark?
  /// What the changed cells said before.
  package var was: LocalizedText?
}

extension DeviceTable {
  /// What stands above a column, and how it gives way where there is little room.
  package struct Column: Sendable {
    package let title: LocalizedText
    /// Columns of the screen it takes even when its cells are shorter, so that nothing jumps.
    package var least = 0
    /// Left out in small rooms, the highest first; 0: never.
    package var dispensable = 0
    /// May be cut with `…`.
    package var isElastic = false
  }

  /// Columns of the cells, in their order.
  package static func columns(of kind: Kind) -> [Column] {
    typealias Titles = TableTexts
    return switch kind {
    case .arp:
      [
        Column(title: Titles.address, least: 15), Column(title: Titles.hardware, least: 17),
        Column(title: Titles.state, dispensable: 1),
      ]
    case .waiting:
      [Column(title: Titles.awaited, least: 16, isElastic: true), Column(title: Titles.packet)]
    case .mac: [Column(title: Titles.hardware, least: 17), Column(title: Titles.port)]
    case .tcp:
      [
        Column(title: Titles.port, least: 5), Column(title: Titles.remote, least: 16, isElastic: true),
        Column(title: Titles.state, least: 12), Column(title: Titles.program, dispensable: 1),
      ]
    case .udp: [Column(title: Titles.port, least: 5), Column(title: Titles.program, isElastic: true)]
    case .questions:
      [
        Column(title: Titles.name, isElastic: true), Column(title: Titles.type, least: 4),
        Column(title: Titles.answer),
      ]
    case .routes:
      [
        Column(title: Titles.destination, least: 18), Column(title: Titles.nextHop, isElastic: true),
        Column(title: Titles.interface, dispensable: 1),
      ]
    case .records:
      [
        Column(title: Titles.name, isElastic: true), Column(title: Titles.type, least: 5),
        Column(title: Titles.value, isElastic: true),
      ]
    }
  }

  /// Whether rows need titles above them: an address and where it leads speak for themselves.
  package var hasTitles: Bool { kind != .routes && kind != .waiting && kind != .records }

  /// Rows that have to do with a field's value: the pair with its MAC address, the route of a destination, the socket
  /// of a port.
  package func rows(about field: String, _ value: FieldValue) -> [Int] {
    if kind == .routes {
      guard field == "ip.dst", case .ipv4(let address) = value else { return [] }
      let matching = rows.indices.filter {
        rows[$0].mark != .removed && rows[$0].prefix?.contains(address) == true
      }
      let best = matching.map { rows[$0].prefix!.length }.max()
      return matching.first { rows[$0].prefix!.length == best }.map { [$0] } ?? []
    }
    guard kind.fields.contains(field) else { return [] }
    return rows.indices.filter { rows[$0].mark != .removed && rows[$0].values.contains(value) }
  }
}

extension DeviceTable.Kind {
  /// Fields whose values its rows may hold.
  fileprivate var fields: [String] {
    let hardware = ["eth.dst", "eth.src", "arp.src.hw_mac", "arp.dst.hw_mac"]
    let addresses = ["ip.dst", "ip.src", "arp.src.proto_ipv4", "arp.dst.proto_ipv4"]
    return switch self {
    case .arp: hardware + addresses
    case .mac: hardware
    case .waiting: ["arp.dst.proto_ipv4", "arp.src.proto_ipv4"]
    case .tcp: ["tcp.srcport", "tcp.dstport"]
    case .udp: ["udp.srcport", "udp.dstport"]
    case .questions, .records: ["dns.qry.name", "dns.resp.name", "dns.a"]
    case .routes: ["ip.dst"]
    }
  }
}
