import Documents
import Networking

/// What the parts of a lesson may name, known before they are read.
package struct LessonScope: Sendable {
  /// Devices, marks and steps.
  package var names: ExpressionScope
  /// The languages that its texts have; none, for the schema: at least one, whichever.
  package var languages: [Language]
  /// What a step may show; empty: any word.
  package var pictures: [String]

  package init(
    _ names: ExpressionScope = ExpressionScope(), languages: [Language] = Language.allCases,
    pictures: [String] = []
  ) {
    self.names = names
    self.languages = languages
    self.pictures = pictures
  }
}
