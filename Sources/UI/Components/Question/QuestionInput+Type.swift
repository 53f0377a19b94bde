import Analysis
import Documents
import Lessons
import Terminal

/// Keys that type: into one line, into one of several slots, into as many lines as one likes.
extension QuestionInput {
  /// On an empty answer line these do what they do elsewhere; no answer begins with one.
  private static let keysOfAnEmptyLine: Set<Character> = ["w", "l", "?", "t", ":", "/"]

  /// nil when the key is none of the line's.
  mutating func type(_ key: Key, in context: Context) -> [Request]? {
    switch phase(context) {
    case .typing: return typeLine(key, context)
    case .filling: return fill(key, context)
    case .telling: return tell(key, context)
    default: return nil
    }
  }

  /// The only line there is.
  private mutating func typeLine(_ key: Key, _ context: Context) -> [Request]? {
    switch key {
    case .character(let character):
      let strokes = HangulKeys.strokes(of: character) ?? [character]
      // On an empty line the letters keep their meaning in a question; a mask may begin with its slash.
      let isMask = strokes == ["/"] && beginsWithSlash(context)
      if typed[0].isEmpty, strokes.count == 1, QuestionInput.keysOfAnEmptyLine.contains(strokes[0]), !isMask {
        return nil
      }
      var line = typed[0]
      line.insert(String(strokes))
      if case .type(let slots) = shape(context), let slot = slots.first, slot.form == .number,
        !slot.begins(line.string)
      {
        if strokes == ["e"], runs(slot, 0, context) { return nil }
        // No number has a w: it always gives a hint.
        if strokes == ["w"] { return hint(context) }
        remark = Texts.onlyHere(slot.value)
        return []
      }
      typed[0] = line
      remark = nil
    case .paste(let text): typed[0].insert(text)
    case .enter:
      return typed[0].isEmpty ? takeNothing(context) : submit(.lines([typed[0].string]), context)
    case .left, .right:
      // At the ends of the line the arrows are time again.
      let isAtEnd = typed[0].cursor == (key == .left ? 0 : typed[0].string.count)
      return isAtEnd || !typed[0].edit(key) ? nil : []
    default: return typed[0].edit(key) ? [] : nil
    }
    return []
  }

  /// Of a mask `/26` is one of the forms.
  private func beginsWithSlash(_ context: Context) -> Bool {
    guard case .type(let slots) = shape(context), let slot = slots.first else { return false }
    return [.ipv4, .network].contains(slot.value)
  }

  /// Enter with nothing typed helps: the next hint, after the last one the answer.
  private mutating func takeNothing(_ context: Context) -> [Request]? {
    context.state.hasHints ? hint(context) : giveUp(context)
  }

  // MARK: Slots

  private mutating func fill(_ key: Key, _ context: Context) -> [Request]? {
    guard case .type(let slots) = shape(context), let cursor, slots.indices.contains(cursor) else {
      return nil
    }
    switch key {
    case .up, .backtab: moveSlot(-1, context)
    case .down: moveSlot(1, context)
    case .tab:
      // From the last one it looks around.
      if cursor == slots.count - 1 { return nil }
      moveSlot(1, context)
    case .enter: return takeSlot(slots, context)
    case .left where typed[cursor].isEmpty, .right where typed[cursor].isEmpty: return nil
    case .character(let character):
      if isLocked(cursor, context) { return [] }
      let strokes = HangulKeys.strokes(of: character) ?? [character]
      if strokes == ["e"], runs(slots[cursor], cursor, context) { return nil }
      for stroke in strokes {
        guard typeInto(slots[cursor], stroke) else { return letter(stroke, in: slots[cursor], context) }
      }
    case .paste(let text):
      if !isLocked(cursor, context) { typed[cursor].insert(text) }
    default:
      let isWord = !slots[cursor].choices.isEmpty || typed[cursor].string == Slot.nothing
      guard !isLocked(cursor, context), !isWord else {
        guard key == .backspace || key == .control("u") else { return nil }
        if !isLocked(cursor, context) { typed[cursor].clear() }
        return []
      }
      return typed[cursor].edit(key) ? [] : nil
    }
    return []
  }

  /// `e` runs the last wrong answer while a slot is empty, and in one that no letter is typed into at any time. The names
  /// of values may be written in capitals; in a slot for any words, or for hexadecimal digits, it is a letter.
  func runs(_ slot: Slot, _ index: Int, _ context: Context) -> Bool {
    guard context.canRun || context.isRunLater else { return false }
    let isLetter = [.text, .mac, .bytes].contains(slot.value) && slot.choices.isEmpty
    return !isLetter && (typed[index].isEmpty || !slot.choices.isEmpty)
  }

  /// False when the slot has no use for the character.
  private mutating func typeInto(_ slot: Slot, _ character: Character) -> Bool {
    guard let cursor else { return false }
    let choices = slot.choices
    let number = character.wholeNumberValue
    let isNothing = typed[cursor].string == Slot.nothing
    if character == "n", slot.nothing != nil, slot.form != .text, typed[cursor].isEmpty || !choices.isEmpty {
      typed[cursor] = TextLine(Slot.nothing)
      settle()
      return true
    }
    switch slot.form {
    case .text:
      if typed[cursor].isEmpty, slot.leaves(character) { return false }
      typed[cursor].insert(character)
    case .number:
      var line = isNothing ? TextLine() : typed[cursor]
      line.insert(character)
      guard slot.begins(line.string) else { return false }
      typed[cursor] = line
    case .oneOf:
      guard let number, (1...choices.count).contains(number) else { return false }
      typed[cursor] = TextLine(String(number))
    case .anyOf:
      guard let number, (1...choices.count).contains(number) else { return false }
      var ticks = Set(typed[cursor].string.split(separator: " ").compactMap { Int($0) })
      if ticks.remove(number) == nil { ticks.insert(number) }
      typed[cursor] = TextLine(ticks.sorted().map(String.init).joined(separator: " "))
    }
    settle()
    return true
  }

  /// A letter that types nothing: `w` gives a hint, others keep their meaning on an empty slot.
  private mutating func letter(_ letter: Character, in slot: Slot, _ context: Context) -> [Request]? {
    if letter == "w" { return hint(context) }
    guard let cursor, typed[cursor].isEmpty, QuestionInput.keysOfAnEmptyLine.contains(letter) else {
      remark = slot.form == .number ? Texts.onlyHere(slot.value) : Texts.digitsOnly
      return []
    }
    return nil
  }

  /// Takes the slot and goes to the next empty one; with none left it answers. An empty one: the next hint, after the
  /// last the answer.
  private mutating func takeSlot(_ slots: [Slot], _ context: Context) -> [Request]? {
    guard let cursor else { return [] }
    if typed[cursor].isEmpty { return takeNothing(context) }
    settle()
    guard take(cursor, slots) else { return [] }
    let later = Array(slots.indices.filter { $0 > cursor }) + slots.indices.filter { $0 < cursor }
    if let next = later.first(where: { typed[$0].isEmpty }) {
      self.cursor = next
      return []
    }
    // What was left without Enter is taken too.
    for index in slots.indices where !take(index, slots) { return [] }
    return submit(.lines(typed.map(\.string)), context)
  }

  /// Keeps what stands in a slot; false when it is no answer, which is said there.
  private mutating func take(_ index: Int, _ slots: [Slot]) -> Bool {
    do throws(InvalidAnswer) {
      typed[index] = TextLine(try slots[index].taken(typed[index].string))
      return true
    } catch {
      cursor = index
      remark = error.text
      return false
    }
  }

  private mutating func moveSlot(_ step: Int, _ context: Context) {
    settle()
    cursor = max(0, min(typed.count - 1, (cursor ?? 0) + step))
  }

  /// What was right at the first try stays as it is.
  func isLocked(_ slot: Int, _ context: Context) -> Bool {
    guard let attempt = context.state.attempts.last, context.state.isOpen else { return false }
    let parts = context.question.parts(of: attempt.answer)
    return parts.indices.contains(slot) && parts[slot].isRight
  }

  /// What is typed into the blanks of the frame, for the panes that show it.
  func blanks(_ context: Context) -> [(place: Subject, text: String, isCurrent: Bool, isRight: Bool)] {
    guard context.state.isOpen, case .type(let slots) = shape(context) else { return [] }
    return slots.indices.compactMap { index in
      guard let place = slots[index].place, typed.indices.contains(index) else { return nil }
      return (place, typed[index].string, index == cursor, isLocked(index, context))
    }
  }

  // MARK: One's own words

  /// Everything types. Enter ends a line, on an empty one it ends all.
  private mutating func tell(_ key: Key, _ context: Context) -> [Request]? {
    let last = typed.count - 1
    switch key {
    case .character(let character): tell(character)
    case .paste(let text):
      for line in text.split(whereSeparator: \.isNewline) {
        for character in line { tell(character) }
        typed.append(TextLine(limit: QuestionInput.longestLine))
      }
    case .enter:
      guard typed[last].isEmpty else {
        typed.append(TextLine(limit: QuestionInput.longestLine))
        break
      }
      return submit(.lines(typed.dropLast().map(\.string)), context)
    case .backspace where typed[last].isEmpty && last > 0: typed.removeLast()
    case .left where typed[last].isEmpty, .right where typed[last].isEmpty: return nil
    default: return typed[last].edit(key) ? [] : nil
    }
    cursor = typed.count - 1
    settle()
    return []
  }
}

extension QuestionInput {
  /// Puts a character into the last line; the word that would be too long for it goes on in the next.
  private mutating func tell(_ character: Character) {
    let last = typed.count - 1
    let text = typed[last].string
    let isAtEnd = typed[last].cursor == text.count
    guard isAtEnd, text.displayWidth + String(character).displayWidth > QuestionInput.longestLine else {
      typed[last].insert(character)
      return
    }
    var next = TextLine(limit: QuestionInput.longestLine)
    if let blank = text.lastIndex(of: " "), character != " " {
      typed[last] = TextLine(String(text[..<blank]), limit: QuestionInput.longestLine)
      next.insert(String(text[blank...].dropFirst()))
    }
    if character != " " { next.insert(character) }
    typed.append(next)
  }
}

extension Slot {
  /// One types a value there, and there is one.
  var isPlain: Bool { choices.isEmpty && nothing == nil }

  /// Whether a line can become what is typed there, where letters keep their meaning as keys.
  func begins(_ line: String) -> Bool {
    let text = line.lowercased()
    if value == .mac { return text.allSatisfy("0123456789abcdef:-.".contains) }
    let rest = text.hasPrefix("/") ? String(text.dropFirst()) : text
    return Slot.beginsNumber(rest) && (rest.hasPrefix("0x") || rest.hasPrefix("0b") || !rest.hasHexLetters)
  }

  /// Whether a line can become a number, an address or a prefix: letters stand in hexadecimal after 0x, in binary after 0b,
  /// and in pairs in a MAC address.
  static func beginsNumber(_ line: String) -> Bool {
    let text = String(line.map { $0.wholeNumberValue.map { Character(String($0)) } ?? $0 }).lowercased()
    func are(_ characters: some StringProtocol, among allowed: String) -> Bool {
      characters.allSatisfy(allowed.contains)
    }
    for (prefix, digits) in [("0x", "0123456789abcdef_"), ("0b", "01_")] where text.hasPrefix(prefix) {
      return are(text.dropFirst(2), among: digits)
    }
    let pairs = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "-" }
    let isMAC =
      pairs.count <= 6 && pairs.dropLast().allSatisfy { $0.count == 2 } && pairs.last!.count <= 2
      && pairs.allSatisfy { are($0, among: "0123456789abcdef") }
    let number = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return isMAC || number.isEmpty || number.first!.isNumber && are(number, among: "0123456789._ /")
  }

  /// What its number is of; empty where a value is typed.
  var choices: [Choice] { form.choices }
}

extension String {
  fileprivate var hasHexLetters: Bool { contains { ("a"..."f").contains($0) } }
}

extension Slot {
  /// Keys that keep their meaning while nothing is typed into a slot for words: letters with which none begins. No name of
  /// a value begins with `w`, a name of a host does.
  fileprivate func leaves(_ character: Character) -> Bool {
    if case .named = value, character == "w" { return true }
    return ["?", ":"].contains(character)
  }
}
