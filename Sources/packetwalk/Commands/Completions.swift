import Analysis
import ArgumentParser
import Lessons
import Networking
import UI

/// What the shell offers after a command.
extension CompletionKind {
  static var lessons: CompletionKind {
    .custom { _, _, _ in LessonLibrary().lessonPaths.map(LessonLibrary.id(ofPath:)) }
  }
  static var networks: CompletionKind {
    .custom { _, _, _ in LessonLibrary().networkPaths.map(LessonLibrary.id(ofPath:)) }
  }
  static var fields: CompletionKind { .custom { _, _, word in fieldNames.filter { $0.hasPrefix(word) } } }

  private static var fieldNames: [String] {
    Protocols.all.flatMap { $0.fields.map(\.name) }
  }
}
