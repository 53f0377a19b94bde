/// What both sides have agreed on in their SYNs.
package struct TCPNegotiatedOptions: Equatable, Sendable {
  /// The largest payload the other side takes, without options; 536 when it does not say (RFC 9293 §3.7.1).
  package private(set) var maximumSegmentSize = 536
  package private(set) var timestamps = false
  package private(set) var selectiveAcknowledgment = false
  package private(set) var windowScaling = false
  /// Bits by which the other side's window is shifted.
  package private(set) var sendScale = 0
  /// Bits by which ours is.
  package private(set) var receiveScale = 0

  /// Less than this is not believed: it would make a header for every few octets.
  private static let smallestSegment = 48

  package init() {}

  /// What the other side's SYN or SYN,ACK offers and we do too.
  init(offered options: [TCPOption], _ settings: TCPSettings) {
    for option in options {
      switch option {
      case .endOfList: return
      case .maximumSegmentSize(let size): maximumSegmentSize = max(Self.smallestSegment, Int(size))
      case .windowScale(let shift):
        guard let own = settings.windowScale else { continue }
        windowScaling = true
        sendScale = min(Int(shift), 14)
        receiveScale = min(Int(own), 14)
      case .sackPermitted: selectiveAcknowledgment = settings.offersSelectiveAcknowledgment
      case .timestamps: timestamps = settings.offersTimestamps
      case .noOperation, .sack, .other: continue
      }
    }
  }

  /// Octets of options in every segment after the handshake.
  package var length: Int { timestamps ? 12 : 0 }

  /// Payload of a full segment.
  package func segmentSize(_ settings: TCPSettings) -> Int {
    max(1, min(maximumSegmentSize, Int(settings.maximumSegmentSize)) - length)
  }

  /// For a SYN, in the order and with the padding Linux uses.
  static func offer(_ settings: TCPSettings, clock: UInt32, echo: UInt32, agreed: TCPNegotiatedOptions?)
    -> [TCPOption]
  {
    let timestamps = agreed?.timestamps ?? settings.offersTimestamps
    let selective = agreed?.selectiveAcknowledgment ?? settings.offersSelectiveAcknowledgment
    let scale = agreed?.windowScaling ?? true
    var options: [TCPOption] = [.maximumSegmentSize(settings.maximumSegmentSize)]
    switch (selective, timestamps) {
    case (true, true): options += [.sackPermitted, .timestamps(value: clock, echo: echo)]
    case (false, true): options += [.noOperation, .noOperation, .timestamps(value: clock, echo: echo)]
    case (true, false): options += [.noOperation, .noOperation, .sackPermitted]
    case (false, false): break
    }
    if scale, let shift = settings.windowScale { options += [.noOperation, .windowScale(min(shift, 14))] }
    return options
  }

  /// For any later segment.
  func usual(clock: UInt32, echo: UInt32) -> [TCPOption] {
    timestamps ? [.noOperation, .noOperation, .timestamps(value: clock, echo: echo)] : []
  }
}

extension TCP {
  /// TSval and TSecr of the timestamps option.
  var timestamps: (value: UInt32, echo: UInt32)? {
    for case .timestamps(let value, let echo) in options { return (value, echo) }
    return nil
  }
}
