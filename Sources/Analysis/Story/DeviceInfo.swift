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
  package var devices: [DeviceInfo]

  package func owner(of address: IPv4Address) -> Int? {
    devices.firstIndex { $0.addresses.contains(address) }
  }
  package func owner(of address: MACAddress) -> Int? { devices.firstIndex { $0.hardware.contains(address) } }

  /// The shortest way from one device to another, both included; empty when there is none.
  package func path(from start: Int, to end: Int) -> [Int] {
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
      return (owner(source), owner(destination))
    }
    return (nil, nil)
  }
}
