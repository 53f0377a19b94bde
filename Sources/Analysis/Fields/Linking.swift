import Networking

/// Fields and bytes, bit-exactly both ways.
extension Dissection {
  /// The innermost field that owns a byte: the smallest one that covers all of it, else (a byte cut into bits) the
  /// first of the smallest that touch it. Generated fields own nothing.
  package func innermostField(ofByte byte: Int, in source: ByteSource) -> FieldPlace? {
    let whole = byte * 8..<byte * 8 + 8
    var best: (place: FieldPlace, covers: Bool, bits: Int, depth: Int)?
    for (layer, content) in layers.enumerated() where content.source == source {
      for (index, node) in content.nodes.enumerated()
      where !node.field.isGenerated && node.source == source && node.bits.overlaps(whole) {
        let covers = node.bits.lowerBound <= whole.lowerBound && node.bits.upperBound >= whole.upperBound
        let depth = depth(of: index, in: content.nodes)
        let isBetter =
          if let best {
            covers != best.covers
              ? covers : node.bits.count < best.bits || (node.bits.count == best.bits && depth > best.depth)
          } else { true }
        if isBetter { best = (FieldPlace(layer: layer, node: index), covers, node.bits.count, depth) }
      }
    }
    return best?.place
  }

  /// The layer whose header a byte belongs to, when no field owns it.
  package func layer(ofByte byte: Int, in source: ByteSource) -> Int? {
    layers.indices.last { layers[$0].source == source && layers[$0].bytes.contains(byte) }
  }

  private func depth(of index: Int, in nodes: [FieldNode]) -> Int {
    var depth = 0
    var parent = nodes[index].parent
    while parent >= 0 {
      depth += 1
      parent = nodes[parent].parent
    }
    return depth
  }
}
