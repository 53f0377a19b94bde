import Documents

/// Checks that what an expression puts together fits together.
struct ExpressionTypeChecker {
  let text: String
  let vocabulary: ExpressionScope

  func test(_ part: ExpressionParser.Part) throws(ExpressionError) -> ExpressionNode {
    if part.isTest { return part.node }
    if case .field = part.node { return .exists(part.node) }
    if case .moment(_, let mark) = part.node, mark == nil { return .exists(part.node) }
    if case .row = part.node { return .exists(part.node) }
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

  func comparison(
    _ comparison: Comparison, _ left: ExpressionParser.Part, _ right: ExpressionParser.Part
  ) throws(ExpressionError) -> ExpressionNode {
    let leftType = try valueType(left)
    let rightType = try valueType(right)
    for part in [left, right] {
      guard isNetwork(part) else { continue }
      let isFair = comparison == .equal || comparison == .notEqual
      guard isFair else {
        throw ExpressionError(
          "a network can only be compared with == and !=", ko: "네트워크는 ==와 !=로만 비교합니다",
          at: part.range.lowerBound)
      }
    }
    if case .network = left.node, case .network = right.node {
      throw ExpressionError(
        "expected an address beside the network", ko: "네트워크와 비교할 주소가 있어야 합니다", at: left.range.lowerBound)
    }
    let (leftNode, rightNode) = (adapted(left, to: rightType), adapted(right, to: leftType))
    let fits = (leftNode != left.node || rightNode != right.node) || leftType.isComparable(with: rightType)
    guard fits else {
      throw ExpressionError(
        "cannot compare \(words(left).en) with \(words(right).en)",
        ko: "서로 비교할 수 없습니다: \(words(left).ko), \(words(right).ko)", at: left.range.lowerBound)
    }
    try checkWord(of: left.node, right)
    try checkWord(of: right.node, left)
    return .comparison(comparison, leftNode, rightNode)
  }

  func arithmetic(
    _ operation: Arithmetic, _ left: ExpressionParser.Part, _ right: ExpressionParser.Part, at offset: Int
  ) throws(ExpressionError) -> ExpressionParser.Part {
    for part in [left, right] {
      guard try valueType(part).isNumeric else {
        throw ExpressionError(
          "\(operation.rawValue) needs numbers, found \(words(part).en)",
          ko: "\(operation.rawValue) 계산에는 숫자가 필요한데 \(words(part).ko.with("이/가")) 있습니다",
          at: part.range.lowerBound)
      }
    }
    let times = [left, right].filter { $0.type == .time }.count
    let isFair: Bool =
      switch operation {
      case .plus, .minus: times != 1
      case .times: times < 2
      case .divided: right.type != .time
      case .modulo: times == 0
      }
    guard isFair else {
      throw ExpressionError(
        "\(operation.rawValue) cannot join \(words(left).en) and \(words(right).en)",
        ko: "\(operation.rawValue.with("으로/로")) 이을 수 없습니다: \(words(left).ko), \(words(right).ko)", at: offset)
    }
    return ExpressionParser.Part(
      node: .arithmetic(operation, left.node, right.node, at: offset), type: times > 0 ? .time : .number,
      range: left.range.lowerBound..<right.range.upperBound)
  }

  func negated(_ part: ExpressionParser.Part, at start: Int) throws(ExpressionError) -> ExpressionParser.Part
  {
    let type = try valueType(part)
    guard type.isNumeric else {
      throw ExpressionError(
        "- needs a number, found \(words(part).en)",
        ko: "- 뒤에는 숫자가 와야 하는데 \(words(part).ko.with("이/가")) 있습니다",
        at: part.range.lowerBound)
    }
    return ExpressionParser.Part(
      node: .negated(part.node, at: start), type: type == .time ? .time : .number,
      range: start..<part.range.upperBound)
  }

  /// A network as written, or one that stands in a table.
  private func isNetwork(_ part: ExpressionParser.Part) -> Bool {
    if case .network = part.node { return true }
    return part.type == .network
  }

  /// The type of something that has a value.
  func valueType(_ part: ExpressionParser.Part) throws(ExpressionError) -> ExpressionType {
    if let type = part.type, !part.isTest { return type }
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
    default: break
    }
    return noted("a protocol", "프로토콜")
  }

  private func spelling(_ part: ExpressionParser.Part) -> String {
    String(decoding: Array(text.utf8)[part.range], as: UTF8.self)
  }

  /// A literal in the form that the other side has: `1.5` beside a time is one already, `5` beside a time becomes one.
  private func adapted(_ part: ExpressionParser.Part, to type: ExpressionType) -> ExpressionNode {
    guard case .literal(let value) = part.node else { return part.node }
    switch (value, type) {
    case (.number(let number), .time): return .literal(.time(nanoseconds(seconds: number)))
    case (.mac(let address), .bytes): return .literal(.bytes(address.bytes))
    default: return part.node
    }
  }

  /// `moment.kind == "arp.mis"`: a word that can never be.
  private func checkWord(of node: ExpressionNode, _ other: ExpressionParser.Part) throws(ExpressionError) {
    guard case .literal(.text(let word)) = other.node else { return }
    let (what, known): (String, [String])
    switch node {
    case .moment(.kind, _): (what, known) = ("kind of moment", MomentKind.all.map(\.name))
    case .moment(.layer, _): (what, known) = ("layer", LayerKind.allCases.map(\.rawValue))
    case .moment(.device, _): (what, known) = ("device", vocabulary.devices.keys.sorted() + ["you"])
    case .cell(let reference, _, let column?):
      let column = reference.table.columns[column]
      (what, known) = ("\(column.id) of \(reference.text)", column.values)
    default: return
    }
    guard !known.isEmpty, !known.contains(word) else { return }
    let list = known.count > 20 ? "" : " (known: \(known.joined(separator: ", ")))"
    throw ExpressionError(
      "no \(what) is called \(quoted(word))\(suggestion(for: word, in: known))\(list)",
      ko: "\(quoted(word)) 없음" + (nearest(to: word, in: known).map { ". \(quoted($0))?" } ?? ""),
      at: other.range.lowerBound)
  }
}
