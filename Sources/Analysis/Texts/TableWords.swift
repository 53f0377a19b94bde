import Documents
import Networking

/// What the reference says of a device's table: `tables:` of its protocol's file.
package struct TableWords: Hashable, Sendable {
  package var title: LocalizedText
  /// What it is for.
  package var purpose: LocalizedText
  /// Why there is no row.
  package var empty: LocalizedText?
  /// Why there is none yet, while something waits for it.
  package var awaited: LocalizedText?
  package var columns: [String: Column] = [:]
  /// What a row says, by its form.
  package var rows: [String: LocalizedTemplate] = [:]
  /// What is changed, by the name in a moment's changes, where that is not the table's title.
  package var changes: [String: LocalizedText] = [:]

  package struct Column: Hashable, Sendable {
    package var title: LocalizedText
    /// What stands in a cell, where that is more than the value.
    package var cell: LocalizedTemplate?
    /// What stands there without a value.
    package var none: LocalizedText?
    /// What its values are called.
    package var words: [String: LocalizedText] = [:]
  }
}

/// A text with slots, read in both languages.
package struct LocalizedTemplate: Hashable, Sendable {
  package let en: Template
  package let ko: Template

  /// Of a text whose faults have been reported.
  init(_ text: LocalizedText) {
    var errors: [TextError] = []
    en = Template(text.en, language: .en, errors: &errors)
    ko = Template(text.ko, language: .ko, errors: &errors)
  }

  package subscript(language: Language) -> Template {
    switch language {
    case .en: en
    case .ko: ko
    }
  }
}

extension TableWords {
  /// What a complete description of a table has, and this one has not: `the title of column mac`.
  package func missing(of table: TableDescriptor) -> [String] {
    var missing: [String] = []
    if table.isShownEmpty, empty == nil { missing.append("why it is empty") }
    for column in table.columns {
      guard let known = columns[column.id] else {
        missing.append("the column \(column.id)")
        continue
      }
      guard column.isTranslated else { continue }
      for value in column.values where known.words[value] == nil && column.usual != .text(value) {
        missing.append("the value \(value) of the column \(column.id)")
      }
    }
    missing += table.forms.filter { rows[$0] == nil }.map { "the row \($0)" }
    return missing
  }
}
