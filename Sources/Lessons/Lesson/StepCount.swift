/// How many steps and questions a lesson file has, those of forks too: told by its lines, without parsing them. What is
/// laid out otherwise than a list item a line is not counted.
struct StepCount {
  private(set) var steps = 0
  private(set) var questions = 0

  /// The keys over the line that is read, the outermost first, each with its column.
  private var keys: [(column: Int, name: Substring.UTF8View)] = []

  init(_ text: String) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) { read(line) }
  }

  private mutating func read(_ line: Substring.UTF8View) {
    var column = 0
    var rest = line
    while rest.first == UInt8(ascii: " ") {
      rest.removeFirst()
      column += 1
    }
    guard let first = rest.first, first != UInt8(ascii: "#"), first != 0x0D else { return }
    let isItem = first == UInt8(ascii: "-") && rest.dropFirst().first == UInt8(ascii: " ")
    if isItem {
      keys.removeAll { $0.column > column }
      while rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: " ") {
        rest.removeFirst()
        column += 1
      }
    }
    let name = rest.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: " ") }
    if isItem { count(name) }
    guard rest.dropFirst(name.count).first == UInt8(ascii: ":") else { return }
    keys.removeAll { $0.column >= column }
    keys.append((column, name))
  }

  /// - Parameter name: the first key of the item.
  private mutating func count(_ name: Substring.UTF8View) {
    guard let list = keys.last?.name else { return }
    if list.elementsEqual("steps".utf8) {
      if !name.elementsEqual("fork".utf8) { steps += 1 }
    } else if list.elementsEqual("before".utf8) || list.elementsEqual("after".utf8), keys.count > 1,
      keys[keys.count - 2].name.elementsEqual("steps".utf8)
    {
      questions += 1
    }
  }
}
