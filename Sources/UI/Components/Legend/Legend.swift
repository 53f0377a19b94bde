import Analysis
import Documents
import Terminal

/// The first page of the help: what signs and colours mean, and what is counted.
struct Legend {
  let language: Language
  let keymap: Keymap

  /// Columns it needs.
  static let width = 76

  var lines: [[Span]] { signs + [[]] + colours + [[]] + counters + [[]] + inPictures }

  // MARK: Signs

  private var signs: [[Span]] {
    let (left, right) = (
      list(.margin, under: Texts.inTheMargin), list(.around, under: Texts.aroundAThing)
    )
    let half = 2 + (left.dropFirst().map(\.displayWidth).max() ?? 0)
    return (0..<max(left.count, right.count)).map { index in
      let first = index < left.count ? left[index] : []
      let second = index < right.count ? right[index] : []
      return first + [Span(String.blanks(half - first.displayWidth))] + second
    }
  }

  private var inPictures: [[Span]] { list(.picture, under: Texts.inPictures) }

  /// The signs of a place, one below the other.
  private func list(_ place: Sign.Place, under head: LocalizedText) -> [[Span]] {
    let signs = Sign.all.filter { $0.place == place }
    let width = signs.map(\.text.displayWidth).max() ?? 0
    return [[Span(head[language], .strong)]]
      + signs.map { sign in
        [
          Span(" "), sign.span, Span(String.blanks(width - sign.text.displayWidth + 2)),
          Span(sign.meaning[language]),
        ]
      }
  }

  // MARK: Colours

  /// The same once more: nothing is said by colour alone.
  private var colours: [[Span]] {
    let badges: [(String, Role)] = [
      ("[HTTP]", .app), ("[TCP ]", .transport), ("[IP  ]", .internet), ("[Eth ]", .link),
    ]
    let meanings: [(LocalizedText, Role)] = [
      (Texts.litColour, .lit), (Texts.changedColour, .changed), (Texts.rightColour, .right),
      (Texts.wrongColour, .wrong),
    ]
    let samples = badges.map { Span($0.0, $0.1) } + meanings.map { Span($0.0[language], $0.1) }
    let head = Span(Texts.colours[language], .strong)
    return [[head] + samples.flatMap { [Span("  "), $0] }]
  }

  // MARK: Counters

  private var counters: [[Span]] {
    let rows: [(LocalizedText, LocalizedText, Action.ID, Action.ID)] = [
      (Texts.momentName, Texts.momentMeaning, .nextMoment, .previousMoment),
      (Texts.frameName, Texts.frameMeaning, .nextFrame, .previousFrame),
      (Texts.stopName, Texts.stopMeaning, .nextStop, .previousStop),
    ]
    let name = 9
    func row(_ head: LocalizedText, _ meaning: LocalizedText, _ keys: String) -> [Span] {
      let start = [Span(" " + head[language].padded(to: name), .strong), Span(meaning[language])]
      return start + [Span(String.blanks(Legend.width - 6 - start.displayWidth)), Span(keys, .strong)]
    }
    return [[Span(Texts.counted[language], .strong)]]
      + rows.map { row($0.0, $0.1, "\(key($0.2))  \(key($0.3))") }
      + [row(Texts.messageName, Texts.messageMeaning, "")]
      + Texts.countedNote[language].wrapped(to: Legend.width - 1).map { [Span(" " + $0, .quiet)] }
  }

  /// The first key of an action.
  private func key(_ action: Action.ID) -> String { keymap[action].keys.first?.shown ?? "" }
}
