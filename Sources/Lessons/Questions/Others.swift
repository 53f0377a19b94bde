import Documents
import Networking

/// What stands at `others:` of a wrong answer: every other field of a header, every other row of a device's table, or
/// every other value of one of its columns.
package enum Others: Sendable {
  /// A protocol as a field begins with it: `ip`, `ip#2`.
  case layer(FieldReference)
  /// nil: the rows themselves.
  case table(TableReference, column: Int?)

  /// Of the values of a column; nil: no values are meant.
  var type: ExpressionType? {
    guard case .table(let reference, let column?) = self else { return nil }
    return reference.table.columns[column].type
  }

  /// `ip`, `switch.mac`, `switch.mac.port`.
  init(_ text: String, _ scope: ExpressionScope) throws(ExpressionError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count > 2,
      case .table(let reference)? = try? PlaceExpression(parts.dropLast().joined(separator: "."), scope)
    else {
      switch try PlaceExpression(text, scope) {
      case .field(let reference) where reference.isProtocol: self = .layer(reference)
      case .table(let reference): self = .table(reference, column: nil)
      default:
        throw ExpressionError(
          "expected a protocol like ip, a table like switch.mac or a column of one like switch.mac.port, found \(text)",
          at: 0)
      }
      return
    }
    guard let column = reference.table.column(String(last)) else {
      let known = reference.table.columns.map(\.id)
      throw ExpressionError(
        "a row of \(reference.text) has no \(quoted(String(last)))\(suggestion(for: String(last), in: known)) (known: \(known.joined(separator: ", ")))",
        at: text.utf8.count - last.utf8.count)
    }
    self = .table(reference, column: column)
  }
}

extension Shape<Others> {
  static func others(_ scope: LessonScope) -> Shape {
    .reading("a protocol like ip, a table like switch.mac or a column like switch.mac.port") {
      text throws(ExpressionError) in try Others(text, scope.names)
    }
  }

  /// Of wrong answers that are values.
  static func otherValues(_ scope: LessonScope) -> Shape {
    .reading("a column of a table like switch.mac.port") { text throws(ExpressionError) in
      let others = try Others(text, scope.names)
      guard case .table(_, column: .some) = others else {
        throw ExpressionError("expected a column of a table like switch.mac.port, found \(text)", at: 0)
      }
      return others
    }
  }
}

extension Preparation {
  /// The values of a column as they stand there now, each once; empty cells are none.
  mutating func values(of others: Others) -> [ExpressionValue] {
    guard case .table(let reference, let column?) = others, let table = context.table(reference) else {
      return []
    }
    var found: [ExpressionValue] = []
    for row in table.rows {
      for value in row.cells[column].compactMap(ExpressionValue.init) where !found.contains(value) {
        found.append(value)
      }
    }
    return found
  }
}
