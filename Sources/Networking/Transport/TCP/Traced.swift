/// A variable's value with the number of the moment that set it.
package struct Traced<Value: Equatable & Sendable>: Equatable, Sendable {
  package var value: Value
  package var moment: Int

  package init(_ value: Value, _ moment: Int) {
    self.value = value
    self.moment = moment
  }
}
