import Networking

/// A layer by what it is, not by where: the same in every frame that has it.
package struct LayerPath: Hashable, Sendable {
  /// The protocol's filter name.
  package let name: String
  /// Counts layers of one protocol from 0: an ICMP error holds two IP headers.
  package let occurrence: Int

  package init(name: String, occurrence: Int) {
    self.name = name
    self.occurrence = occurrence
  }
}

/// A field by what it is, so that a selection keeps its field from frame to frame.
package struct FieldPath: Hashable, Sendable {
  package let layer: LayerPath
  /// `ip.ttl`.
  package let name: String
  /// Counts fields of one name in the layer from 0.
  package let occurrence: Int

  package init(layer: LayerPath, name: String, occurrence: Int) {
    self.layer = layer
    self.name = name
    self.occurrence = occurrence
  }
}

extension Dissection {
  package func path(ofLayer index: Int) -> LayerPath {
    let name = layers[index].protocol.name
    let before = layers[..<index].count { $0.protocol.name == name }
    return LayerPath(name: name, occurrence: before)
  }

  package func index(of path: LayerPath) -> Int? {
    layers.indices.filter { layers[$0].protocol.name == path.name }.dropFirst(path.occurrence).first
  }

  package func path(of place: FieldPlace) -> FieldPath {
    let nodes = layers[place.layer].nodes
    let name = nodes[place.node].field.name
    let before = nodes[..<place.node].count { $0.field.name == name }
    return FieldPath(layer: path(ofLayer: place.layer), name: name, occurrence: before)
  }

  package func place(of path: FieldPath) -> FieldPlace? {
    guard let layer = index(of: path.layer) else { return nil }
    let nodes = layers[layer].nodes
    let found = nodes.indices.filter { nodes[$0].field.name == path.name }.dropFirst(path.occurrence).first
    return found.map { FieldPlace(layer: layer, node: $0) }
  }

  package func node(_ place: FieldPlace) -> FieldNode { layers[place.layer].nodes[place.node] }

  /// The fields an author's name means: all of that name, or of that alias, in the outermost layer that has it;
  /// `ip.ttl#2` in the second of the layers that may have one, as in expressions.
  package func places(named written: String) -> [FieldPlace] {
    let parts = written.split(separator: "#", omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2 else { return [] }
    var wanted: Int?
    if parts.count == 2 {
      guard let number = Int(parts[1]), number > 0 else { return [] }
      wanted = number
    }
    func isMeant(_ field: Field) -> Bool { field.name == name || field.aliases.contains(String(name)) }
    var seen = 0
    for (index, layer) in layers.enumerated() {
      if wanted != nil {
        guard layer.protocol.fields.contains(where: isMeant) else { continue }
        seen += 1
        guard seen == wanted else { continue }
      }
      let found = layer.nodes.indices.filter { isMeant(layer.nodes[$0].field) }
      if wanted != nil || !found.isEmpty { return found.map { FieldPlace(layer: index, node: $0) } }
    }
    return []
  }

  /// The field on the wire that a shown one is read from: a relative number stands on the raw one's bits.
  package func written(_ place: FieldPlace) -> FieldPlace? {
    let node = node(place)
    if !node.field.isGenerated { return place }
    guard !node.bits.isEmpty else { return nil }
    return layers[place.layer].nodes.firstIndex {
      !$0.field.isGenerated && $0.source == node.source && $0.bits == node.bits
    }.map { FieldPlace(layer: place.layer, node: $0) }
  }
}

extension Dissection {
  /// How a field is written: `ip.ttl`, and `ip.ttl#2` where an outer layer has it too.
  package func name(of path: FieldPath) -> String {
    guard let place = place(of: path) else { return path.name }
    let isFirst = places(named: path.name).contains(place)
    return isFirst ? path.name : "\(path.name)#\(path.layer.occurrence + 1)"
  }

  /// Numbers of bytes that are meant: how long layers are, and what fields say, which may be the same.
  package func lengths(of subjects: some Sequence<Subject>) -> Set<Int> {
    Set(
      subjects.compactMap { subject in
        switch subject {
        case .layer(let path):
          return layers.indices.first { self.path(ofLayer: $0) == path }.map { layers[$0].bytes.count }
        case .field(let path):
          guard case .number(let number)? = place(of: path).map({ node($0).value }) else { return nil }
          return Int(exactly: number)
        default: return nil
        }
      })
  }

  /// Fields of bytes that are so long: how many they are is written beside them.
  package func bytes(asLongAs lengths: Set<Int>) -> [Subject] {
    if lengths.isEmpty { return [] }
    return layers.indices.flatMap { layer in
      layers[layer].nodes.indices.compactMap { node in
        guard case .bytes(let bytes) = layers[layer].nodes[node].value, lengths.contains(bytes.count) else {
          return nil
        }
        return .field(path(of: FieldPlace(layer: layer, node: node)))
      }
    }
  }

  /// The places of fields, and of all fields of layers.
  package func places(of subjects: [Subject]) -> [FieldPlace] {
    subjects.flatMap { subject -> [FieldPlace] in
      switch subject {
      case .field(let path): return place(of: path).map { [$0] } ?? []
      case .layer(let path):
        guard let layer = layers.indices.first(where: { self.path(ofLayer: $0) == path }) else { return [] }
        return layers[layer].nodes.indices.map { FieldPlace(layer: layer, node: $0) }
      default: return []
      }
    }
  }
}
