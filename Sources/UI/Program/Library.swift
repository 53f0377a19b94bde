import Analysis
import Documents
import Lessons

/// What can be walked, as far as the lists need it.
package struct Library: Sendable {
  package typealias LessonEntry = LessonHead

  package struct NetworkEntry: Equatable, Sendable {
    package var id: String
    package var title: LocalizedText
  }

  /// A lesson file whose head cannot be read.
  package struct BrokenLesson: Hashable, Sendable {
    package var path: String
    /// The first finding: `mine.yaml:3:1: …`
    package var finding: String
  }

  /// A lesson that is to come.
  package struct ComingLesson: Hashable, Sendable {
    package var id: String
    package var title: LocalizedText
    package var needs: [String]
    package var topics: [String]
  }

  /// A card, with the lesson that teaches it.
  package struct CardEntry: Hashable, Sendable {
    package var id: String
    package var title: LocalizedText
    package var lesson: String
  }

  /// In teaching order, a teacher's own after the built-in ones.
  package var lessons: [LessonHead] = []
  package var networks: [NetworkEntry] = []
  /// Of own lessons that stand in no built-in one's place: the name of their folder, by id.
  package var ownFolders: [String: String] = [:]
  package var broken: [BrokenLesson] = []
  /// These two only the list of lessons needs: they are read when it is opened.
  package var coming: [ComingLesson] = []
  package var cards: [CardEntry] = []
  package var isWhole = false
  /// What words mean: read when the reference is opened.
  package var reference: [ReferenceEntry] = []

  package init(lessons: [LessonHead] = [], networks: [NetworkEntry] = []) {
    self.lessons = lessons
    self.networks = networks
  }

  package func title(ofLesson id: String) -> LocalizedText? { lessons.first { $0.id == id }?.title }
}

extension [String: LessonProgress] {
  /// Names of the lessons that are done.
  package var done: Set<String> { Set(filter { $0.value.done != nil }.keys) }
}
