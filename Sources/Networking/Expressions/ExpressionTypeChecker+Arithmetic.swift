import Documents

extension ExpressionTypeChecker {
  func arithmetic(
    _ operation: Arithmetic, _ left: ExpressionParser.Part, _ right: ExpressionParser.Part, at offset: Int
  ) throws(ExpressionError) -> ExpressionParser.Part {
    let type = try type(of: operation, left, right, at: offset)
    let isCircular =
      (operation == .plus || operation == .minus)
      && (left.node.isSequenceNumber || right.node.isSequenceNumber)
    return ExpressionParser.Part(
      node: .arithmetic(operation, left.node, right.node, at: offset, isCircular: isCircular), type: type,
      range: left.range.lowerBound..<right.range.upperBound)
  }

  private func type(
    of operation: Arithmetic, _ left: ExpressionParser.Part, _ right: ExpressionParser.Part, at offset: Int
  ) throws(ExpressionError) -> ExpressionType {
    let types = (try valueType(left), try valueType(right))
    if types.0 == .ipv4 || types.1 == .ipv4, !isNetwork(left), !isNetwork(right) {
      switch (operation, types.0, types.1) {
      case (.plus, .ipv4, .number), (.plus, .number, .ipv4), (.minus, .ipv4, .number): return .ipv4
      case (.minus, .ipv4, .ipv4): return .number
      default: throw cannotJoin(operation, left, right, at: offset)
      }
    }
    for part in [left, right] {
      guard part.type?.isNumeric == true else {
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
    guard isFair else { throw cannotJoin(operation, left, right, at: offset) }
    return times > 0 ? .time : .number
  }

  private func cannotJoin(
    _ operation: Arithmetic, _ left: ExpressionParser.Part, _ right: ExpressionParser.Part, at offset: Int
  ) -> ExpressionError {
    ExpressionError(
      "\(operation.rawValue) cannot join \(words(left).en) and \(words(right).en)",
      ko: "\(operation.rawValue.with("으로/로")) 이을 수 없습니다: \(words(left).ko), \(words(right).ko)", at: offset)
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
}
