import Analysis
import Networking

/// What a network has to offer to somebody who wants to see it work: derived from its devices and what they run.
struct NetworkFacts {
  let devices: [Networking.Device]
  let topology: Topology

  init(_ devices: [Networking.Device], _ topology: Topology) {
    self.devices = devices
    self.topology = topology
  }

  /// Devices that run a program, with it.
  private func running<Program: Application>(_ type: Program.Type) -> [(device: Int, program: Program)] {
    devices.indices.flatMap { index in
      (devices[index].host?.applications ?? []).compactMap { application in
        (application.value as? Program).map { (index, $0) }
      }
    }
  }

  /// Pages of web servers, by a name where a name server knows one.
  var pages: [URL] {
    let names = running(NameServer.self).flatMap(\.program.records)
    return running(WebServer.self).flatMap { server -> [URL] in
      guard let address = devices[server.device].address else { return [] }
      let named = names.first { $0.data == .address(address) }.map { name in
        name.name.description.split(separator: ".").joined(separator: ".")
      }
      let host = (named ?? address.description) + (server.program.port == 80 ? "" : ":\(server.program.port)")
      return server.program.pages.compactMap { URL("http://\(host)\($0.path)") }
    }
  }

  /// The address that a name server of the network has for a name.
  func address(of name: String) -> IPv4Address? {
    let wanted = name.lowercased().split(separator: ".")
    return running(NameServer.self).flatMap(\.program.records).lazy.compactMap { record -> IPv4Address? in
      guard case .address(let address) = record.data,
        record.name.description.lowercased().split(separator: ".") == wanted
      else { return nil }
      return address
    }.first
  }

  /// The device whose pages these are.
  func server(of url: URL) -> Int? {
    (address(of: url.host) ?? IPv4Address(url.host)).flatMap(topology.owner)
  }

  /// Hosts with an address, from the nearest to a device to the furthest.
  func hosts(from device: Int) -> [Int] {
    let hosts = devices.indices.filter {
      $0 != device && devices[$0].kind == .host && devices[$0].address != nil
    }
    let distances = topology.distances(from: device)
    return hosts.compactMap { host in distances[host].map { (host, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// Routers between two devices; nil when no way leads there.
  func routers(from device: Int, to other: Int) -> Int? {
    let path = topology.path(from: device, to: other)
    return path.isEmpty ? nil : path.dropFirst().dropLast().count { devices[$0].kind == .router }
  }
}
