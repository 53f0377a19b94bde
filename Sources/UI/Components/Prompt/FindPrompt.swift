import Analysis
import Documents
import Networking
import Terminal

/// `/`: a Wireshark filter over the walk. The line says while it is typed how much it matches, what is wrong where, and
/// what a word could become.
extension Model {
  mutating func findReading(_ line: TextLine) -> Prompt.Reading {
    var reading = Prompt.Reading()
    guard let walk = top as? WalkScreen else { return reading }
    let (recording, reference, moment) = (walk.recording, walk.reference, walk.moment)
    let devices = (walk.scene.world ?? recording.timeline.front).devices
    // What was read is kept for the whole line.
    let vocabulary =
      withWalk { $0.find { $0.vocabulary(in: $1, isAnew: line.isEmpty) } } ?? ExpressionScope()
    let words = FilterWords(vocabulary, marks: vocabulary.marks.sorted())
    reading.suggestions = words.suggestions(
      for: line,
      FilterWords.Source(
        devices: devices, reference: reference, asked: walk.isAsking ? walk.question?.question : nil),
      language)
    if line.string.trimmed.isEmpty { return reading }
    do throws(ExpressionError) {
      let expression = try Expression(line.string, as: .condition, vocabulary)
      guard let matches = withWalk({ $0.find { $0.matches(expression, in: $1) } }) else { return reading }
      reading.status = Span(
        (matches.moments.isEmpty ? "" : "✓ ") + Texts.count(matches)[language],
        matches.moments.isEmpty ? .text : .right)
      reading.remark = Prompt.Remark(Texts.enterGoes(matches, from: moment, recording)[language])
      if let flag = expression.fieldAsked, flag.fields.first?.type == .bool {
        reading.remark = Prompt.Remark(Texts.asksPresence(flag.text)[language], .notice)
      }
    } catch {
      say(error, of: line, words, in: &reading)
    }
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
    let text = prompt.line.string.trimmed
    if text.isEmpty {
      self.prompt = nil
      return .none
    }
    guard let vocabulary = withWalk({ $0.find { $0.vocabulary(in: $1) } }),
      let expression = try? Expression(text, as: .condition, vocabulary)
    else {
      if prompt.reading.remark == nil {
        self.prompt?.reading.remark = Prompt.Remark("✗ " + Texts.notFinishedYet[language], .wrong)
      } else {
        self.prompt?.reading.remark?.role = .wrong
      }
      return .none
    }
    guard let found = withWalk({ $0.find(first: expression) }) else { return .none }
    switch found {
    case .notYet(let matches):
      guard let walk else { break }
      self.prompt?.reading.remark = Prompt.Remark(
        Texts.enterGoes(matches, from: walk.moment, walk.recording)[language])
    case .nowhere(let matches):
      self.prompt?.reading.remark = Prompt.Remark(
        (matches.moments.isEmpty ? "✗ " + Texts.nothingFound(matches)[language] : Texts.onlyHere[language]),
        matches.moments.isEmpty ? .wrong : .text)
    case .there(let match, let isWrapped):
      self.prompt = nil
      say(Texts.match(match, text, wrapped: isWrapped))
    }
    return .none
  }
}

extension WalkScreen {
  enum Found {
    case nowhere(Matches)
    /// Not as far as one key looks: the next looks on.
    case notYet(Matches)
    case there(Match, isWrapped: Bool)
  }

  /// Goes to the first match after here; when there is none, from the start.
  fileprivate mutating func find(first expression: Expression) -> Found {
    let here = moment
    func look() -> Match? {
      find { search, context -> Match? in
        search.remember(expression)
        return search.match(expression, here, forward: true, in: context)
          ?? search.match(expression, 0, forward: true, in: context)
      }
    }
    var match = look()
    if match == nil || match?.moment == here, recordFurther() { match = look() }
    guard let match, match.moment != here else {
      var matches = find { $0.matches(expression, in: $1) }
      if !recording.isWhole { return .notYet(matches) }
      matches.isComplete = true
      return .nowhere(matches)
    }
    go(toMatch: match.moment, of: expression)
    return .there(match, isWrapped: match.moment < here)
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
