/// A text that has to fit a room: it never ends in the middle of a sentence.
extension String {
  /// Its sentences in order, each with its full stop.
  package var sentences: [String] {
    var sentences: [String] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      // Only a blank after it makes a full stop one: 192.0.2.1, tcp.seq.
      if ".?!。".contains(self[index]), next < endIndex, self[next] == " " {
        sentences.append(String(self[start..<next]))
        start = self.index(after: next)
      }
      index = next
    }
    if start < endIndex { sentences.append(String(self[start...])) }
    return sentences
  }

  /// Its first sentences, as many as fit whole into one line; empty when none does.
  package func firstSentences(to width: Int) -> String {
    let sentences = sentences
    let most = (1..<sentences.count + 1).last { count in
      sentences.prefix(count).joined(separator: " ").displayWidth <= width
    }
    return sentences.prefix(most ?? 0).joined(separator: " ")
  }

  /// Lines of its first sentences, as many as fit whole; of a first one that does not fit its
  /// beginning and its end.
  package func wrapped(to width: Int, rows: Int) -> [String] {
    let whole = wrapped(to: width)
    if whole.count <= rows { return whole }
    // A value of many bytes would leave room for nothing else.
    if let short = withShortWords { return short.wrapped(to: width, rows: rows) }
    let sentences = sentences
    for count in (1..<max(1, sentences.count)).reversed() {
      let lines = sentences.prefix(count).joined(separator: " ").wrapped(to: width)
      if lines.count <= rows { return lines }
    }
    return (sentences.first ?? self).withoutMiddle(width: width, rows: rows)
  }

  /// Its first words and its last ones, as many as fit, around `…`.
  private func withoutMiddle(width: Int, rows: Int) -> [String] {
    let words = split(separator: " ").map(String.init)
    var (head, tail) = (words.count / 2, words.count - words.count / 2)
    while head > 1 || tail > 1 {
      let short = (words.prefix(head) + ["…"] + words.suffix(tail)).joined(separator: " ")
      let lines = short.wrapped(to: width)
      if lines.count <= rows { return lines }
      if head > tail || tail == 1 { head -= 1 } else { tail -= 1 }
    }
    return Array(wrapped(to: width).prefix(max(0, rows)))
  }

  /// With the middle of its longest words left out; nil when it has none that long.
  private var withShortWords: String? {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    guard words.contains(where: { $0.count > 36 }) else { return nil }
    return words.map { $0.count > 36 ? "\($0.prefix(24))…\($0.suffix(4))" : $0 }.joined(separator: " ")
  }

  /// Lines of its last sentences, as many as fit whole; of a last one that does not fit its end, after `…`.
  package func wrappedEnd(to width: Int, rows: Int) -> [String] {
    let whole = wrapped(to: width)
    if whole.count <= rows { return whole }
    guard rows > 0 else { return [] }
    let sentences = sentences
    for count in (1..<max(1, sentences.count)).reversed() {
      let lines = sentences.suffix(count).joined(separator: " ").wrapped(to: width)
      if lines.count <= rows { return lines }
    }
    let end = wrapped(to: width - 2).suffix(rows)
    return end.prefix(1).map { "… " + $0 } + end.dropFirst()
  }
}
