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

  package func action(for key: Key, in situation: Action.Situation) -> Action? {
    Action.bound(to: key, in: situation, among: actions)
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
    switch id {
    case .view, .answer: return "\"\(id.name)\" keeps its digits: each stands for a picture or a choice"
    case .lineTake, .lineLeave, .lineComplete, .lineChoose, .lineEdit:
      return "\"\(id.name)\" keeps its keys: the others type"
    case .help, .leave:
      if keys.isEmpty { return "\"\(id.name)\" needs a key: without one nobody finds the way" }
    case .back:
      if !keys.contains(.escape) {
        return "\"\(id.name)\" keeps esc, which goes back one level everywhere"
      }
    default: break
    }
    return nil
  }

  /// Another action that this key would mean at the same time.
  package func rival(of id: Action.ID, at key: Key) -> Action.ID? {
    let action = self[id]
    return actions.first { other in
      other.id != id && other.keys.contains(key) && !Keymap.isShadow(action, other)
        && Action.Situation.allCases.contains {
          $0.contexts.contains(action.context) && $0.contexts.contains(other.context)
        }
    }?.id
  }

  /// A question takes some keys from the walk on purpose: → skips there, `w` gives a hint.
  private static func isShadow(_ one: Action, _ other: Action) -> Bool {
    guard Set([one.context, other.context]) == [.question, .walk] else { return false }
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
  package func shown(_ hint: Action.Hint, of action: Action) -> String {
    guard let key = hint.key else { return action.shown }
    let partner = action.id.opposite
    guard rebound.contains(action.id) || partner.map(rebound.contains) ?? false else { return key }
    let own = action.keys.first?.shown ?? ""
    guard let partner, Keymap.namesBoth(key, standard: action.id, partner) else { return own }
    return own + " " + (self[partner].keys.first?.shown ?? "")
  }

  private static func namesBoth(_ key: String, standard id: Action.ID, _ partner: Action.ID) -> Bool {
    [id, partner].allSatisfy { id in standard[id].keys.contains { key.contains($0.shown) } }
  }
}

extension Action.ID {
  /// As the settings and the palette write it: `next-stop`.
  package var name: String {
    rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  package init?(name: String) {
    guard let id = Action.ID.allCases.first(where: { $0.name == name }) else { return nil }
    self = id
  }

  /// The action that undoes it, where a footer entry names both.
  fileprivate var opposite: Action.ID? {
    switch self {
    case .nextMoment: .previousMoment
    case .nextFrame: .previousFrame
    case .down: .up
    default: nil
    }
  }
}
