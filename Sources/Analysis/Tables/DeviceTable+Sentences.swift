import Documents
import Networking

/// A table in words.
extension DeviceTable {
  package func title(_ language: Language) -> String {
    "\(label[language])  \(TableTexts.title(kind)[language])"
  }

  /// `ARP cache, new row: 192.0.2.129 is at 00:00:5e:00:53:01; learned from frame 6.`
  /// - Parameter frame: the frame that the moment that wrote the row was about.
  package func sentence(of row: TableRow, frame: Int?, _ language: Language) -> String {
    let title = TableTexts.title(kind)[language]
    let statement = row.statement[language]
    let old = row.was?[language] ?? ""
    let was = old.isEmpty ? "" : language == .en ? ", was \(old)" : " (이전 \(old))"
    let text = "\(title)\(news(row.mark, language)): \(statement)\(was)"
    guard let source = source(of: row, frame: frame)?[language] else { return "\(text)." }
    return language == .en ? "\(text); \(source)." : "\(text) (\(source))."
  }

  /// What the table is for, and why it is empty.
  package func sentence(_ language: Language) -> String {
    let head = "\(label[language]), \(TableTexts.title(kind)[language])"
    let text = "\(head), \(TableTexts.count(count)[language]): \(TableTexts.purpose(kind)[language])."
    return rows.isEmpty ? "\(text) \(capitalized(TableTexts.absence(self)[language]))." : text
  }

  /// The whole table as lines of text, without a screen.
  package func lines(_ language: Language) -> [String] {
    let head = "\(title(language))  \(TableTexts.count(count)[language])"
    if rows.isEmpty { return [head, "  " + TableTexts.absence(self)[language]] }
    return [head]
      + rows.map { row in
        let cells = row.cells.map { $0[language] } + [row.age.map { TableTexts.age($0)[language] } ?? ""]
        return "\(row.mark?.sign ?? " ") " + cells.filter { !$0.isEmpty }.joined(separator: "  ")
      }
  }

  private func news(_ mark: TableRow.Mark?, _ language: Language) -> String {
    switch (mark, language) {
    case (.new, .en): ", new row"
    case (.changed, .en): ", changed row"
    case (.removed, .en): ", row just removed"
    case (.new, .ko): ", 새 줄"
    case (.changed, .ko): ", 바뀐 줄"
    case (.removed, .ko): ", 방금 지운 줄"
    case (nil, _): ""
    }
  }

  /// Where a row that stands there came from.
  private func source(of row: TableRow, frame: Int?) -> LocalizedText? {
    if row.mark == .removed { return nil }
    if row.moment == 0 { return TableTexts.configured }
    guard let frame else { return TableTexts.written(moment: row.moment) }
    let isLearned = kind == .arp || kind == .mac || kind == .questions
    return isLearned ? TableTexts.learned(frame: frame) : TableTexts.caused(frame: frame)
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension TableRow.Mark {
  package var sign: String {
    switch self {
    case .new: "+"
    case .changed: "~"
    case .removed: "-"
    }
  }
}
