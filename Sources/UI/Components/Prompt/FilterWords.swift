import Analysis
import Documents
import Lessons
import Networking

/// The words that a filter can be made of, with what is said of each.
struct FilterWords {
  let vocabulary: ExpressionScope
  let marks: [String]
  private var devices: [String: DeviceScope] { vocabulary.devices }

  /// Rows offered at most.
  static let most = 60

  init(_ vocabulary: ExpressionScope, marks: [String]) {
    self.vocabulary = vocabulary
    self.marks = marks
  }

  /// Fields and protocols, moments, devices with their tables, marks: in the order in which they are offered.
  var names: [String] {
    FilterWords.fields + FilterWords.moments + devices.keys.sorted().flatMap(deviceWords)
      + marks.map { $0 + "." }
  }

  /// `frame` is no protocol of a screen, but expressions may ask it.
  private static let fields: [String] = (Protocols.all.map(\.name) + Protocols.fields.keys).sorted()
  /// Words that are values.
  private static let constants: Set = ["true", "false", "none", "you"]
  private static let moments = MomentProperty.all.map { "moment.\($0.name)" }

  private func deviceWords(_ device: String) -> [String] {
    vocabulary.words(for: device)
  }

  /// Whether a word looks like a name and is none.
  func isUnknown(_ word: String) -> Bool {
    guard let first = word.first, first.isLetter || first == "_", !word.contains(":") else { return false }
    if Protocols.fields[word] != nil || Protocols.named(word) != nil { return false }
    if ExpressionFunction(rawValue: word) != nil || FilterWords.constants.contains(word)
      || FilterWords.moments.contains(word)
    {
      return false
    }
    let head = word.prefix { $0 != "." }
    return devices[String(head)] == nil && !marks.contains(String(head))
  }

  // MARK: Where the insertion point stands

  static func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._:-".contains(character))
  }

  /// The word at a place of a line; nil when there is none.
  static func word(around place: Int, in text: [Character]) -> Range<Int>? {
    var start = min(place, text.count)
    var end = start
    while start > 0, isWord(text[start - 1]) { start -= 1 }
    while end < text.count, isWord(text[end]) { end += 1 }
    return start == end ? nil : start..<end
  }

  /// Whether a text that was begun is not closed.
  static func isInQuotes(_ text: [Character]) -> Bool { quotes(text[...]).count % 2 == 1 }

  private static func quotes(_ text: ArraySlice<Character>) -> [Int] {
    text.indices.filter { text[$0] == "\"" && ($0 == 0 || text[$0 - 1] != "\\") }
  }

  /// What `moment.kind == "ar` asks for; nil outside of such a text.
  private static func quoted(in line: TextLine) -> (property: MomentProperty, start: Int)? {
    let before = line.text[..<line.cursor]
    let quotes = quotes(before)
    guard quotes.count % 2 == 1, let quote = quotes.last else { return nil }
    let words = String(before[..<quote]).split(separator: " ")
    guard words.count >= 2, let property = words.dropLast().last, property.hasPrefix("moment.") else {
      return nil
    }
    return MomentProperty(named: String(property.dropFirst(7))).map { ($0, quote + 1) }
  }

  // MARK: Suggestions

  /// What is said of names.
  struct Source {
    /// As they are where the learner stands.
    let devices: [Device]
    let reference: any ReferenceTexts
    /// The question that is open: its answer is told nowhere.
    var asked: PreparedQuestion?
  }

  func suggestions(for line: TextLine, _ source: Source, _ language: Language) -> [Prompt.Suggestion] {
    if let (property, start) = FilterWords.quoted(in: line) {
      return values(of: property, line, from: start, source, language)
    }
    let ofTables = tableSuggestions(for: line, source, language)
    if !ofTables.isEmpty { return ofTables }
    guard let word = FilterWords.word(around: line.cursor, in: line.text) else {
      return line.isEmpty ? openings(source, language) : []
    }
    let typed = String(line.text[word.lowerBound..<line.cursor]).lowercased()
    guard let first = typed.first, first.isLetter else { return [] }
    let all = names
    let head = typed.prefix { $0 != "." }
    // What begins with it, what a part of begins with it (`uri` of http.request.uri), what has it anywhere.
    var found = all.filter { $0.hasPrefix(typed) }
    if typed.count > 1 {
      let more = all.filter { $0.contains(typed) && !$0.hasPrefix(typed) }
      let isPart = { (name: String) in name.contains(".\(typed)") || name.contains("_\(typed)") }
      found += more.filter(isPart) + more.filter { !isPart($0) }
    }
    if marks.contains(String(head)), typed.contains(".") {
      let rest = typed.dropFirst(head.count + 1)
      let ofDevices = devices.keys.sorted().flatMap(deviceWords)
      found += (FilterWords.moments + FilterWords.fields + ofDevices).filter { $0.hasPrefix(rest) }.map {
        "\(head).\($0)"
      }
    }
    found += ExpressionFunction.allCases.map { $0.rawValue + "(" }.filter { $0.hasPrefix(typed) }
    if found == [typed] { return [] }
    return found.prefix(FilterWords.most).map { name in
      suggestion(name, says: sentence(name, source, language), in: line, word)
    }
  }

  /// On an empty line: the protocols, and what else a filter can begin with.
  private func openings(_ source: Source, _ language: Language) -> [Prompt.Suggestion] {
    let protocols = Protocols.all.map(\.name).filter { $0 != "frame" && $0 != "data" }
    let moments = MomentProperty.ofEveryKind.map { "moment.\($0.name)" }
    return (protocols + moments).map { name in
      suggestion(name, says: sentence(name, source, language), in: TextLine(limit: Prompt.longest), 0..<0)
    }
  }

  private func values(
    of property: MomentProperty, _ line: TextLine, from start: Int, _ source: Source, _ language: Language
  ) -> [Prompt.Suggestion] {
    let typed = String(line.text[start..<line.cursor])
    let all: [(name: String, says: String)] =
      switch property {
      case .kind:
        MomentKind.all.map {
          ($0.name, FilterWords.withoutSlots(source.reference.sentence(of: $0)?[language] ?? ""))
        }
      case .layer: LayerKind.allCases.map { ($0.rawValue, Texts.layer($0, language)) }
      case .device:
        source.devices.map { ($0.name, $0.label[language]) } + [
          ("you", Texts.you[language])
        ]
      default: []
      }
    let end = line.text[line.cursor...].firstIndex(of: "\"").map { $0 + 1 } ?? line.text.count
    return all.filter { $0.name.contains(typed) }
      .sorted { ($0.name.hasPrefix(typed) ? 0 : 1) < ($1.name.hasPrefix(typed) ? 0 : 1) }
      .prefix(FilterWords.most).map { value in
        var completed = line
        completed.replace(start..<end, with: value.name + "\"")
        return Prompt.Suggestion(name: value.name, sentence: value.says, choice: .line(completed))
      }
  }

  /// `asks who has {address}` with `…` for what a moment would fill in.
  private static func withoutSlots(_ text: String) -> String {
    var result = ""
    var depth = 0
    for character in text {
      if character == "{" {
        if depth == 0 { result += "…" }
        depth += 1
      } else if character == "}" {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        result.append(character)
      }
    }
    return result
  }

  func suggestion(
    _ name: String, says: String, in line: TextLine, _ word: Range<Int>
  ) -> Prompt.Suggestion {
    var completed = line
    completed.replace(word, with: name)
    return Prompt.Suggestion(name: name, sentence: says, choice: .line(completed))
  }

  /// One sentence about a name.
  private func sentence(_ name: String, _ source: Source, _ language: Language) -> String {
    if let field = source.reference.field(name) { return field[language] }
    if let fields = Protocols.fields[name] {
      return fields.count > 1 || fields[0].name != name
        ? Texts.alias(fields.map(\.name), language) : fields[0].label
    }
    if let descriptor = Protocols.named(name) { return descriptor.title }
    if name.hasPrefix("moment."), let property = MomentProperty(named: String(name.dropFirst(7))) {
      return Texts.moment(property)[language]
    }
    if name.hasSuffix("("), let function = ExpressionFunction(rawValue: String(name.dropLast())) {
      return function.purpose[language]
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if marks.contains(parts[0]) { return Texts.mark(parts[0])[language] }
    let label = source.devices.first { $0.name == parts[0] }?.label[language] ?? parts[0]
    if parts.count == 2, let table = table(named: name[...])?.table {
      return Texts.table(table, of: label, TableNarration(source.reference, language))
    }
    let property = DeviceProperty.named.first { name.hasSuffix(".\($0.rawValue)") } ?? .itself
    return Texts.device(property, of: label)[language]
  }
}
