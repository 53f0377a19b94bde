import Documents

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
  /// A device is asked for something, as a line of the script asks.
  case ask(ScriptLine)
  /// The network's own script begins.
  case script
  /// A cable, by index, is pulled out at both ends.
  case cut(cable: Int)
  /// It is plugged in again.
  case plug(cable: Int)
  /// Nothing yet: the first moment of a walk in which nothing happens by itself.
  case look

  /// An hour: every timer of a walk runs out in less.
  package static let longestDelay: Int64 = 3_600_000_000_000

  /// The transmission it is done to; nil for what is not done to a frame.
  package var frame: Int? {
    switch self {
    case .edit(let frame, _), .lose(let frame), .delay(let frame, _): frame
    case .ask, .script, .cut, .plug, .look: nil
    }
  }

  package struct Moments: MomentSet {
    package let edit = MomentKind(
      "you.edit", .physical, .text("field"), .text("old"), .text("new"), .text("checksums"), .number("frame"))
    package let lose = MomentKind("you.lose", .physical, .number("frame"))
    package let delay = MomentKind("you.delay", .physical, .number("frame"), .text("delay"))
    package let script = MomentKind("you.script", .application)
    package let cut = MomentKind("you.cut", .physical, .text("one"), .text("other"))
    package let plug = MomentKind("you.plug", .physical, .text("one"), .text("other"))
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
    case .cut: WhatIf.moments.cut
    case .plug: WhatIf.moments.plug
    case .look: WhatIf.moments.look
    }
  }

  /// What its moment tells.
  func details(in world: World) -> [Detail] {
    switch self {
    case .edit(let frame, let edit):
      [
        Detail("field", .text(edit.field.name)), Detail("old", .text(edit.old)),
        Detail("new", .text(edit.new)), Detail("checksums", .text(edit.checksums.rawValue)),
        Detail("frame", .number(UInt64(frame))),
      ]
    case .lose(let frame): [Detail("frame", .number(UInt64(frame)))]
    case .delay(let frame, let nanoseconds):
      [
        Detail("frame", .number(UInt64(frame))),
        Detail("delay", .text(millisecondsText(nanoseconds) + " ms")),
      ]
    case .ask(let line): line.command.details
    case .cut(let cable), .plug(let cable):
      zip(["one", "other"], world.cables[cable].ends).map { Detail($0, .text(world.devices[$1.device].name)) }
    case .script, .look: []
    }
  }

  /// Why something cannot be done to a frame.
  package enum Refusal: Error, Equatable, Sendable {
    /// No such frame was sent in this walk.
    case notSent(Int)
    /// It was lost, by an earlier what-if.
    case lost(Int)
    /// The bytes are not as many as the frame has.
    case length(Int)
    /// Not 1 ns to an hour.
    case delay
    /// The cable is pulled already, or plugged in already.
    case cable(isDown: Bool)

    package var text: LocalizedText {
      switch self {
      case .notSent(let frame):
        LocalizedText(
          en: "Frame \(frame) is not sent in this walk.", ko: "이 여정에서는 \(frame)번 프레임을 보내지 않습니다.")
      case .lost(let frame):
        LocalizedText(
          en: "Frame \(frame) is lost here: there is nothing on the cable any more.",
          ko: "\(frame)번 프레임은 여기서 이미 사라져 케이블에 없습니다.")
      case .length(let frame):
        LocalizedText(
          en: "The new value would change the length of frame \(frame).",
          ko: "새 값으로는 \(frame)번 프레임의 길이가 달라집니다.")
      case .delay:
        LocalizedText(
          en: "A frame can be held back for 1 ns to an hour.",
          ko: "프레임은 1 ns부터 1시간까지 늦출 수 있습니다.")
      case .cable(isDown: true):
        LocalizedText(
          en: "That cable is pulled already: plug puts it back.",
          ko: "이미 뽑은 케이블입니다. plug로 다시 꽂습니다.")
      case .cable(isDown: false):
        LocalizedText(
          en: "That cable is plugged in: cut pulls it.", ko: "이미 꽂혀 있는 케이블입니다. cut으로 뽑습니다.")
      }
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
}

extension DropReason { package static let whatIf = WhatIfDrops() }

package struct WhatIfOrigins: OriginSet {
  /// The person at the keyboard wrote it.
  package let edited = OriginKind(rawValue: "edited")
}

extension OriginKind { package static let whatIf = WhatIfOrigins() }
