import Documents
import Networking

/// What the pictures need to know of a device.
package struct DeviceInfo: Equatable, Sendable {
  package var name: String
  package var label: LocalizedText
  /// From the bottom up.
  package var layers: [LayerKind]
  package var addresses: [IPv4Address]
  package var hardware: [MACAddress]
  /// Indices of the devices its cables lead to.
  package var neighbours: [Int]
}

/// Which devices there are and how they hang together.
package struct Topology: Equatable, Sendable {
  package let devices: [DeviceInfo]
  /// Devices by the addresses of their interfaces.
  private let owners: [IPv4Address: Int]
  private let hardwareOwners: [MACAddress: Int]

  init(devices: [DeviceInfo]) {
    self.devices = devices
    var owners: [IPv4Address: Int] = [:]
    var hardwareOwners: [MACAddress: Int] = [:]
    for (index, device) in devices.enumerated() {
      for address in device.addresses where owners[address] == nil { owners[address] = index }
      for address in device.hardware where hardwareOwners[address] == nil { hardwareOwners[address] = index }
    }
    self.owners = owners
    self.hardwareOwners = hardwareOwners
  }

  package func owner(of address: IPv4Address) -> Int? { owners[address] }
  package func owner(of address: MACAddress) -> Int? { hardwareOwners[address] }

  /// The shortest way from one device to another, both included; empty when there is none.
  package func path(from start: Int, to end: Int) -> [Int] {
    var cameFrom = [Int?](repeating: nil, count: devices.count)
    cameFrom[start] = start
    var queue = [start]
    var position = 0
    search: while position < queue.count, cameFrom[end] == nil {
      let device = queue[position]
      position += 1
      for next in devices[device].neighbours where cameFrom[next] == nil {
        cameFrom[next] = device
        if next == end { break search }
        queue.append(next)
      }
    }
    guard cameFrom[end] != nil else { return [] }
    var path = [end]
    while let last = path.last, last != start { path.append(cameFrom[last]!) }
    return path.reversed()
  }

  /// Cables on the shortest way from a device to each; nil where none leads.
  package func distances(from start: Int) -> [Int?] {
    Topology.distances(from: start, devices.map(\.neighbours))
  }

  /// The same among devices of which only the neighbours are known.
  package static func distances(from start: Int, _ neighbours: [[Int]]) -> [Int?] {
    var distances = [Int?](repeating: nil, count: neighbours.count)
    distances[start] = 0
    var queue = [start]
    var position = 0
    while position < queue.count {
      let device = queue[position]
      position += 1
      for next in neighbours[device] where distances[next] == nil {
        distances[next] = distances[device]! + 1
        queue.append(next)
      }
    }
    return distances
  }

  /// The same as `ends(of:)` of a frame's dissection, from the few bytes that say it.
  func ends(ofFrame bytes: [UInt8]) -> (from: Int?, to: Int?) {
    guard let (ethernet, length) = try? Ethernet.decode(bytes) else { return (nil, nil) }
    if ethernet.type == .ipv4, let (ip, _) = try? IPv4.decode(bytes, from: length) {
      return (owner(of: ip.source), owner(of: ip.destination))
    }
    if ethernet.type == .arp, let (arp, _) = try? ARP.decode(bytes, from: length), arp.protocolSize == 4 {
      return (owner(of: arp.senderIP), arp.targetIP == arp.senderIP ? nil : owner(of: arp.targetIP))
    }
    return (owner(of: ethernet.source), owner(of: ethernet.destination))
  }

  /// The devices a unit goes between by its addresses: of IP, else of ARP's message, else of Ethernet. An announcement by ARP
  /// goes to nobody alone.
  package func ends(of dissection: Dissection) -> (from: Int?, to: Int?) {
    func owner(_ name: String) -> Int? {
      switch dissection.nodes(named: name).first?.value {
      case .ipv4(let address): self.owner(of: address)
      case .mac(let address): self.owner(of: address)
      default: nil
      }
    }
    for (source, destination) in [
      ("ip.src", "ip.dst"), ("arp.src.proto_ipv4", "arp.dst.proto_ipv4"), ("eth.src", "eth.dst"),
    ] where !dissection.nodes(named: source).isEmpty {
      let isAnnouncement = dissection.nodes(named: "arp.isgratuitous").first?.value == .bool(true)
      return (owner(source), isAnnouncement ? nil : owner(destination))
    }
    return (nil, nil)
  }
}
