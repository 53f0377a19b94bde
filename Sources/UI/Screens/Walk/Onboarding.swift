import Analysis
import Documents

/// Three lines that name the first keys, one after the other; each goes for ever once its key was pressed.
struct Onboarding: Sendable {
  private static let lines: [(action: Action.ID, text: LocalizedText)] = [
    (.nextStop, Texts.coachNext), (.down, Texts.coachField), (.why, Texts.coachWhy),
  ]

  /// Whose keys were pressed, now or in an earlier run.
  var learnt: Set<Action.ID> = []

  var line: LocalizedText? { Onboarding.lines.first { !learnt.contains($0.action) }?.text }

  mutating func pressed(_ action: Action.ID) {
    if Onboarding.lines.contains(where: { $0.action == action }) { learnt.insert(action) }
  }
}
