/// The keys that work now, most useful first: ` → next  ← back  ? keys  q quit`.
package struct Footer: Sendable {
  package struct Entry: Hashable, Sendable {
    /// As it is shown: `→`, `↑↓`, `Tab`, `1-4`.
    package var key: String
    package var label: String
    package var isEnabled: Bool
    package var identity: CellTag?

    package init(_ key: String, _ label: String, isEnabled: Bool = true, identity: CellTag? = nil) {
      self.key = key
      self.label = label
      self.isEnabled = isEnabled
      self.identity = identity
    }

    var width: Int { key.displayWidth + (label.isEmpty ? 0 : 1 + label.displayWidth) }

    var spans: [Span] {
      let name = label.isEmpty ? "" : " " + label
      return [
        Span(key, isEnabled ? .strong : .quiet, identity: identity),
        Span(name, isEnabled ? .text : .quiet, identity: identity),
      ]
    }
  }

  package var entries: [Entry]
  /// Never dropped.
  package var fixed: [Entry]

  package init(_ entries: [Entry], fixed: [Entry] = []) {
    self.entries = entries
    self.fixed = fixed
  }

  /// What fits into `width` columns: entries are left out whole, from the right.
  package func fitting(_ width: Int) -> [Entry] {
    // One blank before the first entry, two between entries.
    var used = fixed.reduce(0) { $0 + $1.width + 2 }
    let fitting = entries.prefix { entry in
      used += entry.width + 2
      return used - 1 <= width
    }
    return fitting + fixed
  }

  package func draw(in rect: Rect, on canvas: inout Canvas) {
    guard rect.height > 0 else { return }
    var spans: [Span] = [" "]
    for (index, entry) in fitting(rect.width).enumerated() {
      if index > 0 { spans.append("  ") }
      spans += entry.spans
    }
    canvas.put(spans, at: rect.origin, width: rect.width)
  }
}
