/// Where a field stands in a dissection: its layer, and the node in it.
package struct FieldPlace: Hashable, Codable, Sendable {
  package let layer: Int
  package let node: Int

  package init(layer: Int, node: Int) {
    self.layer = layer
    self.node = node
  }
}
