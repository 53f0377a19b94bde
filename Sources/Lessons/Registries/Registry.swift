import Documents
import Synchronization

/// The entries of one registry, over all folders: of two with one id the first folder's counts. An entry is read when it
/// is first asked for; what is wrong in a file is for `check` to say, and is missing here.
package final class Registry<Entry: RegistryEntry>: Sendable {
  private let sources: @Sendable () -> [Source]
  private let state = Mutex(State())

  private struct State: Sendable {
    /// Entries by id, file by file, not read yet.
    var files: [SourceEntries]?
    var read: [String: Entry] = [:]
    var all: [KeyedValue<Entry>]?
  }

  /// - Parameter sources: the files that are there, in the order of searching.
  package init(sources: @escaping @Sendable () -> [Source]) { self.sources = sources }

  /// nil when there is none of that id.
  package subscript(id: String) -> Entry? {
    state.withLock { state in
      if let known = state.read[id] { return known }
      if let all = state.all { return all.first { $0.key == id }?.value }
      for file in files(&state) {
        guard let source = file[id], let entry = Self.entry(id, of: source) else { continue }
        state.read[id] = entry
        return entry
      }
      // It may be in a file whose lines do not show its entries.
      let all = state.all ?? Self.merged(sources())
      state.all = all
      return all.first { $0.key == id }?.value
    }
  }

  /// Whether there is one of that id; what is wrong in it is for `check` to say.
  package func contains(_ id: String) -> Bool {
    state.withLock { files(&$0).contains { $0.contains(id) } } || self[id] != nil
  }

  private func files(_ state: inout State) -> [SourceEntries] {
    let files = state.files ?? sources().map { $0.entries(in: Entry.section) }
    state.files = files
    return files
  }

  /// All entries, the first folder's first, each folder's in file order.
  package var all: [KeyedValue<Entry>] {
    state.withLock { state in
      let all = state.all ?? Self.merged(sources())
      state.all = all
      return all
    }
  }

  private static func merged(_ sources: [Source]) -> [KeyedValue<Entry>] {
    sources.flatMap(entries).unique(by: \.key)
  }

  /// One wrong key does not take the other entries away.
  private static func entries(of source: Source) -> [KeyedValue<Entry>] {
    (try? Document.parse(source)).flatMap { Entry.shape.entries(keys: .word)($0.root[Entry.section]) } ?? []
  }

  private static func entry(_ id: String, of source: Source) -> Entry? {
    (try? Document.parse(source)).flatMap { $0.root[Entry.section]?[id] }.flatMap { Entry.shape($0) }
  }
}

extension Shape {
  fileprivate func callAsFunction(_ node: DocumentNode?) -> Value? { node.flatMap { self($0) } }
}
