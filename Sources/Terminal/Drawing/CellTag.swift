/// What a cell stands for: a field, a byte, a row, an action. Opaque here; the program chooses the kinds and numbers.
/// Cells of an open question's answer are masked by it, and a click is answered by it.
package struct CellTag: Hashable, Sendable {
  package var kind: Int32
  package var value: Int64

  package init(kind: Int32, value: Int64) {
    self.kind = kind
    self.value = value
  }
}
