import Documents
import Terminal

/// A sign that is drawn beside a thing, round it or inside a picture, with what it means. The part that draws it declares it, once: what is
/// drawn is its text, and help and the sentence line read its meaning there.
struct Sign: Equatable, Sendable {
  enum Place: CaseIterable, Sendable {
    case margin, around, picture

    /// Columns for a meaning: half of the legend beside the widest signs; those of pictures have whole rows.
    var room: Int { self == .picture ? 66 : 30 }
  }

  /// As the legend writes it: `•`, `[ ]`.
  let text: String
  let place: Place
  let role: Role
  /// In at most the room of its place.
  let meaning: LocalizedText

  init(_ text: String, _ place: Place, _ role: Role = .text, _ meaning: LocalizedText) {
    self.text = text
    self.place = place
    self.role = role
    self.meaning = meaning
  }

  var span: Span { Span(text, role) }

  /// All of them, in the order of the legend.
  static let all: [Sign] = [
    .cursor, .lit, .added, .changed, .removed, .computed, .verdict, .onCable, .fold,
    .selectedBytes, .litBytes, .acting, .crossing, .hidden, .shownPicture, .keptPicture, .wayBack, .focus,
    .here, .samePacket, .match, .head, .fromRight, .double, .underWay, .open, .step, .pulled, .leftOut,
  ]

  /// `~ changed by this step.`
  func sentence(_ language: Language) -> String {
    let whole = text.replacing(" ", with: String.gluedBlank)
    return "\(whole)\(String.gluedBlank)\(meaning[language])."
  }
}

/// Signs that every pane draws in the same way.
extension Sign {
  static let cursor = Sign(">", .margin, .strong, say("where you stand, or what acts", "지금 있는 곳, 또는 일하는 것"))
  static let fold = Sign("▸ ▾", .margin, .text, say("folded, open; ▴ ▾ more rows", "접힘, 펼침; ▴ ▾ 더 있음"))
  static let focus = Sign("═", .around, .focus, say("the pane that has the keys", "키를 받는 창"))
}
