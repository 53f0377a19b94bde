import Documents

extension WhatIf {
  /// Why something cannot be done.
  package enum Refusal: Error, Equatable, Sendable {
    /// No such frame was sent in this walk.
    case notSent(Int)
    /// It was lost, by an earlier what-if.
    case lost(Int)
    /// The bytes are not as many as the frame has.
    case length(Int)
    /// The frame has no such bit.
    case noBit(Int)
    /// Not 1 ns to an hour.
    case delay
    /// The cable is pulled already, or plugged in already.
    case cable(isDown: Bool)
    /// A port that a new cable would go into has one, by its name.
    case portTaken(String)
    /// One port cannot be joined with itself.
    case samePort
    /// A time that is not ahead.
    case notAhead
    /// Too much happens until then: a frame that goes round without end, mostly.
    case tooMuch
    /// Nothing of the kind is decided in that moment.
    case nothingDecided
    /// A device has no such port, counted from 1.
    case noPort(Int)
    /// A next hop that is on none of the device's links.
    case notOnLink(IPv4Address)

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
      case .noBit(let frame):
        LocalizedText(en: "Frame \(frame) has no such bit.", ko: "\(frame)번 프레임에는 그런 비트가 없습니다.")
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
      case .portTaken(let port):
        LocalizedText(
          en: "\(port) has a cable: a new one goes into a free port.",
          ko: "\(port): 이미 케이블이 있습니다. 새 케이블은 빈 포트에 꽂습니다.")
      case .samePort:
        LocalizedText(en: "A cable has two ends: name two ports.", ko: "케이블은 양 끝이 있으므로 포트 두 개를 고르세요.")
      case .notAhead:
        LocalizedText(en: "That time is over: only later ones can come.", ko: "이미 지난 시각입니다. 더 나중이어야 합니다.")
      case .tooMuch:
        LocalizedText(
          en: "Too much happens until then to record it all.", ko: "그때까지 일어나는 일이 너무 많아 다 기록할 수 없습니다.")
      case .nothingDecided:
        LocalizedText(en: "No device decides that in this moment.", ko: "이 순간에는 그런 결정을 하는 장치가 없습니다.")
      case .noPort(let port):
        LocalizedText(en: "There is no port \(port) here.", ko: "여기에는 \(port)번 포트가 없습니다.")
      case .notOnLink(let address):
        LocalizedText(
          en: "\(address) is on none of this device's links.", ko: "\(address): 이 장치의 어느 링크에도 없는 주소입니다.")
      }
    }
  }
}
