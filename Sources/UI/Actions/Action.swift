import Analysis
import Documents
import Terminal

/// One thing the learner can do: the row from which its key binding, its line in the help and its place in the footer
/// come.
package struct Action: Sendable {
  package enum ID: String, CaseIterable, Sendable {
    case help, language, back, leave, redraw
    case up, down, pageUp, pageDown, first, last, open, nextPane, previousPane
    case nextStop, previousStop, nextMoment, previousMoment, nextFrame, previousFrame, start, furthest
    case view
    case edit, lose, delay, forks
    case zoom
    case why, checksum, compare
    case enterListed, leaveListed
    case answer, dontKnow, hint, skip
    case commands, find, nextMatch, previousMatch, copy
    case goToFrame, goToMoment, goToStop
    case theme, motion, leaveBehind
    case saveCapture, saveScreen, saveDrawing, saveLadder
    case lineTake, lineLeave, lineComplete, lineChoose, lineEdit
  }

  /// Where its keys are bound. A key is looked up in the contexts of a situation, first to last.
  package enum Context: CaseIterable, Sendable {
    case everywhere, walk, list, question, line
  }

  /// Which column of the help it stands in.
  package enum Group: CaseIterable, Sendable {
    case time, place, ask, find, question, leave, line
  }

  /// What the learner is in the middle of: it decides the footer.
  package enum Situation: CaseIterable, Sendable {
    case start, list, forks, walk, face, why, adding, comparing, choosing, typing, picking, answered,
      lookingAround, help
    /// A line is typed into, over any of the others.
    case line
  }

  /// How the footer names it.
  package struct Hint: Sendable {
    /// As it is shown; nil: the first of `shown`.
    package var key: String?
    package var label: LocalizedText
    /// Smaller stands further left; the last ones are dropped first.
    package var rank: Int
    /// Never dropped.
    package var isFixed = false
  }

  package let id: ID
  /// None for what only the palette has.
  package var keys: [Key]
  /// The keys as help writes them.
  package var shown: String
  package let context: Context
  package let group: Group
  /// In the help, a few words.
  package let short: LocalizedText
  /// What it does, in one sentence.
  package let sentence: LocalizedText
  package let hints: [Situation: Hint]

  package init(
    _ id: ID, _ keys: [Key], _ shown: String, in context: Context, _ group: Group, _ short: LocalizedText,
    _ sentence: LocalizedText, hints: [Situation: Hint] = [:]
  ) {
    self.id = id
    self.keys = keys
    self.shown = shown
    self.context = context
    self.group = group
    self.short = short
    self.sentence = sentence
    self.hints = hints
  }
}

extension Action.Situation {
  /// Whose keys work, the nearest first.
  package var contexts: [Action.Context] {
    switch self {
    case .start, .list, .forks: [.list, .everywhere]
    case .walk, .face, .why, .adding, .comparing, .answered, .lookingAround: [.walk, .everywhere]
    case .choosing: [.question, .walk, .everywhere]
    // Digits are views there, and in a text line they are text.
    case .typing, .picking: [.question, .walk, .everywhere]
    case .help: [.everywhere]
    case .line: [.line]
    }
  }
}

extension Action {
  /// The action a key means in a situation; capitals that mean nothing act as their small letter.
  package static func bound(to key: Key, in situation: Situation, among actions: [Action] = table) -> Action?
  {
    for context in situation.contexts {
      if let action = actions.first(where: { $0.context == context && $0.keys.contains(key) }) {
        if situation == .picking, action.id == .answer || action.id == .dontKnow, key != .character("0") {
          continue
        }
        return action
      }
    }
    if case .character(let letter) = key, letter.isUppercase, letter.isASCII {
      return bound(to: .character(Character(letter.lowercased())), in: situation, among: actions)
    }
    return nil
  }
}
