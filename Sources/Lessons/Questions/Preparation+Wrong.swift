import Analysis
import Documents
import Networking

/// What wrong answers have in common.
extension Preparation {
  /// The value of a wrong answer. What is absent on this walk is no mistake here: it disappears, and `check` says so
  /// where it does with every seed.
  mutating func wrongValue(_ expression: Located<Expression>) -> Reading? {
    do throws(ExpressionError) {
      return try context.value(of: expression.value)
    } catch {
      drop(expression.place, "this wrong answer is never there: \(error.message)")
      return nil
    }
  }

  /// Where the values of a text are read from.
  mutating func places(shownBy text: LocalizedRendering) -> [ReadPlace] {
    var found: [ReadPlace] = []
    for expression in (text.en.pieces + text.ko.pieces).compactMap(\.expression) {
      found += places(readBy: expression).filter { !found.contains($0) }
    }
    return found
  }
}

extension LocalizedRendering {
  /// Several texts in a row, still with where their values come from: `a, b`, or `a; b` where one has a comma.
  init(listing texts: [LocalizedRendering]) {
    func list(_ language: Language) -> RenderedText {
      let separator = LocalizedRendering.separator(of: texts.map { $0[language].string })
      return RenderedText(
        texts.enumerated().flatMap { index, text in
          (index == 0 ? [] : [RenderedText.Piece(text: separator, expression: nil)]) + text[language].pieces
        })
    }
    self.init(en: list(.en), ko: list(.ko))
  }

  static func separator(of texts: [String]) -> String { texts.contains { $0.contains(",") } ? "; " : ", " }
}
