/// One column of a device's table: its values' type, and how it gives way where there is little room.
package struct TableColumn: Hashable, Sendable {
  /// `state`: in expressions (`laptop.arp[192.0.2.1].state`) and in the reference.
  package let id: String
  package let type: ExpressionType
  package let place: Place
  /// All that a column of texts can say; empty: anything.
  package let values: [String]
  /// Whether the reference has words for these values; else they stand as they are.
  package let isTranslated: Bool
  /// A value so common that nothing is said of it.
  package let usual: FieldValue?

  /// Where its values are seen.
  package enum Place: Hashable, Sendable {
    /// In a cell of its own.
    /// - Parameters:
    ///   - least: columns of the screen it takes even when its values are shorter, so that nothing jumps.
    ///   - spared: left out in small rooms, the highest first; 0: never.
    ///   - isElastic: may be cut with `…`.
    case cell(least: Int, spared: Int, isElastic: Bool)
    /// In another column's cell, whose text has a slot for it.
    case inside
    /// Nowhere but in expressions; a row that differs in it only is no other row.
    case unseen
  }

  package static func cell(
    _ id: String, _ type: ExpressionType, least: Int = 0, spared: Int = 0, isElastic: Bool = false,
    values: [String] = [], isTranslated: Bool = false, usual: String? = nil
  ) -> TableColumn {
    TableColumn(
      id, type, .cell(least: least, spared: spared, isElastic: isElastic), values, isTranslated, usual)
  }

  package static func dissectPayload(
    _ id: String, _ type: ExpressionType, values: [String] = [], isTranslated: Bool = false,
    usual: String? = nil
  ) -> TableColumn {
    TableColumn(id, type, .inside, values, isTranslated, usual)
  }

  package static func unseen(_ id: String, _ type: ExpressionType) -> TableColumn {
    TableColumn(id, type, .unseen, [], false, nil)
  }

  private init(
    _ id: String, _ type: ExpressionType, _ place: Place, _ values: [String], _ isTranslated: Bool,
    _ usual: String?
  ) {
    self.id = id
    self.type = type
    self.place = place
    self.values = values
    self.isTranslated = isTranslated
    self.usual = usual.map(FieldValue.text)
  }

  package var isCell: Bool { if case .cell = place { true } else { false } }
  package var isSeen: Bool { place != .unseen }
}
