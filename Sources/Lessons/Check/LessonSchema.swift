import Analysis
import Documents
import Networking

/// The JSON Schema of lesson, network and reference files, written by their decoders.
package enum LessonSchema {
  package static var text: String {
    SchemaRecorder.schema(of: anyFile, title: "packetwalk lesson, network or reference").text()
  }

  private static let anyFile = Shape<Bool>(
    expected: "a file",
    describe: { recorder in
      let shapes = [
        Lesson.shape(Vocabulary()).describe(recorder), NetworkFile.shape.describe(recorder),
        ReferenceFile.shape.describe(recorder),
      ]
      return ["anyOf": .array(shapes)]
    }, read: { _ in true })
}
