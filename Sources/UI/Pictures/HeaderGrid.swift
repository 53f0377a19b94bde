import Analysis

/// Where the bits of a diagram's rows stand: one column for each bit, or two as in the RFCs, or more.
///
/// With two or more, an edge stands between any two bits. With one there is no room between bits: the frame has its own
/// columns, a cell's edge takes the column of its first bit, and before a single bit the last column of the cell before
/// it; single bits stand side by side.
struct HeaderGrid {
  /// A cell's part in one row.
  struct Segment {
    /// Index of the cell.
    var cell: Int
    /// From the top.
    var row: Int
    /// Of its row, 0..<32.
    var bits: Range<Int>
    /// The cell begins, ends here.
    var isFirst: Bool
    var isLast: Bool
    /// Columns of its edges; nil between single bits that stand side by side.
    var left: Int?
    var right: Int?
    /// Columns between them.
    var text: Range<Int>
  }

  let columnsPerBit: Int
  /// From the top.
  private(set) var rows: [[Segment]] = []

  var width: Int { columnsPerBit == 1 ? 34 : 32 * columnsPerBit + 1 }

  /// Columns of a bit: those that its value may take.
  func columns(of bit: Int) -> Range<Int> {
    columnsPerBit == 1
      ? bit + 1..<bit + 2 : columnsPerBit * bit + 1..<columnsPerBit * (bit + 1)
  }

  static func columnsPerBit(width: Int) -> Int { max(1, min(4, (width - 1) / 32)) }

  init(_ diagram: HeaderDiagram, columnsPerBit: Int) {
    self.columnsPerBit = columnsPerBit
    for row in 0..<diagram.rowCount {
      let first = row * HeaderDiagram.bitsPerRow
      let whole = first..<min(first + HeaderDiagram.bitsPerRow, diagram.bitCount)
      let inside = diagram.cells.indices.filter { diagram.cells[$0].bits.overlaps(whole) }
      var segments = inside.map { index -> Segment in
        let bits = diagram.cells[index].bits
        let part = bits.clamped(to: whole)
        return Segment(
          cell: index, row: row, bits: part.lowerBound - first..<part.upperBound - first,
          isFirst: part.lowerBound == bits.lowerBound, isLast: part.upperBound == bits.upperBound, text: 0..<0
        )
      }
      for index in segments.indices { place(&segments, index) }
      rows.append(segments)
    }
  }

  private func place(_ segments: inout [Segment], _ index: Int) {
    let bits = segments[index].bits
    guard columnsPerBit == 1 else {
      segments[index].left = columnsPerBit * bits.lowerBound
      segments[index].right = columnsPerBit * bits.upperBound
      segments[index].text = columnsPerBit * bits.lowerBound + 1..<columnsPerBit * bits.upperBound
      return
    }
    let next = index + 1 < segments.count ? segments[index + 1].bits.count : nil
    let givesLast = next == 1 && bits.count > 2
    let takesFirst = index > 0 && bits.count > 1
    let start = bits.lowerBound + (takesFirst ? 2 : 1)
    let end = bits.upperBound + (givesLast ? 0 : 1)
    segments[index].text = start..<max(start, end)
    segments[index].left =
      index == 0 ? 0 : takesFirst ? bits.lowerBound + 1 : segments[index - 1].right
    if givesLast {
      segments[index].right = bits.upperBound
    } else if next == 1 {
      segments[index].right = nil
    } else {
      // The frame, or the first column of what follows.
      segments[index].right = bits.upperBound + 1
    }
  }

  /// Columns of the line over or under a run of bits, edges included.
  func line(_ bits: Range<Int>) -> Range<Int> {
    if columnsPerBit > 1 { return columnsPerBit * bits.lowerBound..<columnsPerBit * bits.upperBound + 1 }
    return (bits.lowerBound == 0 ? 0 : bits.lowerBound + 1)..<bits.upperBound + 2
  }
}
