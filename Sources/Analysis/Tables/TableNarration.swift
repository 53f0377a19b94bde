import Documents
import Networking

/// Tables in words, from what the reference says of them; where it says nothing, their own names stand.
package struct TableNarration: Sendable {
  package let reference: any ReferenceTexts
  package let language: Language

  package init(_ reference: any ReferenceTexts, _ language: Language) {
    self.reference = reference
    self.language = language
  }

  // MARK: Names

  package func name(_ table: TableDescriptor) -> String {
    reference.table(table)?.title[language] ?? table.id
  }

  /// `laptop  ARP cache`
  package func title(_ table: DeviceTable) -> String { "\(table.label[language])  \(name(table.descriptor))" }

  package func title(of column: TableColumn, in table: TableDescriptor) -> String {
    reference.table(table)?.columns[column.id]?.title[language] ?? column.id
  }

  /// What is changed, by the name that a moment's change has for it.
  package func name(changed name: String) -> String {
    guard let table = TableDescriptor.changed(name), let words = reference.table(table) else { return name }
    return (words.changes[name] ?? words.title)[language]
  }

  /// What the table is for.
  package func purpose(_ table: TableDescriptor) -> String? { reference.table(table)?.purpose[language] }

  /// `empty`, `1 row`.
  package func count(_ table: DeviceTable) -> String {
    table.isHidden ? HiddenText.sign : CommonTableTexts.count(table.count)[language]
  }

  /// Why there is no row.
  package func absence(_ table: DeviceTable) -> String {
    if table.isHidden { return HiddenText.sign }
    let words = reference.table(table.descriptor)
    let awaited = table.isAwaited ? words?.awaited : nil
    return (awaited ?? words?.empty ?? CommonTableTexts.absence)[language]
  }

  // MARK: Cells

  /// What stands in a column of a row.
  package func cell(_ column: Int, of row: TableRow, in table: TableDescriptor) -> String {
    let words = reference.table(table)
    let own = words?.columns[table.columns[column].id]
    if row.cells[column].isEmpty, let none = own?.none { return none[language] }
    guard let cell = own?.cell else { return value(column, of: row, in: table, words) }
    return filled(cell, row, table, words)
  }

  /// A row's age; empty where it has none.
  package func age(_ row: MarkedRow) -> String {
    row.isAgeHidden ? HiddenText.sign : row.age.map { CommonTableTexts.age($0)[language] } ?? ""
  }

  private func value(_ column: Int, of row: TableRow, in table: TableDescriptor, _ words: TableWords?)
    -> String
  {
    let column = (place: column, declared: table.columns[column])
    return row.cells[column.place].map { value in
      if value == column.declared.usual { return "" }
      let text = ExpressionValue(value)?.text ?? ""
      return words?.columns[column.declared.id]?.words[text]?[language] ?? text
    }.joined(separator: ", ")
  }

  private func filled(
    _ template: LocalizedTemplate, _ row: TableRow, _ table: TableDescriptor, _ words: TableWords?
  ) -> String {
    template[language].filled { slot in
      table.column(slot.name).map { value($0, of: row, in: table, words) } ?? "…"
    }
  }

  // MARK: Sentences

  /// What a row says, without a full stop: `192.0.2.129 is at 00:00:5e:00:53:01`.
  package func statement(_ row: TableRow, in table: TableDescriptor) -> String {
    let words = reference.table(table)
    guard let template = words?.rows[row.form ?? table.forms[0]] else {
      return table.columns.indices.filter { table.columns[$0].isSeen }
        .map { value($0, of: row, in: table, words) }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return filled(template, row, table, words)
  }

  /// `ARP cache, new row: 192.0.2.129 is at 00:00:5e:00:53:01; learned from frame 6.`
  /// - Parameter frame: the frame that the moment that wrote the row was about.
  package func sentence(of row: MarkedRow, in table: DeviceTable, frame: Int?) -> String {
    let news = row.mark.map { CommonTableTexts.news($0)[language] } ?? ""
    let old = was(row, in: table.descriptor)
    let text =
      "\(name(table.descriptor))\(news): \(statement(row.values, in: table.descriptor))"
      + (old.isEmpty ? "" : CommonTableTexts.was(old, language))
    guard let source = source(of: row, in: table.descriptor, frame: frame)?[language] else {
      return "\(text)."
    }
    return language == .en ? "\(text); \(source)." : "\(text) (\(source))."
  }

  /// What the table is for, and why it is empty.
  package func sentence(_ table: DeviceTable) -> String {
    let head = "\(table.label[language]), \(name(table.descriptor)), \(count(table))"
    let text = "\(head)\(purpose(table.descriptor).map { ": \($0)" } ?? "")."
    return table.rows.isEmpty ? "\(text) \(capitalized(absence(table)))." : text
  }

  /// The whole table as lines of text, without a screen.
  package func lines(_ table: DeviceTable) -> [String] {
    let head = "\(title(table))  \(count(table))"
    if table.rows.isEmpty { return [head, "  " + absence(table)] }
    let columns = table.descriptor.columns.indices.filter { table.descriptor.columns[$0].isCell }
    return [head]
      + table.rows.map { row in
        let cells = columns.map { cell($0, of: row.values, in: table.descriptor) } + [age(row)]
        return "\(row.mark?.sign ?? " ") " + cells.filter { !$0.isEmpty }.joined(separator: "  ")
      }
  }

  /// What the changed cells said before.
  private func was(_ row: MarkedRow, in table: TableDescriptor) -> String {
    guard let was = row.was else { return "" }
    return table.columns.indices.filter { table.columns[$0].isCell }.compactMap { column -> String? in
      let old = cell(column, of: was, in: table)
      return old == cell(column, of: row.values, in: table) ? nil : old
    }.joined(separator: ", ")
  }

  /// Where a row that stands there came from.
  private func source(of row: MarkedRow, in table: TableDescriptor, frame: Int?) -> LocalizedText? {
    if row.mark == .removed { return nil }
    if row.moment == 0 { return CommonTableTexts.configured }
    guard let frame else { return CommonTableTexts.written(moment: row.moment) }
    return table.origin == .learned
      ? CommonTableTexts.learned(frame: frame) : CommonTableTexts.caused(frame: frame)
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension MarkedRow.Mark {
  package var sign: String {
    switch self {
    case .new: "+"
    case .changed: "~"
    case .removed: "-"
    }
  }
}
