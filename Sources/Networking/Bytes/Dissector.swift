/// What a protocol remembers from frame to frame of one capture point.
package protocol DissectorState: Sendable { init() }

/// Reads the frames of one capture point in order. A value: a copy is a snapshot, and reads units inside a host with
/// what the capture point knows (relative numbers) without teaching it anything.
package struct Dissector: Sendable {
  /// Whether IP, UDP and TCP checksums are checked. tshark's default is not to; the walk always does.
  package var verifiesChecksums: Bool
  private var states: [ObjectIdentifier: any DissectorState] = [:]

  package init(verifiesChecksums: Bool = true) { self.verifiesChecksums = verifiesChecksums }

  /// Reads one frame. `start` says what the first byte belongs to: `.link(1)` for Ethernet, `.name("ip")` for a
  /// packet inside a host. `time`: nanoseconds since 1970, where that is known. `frame`: adds the pseudo-layer
  /// `frame`, for frames on a cable or in a file.
  package mutating func dissect(
    _ bytes: [UInt8], number: Int = 1, time: Int64 = 0, start: Binding = .link(1), frame: FrameInfo? = nil
  ) -> Dissection {
    var context = DissectionInProgress(self, Dissection(number: number, time: time, bytes: bytes))
    states = [:]
    if let frame {
      context.isCut = frame.wireLength > bytes.count
      context.frameEnd = FrameEnd(
        wireLength: frame.wireLength, checkLength: frame.checkLength, isVerified: verifiesChecksums)
      context.hasTime = frame.hasTime
      context.noteFrame(frame, isEthernet: start == .link(1))
      if frame.isTimeOutOfRange { context.note(WireError(frame: .timeOutOfRange)) }
    }
    if case .link(let type) = start, Protocols.bound(to: start) == nil {
      context.note(WireError(frame: .unknownLink(type)))
    }
    context.descend([start])
    context.noteProtocols()
    self = context.dissector
    return context.result
  }

  mutating func withState<S: DissectorState, R>(_ type: S.Type, _ body: (inout S) -> R) -> R {
    let key = ObjectIdentifier(type)
    var state = states.removeValue(forKey: key) as? S ?? S()
    defer { states[key] = state }
    return body(&state)
  }
}
