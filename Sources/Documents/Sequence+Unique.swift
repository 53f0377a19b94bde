extension Sequence {
  /// Of elements with one key the first, in their order.
  package func unique<Key: Hashable>(by key: (Element) -> Key) -> [Element] {
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// Each once, in order.
  package var unique: [Element] { unique { $0 } }
}
