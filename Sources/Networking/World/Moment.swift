/// One layer of one device did one thing. The record of a walk is a list of these.
package struct Moment: Equatable, Sendable {
  /// From 1, in the order of happening.
  package var number: Int
  /// Nanoseconds since the network file's clock.
  package var time: Int64
  /// Index in `World.devices`; nil for the person at the keyboard (`you`).
  package var device: Int?
  package var kind: MomentKind
  /// The moment that made this one happen; 0 for none.
  package var cause: Int
  /// The transmission this moment belongs to: that it put on a cable, or that it was brought by.
  package var frame: Int?
  /// The bytes in hand. A timeline keeps them only where no transmission holds them; ask it, not the moment.
  package var unit: PDU?
  package var drop: DropReason?
  package var changes: [TableChange] = []
  package var evidence: [FieldOrigin] = []
  /// The values its sentence speaks of.
  package var details: [Detail] = []

  package var layer: LayerKind { kind.layer }
}

/// A value in a moment's sentence, or a set of values of one type.
package struct Detail: Equatable, Sendable {
  package let name: String
  package let values: [FieldValue]
  package let isSet: Bool

  package init(_ name: String, _ value: FieldValue) {
    self.name = name
    values = [value]
    isSet = false
  }

  package init(_ name: String, setOf values: [FieldValue]) {
    self.name = name
    self.values = values
    isSet = true
  }

  /// The first; `.none` in an empty set.
  package var value: FieldValue { values.first ?? .none }
}

/// Bytes in a device's hands: a message, segment, packet or frame.
package struct PDU: Equatable, Sendable {
  /// What the first byte belongs to: `.name("tcp")`, `.link(1)`.
  package var start: Binding
  package var bytes: [UInt8]
  /// Where in `bytes` the unit begins: after the headers that were taken off.
  package var offset: Int

  package init(_ start: Binding, _ bytes: [UInt8], offset: Int = 0) {
    self.start = start
    self.bytes = bytes
    self.offset = offset
  }

  package var count: Int { bytes.count - offset }
}

/// One row of a device's table that a moment wrote.
package struct TableChange: Equatable, Sendable {
  /// One of the `changes` of a table's descriptor.
  package var table: String
  package var key: String
  /// nil: there was no such row.
  package var before: String?
  /// nil: the row is gone.
  package var after: String?

  package init(_ table: String, _ key: String, before: String?, after: String?) {
    assert(TableDescriptor.changed(table) != nil, "no table is changed as \(table)")
    self.table = table
    self.key = key
    self.before = before
    self.after = after
  }
}

/// Why something ended here; `reference/drops.yaml` has the sentence. Declared in sets beside the behaviour.
package struct DropReason: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Every reason there is.
  package static let all: [DropReason] =
    BehaviourDescriptor.others.flatMap(\.drops) + Protocols.all.flatMap(\.drops)
}

/// The reasons of one protocol or behaviour, held as stored properties so that the list comes from them.
package protocol DropSet: Sendable {}

extension DropSet {
  package var all: [DropReason] { storedProperties(of: self) }
}
