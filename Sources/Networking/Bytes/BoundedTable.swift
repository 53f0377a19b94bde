/// A dictionary that forgets its oldest entry when it is full: what a dissector remembers of a capture without end.
struct BoundedTable<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var values: [Key: Value] = [:]
  /// Keys in the order they came, as a ring once it is full.
  private var order: [Key] = []
  private var oldest = 0
  let limit: Int

  init(limit: Int) {
    precondition(limit > 0, "a table holds something")
    self.limit = limit
  }

  subscript(key: Key) -> Value? {
    get { values[key] }
    set {
      guard let newValue else {
        // The key keeps its turn in the ring; forgetting it a second time does nothing.
        values[key] = nil
        return
      }
      if values.updateValue(newValue, forKey: key) == nil { admit(key) }
    }
  }

  /// Changes the value of `key` in place; nothing when there is none.
  mutating func update<R>(_ key: Key, _ body: (inout Value) -> R) -> R? {
    guard let index = values.index(forKey: key) else { return nil }
    return body(&values.values[index])
  }

  private mutating func admit(_ key: Key) {
    guard order.count == limit else {
      order.append(key)
      return
    }
    if order[oldest] != key { values[order[oldest]] = nil }
    order[oldest] = key
    oldest = (oldest + 1) % limit
  }
}
