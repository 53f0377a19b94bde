import Networking

extension Dissection {
  /// The fields on the wire that a computed one is computed from.
  package func inputs(of place: FieldPlace) -> Set<FieldPlace> {
    let node = node(place)
    guard node.field.isGenerated else { return [] }
    var found: Set<FieldPlace> = []
    for input in node.field.inputs {
      switch input {
      case .field(let name):
        if let input = nearest(name, to: place) { found.insert(input) }
      case .summed:
        if let checksum = try? ChecksumComputation(self, layer: place.layer) {
          found.formUnion(checksum.pseudoFields)
        }
      case .earlierFrames, .time: break
      }
    }
    if !node.bits.isEmpty, let raw = written(place) { found.insert(raw) }
    return found
  }

  /// The bytes that a computed field is computed from, in its source; neighbours as one run.
  package func inputBytes(of place: FieldPlace) -> [Range<Int>] {
    let node = node(place)
    guard node.field.isGenerated else { return [] }
    var ranges = inputs(of: place).map(self.node).filter { $0.source == node.source && !$0.bits.isEmpty }
      .map(\.bytes)
    if !node.bits.isEmpty { ranges.append(node.bytes) }
    if node.field.inputs.contains(.summed), let checksum = try? ChecksumComputation(self, layer: place.layer)
    {
      ranges += checksum.words.map(\.bytes)
    }
    return ranges.runs
  }

  private func nearest(_ name: String, to place: FieldPlace) -> FieldPlace? {
    for layer in (0...place.layer).reversed() {
      // Of several of one name, as in a list of options, the one in front of it.
      let nodes = layers[layer].nodes
      let found = nodes.indices.filter { nodes[$0].field.name == name }
      let before = layer == place.layer ? found.last { $0 < place.node } : nil
      if let node = before ?? found.first { return FieldPlace(layer: layer, node: node) }
    }
    return nil
  }
}

extension [Range<Int>] {
  /// In order, those that touch or overlap as one.
  package var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = runs.last, range.lowerBound <= last.upperBound {
        runs[runs.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        runs.append(range)
      }
    }
    return runs
  }
}
