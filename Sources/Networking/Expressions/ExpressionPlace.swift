/// Something that an expression names and a screen can show: what `light`, `given`, `hide` and `pick` of lessons point at,
/// and what an answer is read from.
package struct ExpressionPlace: Equatable, Sendable {
  package enum What: Equatable, Sendable {
    /// A field, or a protocol's header.
    case field(FieldReference)
    case moment(MomentProperty, mark: String?)
    /// A device, something it knows, or the cable in its port.
    case device(DeviceReference)
    case table(TableReference)
    case row(TableReference)
    /// One value of a row; nil: its age.
    case cell(TableReference, column: Int?)
    /// All of a mark's frame.
    case frame(of: String)
  }

  package let what: What
  /// Of a row or one of its values.
  let key: TableRowKey?
  /// How many moments before the one that is looked at, or its mark's, it is read: 1 inside of `before()`.
  package let earlier: Int

  /// nil for a node that is none itself.
  init?(_ node: ExpressionNode, earlier: Int = 0) {
    self.earlier = earlier
    var key: TableRowKey?
    switch node {
    case .field(let reference), .length(let reference), .word(let reference, _), .sum(let reference):
      what = .field(reference)
    case .moment(let property, let mark): what = .moment(property, mark: mark)
    case .device(let reference): what = .device(reference)
    case .table(let reference): what = .table(reference)
    case .row(let reference, let own): (what, key) = (.row(reference), own)
    case .cell(let reference, let own, let column): (what, key) = (.cell(reference, column: column), own)
    case .frame(let mark): what = .frame(of: mark)
    default: return nil
    }
    self.key = key
  }
}

extension Expression {
  /// What it reads, in its order. What stands between brackets is not read but says which row is meant.
  package var reads: [ExpressionPlace] { root.places(earlier: 0) }

  /// What it is itself, when it is nothing but a place.
  package var place: ExpressionPlace? {
    switch root {
    case .length, .word, .sum: nil
    default: ExpressionPlace(root)
    }
  }
}

extension ExpressionNode {
  fileprivate func places(earlier: Int) -> [ExpressionPlace] {
    switch self {
    case .row, .cell: [ExpressionPlace(self, earlier: earlier)!]
    case .before(let node): node.places(earlier: earlier + 1)
    default:
      (ExpressionPlace(self, earlier: earlier).map { [$0] } ?? [])
        + children.flatMap { $0.places(earlier: earlier) }
    }
  }
}

extension ExpressionContext {
  /// The row that a place names, with its table; nil when there is none, or the place is no row.
  package mutating func row(at place: ExpressionPlace) -> (table: TableSnapshot, row: TableRow)? {
    switch (place.what, place.key) {
    case (.row(let reference), let key?), (.cell(let reference, _), let key?): row(key, of: reference)
    default: nil
    }
  }
}
