import Analysis
import Documents
import Networking
import Terminal

/// `/`: a Wireshark filter over the walk. The line says while it is typed how much it matches, what is wrong where, and
/// what a word could become.
extension Model {
  mutating func findReading(_ line: TextLine) -> Prompt.Reading {
    var reading = Prompt.Reading()
    guard case .walk(var walk) = top else { return reading }
    // One finder for the whole line: it keeps what it has read.
    if walk.finder == nil || line.isEmpty { walk.finder = Finder(walk) }
    let vocabulary = walk.finder?.vocabulary ?? Vocabulary()
    let words = FilterWords(vocabulary, marks: vocabulary.marks.sorted())
    reading.suggestions = words.suggestions(for: line, walk, language)
    if !line.string.trimmed.isEmpty {
      do throws(ExpressionError) {
        let expression = try Expression(line.string, as: .condition, vocabulary)
        let matches = walk.matches(expression)
        reading.status = Span(
          (matches.moments.isEmpty ? "" : "✓ ") + Texts.count(matches)[language],
          matches.moments.isEmpty ? .text : .right)
        reading.remark = Prompt.Remark(Texts.enterGoes(matches, from: walk.moment, walk)[language])
        if let flag = expression.fieldAsked, flag.fields.first?.type == .bool {
          reading.remark = Prompt.Remark(Texts.asksPresence(flag.text)[language], .notice)
        }
      } catch {
        say(error, of: line, words, in: &reading)
      }
    }
    screens[screens.count - 1] = .walk(walk)
    return reading
  }

  /// What is wrong, where, and what was probably meant.
  private func say(
    _ error: ExpressionError, of line: TextLine, _ words: FilterWords, in reading: inout Prompt.Reading
  ) {
    let place = line.character(atByte: error.offset)
    let word = FilterWords.word(around: place, in: line.text)
    let isAtCursor = word.map { $0.upperBound == line.cursor } ?? false
    let isOpen = FilterWords.isInQuotes(line.text)
    if isOpen || place >= line.string.trimmedEnd.count || (isAtCursor && !reading.suggestions.isEmpty) {
      // Not wrong, only not finished.
      reading.status = Span("…", .quiet)
      if reading.suggestions.isEmpty {
        reading.remark = Prompt.Remark(Texts.notFinished(error)[language], .quiet)
      }
      return
    }
    reading.status = Span("✗ " + Texts.notValid[language], .wrong)
    guard let word, words.isUnknown(String(line.text[word])) else {
      reading.wrong = word ?? place..<min(place + 1, line.text.count)
      reading.remark = Prompt.Remark("✗ " + Texts.expression(error)[language], .wrong)
      return
    }
    let name = String(line.text[word])
    let guess = nearest(to: name, in: words.names)
    reading.wrong = word
    reading.remark = Prompt.Remark("✗ " + Texts.noName(name, guess)[language], .wrong)
    if let guess {
      var completed = line
      completed.replace(word, with: guess)
      reading.completion = completed
    }
  }

  mutating func takeFind(_ prompt: Prompt) -> Effect {
    guard case .walk(var walk) = top else { return .none }
    let text = prompt.line.string.trimmed
    if text.isEmpty {
      self.prompt = nil
      return .none
    }
    guard let vocabulary = walk.finder?.vocabulary,
      let expression = try? Expression(text, as: .condition, vocabulary)
    else {
      if prompt.reading.remark == nil {
        self.prompt?.reading.remark = Prompt.Remark("✗ " + Texts.notFinishedYet[language], .wrong)
      } else {
        self.prompt?.reading.remark?.role = .wrong
      }
      return .none
    }
    walk.sought = Sought(expression: expression, found: walk.sought?.found)
    var match = walk.match(expression, walk.moment, forward: true)
    // None after this: round to the start.
    if match == nil { match = walk.match(expression, 0, forward: true) }
    guard let match, match.moment != walk.moment else {
      var matches = walk.matches(expression)
      matches.isComplete = true
      self.prompt?.reading.remark = Prompt.Remark(
        (matches.moments.isEmpty ? "✗ " + Texts.nothingFound(matches)[language] : Texts.onlyHere[language]),
        matches.moments.isEmpty ? .wrong : .text)
      screens[screens.count - 1] = .walk(walk)
      return .none
    }
    let isWrapped = match.moment < walk.moment
    walk.goToMatch(match.moment, of: expression)
    screens[screens.count - 1] = .walk(walk)
    self.prompt = nil
    say(Texts.match(match, text, wrapped: isWrapped))
    return .none
  }
}

extension TextLine {
  /// The character in which a UTF-8 byte stands.
  func character(atByte offset: Int) -> Int {
    var bytes = 0
    for (index, character) in text.enumerated() {
      bytes += character.utf8.count
      if bytes > offset { return index }
    }
    return text.count
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
