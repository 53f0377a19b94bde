extension Expression {
  /// What it reads of the moment that is looked at, when it is nothing but that: `device` of `moment.device`.
  package var momentProperty: String? {
    if case .moment(let property, mark: nil) = root { property.name } else { nil }
  }
}
