/// A message that a socket sends to an address.
package struct UDPSend: Equatable, Sendable {
  package var descriptor: Int
  package var to: Endpoint
  package var payload: [UInt8]
  /// Where the address came from.
  package var origin: ValueOrigin
}

package struct UDPMoments: MomentSet {
  package let wrap = MomentKind(
    "udp.wrap", .transport, .number("source"), .number("destination"), .number("bytes"))
  package let deliver = MomentKind("udp.deliver", .transport, .number("port"), .number("bytes"))
  package let drop = MomentKind(
    "udp.drop", .transport, .ipv4("address").sometimes, .number("port").sometimes, .number("bytes").sometimes)
}

extension MomentKind { package static let udp = UDPMoments() }

package struct UDPDrops: DropSet {
  /// No process has a socket on that port.
  package let closedPort = DropReason(rawValue: "closed-port")
}

extension DropReason { package static let udp = UDPDrops() }

package struct UDPOrigins: OriginSet {
  /// The kernel chose a free port.
  package let freePort = OriginKind(rawValue: "free-port")
  /// The port the service is known by.
  package let servicePort = OriginKind(rawValue: "service-port")
  /// The address the application named.
  package let applicationAddress = OriginKind(rawValue: "application-address")
}

extension OriginKind { package static let udp = UDPOrigins() }

extension Host {
  /// Wraps a message into a datagram (RFC 768).
  mutating func udpSend(_ send: UDPSend, _ step: inout Step) {
    let (to, payload) = (send.to, send.payload)
    let unit = PDU(.udpPort(to.port), payload)
    guard let index = udp.firstIndex(where: { $0.descriptor == send.descriptor }) else {
      return step.happened(
        MomentKind.udp.drop, unit, drop: .socket.noSocket, [Detail("address", .ipv4(to.address))])
    }
    let socket = udp[index]
    guard let source = sourceAddress(to: to.address) else {
      step.happened(
        MomentKind.udp.drop, unit, drop: reasonForNoPath(to: to.address),
        [Detail("address", .ipv4(to.address))])
      return step.then(.application(socket.owner, .failed(send.descriptor, .unreachable)))
    }
    let isServer = socket.moment == 0
    var header = UDP()
    header.sourcePort = socket.port
    header.destinationPort = to.port
    header = header.sealed(source: source, destination: to.address, payload: payload)
    let bytes = header.encoded + payload
    let f = UDP.fields
    step.happened(
      MomentKind.udp.wrap, PDU(.name("udp"), bytes),
      evidence: [
        FieldOrigin(f.sourcePort, isServer ? .udp.servicePort : .udp.freePort, socket.moment),
        FieldOrigin(f.destinationPort, isServer ? send.origin : ValueOrigin(.udp.servicePort, 0)),
        FieldOrigin(f.length, .internet.computed, step.number),
        FieldOrigin(f.checksum, .internet.computed, step.number),
      ],
      [
        Detail("source", .number(UInt64(socket.port))), Detail("destination", .number(UInt64(to.port))),
        Detail("bytes", .number(UInt64(payload.count))),
      ])
    let identification = socket.identification ?? step.random.uint16()
    udp[index].identification = identification &+ 1
    udp[index].lastSent = step.number
    let counted: ValueOrigin =
      socket.identification == nil
      ? ValueOrigin(.internet.random, step.number) : ValueOrigin(.internet.counter, socket.lastSent)
    step.then(
      .ipSend(
        IPSend(
          proto: .udp, source: source, destination: to.address, identification: identification,
          dontFragment: true, payload: bytes,
          evidence: [
            FieldOrigin(IPv4.fields.identification, counted),
            FieldOrigin(IPv4.fields.destination, send.origin),
          ])), building: true)
  }

  /// Finds the socket by port; nobody there: port unreachable (RFC 1122 §4.1.3.1).
  mutating func udpReceive(_ packet: IPv4, _ unit: PDU, _ step: inout Step) {
    let bytes = Array(unit.bytes[unit.offset...])
    guard let (header, length) = try? UDP.decode(bytes), Int(header.length) <= bytes.count else {
      return step.happened(MomentKind.udp.drop, unit, drop: .link.badHeader)
    }
    let segment = bytes[..<Int(header.length)]
    guard
      UDP.internetChecksum.accepts(
        segment, holding: header.checksum, from: packet.source, to: packet.destination)
    else {
      return step.happened(MomentKind.udp.drop, unit, drop: .internet.badChecksum)
    }
    let details = [
      Detail("port", .number(UInt64(header.destinationPort))),
      Detail("bytes", .number(UInt64(segment.count - length))),
    ]
    guard let index = udp.firstIndex(where: { $0.port == header.destinationPort }) else {
      step.happened(MomentKind.udp.drop, unit, drop: .udp.closedPort, details)
      let whole = Array(unit.bytes[(unit.offset - Int(packet.headerWords) * 4)...])
      return step.then(.undeliverable(packet: whole, code: .port))
    }
    step.happened(MomentKind.udp.deliver, unit, details)
    udp[index].received.append(
      UDPSocket.Datagram(
        from: Endpoint(packet.source, header.sourcePort), payload: Array(segment[length...]),
        moment: step.number))
    step.then(.readable(udp[index].descriptor))
  }
}
