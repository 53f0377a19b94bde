import Documents

/// A question as the quiz's deck needs it: which cards it rates. Told by the lines of a lesson's file, without parsing it; a
/// file that is laid out otherwise is parsed.
struct QuestionOutline: Equatable {
  var id: String
  var kind: String
  /// What it rates: its card, of an explanation the cards of its points, each once.
  var cards: [String]

  /// Of all questions that make sense away from their stop, in the order of the file, those that stand in others too.
  static func all(in source: Source) -> [QuestionOutline] {
    let mappings = WrittenMapping.all(in: source.text) ?? parsed(source)
    return mappings.indices.compactMap { index in
      let own = mappings[index]
      guard let id = own.id, let kind = own.kind, let card = own.card, !own.isOnlyHere else { return nil }
      let points = mappings.filter { $0.parent == index && $0.key == "points" }.compactMap(\.card)
      return QuestionOutline(id: id, kind: kind, cards: points.isEmpty ? [card] : points.unique)
    }
  }

  private static func parsed(_ source: Source) -> [WrittenMapping] {
    guard let root = (try? Document.parse(source))?.root else { return [] }
    var found: [WrittenMapping] = []
    func collect(_ node: DocumentNode, _ key: String, in parent: Int?) {
      for item in node.items ?? [] { collect(item, key, in: parent) }
      guard let entries = node.entries else { return }
      let index = found.count
      found.append(
        WrittenMapping(
          parent: parent, key: key, id: node["id"]?.text, kind: node["kind"]?.text, card: node["card"]?.text,
          isOnlyHere: node["quiz"]?.text == "false"))
      for entry in entries { collect(entry.value, entry.key, in: index) }
    }
    collect(root, "", in: nil)
    return found
  }
}

/// A mapping of a lesson's file, with the few keys that tell what it asks.
struct WrittenMapping {
  /// The index of the one it is in.
  var parent: Int?
  /// Under which key of that it is, in a list or not.
  var key: String
  var id: String?
  var kind: String?
  var card: String?
  /// `quiz: false`
  var isOnlyHere = false

  private struct Open {
    let column: Int
    let index: Int
    var lastKey = ""
  }

  /// In the order of the lines; nil where cards are named within a line.
  static func all(in text: String) -> [WrittenMapping]? {
    var found: [WrittenMapping] = []
    var open: [Open] = []
    var isLaidOut = true
    WrittenLine.read(text) { line in
      if line.content.first == UInt8(ascii: "{") {
        isLaidOut = !namesCard(line.content)
        return isLaidOut
      }
      guard let value = line.value, !line.key.isEmpty, line.key.allSatisfy(isWord) else { return true }
      while let last = open.last, line.item != nil ? last.column >= line.column : last.column > line.column {
        open.removeLast()
      }
      if open.last?.column != line.column {
        found.append(WrittenMapping(parent: open.last?.index, key: open.last?.lastKey ?? ""))
        open.append(Open(column: line.column, index: found.count - 1))
      }
      let key = String(decoding: line.key, as: UTF8.self)
      open[open.count - 1].lastKey = key
      found[open[open.count - 1].index].take(key, value)
      isLaidOut = !(isInline(value) && namesCard(value))
      return isLaidOut
    }
    return isLaidOut ? found : nil
  }

  private mutating func take(_ key: String, _ value: WrittenLine.Bytes) {
    switch key {
    case "id": id = Self.word(value)
    case "kind": kind = Self.word(value)
    case "card": card = Self.word(value)
    case "quiz": isOnlyHere = Self.word(value) == "false"
    default: break
    }
  }

  /// Without quotes and comment; nil where there is none.
  private static func word(_ value: WrittenLine.Bytes) -> String? {
    let start = value.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let word = start.prefix { isWord($0) }
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isInline(_ value: WrittenLine.Bytes) -> Bool {
    let first = value.first { $0 != UInt8(ascii: " ") }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private static func namesCard(_ flow: WrittenLine.Bytes) -> Bool {
    let text = String(decoding: flow, as: UTF8.self)
    return ["{card:", "{ card:", ", card:", ",card:"].contains { text.contains($0) }
  }
}
