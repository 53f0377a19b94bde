import Analysis
import Documents
import Networking

/// A text of a lesson in its languages, with expressions in its slots. What has one language says the same in the other.
package struct LessonText: Sendable {
  package struct Version: Sendable {
    package let template: Template
    /// One for each slot, in order.
    package let expressions: [Expression]
    package let place: Place
  }

  package let en: Version
  package let ko: Version
  package let literals: Literals

  package subscript(language: Language) -> Version { language == .en ? en : ko }
}

extension Shape<LessonText> {
  /// The languages of the lesson; what stands between `{{` and `}}` must be an expression with a value.
  static func lessonText(_ scope: LessonScope) -> Shape {
    let codes = scope.languages.map(\.rawValue)
    let form = codes.map { "\($0): …" }.joined(separator: ", ")
    let expected = "a text like {\(form)}"
    let known = Language.allCases.map(\.rawValue)
    let languages = known.map { ($0, ["type": "string"] as JSONValue) }
    let required: (String, JSONValue) =
      codes.isEmpty
      ? ("anyOf", .array(known.map { ["required": [.string($0)]] }))
      : ("required", .array(codes.map(JSONValue.string)))
    let schema = JSONValue.object([
      ("type", "object"), ("properties", .object(languages + [(Literals.key, Literals.schema)])), required,
      ("additionalProperties", false),
    ])
    return Shape(expected: expected, describe: { _ in schema }) { node in
      guard node.entries != nil else {
        node.reportMismatch(expected)
        return nil
      }
      node.reportUnknownKeys(besides: codes + [Literals.key])
      let versions = scope.languages.map { language -> LessonText.Version? in
        guard let text = node[language.rawValue] else {
          node.report("\(node.subject) has no \(quoted(language.rawValue)) text")
          return nil
        }
        guard let value = Shape<String>.text(text) else { return nil }
        guard value.contains(where: { !$0.isWhitespace }) else {
          text.report("the \(quoted(language.rawValue)) text of \(node.subject) is empty")
          return nil
        }
        return LessonText.Version(value, language, text, scope.names)
      }
      guard let first = versions.first ?? nil, let last = versions.last ?? nil else { return nil }
      guard !versions.contains(where: { $0 == nil }) else { return nil }
      let isKoreanFirst = scope.languages.first == .ko
      return LessonText(
        en: isKoreanFirst ? last : first, ko: isKoreanFirst ? first : last, literals: Literals(of: node))
    }
  }
}

extension Shape<LessonText.Version> {
  /// A text in no language: what a learner types.
  static func typed(_ scope: LessonScope) -> Shape {
    let text = Shape<String>.parsed("an answer as a learner types it") { $0 }
    return Shape(expected: text.expected, describe: text.describe) { node in
      text(node).flatMap { LessonText.Version($0, .en, node, scope.names) }
    }
  }
}

extension LessonText.Version {
  fileprivate init?(_ text: String, _ language: Language, _ node: DocumentNode, _ names: ExpressionScope) {
    var errors: [TextError] = []
    template = Template(text, language: language, errors: &errors)
    place = node.place
    var expressions: [Expression] = []
    for slot in template.slots {
      do throws(ExpressionError) {
        expressions.append(try Expression(slot.name, as: .value, names))
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
  static func expression(_ form: Expression.Form, _ names: ExpressionScope) -> Shape {
    let expected =
      form == .value ? "an expression like request.eth.dst" : "a condition like arp.opcode == 1"
    return .parsed(expected) { text throws(TextError) in
      do throws(ExpressionError) {
        return try Expression(text, as: form, names)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
    }
  }
}
