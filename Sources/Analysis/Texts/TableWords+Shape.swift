import Documents
import Networking

extension TableWords {
  /// One entry of `tables:`; what its texts name are columns and forms of the table that the key says.
  static let shape = Shape<TableWords>.mapping("table") { m in
    let title = m.required("title", ReferenceFile.templates(.none), "what it is called")
    let purpose = m.required("purpose", ReferenceFile.templates(.none), "what it is for, without a full stop")
    let empty = m.optional("empty", ReferenceFile.templates(.none), "why it has no row")
    let awaited = m.optional(
      "awaited", ReferenceFile.templates(.none), "why it has none while one is waited for")
    let columns = m.optional("columns", column.entries(keys: .key()), "by column")
    let rows = m.optional(
      "rows", ReferenceFile.templates(.any).entries(keys: .key()), "what a row says, by form")
    let changes = m.optional(
      "changes", ReferenceFile.templates(.none).entries(keys: .key()),
      "what is changed, by the name a moment has for it")
    if case .entry(let id) = m.node.name, let table = TableDescriptor.named(id) {
      check(m.node, against: table)
    }
    guard let title, let purpose else { return nil }
    var words = TableWords(title: title, purpose: purpose, empty: empty, awaited: awaited)
    words.columns = ReferenceFile.dictionary(columns)
    words.rows = ReferenceFile.dictionary(rows).mapValues(LocalizedTemplate.init)
    words.changes = ReferenceFile.dictionary(changes)
    return words
  }

  private static let column = Shape<Column>.mapping("column") { m in
    let title = m.required("title", ReferenceFile.templates(.none), "what is written above it")
    let cell = m.optional("cell", ReferenceFile.templates(.any), "what a cell says, with columns in braces")
    let none = m.optional("none", ReferenceFile.templates(.none), "what a cell without a value says")
    let words = m.optional(
      "words", ReferenceFile.templates(.none).entries(keys: .key()), "what its values are called")
    guard let title else { return nil }
    return Column(
      title: title, cell: cell.map(LocalizedTemplate.init), none: none,
      words: ReferenceFile.dictionary(words))
  }

  // MARK: Checking

  private static func check(_ node: DocumentNode, against table: TableDescriptor) {
    checkKeys(node["columns"], "column", table.columns.map(\.id))
    checkKeys(node["rows"], "form of a row", table.forms)
    checkKeys(node["changes"], "change", table.changes)
    for entry in node["columns"]?.entries ?? [] {
      if let cell = entry.value["cell"] { checkSlots(cell, of: table) }
      guard let column = table.column(entry.key), !table.columns[column].values.isEmpty else { continue }
      checkKeys(entry.value["words"], "value", table.columns[column].values)
    }
    for entry in node["rows"]?.entries ?? [] { checkSlots(entry.value, of: table) }
  }

  private static func checkKeys(_ node: DocumentNode?, _ what: String, _ known: [String]) {
    for entry in node?.entries ?? [] where !known.contains(entry.key) {
      let hint = suggestion(for: entry.key, in: known)
      node?.problems.report(
        entry.keyPlace.finding(
          "no \(what) is called \(quoted(entry.key))\(hint) (known: \(known.joined(separator: ", ")))"))
    }
  }

  private static func checkSlots(_ node: DocumentNode, of table: TableDescriptor) {
    ReferenceFile.checkSlots(node, among: table.columns.map(\.id), "the table has no column")
  }
}
