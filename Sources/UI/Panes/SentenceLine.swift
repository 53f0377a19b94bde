import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// One spoken sentence on whatever is selected.
struct SentenceLine {
  let walk: WalkModel
  let language: Language

  func text(_ size: Size) -> String {
    if case .why = walk.face { return Texts.whySentence[language] }
    if let sum = walk.checksum { return Texts.checksumSentence(sum)[language] }
    if case .hop(let state) = walk.face, let diff = walk.hop {
      return hopText(diff, state)
    }
    if let text = questionText { return text }
    if walk.focus == .picture, let text = pictureText(size) { return text }
    guard let unit = walk.scene.unit else { return momentText }
    switch walk.selection {
    case .field:
      return walk.selectedPlace.map { fieldText(unit, $0) } ?? momentText
    case .layer(let path):
      return unit.index(of: path).map { layerText(unit, $0) } ?? momentText
    case .fold(let path):
      return foldText(unit, path)
    case nil: return momentText
    }
  }

  /// In a question: a hint, a remark, or how to answer.
  private var questionText: String? {
    guard let open = walk.lesson?.open, walk.face == .words, let situation = walk.questionSituation else {
      return nil
    }
    if situation == .lookingAround { return nil }
    if let remark = open.remark { return remark[language] }
    if let hint = open.hint { return Texts.hint(hint[language], language) }
    switch situation {
    case .choosing: return Texts.choosing[language]
    case .typing: return Texts.typing[language]
    case .answered: return walk.focus == .question ? Texts.answered[language] : nil
    default: return nil
    }
  }

  /// `laptop, Internet: puts it into a packet for 192.0.2.1`
  private var momentText: String { MomentText(walk: walk, language: language).whole(walk.scene.moment) }

  private func fieldText(_ unit: Dissection, _ place: NodePlace) -> String {
    Spoken.field(
      place, in: unit, was: walk.scene.changes.was[place],
      says: walk.reference.field(unit.node(place).field.name), language)
  }

  private func hopText(_ diff: HopDiff, _ state: HopState) -> String {
    guard diff.changes.indices.contains(state.cursor) else { return Texts.nothingChanged[language] }
    return HopTexts(walk: walk, diff: diff, language: language).sentence(diff.changes[state.cursor])
  }

  private func layerText(_ unit: Dissection, _ index: Int) -> String {
    let hint = Spoken.layerHint(isOpen: isOpen(index), language)
    return "\(Spoken.layer(unit.layers[index], language)) \(hint)"
  }

  private func isOpen(_ layer: Int) -> Bool {
    guard let unit = walk.scene.unit else { return false }
    return !walk.closed.contains(.layer(unit.path(ofLayer: layer)))
  }

  private func foldText(_ unit: Dissection, _ path: FieldPath) -> String {
    guard let layer = unit.index(of: path.layer) else { return "" }
    let nodes = unit.layers[layer].nodes
    let labels = walk.foldMembers.filter(nodes.indices.contains).map { nodes[$0].field.label }
    return Spoken.folded(labels, language)
  }

  private func pictureText(_ size: Size) -> String? {
    walk.pictureRow.flatMap { walk.pictureView(size, language).sentence($0) }
  }
}

extension MomentText {
  init(walk: WalkModel, language: Language) { self.init(walk.journey.topology, walk.reference, language) }
}
