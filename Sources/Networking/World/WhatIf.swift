/// What a person at the keyboard does to the network: the world goes on differently from there, on a fork of the
/// timeline. What is done to a frame happens right after the moment that sent it, so that the whole way lies still
/// ahead; everything else at the moment that is looked at.
package enum WhatIf: Equatable, Sendable {
  /// Other bytes on the cable; a capture there shows them.
  case edit(frame: Int, EditedFrame)
  /// The frame never arrives; a capture shows it, for it was sent.
  case lose(frame: Int)
  /// It arrives so many nanoseconds later, 1…`longestDelay`; others may overtake it.
  case delay(frame: Int, nanoseconds: Int64)
  /// One of its bits, counted from 0, is changed on the cable, so that the frame check sequence does not fit.
  case damage(frame: Int, bit: Int)
  /// A device is asked for something, as a line of the script asks.
  case ask(ScriptLine)
  /// The network's own script begins.
  case script
  /// A cable, by index, is pulled out at both ends.
  case cut(cable: Int)
  /// It is plugged in again.
  case plug(cable: Int)
  /// A new cable joins two ports that have none.
  case join(PortReference, PortReference)
  /// A device, by index, is switched off and on again.
  case restart(device: Int)
  /// Nothing is done until that time (nanoseconds of the world), and everything that is due happens.
  case wait(until: Int64)
  /// The device that acts next decides otherwise, this once.
  case decide(Decision)
  /// Nothing yet: the first moment of a walk in which nothing happens by itself.
  case look

  /// An hour: every timer of a walk runs out in less.
  package static let longestDelay: Int64 = 3_600_000_000_000

  /// The transmission it is done to; nil for what is not done to a frame.
  package var frame: Int? {
    switch self {
    case .edit(let frame, _), .lose(let frame), .delay(let frame, _), .damage(let frame, _): frame
    case .ask, .script, .cut, .plug, .join, .restart, .wait, .decide, .look: nil
    }
  }

  package struct Moments: MomentSet {
    package let edit = MomentKind(
      "you.edit", .physical, .text("field"), .text("old"), .text("new"), .text("checksums"), .number("frame"))
    package let lose = MomentKind("you.lose", .physical, .number("frame"))
    package let delay = MomentKind(
      "you.delay", .physical, .number("frame"), .time("delay", in: .milliseconds))
    package let damage = MomentKind(
      "you.damage", .physical, .number("frame"), .number("byte"), .number("bit"))
    package let script = MomentKind("you.script", .application)
    package let cut = MomentKind("you.cut", .physical, .text("one"), .text("other"))
    package let plug = MomentKind("you.plug", .physical, .text("one"), .text("other"))
    package let join = MomentKind("you.join", .physical, .text("one"), .text("other"))
    package let restart = MomentKind("you.restart", .physical, .text("name"))
    package let wait = MomentKind("you.wait", .application, .text("until"))
    package let ports = MomentKind("you.ports", .link, .text("name"), .numbers("ports"))
    package let nextHop = MomentKind("you.next-hop", .internet, .text("name"), .ipv4("gateway"))
    package let silence = MomentKind("you.silence", .application, .text("name"))
    package let look = MomentKind("you.look", .application)
  }
  package static let moments = Moments()

  package var kind: MomentKind {
    switch self {
    case .edit: WhatIf.moments.edit
    case .lose: WhatIf.moments.lose
    case .delay: WhatIf.moments.delay
    case .ask(let line): line.command.kind
    case .script: WhatIf.moments.script
    case .damage: WhatIf.moments.damage
    case .cut: WhatIf.moments.cut
    case .plug: WhatIf.moments.plug
    case .join: WhatIf.moments.join
    case .restart: WhatIf.moments.restart
    case .wait: WhatIf.moments.wait
    case .decide(let decision): decision.kind
    case .look: WhatIf.moments.look
    }
  }
}

/// A what-if that was done, as a timeline keeps it so that replays do it again.
package struct Intervention: Equatable, Sendable {
  /// The number of its own moment.
  package let moment: Int
  package let whatIf: WhatIf
  /// The frame as it was on the cable before; nil when it is not done to a frame.
  package let before: Transmission?
}

extension MomentKind {
  /// What a person did to a frame on its cable, or to the network.
  package var isWhatIf: Bool { WhatIf.moments.all.contains(self) }
}

package struct WhatIfDrops: DropSet {
  /// Taken off its cable by a what-if.
  package let lost = DropReason(rawValue: "lost")
  /// A device that had something to send was made to keep it.
  package let silenced = DropReason(rawValue: "silenced")
}

extension DropReason { package static let whatIf = WhatIfDrops() }

package struct WhatIfOrigins: OriginSet {
  /// The person at the keyboard wrote it.
  package let edited = OriginKind(rawValue: "edited")
  /// The person at the keyboard decided it in the device's place.
  package let decided = OriginKind(rawValue: "decided")
}

extension OriginKind { package static let whatIf = WhatIfOrigins() }
