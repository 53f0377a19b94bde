import Analysis
import Documents
import Foundation
import Lessons
import Terminal
import Testing

@testable import UI

/// Random keys in an open question of each kind, on terminals that change their size: nothing traps, what would say the
/// answer is nowhere in view as long as the question is open, and Esc leads home. `make soak` presses 10,000 in each.
@Suite struct QuestionStormTests {
  static let keys = ProcessInfo.processInfo.environment["STORM_KEYS"].flatMap { Int($0) } ?? 120

  static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 40, height: 10),
  ]

  /// All that a hand may meet, but for the way out.
  private static let pressed: [Key] = {
    let letters = "abcdefghijklmnoprstuvwxyzEWNX0123456789 :/?.,-+*<>[]{}ㅈㅜㅏ한".map { Key.character($0) }
    let often: [Key] = [.up, .down, .left, .right, .enter, .escape, .tab, " "]
    let others: [Key] = [
      .backspace, .backtab, .home, .end, .pageUp, .pageDown, .delete, .control("u"), .control("r"), .unknown,
      .paste("n\\n0x12 "), .function(1),
    ]
    return letters + often + often + often + often + others
  }()

  @Test(arguments: KindsLesson.ids) func randomKeysTellNothingAndTrapNowhere(id: String) throws {
    let asked = try KindsLesson.asked(id)
    let secrets = try #require(asked.shownWalk?.question?.question.secrets)
    var random = Seeded(UInt64(id.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    var model = asked
    var history: [Key] = []
    for number in 0..<Self.keys {
      if number % 20 == 0 {
        let size = Self.sizes.randomElement(using: &random)!
        _ = update(&model, .resize(size))
      }
      let key = Self.pressed.randomElement(using: &random)!
      history.append(key)
      let effect = update(&model, key)
      let canvas = view(model)
      if let walk = model.walk, let open = walk.openQuestion, open.id == id, !secrets.isEmpty,
        model.prompt == nil
      {
        tellsNothing(canvas, model, secrets, history)
      }
      // Answered, left, or another question: from the beginning.
      let isElsewhere =
        switch effect {
        case .quit, .quitLeavingScreen, .open: true
        default: model.walk?.openQuestion?.id != id
        }
      if isElsewhere {
        try leadsHome(model, history)
        (model, history) = (asked, [])
      }
    }
    try leadsHome(model, history)
  }

  private func tellsNothing(_ canvas: Canvas, _ model: Model, _ secrets: [String], _ history: [Key]) {
    var canvas = canvas
    if !model.isTooSmall, let rect = model.askingRect { canvas.fill(rect) }
    for line in canvas.lines {
      for secret in secrets where line.tells(secret) {
        Issue.record("\(secret) is told after \(history.map(\.shown).joined(separator: " ")): \(line)")
      }
    }
  }

  /// The start screen is reached by Esc from anywhere.
  private func leadsHome(_ model: Model, _ history: [Key]) throws {
    var model = model
    _ = update(&model, .resize(Self.sizes[0]))
    for _ in 0..<60 where !(model.top is StartScreen) {
      // Nothing but Esc; a prompt that is open is closed by it, too.
      _ = update(&model, .escape)
    }
    #expect(model.top is StartScreen, "Esc leads home after \(history.map(\.shown).joined(separator: " "))")
  }
}
