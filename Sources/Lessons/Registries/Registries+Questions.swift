import Documents

/// What questions ask of registries.
extension Registries {
  /// The term of the glossary that somebody means who types this, with its sentence and all its spellings.
  func term(typed text: String) -> (say: LocalizedText, spellings: [String])? {
    let glossary = Glossary(terms.all)
    guard let id = glossary.term(typed: text), let term = terms[id] else { return nil }
    return (term.say.text, glossary.spellings(of: id))
  }

  /// What one knows who has a card; nil: there is none of this id.
  func title(ofCard id: String) -> LocalizedText? { card(id)?.value.title.text }

  /// The stop that teaches it.
  func teaching(card id: String) -> (lesson: String, step: String)? {
    card(id).map { ($0.value.taught.value.lesson, $0.value.taught.value.step) }
  }

  var cardIDs: [String] { cards.all.map(\.key) }
}
