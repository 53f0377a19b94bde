/// What a line means when it is no answer.
enum PlainCommand {
  case goOn, back, help, again, quit
  /// "I don't know", as on the screen.
  case giveUp
  /// Of the last wrong answer.
  case run
  /// Of a field's value; nil: of what is shown.
  case why(String?)
  case fields(String?)
  /// Of a device; nil: those that matter now.
  case tables(String?)

  /// Korean letters stand for the keys they are on.
  init?(_ line: String) {
    let words = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
    let rest = words.count == 2 ? String(words[1]).trimmed : nil
    switch (words.first?.lowercased() ?? "", rest) {
    case ("", _): self = .goOn
    case ("b", nil), ("ㅠ", nil): self = .back
    case ("?", nil): self = .help
    case ("s", nil), ("ㄴ", nil): self = .again
    case ("q", nil), ("ㅂ", nil): self = .quit
    case ("0", nil): self = .giveUp
    case ("e", nil), ("ㄷ", nil): self = .run
    case ("w", let name), ("ㅈ", let name): self = .why(name)
    case ("f", let name), ("ㄹ", let name): self = .fields(name)
    case ("t", let name), ("ㅅ", let name): self = .tables(name)
    default: return nil
    }
  }
}

extension InputShape {
  /// Rows are counted from 1 there, so that 0 is no answer; where a value or a byte is typed it is one.
  var takesNumbersOfRows: Bool {
    switch self {
    case .choose, .order, .pair, .mark: true
    case .type(let slots): slots.count == 1 && !slots[0].form.choices.isEmpty
    case .point(let targets, _): targets.unit == nil
    case .lines: false
    }
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    let body = drop { $0 == " " || $0 == "\t" }
    return String(body.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  /// What stands between double quotes; nil without them.
  var unquoted: String? {
    guard count >= 2, first == "\"", last == "\"" else { return nil }
    return String(dropFirst().dropLast())
  }
}
