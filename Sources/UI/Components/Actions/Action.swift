import Documents
import Terminal

/// One thing the learner can do: the row from which its keys, its line in the help and its place in palette, settings
/// and manual come. It is declared by the component that does it.
package struct Action: Sendable {
  /// As settings and palette write it: `next-stop`. Never renamed: settings files and the progress file hold it.
  package struct ID: RawRepresentable, Hashable, Sendable {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    init(_ name: String) { rawValue = name }

    package var name: String { rawValue }
  }

  /// Where keys are bound: on a walk, in a list, in a question. Declared by the component whose keys they are.
  struct Scope: Equatable, Sendable {
    let name: String
    /// Said of an action where its keys do not work.
    let worksOnly: LocalizedText
    /// The same where another screen covers the one that has it.
    var worksUncovered: LocalizedText?
    /// The names of scopes whose keys it may take on purpose: in a question → skips.
    var shadows: Set<String> = []

    static func == (a: Scope, b: Scope) -> Bool { a.name == b.name }
  }

  /// Whether a user may give it other keys.
  enum Rebinding: Sendable {
    case free
    /// Not without a key; why.
    case needsKey(String)
    /// Not without this one; why.
    case keeps(Key, String)
    /// Not at all; why.
    case never(String)
  }

  /// Which column of the help it stands in.
  package enum Group: CaseIterable, Sendable {
    case time, place, ask, find, question, leave, line
  }

  package let id: ID
  /// None for what only the palette has.
  package var keys: [Key]
  /// The keys as help writes them.
  package var shown: String
  let scope: Scope
  package let group: Group
  /// In the help, a few words.
  package let short: LocalizedText
  /// What it does, in one sentence.
  package let sentence: LocalizedText
  /// Of several keys each stands for another thing, as digits do: they cannot be rebound, and a click on the footer's
  /// entry means none of them.
  var isOfDigits = false
  var rebinding = Rebinding.free
  /// The action that undoes it, where a footer entry names both.
  var opposite: ID?

  init(
    _ id: ID, _ keys: [Key], _ shown: String, in scope: Scope, _ group: Group, _ short: LocalizedText,
    _ sentence: LocalizedText, opposite: ID? = nil, isOfDigits: Bool = false, rebinding: Rebinding = .free
  ) {
    self.id = id
    self.keys = keys
    self.shown = shown
    self.scope = scope
    self.group = group
    self.short = short
    self.sentence = sentence
    self.opposite = opposite
    self.isOfDigits = isOfDigits
    self.rebinding = rebinding
  }
}

extension Action.Scope {
  static let everywhere = Action.Scope(
    name: "everywhere", worksOnly: LocalizedText(en: "Works everywhere.", ko: "어디서나 됩니다."))
}

/// What has actions: a component, a screen, the program itself.
protocol ActionOwner: SendableMetatype {
  /// In the order of help and palette.
  static var actions: [Action] { get }
}

extension Action {
  /// The components whose actions there are, in the order of the palette; screens come after them.
  private static let owners: [any ActionOwner.Type] = [
    WalkPosition.self, Movement.self, PicturePane.self, ListState.self, Panel.self, Branches.self,
    CommonActions.self,
    Suggestions.self, VerbActions.self, Search.self, GoToActions.self, SaveActions.self, QuestionInput.self,
  ]

  /// Every action there is.
  package static let table: [Action] =
    owners.flatMap { $0.actions } + Screens.all.flatMap { $0.actions } + ProgramActions.actions
    + Prompt.actions
}

extension Key: ExpressibleByStringLiteral {
  /// A key that types a character.
  public init(stringLiteral value: String) { self = .character(Character(value)) }
}

/// English and Korean, for the tables of actions.
func say(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }

extension Action.ID {
  /// An action that there is.
  init?(known name: String) {
    guard let id = Action.table.first(where: { $0.id.name == name })?.id else { return nil }
    self = id
  }
}
