import Analysis
import Documents
import Networking

/// `predict`: say what comes next, before it is shown: who acts, which ports, flags, numbers. The run itself is the key.
package struct PredictQuestion: Question {
  package static let kind = "predict"
  package static let documentation = "say what happens next; the run itself decides"

  package let common: QuestionCommon
  package let parts: [QuestionPart]

  package var textsWhileOpen: [LessonText] { parts.compactMap(\.label) }

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> PredictQuestion?
  {
    QuestionPart.read(m, scope, "what is predicted: one to six values of the moment").map {
      PredictQuestion(common: common, parts: $0)
    }
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    preparation.question(common, parts, isPrediction: true)
  }
}
