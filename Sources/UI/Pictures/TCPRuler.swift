import Analysis

/// A byte stream on a line of columns: longer stretches get more, but not in proportion, so that a SYN of one byte and a
/// window of 64,240 both can be seen. Every number that something is said about has a column of its own in front of it.
struct TCPRuler {
  /// Bytes between two such numbers.
  struct Stretch: Equatable {
    var bytes: Range<Int>
    /// The first of them is the mark in front of it.
    var columns: Range<Int>
  }

  private(set) var stretches: [Stretch] = []
  let width: Int

  /// - Parameter extra: a number to show besides the stream's own.
  init(_ stream: TCPByteStream, width: Int) {
    self.width = width
    var numbers = Set(stream.marks.map(\.number)).union([0, 1])
    if let finish = stream.finish { numbers.formUnion([finish, finish + 1]) }
    for range in [stream.covered, stream.carried].compactMap(\.self) {
      numbers.formUnion([range.lowerBound, range.upperBound])
    }
    if let number = stream.acknowledgment { numbers.insert(number) }
    let sorted = numbers.filter { $0 >= 0 }.sorted()
    // What lies beyond the last number goes on without end.
    let lengths = zip(sorted, sorted.dropFirst()).map { $1 - $0 } + [1]
    var widths = lengths.map { $0 == 0 ? 0 : 2 }
    var free = width - widths.reduce(0, +)
    // Room for the numbers first.
    for index in widths.indices where free > 0 {
      let wanted = String(sorted[index]).count + 1
      let more = min(free, max(0, wanted - widths[index]))
      widths[index] += more
      free -= more
    }
    while free > 0 {
      let index = lengths.indices.max { share(lengths[$0], widths[$0]) < share(lengths[$1], widths[$1]) }!
      widths[index] += 1
      free -= 1
    }
    var column = 0
    for (index, number) in sorted.enumerated() {
      let end = column + widths[index]
      stretches.append(Stretch(bytes: number..<number + lengths[index], columns: column..<end))
      column = end
    }
  }

  /// How much a stretch still wants: its bytes' digits for each of its columns.
  private func share(_ length: Int, _ width: Int) -> Int {
    let digits = length.bitWidth - length.leadingZeroBitCount
    return digits * digits * 1000 / max(1, width)
  }

  /// The column in front of a byte.
  func column(of number: Int) -> Int? {
    stretches.first { $0.bytes.lowerBound == number }.map(\.columns.lowerBound)
  }
}
