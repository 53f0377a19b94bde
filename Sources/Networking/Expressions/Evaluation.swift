import Documents

/// Computes an expression in a context, in place: a context keeps what it has read, which a copy would copy.
extension ExpressionContext {
  // MARK: Conditions

  mutating func holds(_ node: ExpressionNode) -> Bool {
    switch node {
    case .and(let left, let right): return holds(left) && holds(right)
    case .or(let left, let right): return holds(left) || holds(right)
    case .not(let inner): return !holds(inner)
    case .exists(.field(let reference)): return exists(reference)
    case .exists(.moment(let property, let mark)): return moment(property, of: mark) != nil
    case .exists(.device(let reference)): return device(reference) != nil
    case .exists(.row(let reference, let key)): return row(key, of: reference) != nil
    case .exists(.cell(let reference, let key, let column)):
      return !cell(column, key, of: reference).isEmpty
    case .comparison(let comparison, let left, let right): return compare(comparison, left, right)
    default: return false
    }
  }

  private mutating func exists(_ reference: FieldReference) -> Bool {
    guard let dissection = dissection(of: reference.mark) else { return false }
    return reference.isProtocol
      ? !dissection.layers(of: reference).isEmpty : !dissection.nodes(of: reference).isEmpty
  }

  /// As Wireshark 4.0: a field with several values is equal, less … when one of them is; it is unequal when all are.
  private mutating func compare(_ comparison: Comparison, _ left: ExpressionNode, _ right: ExpressionNode)
    -> Bool
  {
    if case .network(let prefix) = right { return compare(comparison, occurrences(left), prefix) }
    if case .network(let prefix) = left { return compare(comparison, occurrences(right), prefix) }
    let lefts = occurrences(left)
    let rights = occurrences(right)
    guard !lefts.isEmpty, !rights.isEmpty else { return false }
    func pair(_ a: ExpressionValue) -> Bool {
      let holds = { (b: ExpressionValue) in a.order(b).map(comparison.holds) ?? false }
      return comparison == .notEqual ? rights.allSatisfy(holds) : rights.contains(where: holds)
    }
    return comparison == .notEqual ? lefts.allSatisfy(pair) : lefts.contains(where: pair)
  }

  private func compare(_ comparison: Comparison, _ values: [ExpressionValue], _ prefix: IPv4Prefix) -> Bool {
    let isInside = { (value: ExpressionValue) in
      switch value {
      case .ipv4(let address): prefix.contains(address)
      case .network(let network): network == prefix
      default: false
      }
    }
    guard !values.isEmpty else { return false }
    return comparison == .equal ? values.contains(where: isInside) : !values.contains(where: isInside)
  }

  /// All values; none when something is absent.
  private mutating func occurrences(_ node: ExpressionNode) -> [ExpressionValue] {
    if case .field(let reference) = node {
      return dissection(of: reference.mark)?.nodes(of: reference).compactMap {
        ExpressionValue($0.value)
      } ?? []
    }
    if case .cell(let reference, let key, let column) = node { return cell(column, key, of: reference) }
    do throws(ExpressionError) { return [try value(node).value] } catch { return [] }
  }

  // MARK: Values

  mutating func value(_ node: ExpressionNode) throws(ExpressionError) -> Reading {
    switch node {
    case .literal(let value): return Reading(value)
    case .field(let reference): return try reading(reference)
    case .length(let reference): return Reading(.number(Int64(try length(reference))))
    case .moment(let property, let mark):
      if let value = moment(property, of: mark) { return Reading(value) }
      throw ExpressionError("there is no \(mark.map { "\($0)." } ?? "")moment.\(property.name)", at: 0)
    case .device(let reference):
      if let value = device(reference) { return Reading(value) }
      throw ExpressionError(
        "\(reference.device).\(reference.interface) has no \(reference.property.rawValue)",
        at: reference.offset)
    case .count(let reference):
      guard let table = table(reference) else { throw noMoment(reference) }
      return Reading(.number(Int64(table.rows.count)))
    case .cell(let reference, let key, let column): return try reading(column, key, of: reference)
    case .negated(let inner, let offset):
      let zero = Reading(.number(0))
      let operand = try value(inner)
      if case .time = operand.value { return try arithmetic(.minus, Reading(.time(0)), operand, offset) }
      return try arithmetic(.minus, zero, operand, offset)
    case .arithmetic(let operation, let left, let right, let offset):
      let first = try value(left)
      return try arithmetic(operation, first, try value(right), offset)
    case .network, .table, .row, .comparison, .exists, .not, .and, .or:
      throw ExpressionError("this is not a value", at: 0)
    }
  }

  private mutating func reading(_ reference: FieldReference) throws(ExpressionError) -> Reading {
    guard let dissection = dissection(of: reference.mark) else { throw noFrame(reference) }
    for node in dissection.nodes(of: reference) {
      if let reading = Reading(node) { return reading }
    }
    throw absent(reference)
  }

  private mutating func length(_ reference: FieldReference) throws(ExpressionError) -> Int {
    guard let dissection = dissection(of: reference.mark) else { throw noFrame(reference) }
    if reference.isProtocol {
      guard let layer = dissection.layers(of: reference).first else { throw absent(reference) }
      return layer.bytes.count
    }
    switch dissection.nodes(of: reference).first?.value {
    case .bytes(let bytes): return bytes.count
    case .text(let text): return text.utf8.count
    default: throw absent(reference)
    }
  }

  private func absent(_ reference: FieldReference) -> ExpressionError {
    let name = reference.name + (reference.layer.map { "#\($0)" } ?? "")
    let place = reference.mark.map { "the frame of \(quoted($0))" } ?? "the frame here"
    return ExpressionError("\(place) has no \(name)", at: reference.offset)
  }

  private func noFrame(_ reference: FieldReference) -> ExpressionError {
    let place = reference.mark.map { "at \(quoted($0))" } ?? "here"
    return ExpressionError("there is no frame \(place) to read \(reference.name) from", at: reference.offset)
  }

  private func arithmetic(
    _ operation: Arithmetic, _ left: Reading, _ right: Reading, _ offset: Int
  ) throws(ExpressionError) -> Reading {
    let (a, aIsTime) = number(left)
    let (b, bIsTime) = number(right)
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
    return Reading(aIsTime || bIsTime ? .time(result) : .number(result))
  }

  private func number(_ reading: Reading) -> (Int64, isTime: Bool) {
    if case .time(let nanoseconds) = reading.value { return (nanoseconds, true) }
    return (reading.value.integer ?? 0, false)
  }
}

extension Dissection {
  /// The layers that a reference means, outermost first.
  func layers(of reference: FieldReference) -> [Layer] {
    let owner = reference.isProtocol ? reference.name : nil
    let owned = layers.filter { layer in
      if let owner { return layer.protocol.name == owner }
      return reference.fields.contains { field in layer.protocol.fields.contains { $0 === field } }
    }
    guard let number = reference.layer else { return owned }
    return number <= owned.count ? [owned[number - 1]] : []
  }

  /// The field nodes that a reference means, outermost layer first.
  package func nodes(of reference: FieldReference) -> [FieldNode] {
    guard reference.layer != nil else { return nodes(named: reference.name) }
    return layers(of: reference).flatMap { layer in
      layer.nodes.filter { node in reference.fields.contains { $0 === node.field } }
    }
  }
}
