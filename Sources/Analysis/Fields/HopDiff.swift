import Networking

/// One packet before and after a device, header by header.
package struct HopDiff: Sendable {
  package struct Change: Equatable, Sendable {
    package enum Kind: Sendable { case changed, added, removed }

    package var kind: Kind
    package var layer: LayerPath
    /// Where the field stands; nil on the side that does not have it, and for whole layers.
    package var before: FieldPlace?
    package var after: FieldPlace?
    /// A header that was put around the packet, or taken off.
    package var isLayer = false

    package var sign: String { kind == .changed ? "~" : kind == .added ? "+" : "-" }
  }

  package let before: Dissection
  package let after: Dissection
  /// Outermost header first, in wire order.
  package let changes: [Change]

  package init(before: Dissection, after: Dissection) {
    self.before = before
    self.after = after
    var changes: [Change] = []
    for index in before.layers.indices {
      let path = before.path(ofLayer: index)
      if after.index(of: path) == nil { changes.append(Change(kind: .removed, layer: path, isLayer: true)) }
    }
    for index in after.layers.indices {
      let path = after.path(ofLayer: index)
      guard let old = before.index(of: path) else {
        changes.append(Change(kind: .added, layer: path, isLayer: true))
        continue
      }
      changes += Self.fields(path, before, old, after, index)
    }
    self.changes = changes
  }

  /// The fields of one header that hold other bits. Of a field and its parts only the field is named.
  private static func fields(
    _ path: LayerPath, _ before: Dissection, _ old: Int, _ after: Dissection, _ new: Int
  ) -> [Change] {
    var changes: [Change] = []
    var named: Set<Int> = []
    let nodes = after.layers[new].nodes
    for (index, node) in nodes.enumerated() where !node.field.isGenerated {
      if node.parent >= 0, named.contains(node.parent) {
        named.insert(index)
        continue
      }
      let place = FieldPlace(layer: new, node: index)
      let was = before.place(of: after.path(of: place))
      if let was, before.wire(was) == after.wire(place) { continue }
      // A heading is not different by itself.
      if was != nil, node.field.type == .none { continue }
      named.insert(index)
      changes.append(Change(kind: was == nil ? .added : .changed, layer: path, before: was, after: place))
    }
    var gone: Set<Int> = []
    for (index, node) in before.layers[old].nodes.enumerated() where !node.field.isGenerated {
      let place = FieldPlace(layer: old, node: index)
      if after.place(of: before.path(of: place)) != nil { continue }
      gone.insert(index)
      if node.parent >= 0, gone.contains(node.parent) { continue }
      changes.append(Change(kind: .removed, layer: path, before: place))
    }
    return changes
  }
}

extension Dissection {
  /// A field's bits as they stand on the wire, those around them as 0.
  package func wire(_ place: FieldPlace) -> [UInt8] {
    let node = node(place)
    let bytes = bytes(of: node.source)
    let range = node.bytes.clamped(to: bytes.indices)
    var own = Array(bytes[range])
    guard let last = own.indices.last else { return own }
    own[0] &= 0xff >> UInt8(node.bits.lowerBound % 8)
    let end = node.bits.upperBound % 8
    if end > 0 { own[last] &= 0xff << UInt8(8 - end) }
    return own
  }
}
