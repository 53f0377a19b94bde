/// How many steps and questions a lesson file has, those of forks too: told by its lines, without parsing them. What is
/// laid out otherwise than a list item a line is not counted.
struct StepCount {
  private(set) var steps = 0
  private(set) var questions = 0

  /// Keys that are counted under; all others are alike.
  private enum Key { case steps, questions, other }

  /// The keys over the line that is read, the outermost first, each with its column.
  private var keys: [(column: Int, key: Key)] = []

  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        read(Slice(base: bytes, bounds: start..<end))
        start = end + 1
      }
    }
  }

  private mutating func read(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = line.drop { $0 == UInt8(ascii: " ") }
    guard let first = rest.first, first != UInt8(ascii: "#"), first != 0x0D else { return }
    let isItem = first == UInt8(ascii: "-") && rest.dropFirst().first == UInt8(ascii: " ")
    if isItem {
      let column = rest.startIndex - line.startIndex
      keys.removeAll { $0.column > column }
      rest = rest.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
    }
    let column = rest.startIndex - line.startIndex
    let name = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }
    if isItem { count(isFork: name.elementsEqual("fork".utf8)) }
    guard name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ":") else { return }
    keys.removeAll { $0.column >= column }
    let key: Key =
      if name.elementsEqual("steps".utf8) {
        .steps
      } else if name.elementsEqual("before".utf8) || name.elementsEqual("after".utf8) {
        .questions
      } else {
        .other
      }
    keys.append((column, key))
  }

  /// - Parameter isFork: its first key says so.
  private mutating func count(isFork: Bool) {
    switch keys.last?.key {
    case .steps: if !isFork { steps += 1 }
    case .questions: if keys.dropLast().last?.key == .steps { questions += 1 }
    case .other, nil: break
    }
  }
}
