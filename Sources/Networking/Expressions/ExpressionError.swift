/// What is wrong in the text of an expression, and where.
package struct ExpressionError: Error, Hashable, Sendable {
  /// One sentence without a capital and a full stop: what was found, what was expected.
  package let message: String
  /// The same in Korean; nil where only `check` says it, which speaks English.
  package let korean: String?
  /// UTF-8 bytes from the start of the expression.
  package let offset: Int

  package init(_ message: String, ko korean: String? = nil, at offset: Int) {
    self.message = message
    self.korean = korean
    self.offset = offset
  }
}
