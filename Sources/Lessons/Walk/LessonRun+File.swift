import Analysis
import Documents

extension LessonRun {
  /// Reads a lesson and runs it.
  ///
  /// - Parameters:
  ///   - number: which variant of its network: other addresses, ports and cables, as far as the network varies them and the
  ///     lesson holds none, and another order of choices; nil, or the seed that the lesson names: as its file has it.
  package init(
    _ source: Source, variant number: UInt64?, library: LessonLibrary, reference: ReferenceLibrary
  ) throws(DocumentError) {
    let (lesson, network) = try Lesson.decode(source, library: library)
    let number = number == lesson.network.seed ? nil : number
    let variant = try LessonVariants(lesson, network, source, library).variant(number)
    try self.init(
      variant.lesson, on: variant.network, seed: variant.seed, reference: reference,
      registries: library.registries())
    if let number { self.number = number }
  }

  /// The number of another variant, one of those that `check` proves.
  package var nextNumber: UInt64 {
    let seeds = LessonCheck.seeds.filter { $0 != ownSeed }
    return seeds.first { $0 > number } ?? seeds[0]
  }
}
