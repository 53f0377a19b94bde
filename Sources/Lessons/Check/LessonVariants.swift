import Documents
import Networking

/// A lesson on its network as it is, and on variants of it.
struct LessonVariants {
  struct Variant {
    let lesson: Lesson
    let network: NetworkFile
    /// nil: the lesson's own.
    let seed: UInt64?
  }

  private let lesson: Lesson
  private let network: NetworkFile
  private let source: Source
  private let library: LessonLibrary
  private let held: Set<NetworkVariation>

  init(_ lesson: Lesson, _ network: NetworkFile, _ source: Source, _ library: LessonLibrary) {
    self.lesson = lesson
    self.network = network
    self.source = source
    self.library = library
    held = Set(lesson.network.hold.compactMap { NetworkVariation(rawValue: $0.value) })
  }

  var inheritedMarks: InheritedMarks {
    InheritedMarks(lesson: lesson, network: network, source: source)
  }

  /// - Parameter number: of the variant, and its seed; nil: as the files have it.
  /// - Throws: what is wrong with the lesson where it has the variant's addresses.
  func variant(_ number: UInt64?) throws(DocumentError) -> Variant {
    guard let number else { return Variant(lesson: lesson, network: network, seed: nil) }
    let seed = held.contains(.seed) ? lesson.network.seed : number
    let variant = network.variant(number, seed: seed, hold: held)
    let text = variant.rewritten(source.text)
    if text == source.text { return Variant(lesson: lesson, network: variant.file, seed: variant.seed) }
    let rewritten = try Lesson.decode(
      Source(name: source.name, text: text), on: variant.file, library: library)
    return Variant(lesson: rewritten, network: variant.file, seed: variant.seed)
  }
}
