import Analysis
import Documents
import Networking

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
