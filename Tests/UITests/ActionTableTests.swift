import Analysis
import Terminal
import Testing

@testable import UI

@Suite struct ActionTableTests {
  /// Keys that a question takes from the walk; nothing else shadows anything.
  static let allowedShadows: Set<Key> =
    Set((1...9).map { Key.character(Character(String($0))) } + [" ", .right, "l", "w"])

  /// Space where one ticks or lifts, Backspace where one takes away.
  private func isAllowed(_ key: Key, _ one: Action.Scope, _ other: Action.Scope) -> Bool {
    switch Set([one.name, other.name]) {
    case ["ticking", "question"], ["ticking", "walk"]: key == " "
    case ["pairing", "walk"]: key == .backspace
    case let scopes where scopes.contains("ticking") || scopes.contains("pairing"): false
    default: Self.allowedShadows.contains(key)
    }
  }

  @Test func noKeyMeansTwoThings() {
    for scopes in Screens.scopeSets {
      var owners: [Key: Action] = [:]
      for action in Action.table where scopes.contains(action.scope) {
        for key in action.keys {
          if let other = owners[key] {
            let isShadow =
              action.scope.shadows.contains(other.scope.name)
              || other.scope.shadows.contains(action.scope.name)
            #expect(
              isShadow && isAllowed(key, action.scope, other.scope),
              "\(key.shown) is \(other.id.name) and \(action.id.name) in \(scopes.map(\.name))")
          }
          owners[key] = action
        }
      }
    }
  }

  @Test func everyActionIsThereOnceAndHasAKeyOrIsOnlyInThePalette() {
    #expect(Action.table.map(\.id).count == Set(Action.table.map(\.id)).count)
    let keyless = Set(Action.table.filter { $0.keys.isEmpty }.map(\.id))
    // What takes words after it has no key: a verb begins a line.
    let verbs = Set(Verb.all.map(\.action))
    #expect(
      keyless.subtracting(verbs) == [
        .theme, .motion, .leaveBehind, .goToFrame, .goToMoment, .goToStop, .saveCapture, .saveScreen,
        .saveDrawing, .saveLadder, .startOver, .forks, .reference,
      ])
    #expect(verbs.isSubset(of: keyless))
  }

  @Test func noActionHasOnlyACapital() {
    for action in Action.table where !action.keys.isEmpty {
      let plain = action.keys.contains { key in
        if case .character(let letter) = key { return !letter.isUppercase }
        return true
      }
      #expect(plain, "\(action.id.name)")
    }
  }

  @Test func anUnboundCapitalActsAsItsSmallLetter() throws {
    let walk = Fixture.model(try Fixture.home.get()).activeKeys
    #expect(Keymap.standard.action(for: "W", in: walk)?.id == .why)
    #expect(Keymap.standard.action(for: "G", in: walk)?.id == .last)
    #expect(Keymap.standard.action(for: "X", in: walk)?.id == .lose)
    #expect(Keymap.standard.action(for: "R", in: walk) == nil)
  }

  /// Every situation that keys lead to in all screens, with what was pressed for it.
  private func situations() throws -> [(way: String, model: Model)] {
    let ways = [
      "", "w", "c", "v", "] ENTER", "] ] x", "] ] x f", "?", ":", "] v", "] c", "→ →", "→ → 0", "→ → TAB",
      "→ → ↓",
    ]
    var found: [(String, Model)] = [("start", Fixture.model())]
    var ended = Fixture.model(try Fixture.tourAtEnd())
    try ended.press(keys("→"))
    found.append(("summary", ended))
    for lists in ["ENTER", "↓ ENTER", "↓ ENTER / a", "↓ ↓ ENTER", ": r e f e r e n c e ENTER"] {
      var model = Fixture.model()
      try model.press(keys(lists))
      found.append((lists, model))
    }
    for (action, screen) in Fixture.screens(over: try Fixture.forked()) {
      var model = Fixture.model(try Fixture.forked())
      model.screens.append(screen)
      found.append((action.name, model))
    }
    for walk in [try Fixture.home.get(), try Fixture.tour.get()] {
      for way in ways {
        var model = Fixture.model(walk)
        try model.press(keys(way))
        found.append((way, model))
      }
      // Through the whole walk, every question left open, looked away from, given up.
      var model = Fixture.model(walk)
      for step in 0..<40 {
        try model.press(keys(step % 3 == 0 ? "→" : step % 3 == 1 ? "TAB" : "0"))
        found.append(("step \(step)", model))
      }
    }
    return found
  }

  @Test func everySituationIsOneOfThoseThatCollisionsAreLookedForIn() throws {
    for (way, model) in try situations() {
      let scopes = model.activeKeys.scopes
      #expect(
        Screens.scopeSets.contains { set in scopes.allSatisfy(set.contains) },
        "\(way): \(scopes.map(\.name))")
    }
  }

  @Test func digitsAnswerOnlyChoices() throws {
    for (way, model) in try situations() {
      let action = Keymap.standard.action(for: "1", in: model.activeKeys)?.id
      if model.activeKeys.scopes.contains(.choices) {
        #expect(action == .answer, "\(way)")
      } else if model.activeKeys.scopes.contains(.walk) {
        #expect(action == .view, "\(way)")
      } else {
        #expect(action == nil, "\(way)")
      }
    }
  }

  @Test func theFooterSaysHowToGoOn() throws {
    for (way, model) in try situations() {
      model.expectWholeFooter(way)
    }
  }

  /// The same in questions of every shape, of which our lessons do not have all yet.
  @Test(arguments: QuestionInput.Phase.allCases)
  func theFooterOfEveryQuestionSaysHowToGoOn(_ phase: QuestionInput.Phase) {
    let activeKeys = QuestionInput.activeKeys(phase, digits: 4)
    #expect(!activeKeys.fixed.isEmpty && !activeKeys.hints.isEmpty)
    let actions = (activeKeys.hints + activeKeys.fixed).map(\.action)
    #expect(Set(actions).count == actions.count)
    for id in actions {
      #expect(activeKeys.scopes.contains(Keymap.standard[id].scope), "\(id.name)")
    }
    let first = Keymap.standard.action(for: "1", in: activeKeys)?.id
    #expect(first == (activeKeys.scopes.contains(.choices) ? .answer : .view))
  }
}

extension Model {
  /// The footer says how to go on and how to get out; what it names is there, and its keys work here.
  func expectWholeFooter(_ label: String) {
    let activeKeys = activeKeys
    #expect(!activeKeys.fixed.isEmpty && !activeKeys.hints.isEmpty, "\(label)")
    let actions = (activeKeys.hints + activeKeys.fixed).map(\.action)
    #expect(Set(actions).count == actions.count, "\(label): an entry stands there twice")
    for id in actions {
      #expect(activeKeys.scopes.contains(Keymap.standard[id].scope), "\(label): \(id.name)")
    }
  }
}
