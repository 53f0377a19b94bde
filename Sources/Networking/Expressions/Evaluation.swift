import Documents

/// Computes an expression in a context, in place: a context keeps what it has read, which a copy would copy.
extension ExpressionContext {
  mutating func value(_ node: ExpressionNode) throws(ExpressionError) -> Reading {
    switch node {
    case .literal(let value): return Reading(value)
    case .field(let reference): return try reading(reference)
    case .length(let reference): return Reading(.number(Int64(try length(reference))))
    case .word(let reference, let node):
      let number = try value(node).value.integer ?? -1
      return Reading(.number(Int64(try word(reference, number))), bits: 16)
    case .sum(let reference): return Reading(.number(Int64(try sum(reference))), bits: 16)
    case .moment(let property, let mark):
      if let value = moment(property, of: mark) { return Reading(value, unit: property.unit) }
      throw ExpressionError("there is no \(mark.map { "\($0)." } ?? "")moment.\(property.name)", at: 0)
    case .device(let reference):
      if let value = device(reference) { return Reading(value) }
      throw ExpressionError(
        "\(reference.owner) has no \(reference.property.rawValue)", at: reference.offset)
    case .count(.table(let reference)):
      guard let table = table(reference) else { throw noMoment(reference) }
      return Reading(.number(Int64(table.rows.count)))
    case .count(let set): return Reading(.number(Int64(try value(set).value.members.count)))
    case .cell(let reference, let key, let column): return try reading(column, key, of: reference)
    case .set(let nodes): return Reading(.set(of: try members(nodes)))
    case .before(let inner):
      return try oneEarlier { (context) throws(ExpressionError) in try context.value(inner) }
    case .story(let reference): return Reading(try story(reference))
    case .negated(let inner, let offset):
      let operand = try value(inner)
      let zero = if case .time = operand.value { Reading(.time(0)) } else { Reading(.number(0)) }
      return try arithmetic(.minus, zero, operand, offset, isCircular: false)
    case .arithmetic(let operation, let left, let right, let offset, let isCircular):
      let first = try value(left)
      return try arithmetic(operation, first, try value(right), offset, isCircular: isCircular)
    case .network, .table, .row, .frame, .happened, .comparison, .sameSet, .membership, .containment, .match,
      .exists, .not, .and, .or:
      throw ExpressionError("this is not a value", at: 0)
    }
  }

  /// What stands between braces; a field with several values brings all of them.
  private mutating func members(_ nodes: [ExpressionNode]) throws(ExpressionError) -> [ExpressionValue] {
    var values: [ExpressionValue] = []
    for node in nodes {
      let found = occurrences(node)
      // Says why there is none.
      if found.isEmpty { _ = try value(node) }
      values += found
    }
    return values
  }

  // MARK: Arithmetic

  private func arithmetic(
    _ operation: Arithmetic, _ left: Reading, _ right: Reading, _ offset: Int, isCircular: Bool
  ) throws(ExpressionError) -> Reading {
    let (a, b) = (number(left), number(right))
    let (result, overflows): (Int64, Bool)
    switch operation {
    case .plus: (result, overflows) = a.addingReportingOverflow(b)
    case .minus: (result, overflows) = a.subtractingReportingOverflow(b)
    case .times: (result, overflows) = a.multipliedReportingOverflow(by: b)
    case .divided, .modulo:
      guard b != 0 else { throw ExpressionError("this divides by zero", at: offset) }
      (result, overflows) =
        operation == .divided
        ? a.dividedReportingOverflow(by: b) : a.remainderReportingOverflow(dividingBy: b)
    }
    guard !overflows else { throw ExpressionError("this number becomes too large", at: offset) }
    if isAddress(left) != isAddress(right) {
      guard let address = UInt32(exactly: result) else {
        throw ExpressionError(
          "there is no such address: it is outside of 0.0.0.0 to 255.255.255.255", at: offset)
      }
      return Reading(.ipv4(IPv4Address(address)))
    }
    if isTime(left) || isTime(right) { return Reading(.time(result)) }
    let bits = [left.bits, right.bits].compactMap { $0 }.max()
    return Reading(.number(isCircular ? result & 0xffff_ffff : result), bits: bits)
  }

  private func isTime(_ reading: Reading) -> Bool { if case .time = reading.value { true } else { false } }
  private func isAddress(_ reading: Reading) -> Bool { if case .ipv4 = reading.value { true } else { false } }

  private func number(_ reading: Reading) -> Int64 {
    switch reading.value {
    case .time(let nanoseconds): nanoseconds
    case .ipv4(let address): Int64(address.value)
    default: reading.value.integer ?? 0
    }
  }
}
