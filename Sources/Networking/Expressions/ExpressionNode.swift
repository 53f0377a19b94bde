/// The tree of an expression that was read and type-checked.
indirect enum ExpressionNode: Equatable, Sendable {
  case literal(ExpressionValue)
  /// Only beside `==` and `!=`: is the address in it?
  case network(IPv4Prefix)
  case field(FieldReference)
  case moment(MomentProperty, mark: String?)
  case device(DeviceReference)
  /// Only inside of `count()`.
  case table(TableReference)
  /// Only there or not.
  case row(TableReference, TableRowKey)
  /// A value of a row; nil: its age.
  case cell(TableReference, TableRowKey, column: Int?)
  case negated(ExpressionNode, at: Int)
  case arithmetic(Arithmetic, ExpressionNode, ExpressionNode, at: Int)
  case length(FieldReference)
  case count(TableReference)
  case comparison(Comparison, ExpressionNode, ExpressionNode)
  /// A field, a protocol, a moment's value, a device's or a row of a table is there.
  case exists(ExpressionNode)
  case not(ExpressionNode)
  case and(ExpressionNode, ExpressionNode)
  case or(ExpressionNode, ExpressionNode)
}

/// A field or a protocol, in the frame of a mark or in the one that is looked at.
package struct FieldReference: Hashable, Sendable {
  package let mark: String?
  /// As written, without mark and layer: `ip.addr`.
  package let name: String
  /// What the name stands for; several for an alias, none for a protocol.
  package let fields: [Field]
  /// Counted from 1 among the layers of this protocol (`ip.ttl#2`); nil: all, outermost first.
  package let layer: Int?
  /// UTF-8 bytes from the start of the expression.
  let offset: Int

  package var isProtocol: Bool { fields.isEmpty }
  /// As written.
  package var text: String { (mark.map { "\($0)." } ?? "") + name + (layer.map { "#\($0)" } ?? "") }
}

/// `moment.kind`, which every moment can have, or `moment.address`, which those of some kinds tell.
package enum MomentProperty: Hashable, Sendable {
  case number, time, device, layer, kind, cause, frame, drop
  /// A value that the moment's kind declares.
  case detail(String, ExpressionType)

  package var type: ExpressionType {
    switch self {
    case .number, .cause, .frame: .number
    case .time: .time
    case .device, .layer, .kind, .drop: .text
    case .detail(_, let type): type
    }
  }

  package var name: String {
    switch self {
    case .number: "number"
    case .time: "time"
    case .device: "device"
    case .layer: "layer"
    case .kind: "kind"
    case .cause: "cause"
    case .frame: "frame"
    case .drop: "drop"
    case .detail(let name, _): name
    }
  }

  /// nil: no moment has such a thing.
  package init?(named name: String) {
    guard let property = Self.byName[name] else { return nil }
    self = property
  }

  package static let ofEveryKind: [MomentProperty] = [
    .number, .time, .device, .layer, .kind, .cause, .frame, .drop,
  ]

  /// Those of every kind, then the details in alphabetical order.
  package static let all: [MomentProperty] = {
    let known = Set(ofEveryKind.map(\.name))
    let details = MomentKind.detailTypes.filter { !known.contains($0.key) }
    return ofEveryKind + details.sorted { $0.key < $1.key }.map { .detail($0.key, $0.value) }
  }()

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// `laptop.ip`, `router.lan.mac`: read in the world at the moment that is looked at, or at a mark's.
package struct DeviceReference: Hashable, Sendable {
  package let mark: String?
  package let device: String
  package let interface: String
  package let property: InterfaceProperty
  let offset: Int
}

/// What an interface of a device knows about itself.
package enum InterfaceProperty: String, CaseIterable, Sendable {
  case ip, mac, mask, gateway

  package var type: ExpressionType { self == .mac ? .mac : .ipv4 }
}

/// `laptop.arp`, `syn.web.tcp`: a table of a device, in the world right after the moment that is looked at, or a mark's.
package struct TableReference: Hashable, Sendable {
  package let mark: String?
  package let device: String
  package let table: TableDescriptor
  /// UTF-8 bytes from the start of the expression.
  let offset: Int

  /// As written.
  package var text: String { (mark.map { "\($0)." } ?? "") + "\(device).\(table.id)" }
}

/// What stands between the brackets of `laptop.arp[192.0.2.1]`.
enum TableRowKey: Equatable, Sendable {
  case value(ExpressionNode)
  /// The row that has to do with a mark's frame.
  case frame(of: String)
}

enum Arithmetic: String, CaseIterable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case modulo = "%"
}

enum Comparison: String, CaseIterable, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="

  /// `eq`, `ne` …
  var word: String {
    switch self {
    case .equal: "eq"
    case .notEqual: "ne"
    case .less: "lt"
    case .greater: "gt"
    case .lessOrEqual: "le"
    case .greaterOrEqual: "ge"
    }
  }

  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .greater: order > 0
    case .lessOrEqual: order <= 0
    case .greaterOrEqual: order >= 0
    }
  }
}
