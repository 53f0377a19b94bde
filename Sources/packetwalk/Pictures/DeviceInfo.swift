import Documents
import Networking

/// What the pictures need to know of a device.
struct DeviceInfo: Equatable, Sendable {
  var name: String
  var label: LocalizedText
  /// From the bottom up.
  var layers: [LayerKind]
  var addresses: [IPv4Address]
  var hardware: [MACAddress]
  /// Indices of the devices its cables lead to.
  var neighbours: [Int]
}

/// Which devices there are and how they hang together.
struct Topology: Equatable, Sendable {
  var devices: [DeviceInfo]

  func owner(of address: IPv4Address) -> Int? { devices.firstIndex { $0.addresses.contains(address) } }
  func owner(of address: MACAddress) -> Int? { devices.firstIndex { $0.hardware.contains(address) } }

  /// The shortest way from one device to another, both included; empty when there is none.
  func path(from start: Int, to end: Int) -> [Int] {
    var cameFrom: [Int: Int] = [start: start]
    var queue = [start]
    var position = 0
    while position < queue.count {
      let device = queue[position]
      position += 1
      if device == end { break }
      for next in devices[device].neighbours where cameFrom[next] == nil {
        cameFrom[next] = device
        queue.append(next)
      }
    }
    guard cameFrom[end] != nil else { return [] }
    var path = [end]
    while let last = path.last, last != start { path.append(cameFrom[last]!) }
    return path.reversed()
  }

  /// The devices a unit goes between by its addresses: of IP, else of ARP's message, else of Ethernet.
  func ends(of dissection: Dissection) -> (from: Int?, to: Int?) {
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
      return (owner(source), owner(destination))
    }
    return (nil, nil)
  }
}
