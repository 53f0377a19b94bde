import Analysis
import Terminal

/// Which keys mean which action: the table's own, or those a user has put in their place.
package struct Keymap: Sendable {
  /// The table with the keys that hold.
  package private(set) var actions = Action.table
  /// Actions with keys of the user's.
  package private(set) var rebound: Set<Action.ID> = []

  package static let standard = Keymap()

  package subscript(id: Action.ID) -> Action { actions.first { $0.id == id }! }

  /// The action that a key means; capitals that mean nothing act as their small letter.
  func action(for key: Key, in activeKeys: ActiveKeys) -> Action? {
    for scope in activeKeys.scopes {
      if let action = actions.first(where: { $0.scope == scope && $0.keys.contains(key) }) { return action }
    }
    if case .character(let letter) = key, letter.isUppercase, letter.isASCII {
      return action(for: .character(Character(letter.lowercased())), in: activeKeys)
    }
    return nil
  }

  // MARK: Rebinding

  package mutating func bind(_ id: Action.ID, to keys: [Key]) {
    guard let index = actions.firstIndex(where: { $0.id == id }) else { return }
    actions[index].keys = keys
    actions[index].shown = Keymap.shown(keys)
    rebound.insert(id)
  }

  /// Why an action may not have these keys, whatever the others have; nil: it may.
  package static func refusal(of id: Action.ID, keys: [Key]) -> String? {
    switch standard[id].rebinding {
    case .free: nil
    case .needsKey(let reason): keys.isEmpty ? "\"\(id.name)\" \(reason)" : nil
    case .keeps(let key, let reason): keys.contains(key) ? nil : "\"\(id.name)\" \(reason)"
    case .never(let reason): "\"\(id.name)\" \(reason)"
    }
  }

  /// Another action that this key would mean at the same time.
  package func rival(of id: Action.ID, at key: Key) -> Action.ID? {
    let action = self[id]
    return actions.first { other in
      other.id != id && other.keys.contains(key) && !Keymap.isShadow(action, other)
        && Screens.scopeSets.contains { $0.contains(action.scope) && $0.contains(other.scope) }
    }?.id
  }

  /// A scope takes keys from another on purpose, as far as the program's own table has it so.
  private static func isShadow(_ one: Action, _ other: Action) -> Bool {
    guard one.scope.shadows.contains(other.scope.name) || other.scope.shadows.contains(one.scope.name) else {
      return false
    }
    return !Set(standard[one.id].keys).isDisjoint(with: standard[other.id].keys)
  }

  // MARK: Showing

  /// Columns for keys in the help.
  private static let room = 11

  /// As many keys as the help has room for.
  private static func shown(_ keys: [Key]) -> String {
    var shown = keys.first?.shown ?? ""
    for key in keys.dropFirst() {
      let longer = shown + " " + key.shown
      if longer.count > room { break }
      shown = longer
    }
    return shown
  }

  /// The keys of a footer entry. Some stand for two actions: `] [`.
  func shown(_ hint: KeyHint) -> String {
    let action = self[hint.action]
    guard let key = hint.key else { return action.shown }
    let partner = action.opposite
    guard rebound.contains(action.id) || partner.map(rebound.contains) ?? false else { return key }
    let own = action.keys.first?.shown ?? ""
    guard let partner, Keymap.namesBoth(key, standard: action.id, partner) else { return own }
    return own + " " + (self[partner].keys.first?.shown ?? "")
  }

  private static func namesBoth(_ key: String, standard id: Action.ID, _ partner: Action.ID) -> Bool {
    [id, partner].allSatisfy { id in standard[id].keys.contains { key.contains($0.shown) } }
  }
}
