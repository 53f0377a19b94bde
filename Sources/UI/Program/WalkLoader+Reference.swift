import Analysis
import Documents
import Lessons
import Networking

extension WalkLoader {
  /// Adds what the reference lists: it is read when that is opened.
  package func addReference(to contents: inout Library) {
    func entries(
      _ section: ReferenceEntry.Section, _ named: [ReferenceFile.Named?]
    ) -> [ReferenceEntry] {
      named.compactMap { $0 }.map { ReferenceEntry(section: section, name: $0.name, says: $0.does) }
    }
    let states = TCPState.allCases.compactMap { state -> ReferenceEntry? in
      let name = LocalizedText(en: state.rawValue, ko: state.rawValue)
      return reference.state(state).map { ReferenceEntry(section: .state, name: name, says: $0) }
    }
    let terms = library.registries().terms.all.map(\.value).map { term in
      ReferenceEntry(
        section: .term, name: LocalizedText(en: term.en, ko: term.ko), says: term.say.text,
        also: term.spellings)
    }
    contents.reference =
      entries(.layer, LayerKind.allCases.map { reference.entry($0) }) + entries(.unit, reference.units)
      + entries(.device, Device.Kind.allCases.map { reference.entry($0) }) + states
      + terms.sorted { $0.name.en.lowercased() < $1.name.en.lowercased() }
  }
}
