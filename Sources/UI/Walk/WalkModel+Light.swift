import Analysis
import Networking

/// What lights up beside the selection.
extension WalkModel {
  /// Fields: the author's, what a selected computed value is computed from, what a pseudo-header is made of.
  var litPlaces: Set<NodePlace> {
    guard let unit = scene.unit else { return [] }
    if let sum = checksum { return sum.isPseudo ? sum.walk.pseudoFields : [sum.walk.place] }
    guard let place = selectedPlace else { return lit }
    return lit.union(unit.inputs(of: place))
  }

  /// Bytes of the shown source, in order.
  var litBytes: [Range<Int>] {
    guard let unit = scene.unit else { return [] }
    let source = self.source
    func bytes(_ places: Set<NodePlace>) -> [Range<Int>] {
      places.map(unit.node).filter { $0.source == source && !$0.bits.isEmpty }.map(\.bytes)
    }
    if checksum != nil { return bytes(litPlaces).runs }
    let computed = selectedPlace.map(unit.inputBytes) ?? []
    return (bytes(lit) + computed).sorted { $0.lowerBound < $1.lowerBound }
  }
}
