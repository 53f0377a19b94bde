import Analysis
import Documents
import Networking

/// A part of `fill` and `predict`: a value of the moment that the question is about, and those that mistakes lead to.
package struct QuestionPart: Sendable {
  package struct Wrong: Sendable {
    /// nil: what comes of the mistake's own wrong rule.
    package let value: Located<Expression>?
    package let mistake: Mistake
  }

  /// The right value is what this comes to.
  package let what: Located<Expression>
  /// What it is called; nil: as its field is.
  package let label: LessonText?
  package let wrong: [Wrong]

  package static let most = 6

  static func read(_ m: MappingReader, _ scope: LessonScope, _ documentation: String) -> [QuestionPart]? {
    guard let parts = m.required("parts", shape(scope).list, documentation) else { return nil }
    let count = m.node["parts"]?.items?.count ?? parts.count
    guard (1...most).contains(count) else {
      m.report("this needs 1 to \(most) parts, found \(count)", at: "parts")
      return nil
    }
    return parts.count == count ? parts : nil
  }

  private static func shape(_ scope: LessonScope) -> Shape<QuestionPart> {
    let value = Shape<Expression>.expression(.value, scope.names).located
    let other = Shape<Wrong>.mapping("wrong value") { m in
      let given = m.optional(
        "is", value, "a value that a mistake leads to; by default what comes of the mistake's own wrong rule")
      let mistake = Mistake(m, scope)
      guard given != nil || !m.has("is"), let mistake else { return nil }
      return Wrong(value: given, mistake: mistake)
    }
    return .mapping("part") { m in
      let what = m.required("what", value, "what is asked for; its value is the right one")
      let label = m.optional("label", .lessonText(scope), "what it is called; by default the field's name")
      let wrong = m.optional("wrong", other.list, default: [], "mistakes that can be foreseen")
      guard let what else { return nil }
      let fitting = wrong.filter { each in
        guard let value = each.value, let type = what.value.type, let given = value.value.type,
          !type.isComparable(with: given)
        else { return true }
        m.node.problems.report(
          value.place.finding(
            "\(quoted(what.value.text)) is \(type.words), but this is \(given.words)"))
        return false
      }
      return QuestionPart(what: what, label: label, wrong: fitting)
    }
  }
}
