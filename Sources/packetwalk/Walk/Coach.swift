import Documents

/// Three lines that name the first keys, one after the other; each goes for ever once its key was pressed.
struct Coach: Sendable {
  private var left: [(action: Action.ID, text: LocalizedText)] = [
    (.nextStop, Texts.coachNext), (.down, Texts.coachField), (.why, Texts.coachWhy),
  ]

  var line: LocalizedText? { left.first?.text }

  mutating func pressed(_ action: Action.ID) { left.removeAll { $0.action == action } }
}
