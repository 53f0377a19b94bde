import Analysis
import Documents
import Terminal

extension Shape<Keymap> {
  /// `keys:` of the settings: actions with the keys that replace their own.
  static var keymap: Shape {
    let entries = Shape<[Located<Key>]>.keys.entries(keys: .actionName)
    return Shape(expected: entries.expected, describe: entries.describe) { node in
      guard let entries = entries(node) else { return nil }
      var keymap = Keymap.standard
      for entry in entries {
        guard let id = Action.ID(known: entry.key) else { continue }
        if let reason = Keymap.refusal(of: id, keys: entry.value.map(\.value)) {
          node.problems.report(entry.keyPlace.finding(reason))
        }
        keymap.bind(id, to: entry.value.map(\.value))
      }
      // Against what all the lines together come to, so that two keys may change places.
      var seen: Set<Set<Action.ID>> = []
      for entry in entries {
        guard let id = Action.ID(known: entry.key) else { continue }
        for key in entry.value {
          guard let other = keymap.rival(of: id, at: key.value), seen.insert([id, other]).inserted else {
            continue
          }
          node.problems.report(
            key.place.finding(
              "\(key.value.shown) is bound to both \(quoted(id.name)) and \(quoted(other.name)); choose another key, or give \(quoted(other.name)) other keys too"
            ))
        }
      }
      return keymap
    }
  }
}

extension Shape<String> {
  /// `next-stop`
  static var actionName: Shape {
    let names = Action.table.map(\.id.name)
    return .parsed("an action") { text throws(TextError) in
      if names.contains(text) { return text }
      let hint = nearest(to: text, in: names).map { "did you mean \(quoted($0))?" }
      throw TextError(hint ?? "known: \(names.joined(separator: ", "))")
    }
  }
}

extension Shape<[Located<Key>]> {
  /// A list of keys, or a single one.
  static var keys: Shape {
    let one = Shape<Key>.key.located
    return Shape(
      expected: "a list of keys",
      describe: { recorder in ["oneOf": [one.describe(recorder), one.list.describe(recorder)]] }
    ) { node in
      node.items == nil ? one(node).map { [$0] } : one.list(node)
    }
  }
}

extension Shape<Key> {
  /// A key by its name: `n`, `right`, `ctrl-r`.
  static var key: Shape {
    .parsed("the name of a key like n, right or ctrl-r") { text throws(TextError) in
      guard let key = Key(named: text) else { throw TextError("") }
      if case .character(let letter) = key, HangulKeys.strokes(of: letter) != nil {
        throw TextError("write the Latin letter of that key: it holds for both")
      }
      return key
    }
  }
}
