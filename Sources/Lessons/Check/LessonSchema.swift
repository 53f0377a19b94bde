import Analysis
import Documents
import Networking

/// The JSON Schema of lesson, network and reference files and of registries, written by their decoders.
package enum LessonSchema {
  /// - Parameter pictures: what lessons may show.
  package static func text(pictures: [String]) -> String {
    SchemaRecorder.schema(of: anyFile(pictures), title: "packetwalk lesson, network, reference or registry")
      .text()
  }

  private static func anyFile(_ pictures: [String]) -> Shape<Bool> {
    Shape(
      expected: "a file",
      describe: { recorder in
        let shapes =
          [
            // Which languages a lesson has it says itself.
            Lesson.shape(LessonScope(languages: [], pictures: pictures)).describe(recorder),
            NetworkFile.shape.describe(recorder), ReferenceFile.shape.describe(recorder),
          ] + Registries.kinds.map { $0.describeFile(recorder) }
        return ["anyOf": .array(shapes)]
      }, read: { _ in true })
  }
}
