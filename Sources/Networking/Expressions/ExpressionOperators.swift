enum Arithmetic: String, CaseIterable, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case modulo = "%"
}

enum Comparison: String, CaseIterable, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="

  /// `eq`, `ne` …
  var word: String {
    switch self {
    case .equal: "eq"
    case .notEqual: "ne"
    case .less: "lt"
    case .greater: "gt"
    case .lessOrEqual: "le"
    case .greaterOrEqual: "ge"
    }
  }

  func holds(_ order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .greater: order > 0
    case .lessOrEqual: order <= 0
    case .greaterOrEqual: order >= 0
    }
  }
}

/// What a test asks about its two sides.
enum Relation: Equatable, Sendable {
  case comparison(Comparison)
  case membership, containment, match

  /// Those that are words and no comparisons.
  static let words: [String: Relation] = ["in": .membership, "contains": .containment, "matches": .match]
}
