/// Values of one type, in order, each once: `{2, 3}`.
package struct ExpressionSet: Hashable, Sendable {
  package let values: [ExpressionValue]

  package init(_ values: some Sequence<ExpressionValue>) {
    var sorted: [ExpressionValue] = []
    for value in values.sorted(by: { $0.stands(before: $1) }) where sorted.last != value {
      sorted.append(value)
    }
    self.values = sorted
  }

  /// Members apart by commas; a dash when there are none.
  package func text(_ member: (ExpressionValue) -> String) -> String {
    values.isEmpty ? "–" : values.map(member).joined(separator: ", ")
  }
}

extension ExpressionValue {
  package static func set(of values: some Sequence<ExpressionValue>) -> ExpressionValue {
    .set(ExpressionSet(values))
  }

  /// A set's, or the value itself.
  package var members: [ExpressionValue] { if case .set(let set) = self { set.values } else { [self] } }

  /// Whether the two are the same to whoever compares them: one value equals the set of it, order does not count, an
  /// address is in its network.
  package func equals(_ other: ExpressionValue) -> Bool {
    members.areAmong(other.members) && other.members.areAmong(members)
  }

  fileprivate func stands(before other: ExpressionValue) -> Bool {
    let order = order(other) ?? 0
    return order != 0 ? order < 0 : text < other.text
  }
}

extension [ExpressionValue] {
  /// Whether each of them is equal to one of the others.
  func areAmong(_ others: [ExpressionValue]) -> Bool {
    allSatisfy { value in others.contains { value.order($0) == 0 } }
  }
}
