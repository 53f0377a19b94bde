/// What an analyser at a port has seen of a walk.
extension Timeline {
  /// Frames up to moment `number`, times in nanoseconds since the start: what leaves the port when its first bit does,
  /// what comes when its last bit has.
  package func captured(at point: PortReference, upTo number: Int) -> [CapturedFrame] {
    let now = number == moments.count ? front.now : number > 0 ? moments[number - 1].time : 0
    let seen = transmissions.compactMap { transmission -> CapturedFrame? in
      if transmission.moment > number { return nil }
      if transmission.from == point {
        return CapturedFrame(time: transmission.start, bytes: transmission.bytes)
      }
      if transmission.to == point, transmission.end <= now {
        return CapturedFrame(time: transmission.end, bytes: transmission.bytes)
      }
      return nil
    }
    return seen.enumerated().sorted { ($0.element.time ?? 0, $0.offset) < ($1.element.time ?? 0, $1.offset) }
      .map(\.element)
  }

  /// The same as a capture file, with the times of the network's calendar.
  package func capture(at point: PortReference, upTo number: Int, _ format: CaptureWriter.Format) -> [UInt8] {
    let device = front.devices[point.device]
    var writer = CaptureWriter(format, interface: "\(device.name).\(device.ports[point.port].name)")
    for frame in captured(at: point, upTo: number) {
      writer.append(frame.bytes, at: front.clock * 1_000_000_000 + (frame.time ?? 0))
    }
    return writer.bytes
  }
}

extension World {
  /// A device's first cable, where it is captured; nil when it has none.
  package func capturePort(of device: Int) -> PortReference? {
    devices[device].ports.firstIndex { $0.cable != nil }.map { PortReference(device: device, port: $0) }
  }
}
