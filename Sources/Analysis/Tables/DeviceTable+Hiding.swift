import Networking

/// What stands in the place of something that an open question asks for.
package enum HiddenText {
  package static let sign = "····"
}

/// Tables of which something must not be read: whoever draws them draws the sign there.
extension DeviceTable {
  /// Puts the sign into a column of the rows of a key, where they have one of these values; nil: whatever they have. What
  /// such a row says as a sentence could tell the value by its wording: it is listed instead.
  package mutating func hide(column id: String, ofRow key: String, _ values: Set<[FieldValue]>?) {
    for index in rows.indices where rows[index].values.identity == key {
      guard let column = descriptor.column(id) else {
        let age = rows[index].age.map { [FieldValue.nanoseconds($0)] } ?? []
        if values?.contains(age) ?? true { rows[index].isAgeHidden = true }
        continue
      }
      let versions = [rows[index].values, rows[index].was].compactMap(\.self)
      guard values == nil || versions.contains(where: { values!.contains($0.cells[column]) }) else {
        continue
      }
      rows[index].values = rows[index].values.hiding(column)
      rows[index].was = rows[index].was?.hiding(column)
    }
  }

  /// Takes the rows of a key away, and does not say how many there are.
  package mutating func hide(row key: String) {
    let standing = rows.count
    rows.removeAll { $0.values.identity == key }
    if rows.count < standing { isHidden = true }
  }

  /// Takes all rows away.
  package mutating func hideAll() {
    rows = []
    isHidden = true
  }
}

extension TableRow {
  fileprivate func hiding(_ column: Int) -> TableRow {
    var cells = cells
    cells[column] = [.text(HiddenText.sign)]
    // No table has words for this form.
    return TableRow(key: key, cells: cells, form: "", written: written, confirmed: confirmed)
  }
}
