extension Grade {
  /// Of an answer that is not right, from what its parts are worth: the mistakes of all are kept.
  static func ofParts(_ parts: [PartGrade]) -> Grade { .wrong(mistakes: parts.compactMap(\.mistake)) }
}
