/// Conditions. What is absent makes a comparison false.
extension ExpressionContext {
  mutating func holds(_ node: ExpressionNode) -> Bool {
    switch node {
    case .and(let left, let right): return holds(left) && holds(right)
    case .or(let left, let right): return holds(left) || holds(right)
    case .not(let inner): return !holds(inner)
    case .exists(let inner): return exists(inner)
    case .before(let inner): return oneEarlier { $0.holds(inner) }
    case .happened(let mark): return hasHappened(mark)
    case .comparison(let comparison, let left, let right): return compare(comparison, left, right)
    case .sameSet(let isSame, let left, let right):
      guard let (left, right) = both(left, right) else { return false }
      return (left.areAmong(right) && right.areAmong(left)) == isSame
    case .membership(let left, let right, let isSubset):
      guard let (left, right) = both(left, right) else { return false }
      return isSubset ? left.areAmong(right) : left.contains { [$0].areAmong(right) }
    case .containment(let left, let right):
      guard let (left, right) = both(left, right) else { return false }
      return left.contains { whole in right.contains { whole.contains($0) } }
    case .match(let left, let pattern):
      return occurrences(left).contains { pattern.isFound(in: $0.text) }
    default: return false
    }
  }

  private mutating func exists(_ node: ExpressionNode) -> Bool {
    switch node {
    case .field(let reference):
      guard let dissection = dissection(of: reference.mark) else { return false }
      return reference.isProtocol
        ? !dissection.layers(of: reference).isEmpty : !dissection.nodes(of: reference).isEmpty
    case .moment(let property, let mark): return moment(property, of: mark) != nil
    case .device(let reference): return device(reference) != nil
    case .row(let reference, let key): return row(key, of: reference) != nil
    case .cell(let reference, let key, let column): return !cell(column, key, of: reference).isEmpty
    default: return false
    }
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

  /// The members of both sides; nil when one is absent, which the empty set is not.
  private mutating func both(
    _ left: ExpressionNode, _ right: ExpressionNode
  ) -> (left: [ExpressionValue], right: [ExpressionValue])? {
    let lefts = occurrences(left)
    let rights = occurrences(right)
    return lefts.isEmpty || rights.isEmpty ? nil : (lefts.flatMap(\.members), rights.flatMap(\.members))
  }

  /// All values; none when something is absent.
  mutating func occurrences(_ node: ExpressionNode) -> [ExpressionValue] {
    switch node {
    case .field(let reference):
      return dissection(of: reference.mark)?.nodes(of: reference).compactMap { ExpressionValue($0.value) }
        ?? []
    case .cell(let reference, let key, let column): return cell(column, key, of: reference)
    case .before(let inner): return oneEarlier { $0.occurrences(inner) }
    default:
      do throws(ExpressionError) { return [try value(node).value] } catch { return [] }
    }
  }

  /// Reads everything one moment earlier.
  mutating func oneEarlier<Result>(_ body: (inout Self) throws(ExpressionError) -> Result)
    throws(ExpressionError) -> Result
  {
    earlier += 1
    defer { earlier -= 1 }
    return try body(&self)
  }

  mutating func oneEarlier<Result>(_ body: (inout Self) -> Result) -> Result {
    earlier += 1
    defer { earlier -= 1 }
    return body(&self)
  }
}

extension ExpressionValue {
  /// Whether another stands somewhere inside, as bytes or letters.
  fileprivate func contains(_ part: ExpressionValue) -> Bool {
    let (whole, part) = (octets, part.octets)
    guard part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
  }

  private var octets: [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .mac(let address): address.bytes
    default: Array(text.utf8)
    }
  }
}
