import Analysis
import Terminal
import Testing

@testable import UI

@Suite struct ActionTableTests {
  /// Keys that a question takes from the walk; nothing else shadows anything.
  static let allowedShadows: Set<Key> =
    Set((1...9).map { Key.character(Character(String($0))) } + [" ", .right, "l", "w"])

  @Test(arguments: Action.Situation.allCases)
  func noKeyMeansTwoThings(_ situation: Action.Situation) {
    var owners: [Key: (Action.ID, Action.Context)] = [:]
    for action in Action.table where situation.contexts.contains(action.context) {
      for key in action.keys {
        if let (other, context) = owners[key] {
          let isShadow = Set([context, action.context]) == [.walk, .question]
          #expect(
            isShadow && Self.allowedShadows.contains(key),
            "\(key.shown) is \(other.rawValue) and \(action.id.rawValue) in \(situation)")
        }
        owners[key] = (action.id, action.context)
      }
    }
  }

  @Test func everyActionIsThereOnceAndHasAKeyOrIsOnlyInThePalette() {
    #expect(Action.table.map(\.id).count == Set(Action.table.map(\.id)).count)
    #expect(Set(Action.table.map(\.id)) == Set(Action.ID.allCases))
    let keyless = Set(Action.table.filter { $0.keys.isEmpty }.map(\.id))
    #expect(
      keyless == [
        .theme, .motion, .leaveBehind, .goToFrame, .goToMoment, .goToStop, .saveCapture, .saveScreen,
        .saveDrawing, .saveLadder,
      ])
  }

  @Test func noActionHasOnlyACapital() {
    for action in Action.table where !action.keys.isEmpty {
      let plain = action.keys.contains { key in
        if case .character(let letter) = key { return !letter.isUppercase }
        return true
      }
      #expect(plain, "\(action.id.rawValue)")
    }
  }

  @Test func anUnboundCapitalActsAsItsSmallLetter() {
    #expect(Action.bound(to: "W", in: .walk)?.id == .why)
    #expect(Action.bound(to: "G", in: .walk)?.id == .last)
    #expect(Action.bound(to: "X", in: .walk)?.id == .lose)
    #expect(Action.bound(to: "R", in: .walk) == nil)
  }

  @Test(arguments: Action.Situation.allCases)
  func digitsAnswerOnlyChoices(_ situation: Action.Situation) {
    let expected: Action.ID? =
      switch situation {
      // In a text line keys type before the table is asked.
      case .choosing, .typing: .answer
      case .start, .list, .forks, .help, .line: nil
      default: .view
      }
    #expect(Action.bound(to: "1", in: situation)?.id == expected)
  }

  @Test(arguments: Action.Situation.allCases)
  func theFooterSaysHowToGoOn(_ situation: Action.Situation) {
    let hints = Action.table.compactMap { $0.hints[situation] }
    #expect(hints.contains { $0.isFixed })
    #expect(Set(hints.map(\.rank)).count == hints.count, "two entries of one rank in \(situation)")
  }
}
