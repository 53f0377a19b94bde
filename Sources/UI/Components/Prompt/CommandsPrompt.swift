import Analysis
import Documents
import Networking
import Terminal

/// One row of the palette: an action, or one of several that an action's key tells apart.
struct PaletteRow: Sendable {
  var name: LocalizedText
  /// As the help writes it; empty for what only the palette has.
  var key: String
  var sentence: LocalizedText
  var choice: Prompt.Choice
  /// Why it cannot be done now.
  var objection: LocalizedText?
}

// MARK: What there is to do

extension Model {
  /// Every action of the table, those that work now first.
  var commands: [PaletteRow] {
    let all = keymap.actions.flatMap(commands(of:))
    return all.filter { $0.objection == nil } + all.filter { $0.objection != nil }
  }

  private func commands(of action: Action) -> [PaletteRow] {
    let objection = objection(to: action)
    switch action.id {
    case .view:
      let shown = walk.map { ($0.picture.picture, $0.pictureSource) }
      return Picture.all.map { picture in
        let key = Character(String(picture.digit))
        let absence = shown.flatMap { picture == $0.0 ? nil : picture.absence(in: $0.1) }
        return PaletteRow(
          name: Texts.joined(action.short, picture.title), key: String(key), sentence: action.sentence,
          choice: .action(.view, .character(key)), objection: objection ?? absence)
      }
    case .answer where objection == nil:
      return (walk?.digitsOfQuestion ?? []).prefix(9).enumerated().map { index, text in
        let key = Character(String(index + 1))
        return PaletteRow(
          name: Texts.joined(action.short, Texts.both(String(key), String(key))), key: String(key),
          sentence: text, choice: .action(.answer, .character(key)))
      }
    default:
      let isNamed = !action.keys.isEmpty
      return [
        PaletteRow(
          name: action.short, key: isNamed ? action.shown : "", sentence: action.sentence,
          choice: .action(action.id, action.keys.first ?? .unknown), objection: objection)
      ]
    }
  }

  /// Why an action cannot be done on the screen under the line; nil when it can be tried.
  private func objection(to action: Action) -> LocalizedText? {
    guard activeKeysOfScreen.scopes.contains(action.scope) else {
      return Texts.worksOnly(in: action.scope, isCovered: walk != nil)
    }
    switch action.id {
    case .goToStop where walk?.lesson == nil: return Texts.noStops
    case .nextMatch where walk?.search.expression == nil, .previousMatch where walk?.search.expression == nil:
      return Texts.nothingSought
    default: return nil
    }
  }
}

// MARK: Reading

extension Model {
  func commandsReading(_ text: String) -> Prompt.Reading {
    var reading = Prompt.Reading()
    let query = text.trimmed
    reading.suggestions = suggestions(for: query)
    if let walk = top as? WalkScreen, let line = walk.verbLine(text, language)?.reading,
      // A command's name may begin like a verb.
      !line.suggestions.isEmpty || reading.suggestions.isEmpty
    {
      return line
    }
    if reading.suggestions.isEmpty, let latin = CommandQuery.latin(query) {
      reading.suggestions = suggestions(for: latin)
      if !reading.suggestions.isEmpty {
        reading.remark = Prompt.Remark(Texts.turnedBack(query, latin)[language], .notice)
      }
    }
    if reading.suggestions.isEmpty {
      reading.remark = Prompt.Remark(Texts.noCommand(query)[language], .wrong)
      correctVerb(of: query, in: &reading)
    }
    return reading
  }

  /// A line whose first word is nearly a verb: Tab takes the verb.
  private func correctVerb(of query: String, in reading: inout Prompt.Reading) {
    let first = query.prefix { $0 != " " }
    guard walk != nil,
      let word = nearest(to: String(first), in: Verb.all.flatMap { [$0.words.en, $0.words.ko] }),
      word != first.lowercased()
    else { return }
    reading.remark = Prompt.Remark(Texts.didYouMean(String(first), word)[language], .wrong)
    reading.completion = TextLine(word + query.dropFirst(first.count), limit: Prompt.longest)
  }

  private func suggestions(for query: String) -> [Prompt.Suggestion] {
    let match = CommandQuery(query)
    let ranked = commands.enumerated().compactMap {
      index, command -> (rank: Int, index: Int, command: PaletteRow)? in
      match.rank(sought(command), command.sentence).map { ($0, index, command) }
    }
    let found = ranked.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map { suggestion($0.command) }
    return direct(query) + found
  }

  /// What a command is found by: its name, and the verb that its line begins with.
  private func sought(_ command: PaletteRow) -> LocalizedText {
    guard case .action(let id, _) = command.choice, let verb = Verb(action: id) else { return command.name }
    return Texts.joined(verb.words, command.name)
  }

  private func suggestion(_ command: PaletteRow) -> Prompt.Suggestion {
    var row = Prompt.Suggestion(
      name: command.name[language], key: command.key,
      sentence: (command.objection ?? command.sentence)[language], isEnabled: command.objection == nil,
      choice: command.choice)
    if case .action(let id, _) = command.choice, let verb = Verb(action: id) {
      row.completion = TextLine(verb.words[language] + " ", limit: Prompt.longest)
    }
    return row
  }

  /// Places named outright: `42`, `m 120`, `stop 4`, the name of a stop; `save capture router`.
  private func direct(_ query: String) -> [Prompt.Suggestion] {
    guard let walk = top as? WalkScreen, !query.isEmpty else { return [] }
    let words = query.split(separator: " ").map(String.init)
    if words.count == 1, Int(words[0]) != nil {
      return walk.destination(.frame, words[0]).map { [suggestion($0)] } ?? []
    }
    if let place = GoToDestination.allCases.first(where: { $0.words.contains(words[0].lowercased()) }),
      words.count == 2
    {
      return walk.destination(place, words[1]).map { [suggestion($0)] } ?? []
    }
    if words.count == 1, let lesson = walk.lesson {
      let named = lesson.stops.indices.filter { lesson.stops[$0].id.hasPrefix(query.lowercased()) }
      let rows = named.map {
        suggestion(walk.destination(.stop, number: $0 + 1), detail: lesson.stops[$0].id)
      }
      if !rows.isEmpty { return rows }
    }
    return saveDirect(words, walk)
  }

  // MARK: Taking

  mutating func takeCommand(_ prompt: Prompt) -> Effect {
    guard let chosen = prompt.chosen else {
      if prompt.line.isEmpty { self.prompt = nil }
      return .none
    }
    return take(chosen)
  }

  /// Does what a suggestion stands for; the line stays when it cannot be done.
  mutating func take(_ suggestion: Prompt.Suggestion) -> Effect {
    guard suggestion.isEnabled else {
      prompt?.reading.remark = Prompt.Remark(suggestion.sentence, .wrong)
      return .none
    }
    switch suggestion.choice {
    case .line, .checksums: return .none
    case .whatIf(let whatIfs):
      if walk?.isAsking == true {
        prompt?.reading.remark = Prompt.Remark(Texts.answerFirst[language], .wrong)
        return .none
      }
      return fork(whatIfs)
    case .place(let destination):
      visit(destination)
      return .none
    case .action(let id, let key):
      prompt = nil
      return perform(id, key)
    case .saveCapture(let device):
      ask(.save(.capture(device: device)))
      return .none
    }
  }
}

/// Whether a command is meant by what was typed.
struct CommandQuery {
  private let words: [String]

  /// Signs alone are no part of a name.
  private let isNothing: Bool

  init(_ query: String) {
    words = CommandQuery.words(query)
    isNothing = words.isEmpty && !query.isEmpty
  }

  /// The keys that Hangul was typed with; nil when there is none.
  static func latin(_ text: String) -> String? {
    var isHangul = false
    let latin = text.map { character -> String in
      guard let strokes = HangulKeys.strokes(of: character) else { return String(character) }
      isHangul = true
      return String(strokes)
    }
    return isHangul ? latin.joined() : nil
  }

  /// Smaller is nearer; nil: it is not meant. Every word typed must be in the name or the sentence, in either language.
  func rank(_ name: LocalizedText, _ sentence: LocalizedText) -> Int? {
    var sum = 0
    if isNothing { return nil }
    for word in words {
      let ranks = Language.allCases.compactMap { rank(word, name[$0], sentence[$0]) }
      guard let best = ranks.min() else { return nil }
      sum += best
    }
    return sum
  }

  private func rank(_ word: String, _ name: String, _ sentence: String) -> Int? {
    let names = CommandQuery.words(name)
    if names.contains(word) { return 0 }
    if names.contains(where: { $0.hasPrefix(word) }) { return 1 }
    let whole = names.joined()
    if whole.contains(word) { return 3 }
    let said = CommandQuery.words(sentence)
    if said.contains(where: { $0.hasPrefix(word) }) { return 5 }
    if !word.utf8.allSatisfy({ $0 < 0x80 }), said.contains(where: { $0.contains(word) }) { return 6 }
    return word.count > 2 && names.contains { CommandQuery.isScattered(word, in: $0) } ? 8 : nil
  }

  /// The letters in their order, with others between.
  private static func isScattered(_ word: String, in text: String) -> Bool {
    var rest = word[...]
    for letter in text where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
