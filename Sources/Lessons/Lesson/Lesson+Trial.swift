import Analysis
import Documents
import Networking

extension Lesson {
  /// Something to try after the lesson, with what to look for.
  package struct Trial: Sendable {
    package enum What: Sendable {
      /// A command of one's own machine; nothing runs it.
      case command(String)
      /// In the program: something done to a frame of the walk, or to the network before anything happens.
      case here(Located<ForkAction>)
    }

    package var what: What
    package var look: LessonText
  }
}

extension Lesson.Trial {
  static func shape(_ scope: LessonScope) -> Shape<Lesson.Trial> {
    let here = ForkAction.shape(scope.names).located
    return .mapping("trial") { m in
      let what = m.oneOf([
        TaggedCase("run", Shape<String>.words.map(What.command), "a command of one's own machine"),
        TaggedCase("here", here.map(What.here), "in the program: lose, delay, edit, run or cut"),
      ])
      let look = m.required("look", .lessonText(scope), "what is to be seen there")
      if case .here(let action)? = what, !action.value.isTried {
        m.report("a learner does this by no key and no line; say lose, delay, edit, run or cut", at: "here")
      }
      guard let what, let look else { return nil }
      return Lesson.Trial(what: what, look: look)
    }
  }
}

extension ForkAction {
  /// A key does it to a frame, or a line to the network.
  fileprivate var isTried: Bool {
    switch self {
    case .lose, .delay, .edit, .run, .cut: true
    case .damage, .wait, .plug, .join, .restart, .fault: false
    }
  }
}
