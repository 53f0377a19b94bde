import Synchronization

extension Registries {
  /// Finds all terms in texts. It is put together when it is first asked for.
  package var glossary: Glossary { lazyGlossary.value }
}

/// The glossary of a registry of terms, put together once.
final class LazyGlossary: Sendable {
  private let terms: Registry<Term>
  private let made = Mutex<Glossary?>(nil)

  init(_ terms: Registry<Term>) { self.terms = terms }

  var value: Glossary {
    made.withLock { made in
      let glossary = made ?? Glossary(terms.all)
      made = glossary
      return glossary
    }
  }
}
