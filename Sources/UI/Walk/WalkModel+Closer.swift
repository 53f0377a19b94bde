import Analysis
import Documents
import Networking
import Terminal

/// Looking closer: a checksum added up, and what a hop changed.
extension WalkModel {
  /// The sum that is shown, and where it stands.
  struct ChecksumInView {
    var walk: ChecksumWalk
    var cursor: Int
    /// The word that is added; nil at the result.
    var word: ChecksumWalk.Word? { walk.words.indices.contains(cursor) ? walk.words[cursor] : nil }
    var isPseudo: Bool { word?.part == .pseudoHeader }
  }

  var checksum: ChecksumInView? {
    guard case .checksum(let state) = face, let unit = scene.unit, let layer = unit.index(of: state.layer),
      let walk = try? ChecksumWalk(unit, layer: layer)
    else { return nil }
    return ChecksumInView(walk: walk, cursor: min(state.cursor, walk.words.count))
  }

  /// What is different from the hop before; nil when there was none.
  var hop: HopDiff? {
    guard let unit = scene.unit, let before = scene.before else { return nil }
    return HopDiff(before: before, after: unit)
  }

  // MARK: Opening and closing

  mutating func toggleChecksum() -> Outcome {
    if case .checksum = face {
      closeCloser()
      return .done
    }
    closeCloser()
    if case .why = face { closeWhy() }
    guard let unit = scene.unit, let layer = selectedLayer else { return .notice(Texts.noBytesToSum) }
    do {
      _ = try ChecksumWalk(unit, layer: layer)
    } catch {
      return .notice(Texts.noChecksum(error))
    }
    face = .checksum(ChecksumState(layer: unit.path(ofLayer: layer), below: below))
    if focus == .question { focus = .fields }
    moveInSum(to: 0)
    return .done
  }

  mutating func toggleHop() -> Outcome {
    if case .hop = face {
      closeCloser()
      return .done
    }
    closeCloser()
    if case .why = face { closeWhy() }
    guard scene.unit != nil else { return .notice(Texts.noBytesToCompare) }
    guard let hop else { return .notice(scene.isFrame ? Texts.firstCable : Texts.nothingBefore) }
    face = .hop(HopState(below: below))
    if focus == .question { focus = .fields }
    // The field that was selected, when it is one of those that changed.
    if let place = selectedPlace, let row = hop.changes.firstIndex(where: { $0.after == place }) {
      moveInHop(to: row)
    } else {
      moveInHop(to: 0)
    }
    return .done
  }

  /// What was shown before is shown again; false when there is nothing to close.
  @discardableResult
  mutating func closeCloser() -> Bool {
    let below: Below
    switch face {
    case .checksum(let state): below = state.below
    case .hop(let state): below = state.below
    default: return false
    }
    face = below.isField ? .field : .words
    (selection, byte) = (below.selection, below.byte)
    return true
  }

  private var below: Below { Below(isField: face == .field, selection: selection, byte: byte) }

  /// On the walk both stay open as long as there is something to show.
  mutating func keepLookingCloser(isStop: Bool) {
    switch face {
    case .checksum: if isStop || checksum == nil { face = .words }
    case .hop: if isStop || hop == nil { face = .words }
    default: break
    }
  }

  // MARK: Moving

  /// nil when neither is open.
  mutating func moveCloser(_ action: Action.ID) -> Outcome? {
    switch face {
    case .checksum:
      guard let sum = checksum else { return .done }
      moveInSum(to: WalkModel.moved(sum.cursor, action, count: sum.walk.words.count + 1, page: 9))
    case .hop(let state):
      guard let hop else { return .done }
      moveInHop(to: WalkModel.moved(state.cursor, action, count: max(1, hop.changes.count), page: 6))
    default: return nil
    }
    return .done
  }

  /// Goes to the next part of the sum, or to the next header that is different.
  mutating func nextPart(_ step: Int) -> Outcome? {
    switch face {
    case .checksum:
      guard let sum = checksum else { return .done }
      let words = sum.walk.words
      let starts = words.indices.filter { $0 == 0 || words[$0].part != words[$0 - 1].part } + [words.count]
      moveInSum(
        to: (step > 0 ? starts.first { $0 > sum.cursor } : starts.last { $0 < sum.cursor })
          ?? (step > 0 ? 0 : words.count))
    case .hop(let state):
      guard let changes = hop?.changes, !changes.isEmpty else { return .done }
      let starts = changes.indices.filter { $0 == 0 || changes[$0].layer != changes[$0 - 1].layer }
      moveInHop(
        to: (step > 0 ? starts.first { $0 > state.cursor } : starts.last { $0 < state.cursor })
          ?? (step > 0 ? 0 : starts[starts.count - 1]))
    default: return nil
    }
    return .done
  }

  /// The field that the word is a part of is marked.
  private mutating func moveInSum(to word: Int) {
    guard case .checksum(var state) = face, let unit = scene.unit else { return }
    state.cursor = word
    face = .checksum(state)
    guard let sum = checksum else { return }
    let first = sum.word?.bytes.lowerBound
    let source = unit.layers[sum.walk.layer].source
    let place = first.flatMap { unit.innermostField(ofByte: $0, in: source) } ?? sum.walk.place
    selection = .field(unit.path(of: place))
  }

  /// Fields and sentence follow.
  private mutating func moveInHop(to row: Int) {
    guard case .hop(var state) = face, let unit = scene.unit, let changes = hop?.changes else { return }
    state.cursor = max(0, min(row, changes.count - 1))
    face = .hop(state)
    guard changes.indices.contains(state.cursor) else { return }
    let change = changes[state.cursor]
    if let place = change.after {
      selection = .field(unit.path(of: place))
    } else if unit.index(of: change.layer) != nil {
      selection = .layer(change.layer)
    }
  }

  /// Enter: a sum goes on by one word, a change of a hop becomes the selection.
  mutating func openCloser() -> Outcome? {
    switch face {
    case .checksum: return moveCloser(.down)
    case .hop(let state):
      face = state.below.isField ? .field : .words
      focus = .fields
      if let place = selectedPlace { select(place) }
      return .done
    default: return nil
    }
  }
}
