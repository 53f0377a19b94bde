import Documents

/// Devices and ports by the names that files give them.
extension [Device] {
  func index(named name: String) throws(TextError) -> Int {
    if let index = firstIndex(where: { $0.name == name }) { return index }
    throw TextError("no device \(quoted(name))" + suggestion(for: name, in: map(\.name)))
  }

  /// `laptop.eth0`, `switch.1`
  func port(named text: String) throws(TextError) -> PortReference {
    let end = try NetworkFile.End(text)
    return try port(end)
  }

  func port(_ end: NetworkFile.End) throws(TextError) -> PortReference {
    let device = try index(named: end.device)
    if let port = self[device].port(named: end.port) { return PortReference(device: device, port: port) }
    let names = self[device].ports.map(\.name)
    throw TextError(
      "\(end.device) has no \(quoted(end.port)) (known: \(names.joined(separator: ", ")))")
  }
}

extension NetworkFile.End {
  /// `laptop.eth0`
  init(_ text: String) throws(TextError) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw TextError("expected: DEVICE.INTERFACE")
    }
    (device, port) = (parts[0], parts[1])
  }
}
