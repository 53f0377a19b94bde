/// What the physical layer does.
package struct PhysicalMoments: MomentSet {
  /// A frame's first bit goes onto a cable.
  package let transmit = MomentKind("phy.transmit", .physical, .number("bytes"), .text("fcs"))
  /// A frame's last bit has come in and the frame check sequence is right.
  package let receive = MomentKind("phy.receive", .physical, .number("bytes"), .text("fcs"))
  /// A frame's bits changed on the way.
  package let damaged = MomentKind("phy.damaged", .physical, .number("bytes"), .text("fcs"))
  /// A frame has nowhere to go: no cable, a pulled one, one for smaller frames, or a full queue.
  package let drop = MomentKind("phy.drop", .physical)
  /// The cable of a port was pulled: the link is down.
  package let carrierLost = MomentKind("phy.no-carrier", .physical, .text("interface"))
  /// It was plugged in again: the link is up.
  package let carrier = MomentKind("phy.carrier", .physical, .text("interface"))
  /// The cable was pulled while a frame was coming in.
  package let cutShort = MomentKind("phy.cut-short", .physical, .number("bytes"))
  package init() {}
}

extension MomentKind {
  package static let physical = PhysicalMoments()
}

package struct PhysicalDrops: DropSet {
  package let noCable = DropReason(rawValue: "no-cable")
  /// The frame check sequence does not fit: bits have changed on the way.
  package let badFCS = DropReason(rawValue: "bad-fcs")
  package let queueFull = DropReason(rawValue: "queue-full")
  /// Larger than the cable's MTU: nobody below the internet layer can cut it.
  package let frameTooBig = DropReason(rawValue: "frame-too-big")
  /// Its end never came: the cable was pulled.
  package let cutShort = DropReason(rawValue: "cut-short")
}

extension DropReason { package static let physical = PhysicalDrops() }

extension World {
  /// Puts a frame on the cable, or in the port's queue while another is going out.
  mutating func transmit(_ outgoing: Outgoing, _ step: inout Step) -> Transmission? {
    let device = step.work.device!
    let from = PortReference(device: device, port: outgoing.port)
    let unit = PDU(.link(1), outgoing.bytes)
    guard let cable = devices[device].ports[outgoing.port].cable, !cables[cable].isDown else {
      step.happened(MomentKind.physical.drop, unit, drop: .physical.noCable)
      // The next one that waits fares no better.
      if outgoing.hasWaited { agenda.plan(.wireFree(from), at: now) }
      return nil
    }
    guard outgoing.bytes.count <= Ethernet.headerLength + cables[cable].mtu else {
      step.happened(MomentKind.physical.drop, unit, drop: .physical.frameTooBig)
      return nil
    }
    let port = devices[device].ports[outgoing.port]
    guard port.busyUntil <= now, outgoing.hasWaited || port.queue.isEmpty else {
      guard port.queue.count < Port.queueLimit else {
        step.happened(MomentKind.physical.drop, unit, drop: .physical.queueFull)
        return nil
      }
      devices[device].ports[outgoing.port].queue.append(outgoing)
      return nil
    }
    let wire = cables[cable]
    let padded = Ethernet.padded(outgoing.bytes)
    let octets = padded.count + Cable.overhead
    let arrival = now + wire.serialisation(octets) + wire.delay
    let free = now + wire.serialisation(octets + Cable.interframeGap)
    frames += 1
    devices[device].ports[outgoing.port].busyUntil = free
    agenda.plan(.wireFree(from), at: free)
    let to = wire.opposite(of: from)
    let provenance = Transmission.builders(outgoing.provenance, and: step.number)
    let fcs = Checksum.crc32(padded)
    agenda.plan(
      .arrival(to, bytes: padded, fcs: fcs, frame: frames, cause: step.number, provenance: provenance),
      at: arrival + devices[to.device].handling)
    step.happened(
      MomentKind.physical.transmit, PDU(.link(1), padded),
      [
        Detail("bytes", .number(UInt64(padded.count))),
        Detail("fcs", .text("0x\(hex(UInt64(fcs), digits: 8))")),
      ])
    step.set(frame: frames)
    return Transmission(
      number: frames, cable: cable, from: from, to: to, start: now, end: arrival, bytes: padded,
      fcs: fcs, moment: step.number, provenance: provenance)
  }

  /// A frame is in whole: up to the link layer with it, when its frame check sequence is right (IEEE 802.3 §3.2.9).
  mutating func receive(port: Int, bytes: [UInt8], fcs: UInt32, _ step: inout Step) {
    let details = [
      Detail("bytes", .number(UInt64(bytes.count))), Detail("fcs", .text("0x\(hex(UInt64(fcs), digits: 8))")),
    ]
    guard Checksum.crc32(bytes) == fcs else {
      return step.happened(
        MomentKind.physical.damaged, PDU(.link(1), bytes), drop: .physical.badFCS, details)
    }
    step.happened(MomentKind.physical.receive, PDU(.link(1), bytes), details)
    step.then(.linkReceive(port: port, bytes: bytes), provenance: step.work.provenance)
  }
}
