import Analysis
import Networking

/// What a map is laid out from: the devices' labels and the cables, nothing else.
struct MapGraph: Hashable, Sendable {
  struct Link: Hashable, Sendable {
    var a: Int
    var b: Int
  }

  /// Columns of the room each device's label gets.
  private(set) var widths: [Int]
  /// The devices at the ends of each cable, in the order of `World.cables`.
  private(set) var links: [Link]

  /// - Parameter labels: columns that each device's label takes; a device with many cables that cannot join gets more.
  init(labels: [Int], links: [Link]) {
    self.links = links
    var degrees = Array(repeating: 0, count: labels.count)
    for end in links.flatMap({ [$0.a, $0.b] }) { degrees[end] += 1 }
    // Cables to leaves can join: all of them need one place at a label, the others one each.
    var places = Array(repeating: 0, count: labels.count)
    var hubs: Set<Int> = []
    for link in links {
      if degrees[link.b] > 1 { places[link.a] += 1 } else { hubs.insert(link.a) }
      if degrees[link.a] > 1 { places[link.b] += 1 } else { hubs.insert(link.b) }
    }
    for hub in hubs { places[hub] += 1 }
    // One at each side, the others above and below; with so many some to spare.
    widths = labels.indices.map { max(labels[$0], places[$0] > 6 ? (places[$0] + 1) / 2 : 0) }
  }

  /// Of each device those that a cable leads to, once each, in the order of the cables.
  var neighbours: [[Int]] {
    var result = Array(repeating: [Int](), count: widths.count)
    for link in links where link.a != link.b && link.a >= 0 {
      if !result[link.a].contains(link.b) { result[link.a].append(link.b) }
      if !result[link.b].contains(link.a) { result[link.b].append(link.a) }
    }
    return result
  }

  /// The same network with nothing but these devices; the others have no cables.
  func keeping(_ devices: Set<Int>) -> MapGraph {
    var result = self
    result.links = links.map {
      devices.contains($0.a) && devices.contains($0.b) ? $0 : Link(a: -1, b: -1)
    }
    return result
  }
}

/// In which order devices are placed: the longest way through the network first, then what hangs on it.
struct MapPlacementOrder {
  /// Devices in order.
  private(set) var devices: [Int] = []
  /// Those that belong to the longest way of their part of the network.
  private(set) var backbone: Set<Int> = []

  init(_ shown: [Int], _ neighbours: [[Int]]) {
    var parts: [[Int]] = []
    var seen: Set<Int> = []
    for device in shown where !seen.contains(device) {
      let distances = Topology.distances(from: device, neighbours)
      let part = distances.indices.filter { distances[$0] != nil && shown.contains($0) }
      seen.formUnion(part)
      parts.append(part)
    }
    for part in parts.enumerated().sorted(by: {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }) {
      place(part.element, neighbours)
    }
  }

  private mutating func place(_ part: [Int], _ neighbours: [[Int]]) {
    let way = MapPlacementOrder.longestWay(part, neighbours)
    devices += way
    backbone.formUnion(way)
    var rest = part.filter { !way.contains($0) }
    while !rest.isEmpty {
      func rank(_ device: Int) -> (Int, Int, Int) {
        let known = neighbours[device].count { devices.contains($0) }
        return (known == 0 ? 1 : 0, neighbours[device].count > 1 ? 0 : 1, -known)
      }
      let next = rest.indices.min { rank(rest[$0]) < rank(rest[$1]) }!
      devices.append(rest.remove(at: next))
    }
  }

  /// The longest of the shortest ways between two devices; of equal ones that of the first devices in the file.
  private static func longestWay(_ part: [Int], _ neighbours: [[Int]]) -> [Int] {
    var best: (length: Int, from: Int, to: Int)?
    for from in part {
      let distances = Topology.distances(from: from, neighbours)
      for to in part {
        guard let length = distances[to], length > best?.length ?? -1 else { continue }
        best = (length, from, to)
      }
    }
    guard let best else { return [] }
    let distances = Topology.distances(from: best.to, neighbours)
    var way = [best.from]
    while let last = way.last, last != best.to {
      way.append(neighbours[last].first { distances[$0] == distances[last]! - 1 }!)
    }
    return way
  }
}
