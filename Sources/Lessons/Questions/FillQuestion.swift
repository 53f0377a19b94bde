import Analysis
import Documents
import Networking

/// `fill`: type the values of blanks, most of them fields of a frame.
package struct FillQuestion: Question {
  package static let kind = "fill"
  package static let documentation = "type the values of blank fields"

  package let common: QuestionCommon
  package let parts: [QuestionPart]

  package var textsWhileOpen: [LessonText] { parts.compactMap(\.label) }

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> FillQuestion?
  {
    QuestionPart.read(m, scope, "the blanks: one to six values of the moment").map {
      FillQuestion(common: common, parts: $0)
    }
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    preparation.question(common, parts, isPrediction: false)
  }
}
