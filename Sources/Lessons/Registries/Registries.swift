import Documents
import Foundation

/// What lessons share: cards, mistakes, terms, and lessons that are to come.
package struct Registries: Sendable {
  package let cards: Registry<Card>
  package let mistakes: Registry<MistakeEntry>
  package let terms: Registry<Term>
  package let planned: Registry<PlannedLesson>
  let lazyGlossary: LazyGlossary

  /// All kinds of registry, one line each.
  package static let kinds: [any RegistryEntry.Type] = [
    Card.self, MistakeEntry.self, Term.self, PlannedLesson.self,
  ]

  fileprivate init(_ library: LessonLibrary) {
    cards = library.registry()
    mistakes = library.registry()
    terms = library.registry()
    planned = library.registry()
    lazyGlossary = LazyGlossary(terms)
  }

  /// A card by its id, or by an older one.
  package func card(_ id: String) -> KeyedValue<Card>? {
    cards.all.first { $0.key == id } ?? cards.all.first { $0.value.aliases.contains { $0.value == id } }
  }

  /// What is said of a mistake where a question says nothing of its own; nil: no mistake has this tag.
  package func sentence(of tag: String) -> FixedText? { mistakes[tag]?.say }
}

extension LessonLibrary {
  /// Of all folders, a teacher's before the built-in one.
  package func registries() -> Registries { Registries(self) }

  fileprivate func registry<Entry: RegistryEntry>() -> Registry<Entry> {
    Registry { [self] in registryPaths(Entry.self).compactMap { try? source($0) } }
  }

  /// The files of a registry that are there, in the order of searching.
  package func registryPaths(_ sort: any RegistryEntry.Type) -> [String] {
    folders.map { "\($0)/\(sort.file).yaml" }.filter(isThere)
  }

  /// The sort of registry that a file of this name is; nil: it is none.
  package static func registry(ofPath path: String) -> (any RegistryEntry.Type)? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Registries.kinds.first { name == "\($0.file).yaml" }
  }
}
