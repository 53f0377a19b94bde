import Analysis
import Documents
import Lessons
import Networking

extension WalkLoader {
  /// Adds what the reference lists: it is read when that is opened.
  package func addReference(to contents: inout Library) {
    let registries = library.registries()
    func entries(
      _ section: ReferenceEntry.Section, _ named: [ReferenceFile.Named?]
    ) -> [ReferenceEntry] {
      named.compactMap { $0 }.map { entry(section, $0.name, $0.does) }
    }
    func entry(_ section: ReferenceEntry.Section, _ name: LocalizedText, _ says: LocalizedText)
      -> ReferenceEntry
    {
      ReferenceEntry(
        section: section, name: name, says: says, links: links(says, registries, topics: section.topics))
    }
    let states = TCPState.allCases.compactMap { state -> ReferenceEntry? in
      let name = LocalizedText(en: state.rawValue, ko: state.rawValue)
      return reference.state(state).map { entry(.state, name, $0) }
    }
    let terms = registries.terms.all.map { entry in
      let (id, term) = (entry.key, entry.value)
      return ReferenceEntry(
        section: .term, name: term.name, says: term.say.text, also: term.spellings, term: id,
        links: links(term.say.text, registries, topics: Set(term.topics.map(\.value)), own: id))
    }
    contents.reference =
      entries(.layer, LayerKind.allCases.map { reference.entry($0) }) + entries(.unit, reference.units)
      + entries(.device, Device.Kind.allCases.map { reference.entry($0) }) + states
      + terms.sorted { $0.name.en.lowercased() < $1.name.en.lowercased() }
  }

  /// The terms in a sentence; everyday words only on its topics.
  /// - Parameter own: the term that the sentence explains.
  private func links(
    _ text: LocalizedText, _ registries: Registries, topics: Set<String>, own: String? = nil
  ) -> ReferenceEntry.Links {
    func found(_ language: Language) -> [Words.Occurrence] {
      Words.Context(text[language], registries, topics: topics.sorted(), language).occurrences.filter {
        $0.id != own
      }
    }
    return ReferenceEntry.Links(en: found(.en), ko: found(.ko))
  }
}
