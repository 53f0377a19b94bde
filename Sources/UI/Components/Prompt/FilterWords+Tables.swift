import Analysis
import Documents
import Networking

/// What can stand in and after the brackets of `laptop.arp[192.0.2.1].mac`.
extension FilterWords {
  /// The keys of a table's rows while brackets are open, its columns after them; none elsewhere.
  func tableSuggestions(
    for line: TextLine, _ source: Source, _ language: Language
  ) -> [Prompt.Suggestion] {
    let narration = TableNarration(source.reference, language)
    let before = line.text[..<line.cursor]
    if let open = before.lastIndex(where: { "[]".contains($0) }), before[open] == "[" {
      return keys(before[..<open], typed: String(before[(open + 1)...]), line, source, narration)
    }
    let start = before.lastIndex { !FilterWords.isWord($0) }.map { $0 + 1 } ?? 0
    guard start > 0, before[start - 1] == "]", let open = before.lastIndex(of: "["),
      let table = table(before: before[..<open])?.table
    else { return [] }
    var end = line.cursor
    while end < line.text.count, FilterWords.isWord(line.text[end]) { end += 1 }
    let columns = table.columns.map { (".\($0.id)", narration.title(of: $0, in: table)) }
    let age = table.hasAge ? [(".age", Texts.sinceConfirmed[language])] : []
    let typed = String(before[start...])
    let found = (columns + age).filter { $0.0.hasPrefix(typed) && $0.0 != typed }
    return found.map { suggestion($0.0, says: $0.1, in: line, start..<end) }
  }

  /// As `laptop.arp` or `syn.laptop.arp` names it.
  func table(named name: Substring) -> (device: String, table: TableDescriptor)? {
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3, marks.contains(parts[0]) { parts.removeFirst() }
    guard parts.count == 2, let table = vocabulary.tables(of: parts[0]).first(where: { $0.id == parts[1] })
    else { return nil }
    return (parts[0], table)
  }

  /// The table whose name ends where the brackets open.
  private func table(before: ArraySlice<Character>) -> (device: String, table: TableDescriptor)? {
    let start = before.lastIndex { !FilterWords.isWord($0) }.map { $0 + 1 } ?? 0
    return table(named: Substring(String(before[start...])))
  }

  private func keys(
    _ before: ArraySlice<Character>, typed: String, _ line: TextLine, _ source: Source,
    _ narration: TableNarration
  ) -> [Prompt.Suggestion] {
    guard let (name, table) = table(before: before),
      let index = source.devices.firstIndex(where: { $0.name == name })
    else { return [] }
    let device = source.devices[index]
    // Of its ages nothing is said here.
    let whole = DeviceTable(table, of: device, at: index, now: 0)
    let shown = source.asked?.masked(whole, of: name) ?? whole
    var end = line.cursor
    while end < line.text.count, FilterWords.isWord(line.text[end]) || line.text[end] == "\"" { end += 1 }
    if end < line.text.count, line.text[end] == "]" { end += 1 }
    let rows = shown.rows.compactMap { row -> (String, String)? in
      guard let key = table.key.written(row.values, table),
        source.asked?.secretPlaces(in: Array(key)).isEmpty ?? true
      else { return nil }
      let says = narration.statement(row.values, in: table) + "."
      return (key, source.asked?.masked(says) ?? says)
    }
    let ofMarks =
      table.isKeyedByFrame ? marks.map { ($0, Texts.mark($0)[narration.language]) } : []
    return (rows + ofMarks).filter { $0.0.hasPrefix(typed) }.prefix(FilterWords.most).map { key, says in
      suggestion(key + "]", says: says, in: line, before.count + 1..<end)
    }
  }
}
