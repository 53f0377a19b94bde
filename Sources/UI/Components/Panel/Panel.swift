import Analysis
import Documents
import Networking
import Terminal

/// What the panel at the bottom shows.
enum PanelMode: Codable, Equatable, Sendable {
  /// The author's words, or what happens.
  case words
  /// The selected field looked at closely.
  case field
  case why(WhyPanelState)
  case checksum(ChecksumPanelState)
  case hop(HopPanelState)
  /// A wrong answer that was run.
  case run(RunPanelState)
}

/// The panel at the bottom of a walk. What speaks in it may take over the keys and move the selection above.
struct Panel: Component, Codable, Equatable {
  var mode = PanelMode.words

  struct Context {
    let recording: Recording
    let scene: Scene
    /// The moment the walk stands at; the scene may show another.
    let moment: Int
    let reference: any ReferenceTexts
    /// What is selected in the panes above.
    let selection: RowID?
    let byte: Int
    /// The field and the layer that are selected.
    let place: FieldPlace?
    let layer: Int?
    var language = Language.en

    var words: MomentNarration { MomentNarration(recording.topology, reference, language) }
    /// What is different from the hop before; nil when there was none.
    var hop: HopDiff? {
      guard let unit = scene.unit, let before = scene.before else { return nil }
      return HopDiff(before: before, after: unit)
    }
    /// What is said where nothing is different: only a frame that came in goes out as it came.
    var sameAsBefore: LocalizedText { scene.isFrame ? Texts.nothingChanged : Texts.nothingChangedInside }
  }

  enum Request: Equatable {
    case notice(LocalizedText)
    /// Another moment is shown; the walk stays where it is.
    case look(at: Int)
    /// What the walk stands at is shown again.
    case lookBack
    case jump(to: Int)
    /// A row of the fields is marked; what the learner follows stays.
    case mark(RowID)
    /// What was selected before the panel was opened.
    case restore(PreviousSelection)
    /// The marked field becomes the selected one.
    case choose
    /// The fields have the focus, when a question had it.
    case leaveQuestion
    /// Something was closed for it: now the same again.
    case again(Action.ID)
    case why(isAboutValue: Bool)
    /// Back to the question whose answer was run.
    case backToQuestion
    /// The other face of the comparison: a fork beside what it left.
    case compareRuns
  }

  /// It has the keys.
  var hasKeys: Bool {
    switch mode {
    case .why, .checksum, .hop, .run: true
    case .words, .field: false
    }
  }

  var isWhy: Bool {
    if case .why = mode { true } else { false }
  }

  /// What the panel lights in the panes above.
  func spotlight(in unit: Dissection?) -> PanelHighlight? {
    guard case .checksum(let sum) = mode, let unit, let view = sum.view(in: unit) else { return nil }
    return PanelHighlight(
      layer: view.walk.layer, bytes: view.word?.bytes ?? unit.node(view.walk.place).bytes,
      places: view.isPseudo ? view.walk.pseudoFields : [view.walk.place])
  }

  // MARK: Keys

  mutating func handle(_ press: Press, in context: Context) -> [Request]? {
    if case .run(var run) = mode {
      switch press.action {
      case .back: return [.backToQuestion]
      case .compare: return [.compareRuns]
      case .why, .checksum: break
      default:
        let requests = run.handle(press)
        // The first click on a row only marks it.
        mode = requests?.contains(.lookBack) == true ? .words : .run(run)
        return requests
      }
    }
    switch press.action {
    case .why: return toggleWhy(context)
    case .checksum: return toggleChecksum(context)
    case .compare: return toggleHop(context)
    default: break
    }
    switch mode {
    case .why(var why):
      if press.action == .back { return closing() }
      let requests = why.handle(press, in: context)
      // The first click on a row only marks it.
      let isLeft = press.action == .open && requests?.contains(.lookBack) == true
      mode = isLeft ? .words : .why(why)
      return requests
    case .checksum(var sum):
      guard press.action != .back else { return close() }
      let requests = sum.handle(press, in: context)
      mode = .checksum(sum)
      return requests
    case .hop(var hop):
      switch press.action {
      case .back: return close()
      case .open:
        mode = hop.previous.mode
        return [.choose]
      default:
        let requests = hop.handle(press, in: context)
        mode = .hop(hop)
        return requests
      }
    case .words, .field, .run: return nil
    }
  }

  private mutating func toggleWhy(_ context: Context) -> [Request] {
    if case .why = mode { return closing() }
    // Of a selected field the value is asked about first; why it was sent is the other face.
    if case .checksum = mode { return closing() + [.again(.why)] }
    return openWhy(isAboutValue: context.place != nil, context)
  }

  mutating func openWhy(isAboutValue: Bool, _ context: Context) -> [Request] {
    guard var why = isAboutValue ? WhyPanelState(valueIn: context) : WhyPanelState(sentIn: context) else {
      return [.notice(Texts.noFieldForWhy)]
    }
    why.previous = previous(context)
    mode = .why(why)
    return []
  }

  private mutating func toggleChecksum(_ context: Context) -> [Request] {
    if case .checksum = mode { return closing() }
    if hasKeys { return closing() + [.again(.checksum)] }
    guard let unit = context.scene.unit, let layer = context.layer else {
      return [.notice(Texts.noBytesToSum)]
    }
    do {
      _ = try ChecksumComputation(unit, layer: layer)
    } catch {
      return [.notice(Texts.noChecksum(error))]
    }
    var sum = ChecksumPanelState(layer: unit.path(ofLayer: layer), previous: previous(context))
    let requests = sum.move(to: 0, in: context)
    mode = .checksum(sum)
    return [.leaveQuestion] + requests
  }

  private mutating func toggleHop(_ context: Context) -> [Request] {
    if case .hop = mode { return closing() }
    if hasKeys { return closing() + [.again(.compare)] }
    guard context.scene.unit != nil else { return [.notice(Texts.noBytesToCompare)] }
    guard let diff = context.hop else {
      return [.notice(context.scene.isFrame ? Texts.firstCable : Texts.nothingBefore)]
    }
    var hop = HopPanelState(previous: previous(context))
    // The field that was selected, when it is one of those that changed.
    let row = context.place.flatMap { place in diff.changes.firstIndex { $0.after == place } } ?? 0
    let requests = hop.move(to: row, in: context)
    mode = .hop(hop)
    return [.leaveQuestion] + requests
  }

  private func previous(_ context: Context) -> PreviousSelection {
    switch mode {
    // The other why is asked from the same place, and one about a change from where it was compared.
    case .why(let why): if let previous = why.previous { return previous }
    case .hop(let hop): return hop.previous
    case .words, .field, .checksum, .run: break
    }
    return PreviousSelection(isField: mode == .field, selection: context.selection, byte: context.byte)
  }

  /// Closes whatever has the keys.
  private mutating func closing() -> [Request] {
    if case .why(let why) = mode {
      mode = why.previous?.mode ?? .words
      return why.lookBack
    }
    if case .run = mode {
      mode = .words
      return [.lookBack]
    }
    return close() ?? []
  }

  /// A closer look ends, and what was shown before is shown again; nil when there is none.
  mutating func close() -> [Request]? {
    let previous: PreviousSelection
    switch mode {
    case .checksum(let sum): previous = sum.previous
    case .hop(let hop): previous = hop.previous
    case .words, .field, .why, .run: return nil
    }
    mode = previous.mode
    return [.restore(previous)]
  }

  mutating func toggleField() { mode = mode == .field ? .words : .field }

  // MARK: Another moment

  /// Walking closes the why panel; words and field stay, the author's words come first at a stop. Sum and comparison
  /// stay open between stops as long as there is something to show.
  mutating func arrive(isStop: Bool, isAuthorsStop: Bool, scene: Scene) {
    switch mode {
    case .why, .run: mode = .words
    case .field: if isStop, isAuthorsStop { mode = .words }
    case .checksum(let sum):
      if isStop && isAuthorsStop || scene.unit.flatMap(sum.view) == nil { mode = .words }
    case .hop: if isStop && isAuthorsStop || scene.unit == nil || scene.before == nil { mode = .words }
    case .words: break
    }
  }
}
