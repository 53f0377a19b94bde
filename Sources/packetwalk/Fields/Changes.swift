import Networking

/// What is new in a unit against the one it was made from.
struct Changes: Equatable, Sendable {
  /// Layers that were put around it.
  var addedLayers: Set<Int> = []
  /// Fields that were not there.
  var added: Set<NodePlace> = []
  /// Fields with another value than before, with what it was.
  var was: [NodePlace: String] = [:]

  var fields: Set<NodePlace> { added.union(was.keys) }

  static let none = Changes()

  /// Compares layer by layer from the innermost outwards; nil when the two do not carry the same thing.
  init?(_ now: Dissection, since before: Dissection) {
    guard now.isSamePassenger(as: before) else { return nil }
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
      let place = NodePlace(layer: layer, node: index)
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
  func isSamePassenger(as other: Dissection) -> Bool {
    guard let mine = layers.last, let others = other.layers.last, mine.protocol === others.protocol else {
      return false
    }
    // A header that carries nothing may itself be what a device rewrites (Ethernet around ARP is apart from it).
    return Array(bytes(of: mine.source)[mine.bytes.clamped(to: 0..<bytes(of: mine.source).count)])
      == Array(
        other.bytes(of: others.source)[others.bytes.clamped(to: 0..<other.bytes(of: others.source).count)])
  }
}
