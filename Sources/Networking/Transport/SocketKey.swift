extension TableKeyDescriptor {
  /// A table of sockets: a frame names the socket that gets it or sent it, a number the one that waits at that port.
  /// - Parameters:
  ///   - ports: source and destination of a frame's first header of this transport.
  ///   - waits: whether a row gets what comes to its port from anybody.
  static func socket(
    ports: @escaping @Sendable (Dissection) -> (source: UInt16, destination: UInt16)?,
    waits: @escaping @Sendable (TableRow) -> Bool
  ) -> TableKeyDescriptor {
    TableKeyDescriptor("port", .number) { value, rows, _ in
      rows.firstIndex { waits($0) && $0.shared.first == value }
    } rowOfFrame: { frame, rows, device in
      guard let (source, destination) = ports(frame), let host = device.host else { return nil }
      guard let ip = frame.header(IPv4.self) else {
        // Not yet in a packet: the two ports must do.
        let pair = [source, destination].map { FieldValue.number(UInt64($0)) }
        return rows.firstIndex { $0.shared == pair || $0.shared == pair.reversed() }
          ?? rows.firstIndex { waits($0) && $0.shared.first == pair[1] }
      }
      let ends = [Endpoint(ip.source, source), Endpoint(ip.destination, destination)]
      let key = ends.map { FieldValue.text($0.description) }
      if let own = rows.firstIndex(where: { $0.key == key || $0.key == key.reversed() }) { return own }
      for end in ends.reversed() where host.isOwn(end.address) {
        let waiting = rows.firstIndex { waits($0) && $0.shared.first == .number(UInt64(end.port)) }
        if let waiting { return waiting }
      }
      return nil
    }
  }
}
