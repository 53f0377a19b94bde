import Documents
import Networking

/// What is remembered: one concept. The schedule is keyed by its id, so that a card is never renamed, only given aliases.
package struct Card: Sendable {
  /// What one knows who has it, as a sentence: summaries, due lists, statistics and the points of `explain` speak so.
  package let title: FixedText
  package let layer: LayerKind
  package let topic: String
  /// The stop that teaches it.
  package let taught: Located<StepReference>
  /// Cards that people mix up with it.
  package let alike: [Located<String>]
  /// Older ids.
  package let aliases: [Located<String>]
}

extension Card: RegistryEntry {
  package static let file = "cards"
  package static let section = "cards"
  package static let documentation = "what is remembered, by id, in teaching order"

  package static let shape = Shape<Card>.mapping("card") { m in
    let title = m.required("title", .fixed, "what one knows, as a sentence")
    let layer = m.required(
      "layer", .oneOf(LayerKind.allCases.map { ($0.rawValue, $0) }), "the layer it belongs to")
    let topic = m.required("topic", .word, "what it is about, in one word")
    let taught = m.required("taught", StepReference.shape.located, "the lesson and the step that teach it")
    let alike = m.optional(
      "alike", Shape<String>.word.located.list, default: [], "cards that people mix up with it")
    let aliases = m.optional("aliases", Shape<String>.word.located.list, default: [], "older ids")
    guard let title, let layer, let topic, let taught else { return nil }
    return Card(title: title, layer: layer, topic: topic, taught: taught, alike: alike, aliases: aliases)
  }
}
