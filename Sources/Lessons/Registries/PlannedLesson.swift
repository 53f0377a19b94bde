import Documents

/// A lesson that is to come: others may need it, and it is shown as not there yet.
package struct PlannedLesson: Sendable {
  package let title: FixedText
  /// Lessons that come before, there or planned.
  package let needs: [Located<String>]
  package let topics: [String]
}

extension PlannedLesson: RegistryEntry {
  package static let file = "planned"
  package static let section = "planned"
  package static let documentation = "lessons that are to come, by id, in teaching order"

  package static let shape = Shape<PlannedLesson>.mapping("planned lesson") { m in
    let title = m.required("title", .fixed, "a question or a topic")
    let needs = m.optional("needs", Shape<String>.word.located.list, default: [], "lessons that come before")
    let topics = m.optional(
      "topics", Shape<String>.word.list, default: [], "what it is about, in single words")
    guard let title else { return nil }
    return PlannedLesson(title: title, needs: needs, topics: topics)
  }
}
