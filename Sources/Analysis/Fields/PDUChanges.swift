import Networking

/// What is new in a unit against the one it was made from.
package struct PDUChanges: Equatable, Sendable {
  /// Layers that were put around it.
  package private(set) var addedLayers: Set<Int> = []
  /// Fields that were not there.
  package private(set) var added: Set<FieldPlace> = []
  /// Fields with another value than before, with what it was.
  package private(set) var was: [FieldPlace: String] = [:]

  package var fields: Set<FieldPlace> { added.union(was.keys) }

  package static let none = PDUChanges()

  /// Compares layer by layer from the innermost outwards; nil when the two do not carry the same thing.
  package init?(_ now: Dissection, since before: Dissection) {
    guard now.carriesSame(as: before) else { return nil }
    for (index, layer) in now.layers.enumerated() {
      let path = now.path(ofLayer: index)
      guard let old = before.index(of: path) else {
        addedLayers.insert(index)
        continue
      }
      compare(layer.nodes, before.layers[old].nodes, layer: index, now)
    }
  }

  private init() {}

  private mutating func compare(_ new: [FieldNode], _ old: [FieldNode], layer: Int, _ now: Dissection) {
    var count: [String: Int] = [:]
    var values: [String: [FieldNode]] = [:]
    for node in old { values[node.field.name, default: []].append(node) }
    for (index, node) in new.enumerated() {
      let occurrence = count[node.field.name, default: 0]
      count[node.field.name] = occurrence + 1
      // What is computed differs with the place it is seen from, not because a device changed it.
      if node.field.isGenerated { continue }
      let place = FieldPlace(layer: layer, node: index)
      guard let before = values[node.field.name], occurrence < before.count else {
        added.insert(place)
        continue
      }
      if before[occurrence].value != node.value { was[place] = before[occurrence].text }
    }
  }
}

extension Dissection {
  /// Whether both carry the same innermost thing: what devices on the way leave alone.
  package func carriesSame(as other: Dissection) -> Bool {
    guard let mine = carriedPayload else { return false }
    return mine == other.carriedPayload
  }

  /// The innermost thing it carries; nil when it has no layer.
  package var carriedPayload: CarriedPayload? {
    guard let layer = layers.last else { return nil }
    let bytes = bytes(of: layer.source)
    return CarriedPayload(
      name: layer.protocol.name, bytes: Array(bytes[layer.bytes.clamped(to: bytes.indices)]))
  }
}

/// What devices on the way leave alone: the innermost layer of a unit.
package struct CarriedPayload: Equatable, Sendable {
  /// The protocol's.
  package let name: String
  package let bytes: [UInt8]
}
