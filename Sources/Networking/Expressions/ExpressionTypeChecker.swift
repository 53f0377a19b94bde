import Documents

/// Checks that what an expression puts together fits together.
struct ExpressionTypeChecker {
  let text: String
  let names: ExpressionNameResolver

  func test(_ part: ExpressionParser.Part) throws(ExpressionError) -> ExpressionNode {
    if part.isTest { return part.node }
    if case .field = part.node { return .exists(part.node) }
    if case .moment(_, let mark) = part.node, mark == nil { return .exists(part.node) }
    if case .row = part.node { return .exists(part.node) }
    if case .before(let inner) = part.node {
      return .before(try test(ExpressionParser.Part(node: inner, type: part.type, range: part.range)))
    }
    if case .frame(let mark) = part.node { throw names.nothingOf(mark, at: part.range.lowerBound) }
    if case .table(let reference) = part.node {
      throw ExpressionError(
        "expected a condition like count(\(reference.text)) > 0, found \(words(part).en)",
        ko: "count(\(reference.text)) > 0 같은 조건이 와야 하는데 \(words(part).ko.with("이/가")) 있습니다",
        at: part.range.lowerBound)
    }
    throw ExpressionError(
      "expected a condition like \(spelling(part)) == …, found \(words(part).en)",
      ko: "\(spelling(part)) == … 같은 조건이 와야 하는데 \(words(part).ko.with("이/가")) 있습니다", at: part.range.lowerBound
    )
  }

  /// Something to point at, or a value that is read from such.
  func place(_ part: ExpressionParser.Part) throws(ExpressionError) -> ExpressionNode {
    if !part.isTest, part.node.contains({ ExpressionPlace($0) != nil }) { return part.node }
    throw ExpressionError(
      "expected a field, a table, a row, a device, a cable or a mark, found \(words(part).en)",
      ko: "필드, 표, 항목, 장치, 케이블, 표시 가운데 하나가 와야 하는데 \(words(part).ko.with("이/가")) 있습니다",
      at: part.range.lowerBound)
  }

  /// A network as written, or one that stands in a table.
  func isNetwork(_ part: ExpressionParser.Part) -> Bool {
    if case .network = part.node { return true }
    return part.type == .network
  }

  /// The type of something that has a value.
  func valueType(_ part: ExpressionParser.Part) throws(ExpressionError) -> ExpressionType {
    if let type = part.type, !part.isTest { return type }
    if case .frame(let mark) = part.node { throw names.nothingOf(mark, at: part.range.lowerBound) }
    throw ExpressionError(
      "expected a value, found \(words(part).en)", ko: "값이 와야 하는데 \(words(part).ko.with("이/가")) 있습니다",
      at: part.range.lowerBound)
  }

  /// `eth.dst (a MAC address)`, as messages name a part.
  func words(_ part: ExpressionParser.Part) -> LocalizedText {
    let spelling = spelling(part)
    func noted(_ en: String, _ ko: String) -> LocalizedText {
      LocalizedText(en: "\(spelling) (\(en))", ko: "\(spelling) (\(ko))")
    }
    if part.isTest { return LocalizedText(en: "the condition \(spelling)", ko: "조건 \(spelling)") }
    if case .network = part.node { return noted("a network", "네트워크") }
    if let type = part.type { return noted(type.words, type.koreanWords) }
    switch part.node {
    case .field(let reference) where !reference.isProtocol:
      return noted("a heading without a value", "값이 없는 제목")
    case .table: return noted("a table", "표")
    case .row: return noted("a row of a table", "표의 항목")
    case .frame: return noted("a mark", "표시")
    case .device: return noted("a cable", "케이블")
    default: break
    }
    return noted("a protocol", "프로토콜")
  }

  func spelling(_ part: ExpressionParser.Part) -> String {
    String(decoding: Array(text.utf8)[part.range], as: UTF8.self)
  }
}
