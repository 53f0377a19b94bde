/// Frames that go round and round between switches: Ethernet has no time to live, and each switch sends a frame for all
/// out of every other port.
extension Timeline {
  /// The cables on which a frame goes round, by index; empty when none does. A switch sends one and the same frame out of
  /// one port again and again; nothing else repeats whole frames so often, as senders count in every packet.
  package var stormingCables: [Int] {
    struct Sending: Hashable {
      let from: PortReference
      let bytes: [UInt8]
    }
    var counts: [Sending: Int] = [:]
    for frame in transmissions.suffix(Self.lookedAt) where front.devices[frame.from.device].bridge != nil {
      counts[Sending(from: frame.from, bytes: frame.bytes), default: 0] += 1
    }
    let often = Set(
      counts.filter { $0.value >= Self.often }.compactMap { front.port($0.key.from).cable })
    // A storm also reaches what hangs on the loop: nothing comes back from there.
    return often.filter(front.isInLoop).sorted()
  }

  private static let lookedAt = 2000
  private static let often = 20
}

extension World {
  package func port(_ reference: PortReference) -> Port { devices[reference.device].ports[reference.port] }

  /// Whether switches join the two ends of a cable without it too.
  fileprivate func isInLoop(_ cable: Int) -> Bool {
    let (start, goal) = (cables[cable].ends[0].device, cables[cable].ends[1].device)
    var reached: Set<Int> = [start]
    var waiting = [start]
    while let device = waiting.popLast() {
      // A host sends on nothing from one cable to another.
      guard devices[device].bridge != nil else { continue }
      for other in devices[device].ports.compactMap(\.cable) where other != cable && !cables[other].isDown {
        for end in cables[other].ends where reached.insert(end.device).inserted {
          waiting.append(end.device)
        }
      }
    }
    return reached.contains(goal)
  }
}
