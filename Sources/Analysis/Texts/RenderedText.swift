import Documents
import Networking

/// A text with its values filled in, which still knows what was computed and from where.
package struct RenderedText: Equatable, Sendable {
  package struct Piece: Equatable, Sendable {
    package let text: String
    /// The expression that gave this value; nil for the author's own words.
    package let expression: Expression?

    package init(text: String, expression: Expression?) {
      self.text = text
      self.expression = expression
    }
  }

  package let pieces: [Piece]

  package init(_ pieces: [Piece]) { self.pieces = pieces }
  package init(_ words: String) { pieces = [Piece(text: words, expression: nil)] }

  package var string: String { pieces.map(\.text).joined() }
}

/// The same in both languages.
package struct LocalizedRendering: Equatable, Sendable {
  package let en: RenderedText
  package let ko: RenderedText

  package init(en: RenderedText, ko: RenderedText) {
    self.en = en
    self.ko = ko
  }

  package init(_ text: LocalizedText) { self.init(en: RenderedText(text.en), ko: RenderedText(text.ko)) }
  /// The same words in both languages: a value.
  package init(_ text: String) { self.init(en: RenderedText(text), ko: RenderedText(text)) }

  package subscript(language: Language) -> RenderedText { language == .en ? en : ko }
  package var text: LocalizedText { LocalizedText(en: en.string, ko: ko.string) }
}
