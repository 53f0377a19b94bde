import Networking

extension Dissection {
  /// The outermost field of a name, `ip.ttl#2` the one in the second layer of its protocol.
  package func place(ofField name: String) -> NodePlace? {
    guard let reference = try? Expression(name, as: .condition, Vocabulary()).fieldAsked,
      let wanted = nodes(of: reference).first
    else { return nil }
    for (layer, value) in layers.enumerated() {
      let number = reference.layer.map { number in
        layers[...layer].count { $0.protocol.name == value.protocol.name } == number
      }
      guard number ?? true else { continue }
      if let index = value.nodes.firstIndex(of: wanted) { return NodePlace(layer: layer, node: index) }
    }
    return nil
  }
}
