import Documents
import Networking

/// A text with its values filled in, which still knows what was computed and from where.
package struct RenderedText: Equatable, Sendable {
  package struct Piece: Equatable, Sendable {
    package let text: String
    /// The expression that gave this value; nil for the author's own words.
    package let expression: Expression?
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

extension LessonText {
  /// Fills in the values. What cannot be computed is reported where it stands, and `…` is written instead.
  func rendered(in context: inout some ExpressionContext, _ problems: Problems) -> LocalizedRendering {
    LocalizedRendering(en: en.rendered(in: &context, problems), ko: ko.rendered(in: &context, problems))
  }
}

extension LessonText.Version {
  func rendered(in context: inout some ExpressionContext, _ problems: Problems) -> RenderedText {
    var pieces: [RenderedText.Piece] = []
    var written = ""
    var next = 0
    func add(_ text: String, _ expression: Expression? = nil) {
      pieces.append(RenderedText.Piece(text: text, expression: expression))
      written += text
    }
    for piece in template.pieces {
      switch piece {
      case .words(let words): add(words)
      case .particle(let particle): add(particle.following(written))
      case .slot(let slot):
        let expression = expressions[next]
        next += 1
        do throws(ExpressionError) {
          let reading = try context.value(of: expression)
          add(slot.format?.text(reading) ?? reading.text, expression)
        } catch {
          problems.report(place.finding(error.message, atOffset: slot.offset + error.offset))
          add("…", expression)
        }
      }
    }
    return RenderedText(pieces)
  }
}
