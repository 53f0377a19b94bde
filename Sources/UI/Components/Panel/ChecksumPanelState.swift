import Analysis
import Documents
import Networking
import Terminal

/// A checksum that is added up, word by word.
struct ChecksumPanelState: Codable, Equatable, Sendable {
  /// The layer whose checksum it is.
  var layer: LayerPath
  /// The word that is added; after the last one the result.
  var cursor = 0
  var previous: PreviousSelection

  init(layer: LayerPath, previous: PreviousSelection) {
    self.layer = layer
    self.previous = previous
  }

  /// The sum in the unit that is shown, and where it stands.
  struct View {
    var walk: ChecksumComputation
    var cursor: Int
    /// The word that is added; nil at the result.
    var word: ChecksumComputation.Word? { walk.words.indices.contains(cursor) ? walk.words[cursor] : nil }
    var isPseudo: Bool { word?.part == .pseudoHeader }
  }

  func view(in unit: Dissection) -> View? {
    guard let index = unit.index(of: layer), let walk = try? ChecksumComputation(unit, layer: index) else {
      return nil
    }
    return View(walk: walk, cursor: max(0, min(cursor, walk.words.count)))
  }

  mutating func handle(_ press: Press, in context: Panel.Context) -> [Panel.Request]? {
    guard let view = context.scene.unit.flatMap(view) else { return nil }
    let words = view.walk.words
    switch press.action {
    case .open: return move(to: min(view.cursor + 1, words.count), in: context)
    case .nextPane, .previousPane:
      let isNext = press.action == .nextPane
      let starts = words.indices.filter { $0 == 0 || words[$0].part != words[$0 - 1].part } + [words.count]
      let target = isNext ? starts.first { $0 > view.cursor } : starts.last { $0 < view.cursor }
      return move(to: target ?? (isNext ? 0 : words.count), in: context)
    case let action where Action.ID.movements.contains(action):
      return move(to: Movement.moved(view.cursor, action, count: words.count + 1, page: 9), in: context)
    default: return nil
    }
  }

  /// The field that the word is a part of is marked.
  mutating func move(to word: Int, in context: Panel.Context) -> [Panel.Request] {
    cursor = word
    guard let unit = context.scene.unit, let view = view(in: unit) else { return [] }
    let first = view.word?.bytes.lowerBound
    let source = unit.layers[view.walk.layer].source
    let place = first.flatMap { unit.innermostField(ofByte: $0, in: source) } ?? view.walk.place
    return [.mark(.field(unit.path(of: place)))]
  }

  var hints: [KeyHint] {
    [
      KeyHint(.down, "↑↓", "word", "워드"), KeyHint(.last, "End", "result", "결과"),
      KeyHint(.pageDown, "PgDn", "eight words", "여덟 워드"), KeyHint(.nextPane, "Tab", "part", "부분"),
      KeyHint(.back, "Esc", "close", "닫기"), .next,
    ]
  }
}
