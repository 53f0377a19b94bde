/// What an expression is evaluated against. `mark` nil: what is looked at now.
package protocol ExpressionContext {
  /// How many moments before the one that is looked at, or a mark's, everything is read.
  var earlier: Int { get set }
  /// The frame or unit in hand; nil when there is none, or when the mark is not known.
  mutating func dissection(of mark: String?) -> Dissection?
  /// nil when the moment has none (`moment.drop` mostly).
  mutating func moment(_ property: MomentProperty, of mark: String?) -> ExpressionValue?
  /// nil when there is none: no gateway, no cable.
  mutating func device(_ reference: DeviceReference) -> ExpressionValue?
  /// nil when the mark is not known.
  mutating func table(_ reference: TableReference) -> TableSnapshot?
  /// Whether a mark's moment has come.
  mutating func hasHappened(_ mark: String) -> Bool
  /// A set of devices, or a number.
  mutating func story(_ reference: StoryReference) throws(ExpressionError) -> ExpressionValue
}

/// A device's table as it was read.
package struct TableSnapshot: Sendable {
  package let device: Device
  package let rows: [TableRow]
  /// When that is: nanoseconds of the world.
  package let now: Int64

  package init(_ table: TableDescriptor, of device: Device, at now: Int64) {
    self.device = device
    self.now = now
    rows = table.rows(of: device)
  }
}

extension ExpressionContext {
  /// Whether the condition holds. What is absent makes a comparison false.
  package mutating func holds(_ condition: Expression) -> Bool { holds(condition.root) }

  /// The value, or why there is none: something absent, a division by zero.
  package mutating func value(of expression: Expression) throws(ExpressionError) -> Reading {
    try value(expression.root)
  }
}
