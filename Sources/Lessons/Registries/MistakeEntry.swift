import Documents

/// A misconception, by its tag, across lessons. A question's `wrong: {is, tag}` inherits its sentence.
package struct MistakeEntry: Sendable {
  /// For statistics and "the same mistake twice".
  package let name: FixedText
  /// Said to who answers so: for every question that has the tag, and never the answer.
  package let say: FixedText
  /// The stop that treats it first.
  package let taught: Located<StepReference>
  /// The wrong rule behind it, where the engine knows one.
  package let model: WrongRule?
}

extension MistakeEntry: RegistryEntry {
  package static let file = "mistakes"
  package static let section = "mistakes"
  package static let documentation = "misconceptions, by tag, in teaching order"

  package static let shape = Shape<MistakeEntry>.mapping("registered mistake") { m in
    let name = m.required("name", .fixed, "what somebody thinks who makes it")
    let say = m.required("say", .fixed, "what is said to who makes it, in any question; never the answer")
    let taught = m.required(
      "taught", StepReference.shape.located, "the lesson and the step that treat it first")
    let model = m.optional(
      "model", .oneOf(WrongRule.all.map { ($0.name, $0) }),
      "the wrong rule it comes from (check --list models)")
    guard let name, let say, let taught else { return nil }
    return MistakeEntry(name: name, say: say, taught: taught, model: model)
  }
}
