import Documents

/// Whether the two sides of a test can be compared, and how.
extension ExpressionTypeChecker {
  func test(
    _ relation: Relation, _ left: ExpressionParser.Part, _ right: ExpressionParser.Part
  ) throws(ExpressionError) -> ExpressionNode {
    switch relation {
    case .comparison(let comparison): try self.comparison(comparison, left, right)
    case .membership: try membership(left, right)
    case .containment: try containment(left, right)
    case .match: try match(left, right)
    }
  }

  private func comparison(
    _ comparison: Comparison, _ left: ExpressionParser.Part, _ right: ExpressionParser.Part
  ) throws(ExpressionError) -> ExpressionNode {
    let leftType = try valueType(left)
    let rightType = try valueType(right)
    let isEquality = comparison == .equal || comparison == .notEqual
    for part in [left, right] where isNetwork(part) && !isEquality {
      throw ExpressionError(
        "a network can only be compared with == and !=", ko: "네트워크는 ==와 !=로만 비교합니다",
        at: part.range.lowerBound)
    }
    if case .network = left.node, case .network = right.node {
      throw ExpressionError(
        "expected an address beside the network", ko: "네트워크와 비교할 주소가 있어야 합니다", at: left.range.lowerBound)
    }
    let (leftNode, rightNode) = (adapted(left, to: rightType), adapted(right, to: leftType))
    let isAdapted = leftNode != left.node || rightNode != right.node
    guard isAdapted || leftType.isComparable(with: rightType) else { throw cannotCompare(left, right) }
    try checkWords(of: left.node, right)
    try checkWords(of: right.node, left)
    guard leftType.isSet || rightType.isSet else { return .comparison(comparison, leftNode, rightNode) }
    guard isEquality else {
      throw ExpressionError(
        "a set can only be compared with ==, != and in", ko: "집합은 ==, !=, in으로만 비교합니다",
        at: (leftType.isSet ? left : right).range.lowerBound)
    }
    return .sameSet(comparison == .equal, leftNode, rightNode)
  }

  private func cannotCompare(_ left: ExpressionParser.Part, _ right: ExpressionParser.Part) -> ExpressionError
  {
    ExpressionError(
      "cannot compare \(words(left).en) with \(words(right).en)",
      ko: "서로 비교할 수 없습니다: \(words(left).ko), \(words(right).ko)", at: left.range.lowerBound)
  }

  /// `tcp.port in {80, 443}`, `ip.src in 192.0.2.0/26`
  private func membership(
    _ left: ExpressionParser.Part, _ right: ExpressionParser.Part
  ) throws(ExpressionError) -> ExpressionNode {
    let leftType = try valueType(left)
    let rightType = try valueType(right)
    if isNetwork(right), !isNetwork(left) { return try comparison(.equal, left, right) }
    guard rightType.isSet else {
      throw ExpressionError(
        "in needs a set like {80, 443} or a network, found \(words(right).en)",
        ko: "in 뒤에는 {80, 443} 같은 집합이나 네트워크가 와야 하는데 \(words(right).ko.with("이/가")) 있습니다",
        at: right.range.lowerBound)
    }
    guard leftType.isComparable(with: rightType) else { throw cannotCompare(left, right) }
    try checkWords(of: left.node, right)
    return .membership(left.node, right.node, isSubset: leftType.isSet)
  }

  /// `http.host contains "example"`, `eth.src contains 00:5e`, `moment.ports contains 2`
  private func containment(
    _ left: ExpressionParser.Part, _ right: ExpressionParser.Part
  ) throws(ExpressionError) -> ExpressionNode {
    let leftType = try valueType(left)
    let rightType = try valueType(right)
    if leftType.isSet || isNetwork(left) { return try membership(right, left) }
    switch (leftType, rightType) {
    case (.text, .text), (.bytes, .bytes), (.bytes, .mac), (.bytes, .text), (.mac, .bytes):
      return .containment(left.node, right.node)
    default:
      throw ExpressionError(
        "\(words(left).en) cannot contain \(words(right).en)",
        ko: "들어 있을 수 없습니다: \(words(left).ko), \(words(right).ko)", at: left.range.lowerBound)
    }
  }

  /// `http.request.uri matches "^/[a-z]+$"`
  private func match(
    _ left: ExpressionParser.Part, _ right: ExpressionParser.Part
  ) throws(ExpressionError) -> ExpressionNode {
    guard try valueType(left) == .text else {
      throw ExpressionError(
        "matches needs a text, found \(words(left).en)",
        ko: "matches 앞에는 텍스트가 와야 하는데 \(words(left).ko.with("이/가")) 있습니다", at: left.range.lowerBound)
    }
    guard case .literal(.text(let pattern)) = right.node else {
      throw ExpressionError(
        "matches needs a pattern in quotes, found \(words(right).en)",
        ko: "matches 뒤에는 따옴표로 묶은 패턴이 와야 하는데 \(words(right).ko.with("이/가")) 있습니다",
        at: right.range.lowerBound)
    }
    do throws(PatternError) {
      return .match(left.node, try TextPattern(pattern))
    } catch {
      throw ExpressionError(error.message, at: right.range.lowerBound + 1 + error.offset)
    }
  }

  /// What stands between braces.
  func set(of members: [ExpressionParser.Part]) throws(ExpressionError) -> (ExpressionNode, ExpressionType) {
    var type: ExpressionType?
    var nodes: [ExpressionNode] = []
    for part in members {
      var own = try valueType(part)
      var node = part.node
      if case .network(let prefix) = node { (node, own) = (.literal(.network(prefix)), .network) }
      guard !own.isSet else {
        throw ExpressionError(
          "a set holds values, found \(words(part).en)",
          ko: "집합 안에는 값이 와야 하는데 \(words(part).ko.with("이/가")) 있습니다", at: part.range.lowerBound)
      }
      if let known = type {
        guard let common = known.common(with: own) else {
          throw ExpressionError(
            "the values of a set have one type, found \(words(members[0]).en) and \(words(part).en)",
            ko: "집합의 값은 종류가 같아야 합니다: \(words(members[0]).ko), \(words(part).ko)",
            at: part.range.lowerBound)
        }
        own = common
      }
      type = own
      nodes.append(node)
    }
    return (.set(nodes), .set(type))
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
  private func checkWords(of node: ExpressionNode, _ other: ExpressionParser.Part) throws(ExpressionError) {
    let members = if case .set(let members) = other.node { members } else { [other.node] }
    for case .literal(.text(let word)) in members {
      let (what, known): (String, [String])
      switch node {
      case .moment(.kind, _): (what, known) = ("kind of moment", MomentKind.all.map(\.name))
      case .moment(.layer, _): (what, known) = ("layer", LayerKind.allCases.map(\.rawValue))
      case .moment(.device, _): (what, known) = ("device", names.vocabulary.devices.keys.sorted() + ["you"])
      case .cell(let reference, _, let column?):
        let column = reference.table.columns[column]
        (what, known) = ("\(column.id) of \(reference.text)", column.values)
      default: continue
      }
      guard !known.isEmpty, !known.contains(word) else { continue }
      throw unknown(word, what, in: known, at: other.range.lowerBound)
    }
  }

  func unknown(_ word: String, _ what: String, in known: [String], at offset: Int) -> ExpressionError {
    let list = known.count > 20 ? "" : " (known: \(known.joined(separator: ", ")))"
    return ExpressionError(
      "no \(what) is called \(quoted(word))\(suggestion(for: word, in: known))\(list)",
      ko: "\(quoted(word)) 없음" + (nearest(to: word, in: known).map { ". \(quoted($0))?" } ?? ""),
      at: offset)
  }
}
