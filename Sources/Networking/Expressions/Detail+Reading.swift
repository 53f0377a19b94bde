extension Detail {
  /// nil for a value that cannot be.
  package var expressionValue: ExpressionValue? {
    isSet ? .set(of: values.compactMap(ExpressionValue.init)) : ExpressionValue(value)
  }
}

extension DetailField {
  /// As it is read in expressions and written in sentences.
  package func reading(of detail: Detail) -> Reading? {
    detail.expressionValue.map { Reading($0, unit: unit) }
  }
}
