/// Which ports of a network file share a LAN: what is sent to everybody from one reaches the other over cables and
/// switches.
struct LANs {
  struct Station: Hashable {
    var lan: Int
    var mac: MACAddress
  }

  private struct Port: Hashable {
    var device: String
    var port: String
  }

  private var places: [Port: Int] = [:]
  /// For each port one that it is joined to, nearer to the one that stands for its LAN; itself for that one.
  private var joined: [Int] = []

  init(_ file: NetworkFile) {
    let switches = Set(file.devices.filter { $0.value.kind == .switch }.map(\.name.value))
    // All ports of a switch are one.
    func port(_ end: NetworkFile.End) -> Port {
      Port(device: end.device, port: switches.contains(end.device) ? "" : end.port)
    }
    for cable in file.cables {
      let ends = [cable.ends.0.value, cable.ends.1.value].map(port).map { place(of: $0) }
      joined[root(ends[0])] = root(ends[1])
    }
    for device in file.devices {
      for interface in device.value.interfaces {
        _ = place(of: Port(device: device.name.value, port: interface.name.value))
      }
    }
  }

  /// The LAN of an interface, which must be in the file.
  subscript(device: String, interface: String) -> Int { root(places[Port(device: device, port: interface)]!) }

  private mutating func place(of port: Port) -> Int {
    if let known = places[port] { return known }
    places[port] = joined.count
    joined.append(joined.count)
    return joined.count - 1
  }

  private func root(_ place: Int) -> Int {
    var place = place
    while joined[place] != place { place = joined[place] }
    return place
  }
}
