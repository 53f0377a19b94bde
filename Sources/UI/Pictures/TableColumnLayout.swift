import Analysis
import Networking
import Terminal

/// How wide the columns of one table are in a room: what can be spared goes first, then what is elastic is cut.
struct TableColumnLayout {
  /// Index of a cell, or nil for the age, with its width in columns.
  private(set) var columns: [(cell: Int?, width: Int)] = []
  /// By row and cell, the age after the last one; so are the titles, and how wide each column would be.
  private let texts: [[String]]
  private let headings: [String]
  private let contents: [Int]
  private let room: Int

  /// - Parameter room: columns after the gutter.
  init(_ table: DeviceTable, room: Int, _ narration: TableNarration) {
    self.room = room
    let all = table.descriptor.columns
    let texts = table.rows.map { row in
      all.indices.map { all[$0].isCell ? narration.cell($0, of: row.values, in: table.descriptor) : "" }
        + [narration.age(row)]
    }
    let headings =
      all.map { narration.title(of: $0, in: table.descriptor) } + [CommonTableTexts.age[narration.language]]
    contents = headings.indices.map { index in
      let heading = table.descriptor.hasTitles ? headings[index].displayWidth : 0
      return texts.reduce(heading) { max($0, $1[index].displayWidth) }
    }
    self.texts = texts
    self.headings = headings
    var shown: [Int?] = all.indices.filter { index in
      all[index].isCell && texts.contains { !$0[index].isEmpty }
    }
    if table.rows.contains(where: { $0.age != nil }) { shown.append(nil) }
    while !fits(shown), let spared = spared(shown, all) { shown.remove(at: spared) }
    columns = shown.map { ($0, content($0)) }
    // What room is left over keeps columns where they are in other tables and other moments.
    for index in columns.indices {
      guard let cell = columns[index].cell else { continue }
      let wish = all[cell].cell.least - columns[index].width
      columns[index].width += max(0, min(wish, room - total))
    }
    while total > room,
      let index = columns.lastIndex(where: { $0.cell.map { all[$0].cell.isElastic } ?? false && $0.width > 4 }
      )
    {
      columns[index].width = max(4, columns[index].width - (total - room))
    }
  }

  private var total: Int { columns.reduce(0) { $0 + $1.width } + max(0, columns.count - 1) }

  private func fits(_ shown: [Int?]) -> Bool {
    shown.reduce(0) { $0 + content($1) } + max(0, shown.count - 1) <= room
  }

  /// The age goes before everything else, then what its table can spare.
  private func spared(_ shown: [Int?], _ all: [TableColumn]) -> Int? {
    if let age = shown.firstIndex(where: { $0 == nil }) { return age }
    return shown.indices.filter { all[shown[$0]!].cell.spared > 0 }
      .max { all[shown[$0]!].cell.spared < all[shown[$1]!].cell.spared }
  }

  private func content(_ cell: Int?) -> Int { contents[cell ?? contents.count - 1] }

  var titles: [Span] { spans(headings).map { Span($0.text, .quiet) } }

  func spans(ofRow row: Int) -> [Span] { spans(texts[row]) }

  /// The age stands at the right end.
  private func spans(_ texts: [String]) -> [Span] {
    columns.enumerated().map { index, column in
      let isAge = column.cell == nil
      let width = isAge ? room - (total - column.width) : column.width
      let gap = isAge || index == columns.count - 1 ? "" : " "
      return Span(
        texts[column.cell ?? texts.count - 1].fitted(to: width, alignRight: isAge) + gap,
        isAge ? .quiet : .text)
    }
  }
}

extension TableColumn {
  /// How it gives way; what has no cell of its own takes no room.
  fileprivate var cell: (least: Int, spared: Int, isElastic: Bool) {
    if case .cell(let least, let spared, let isElastic) = place {
      (least, spared, isElastic)
    } else {
      (0, 0, false)
    }
  }
}
