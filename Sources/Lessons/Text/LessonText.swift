import Analysis
import Documents
import Networking

/// A text of a lesson in both languages, with expressions in its slots.
package struct LessonText: Sendable {
  package struct Version: Sendable {
    package let template: Template
    /// One for each slot, in order.
    package let expressions: [Expression]
    package let place: Place
  }

  package let en: Version
  package let ko: Version

  package subscript(language: Language) -> Version { language == .en ? en : ko }
}

extension Shape<LessonText> {
  /// Both languages; what stands between `{{` and `}}` must be an expression with a value.
  static func lessonText(_ vocabulary: ExpressionScope) -> Shape {
    let text = Shape<LocalizedText>.localized
    return Shape(expected: text.expected, describe: text.describe) { node in
      guard let texts = text(node) else { return nil }
      let versions = Language.allCases.map { language in
        node[language.rawValue].flatMap { LessonText.Version(texts[language], language, $0, vocabulary) }
      }
      guard let en = versions[0], let ko = versions[1] else { return nil }
      return LessonText(en: en, ko: ko)
    }
  }
}

extension LessonText.Version {
  fileprivate init?(_ text: String, _ language: Language, _ node: DocumentNode, _ vocabulary: ExpressionScope)
  {
    var errors: [TextError] = []
    template = Template(text, language: language, errors: &errors)
    place = node.place
    var expressions: [Expression] = []
    for slot in template.slots {
      do throws(ExpressionError) {
        expressions.append(try Expression(slot.name, as: .value, vocabulary))
      } catch {
        errors.append(TextError(error.message, atOffset: slot.offset + error.offset))
      }
    }
    self.expressions = expressions
    for error in errors { node.report(error.message, atOffset: error.offset ?? 0) }
    if !errors.isEmpty { return nil }
  }
}

extension Shape<Expression> {
  static func expression(_ form: Expression.Form, _ vocabulary: ExpressionScope) -> Shape {
    let expected =
      form == .value ? "an expression like request.eth.dst" : "a condition like arp.opcode == 1"
    return .parsed(expected) { text throws(TextError) in
      do throws(ExpressionError) {
        return try Expression(text, as: form, vocabulary)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
    }
  }
}
