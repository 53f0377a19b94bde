import Documents
import Foundation
import Lessons
import Terminal

@testable import UI

/// The lesson in `Kinds/`, which has every kind of question, and questions that ask what a device does next.
enum KindsLesson {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
  static let library = LessonLibrary(
    folders: [folder + "/Kinds"] + GuardTests.library.folders)
  static let walk = Result { try WalkLoader(library, seed: nil).open(.lesson("kinds")) }

  static let ids = [
    "q_choice", "q_text", "q_number", "q_multi", "q_spot", "q_fill", "q_bytes", "q_switch", "q_device",
    "q_row",
    "q_router", "q_tcp", "q_arc", "q_order", "q_match", "q_explain",
  ]

  /// Of those nobody foresaw a mistake.
  static let withoutMistakes = ["q_row", "q_explain"]

  /// What is answered.
  enum Way: Sendable {
    case right
    /// The foreseen mistake of this number.
    case wrong(Int)
  }

  /// The walk at the moment at which a question has just been asked; those before it were given up.
  static func asked(_ id: String, _ language: Language = .en, width: Int = 80, height: Int = 24) throws
    -> Model
  {
    var model = Fixture.model(try walk.get(), language, width: width, height: height)
    for _ in 0..<400 {
      try model.press([.right])
      guard let question = model.shownWalk?.question, question.state.isOpen else { continue }
      if question.question.id == id { return model }
      try model.giveUp()
    }
    throw Model.CannotAnswer(why: "\(id) is never asked")
  }
}

extension Model {
  mutating func give(_ way: KindsLesson.Way) throws {
    guard let question = shownWalk?.question?.question else { return }
    switch way {
    case .right: try give(question.rightAnswer)
    case .wrong(let index) where question.key.foreseen.indices.contains(index):
      try give(question.key.foreseen[index])
    case .wrong: break
    }
  }

  /// "I don't know": `0`, or where digits type Enter on the empty line, after the hints; of an explanation nothing is said.
  mutating func giveUp() throws {
    for _ in 0..<12 {
      guard let walk = shownWalk, let question = walk.question, question.state.isOpen,
        let context = walk.questionContext(size)
      else { return }
      switch question.input.phase(context) {
      case .typing, .filling, .telling, .marking: try press([.enter])
      default: try press([.character("0")])
      }
    }
  }

  /// What is asked, in the rows in which it is asked.
  var askingText: String {
    askingRect.map { view(self).text(in: $0).joined(separator: "\n") } ?? ""
  }

  /// Where the question in front is drawn; nil: none is.
  var askingRect: Rect? {
    guard let walk = shownWalk, let input = walk.question?.input,
      let context = walk.questionContext(size, language), walk.panel.mode == .words
    else { return nil }
    let layout = walk.layout(size)
    return input.room(context) == .tall ? layout.tallPanel : layout.words
  }
}

extension String {
  /// Without blanks, line ends and edges: what is the same however it is wrapped.
  var squeezed: String { filter { !$0.isWhitespace && !"│║┌┐└┘├┤─═┬┴".contains($0) } }
}
