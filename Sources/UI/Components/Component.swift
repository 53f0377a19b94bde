import Documents
import Terminal

/// One part of a screen, as a value that holds what it remembers: it can be tested, and used on another screen, without
/// the one it was made for. What it only reads is its context, which the screen that has it gives: a walk, a capture, a
/// quiz. It touches nothing else; what it wants of the other parts it asks for. A part that is seen has a `draw` with
/// the room it needs; what is kept between runs is `Codable` as it stands.
protocol Component: ActionOwner, Sendable {
  associatedtype Context
  /// What can be asked of the screen that has it.
  associatedtype Request

  /// - Returns: what is asked of the screen; nil when the press means nothing here.
  mutating func handle(_ press: Press, in context: Context) -> [Request]?

  /// What the learner is in the middle of here; nil: nothing of its own.
  func activeKeys(in context: Context) -> ActiveKeys?
}

extension Component {
  static var actions: [Action] { [] }
  func activeKeys(in context: Context) -> ActiveKeys? { nil }
}

/// An action that was chosen by a key, from the palette or by the mouse.
struct Press: Sendable {
  var action: Action.ID
  /// Tells apart what one action does for several keys: the digits.
  var key: Key = .unknown
  /// Of a click: what stands there on the screen that was seen.
  var target: ClickTarget?
  /// The whole screen, for what moves by pages.
  var size = Size(width: 0, height: 0)

  /// The digit of a key that has one.
  var digit: Int? {
    guard case .character(let digit) = key else { return nil }
    return digit.wholeNumberValue
  }
}

/// What the learner is in the middle of: which keys work, and what the footer says of them.
struct ActiveKeys: Sendable {
  /// Whose keys work, the nearest first: a key belongs to the first that has it.
  var scopes: [Action.Scope]
  /// From the left; the last are left out where there is no room.
  var hints: [KeyHint]
  /// At the end, never left out.
  var fixed: [KeyHint] = []
  /// Over the help.
  var helpTitle: LocalizedText
}

/// How the footer names a key.
struct KeyHint: Sendable {
  var action: Action.ID
  /// As it is shown; nil: as the action's row shows it.
  var key: String?
  var label: LocalizedText

  /// Through the rows of the pane that has the keys; where these are not fields, the screen says what they are.
  static let row = KeyHint(.down, "↑↓", "field", "필드")

  init(_ action: Action.ID, _ key: String? = nil, _ en: String, _ ko: String) {
    self.action = action
    self.key = key
    label = LocalizedText(en: en, ko: ko)
  }
}
