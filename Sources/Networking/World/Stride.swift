/// How far one key goes in time.
package enum Stride: String, CaseIterable, Sendable {
  case moment
  /// To where the next frame goes onto a cable.
  case frame
  /// To where the next frame has arrived: a stop, where no author has chosen others.
  case delivery
}

extension Timeline {
  /// The moment that a stride from `number` (0: the start) leads to; nil when the walk as recorded ends before.
  package func moment(_ stride: Stride, after number: Int) -> Int? {
    switch stride {
    case .moment: return number < moments.count ? number + 1 : nil
    case .frame:
      let index = frames(by: number)
      return index < transmissions.count ? transmissions[index].moment : nil
    case .delivery:
      return moments[number...].first { $0.kind == MomentKind.physical.receive }?.number
    }
  }

  /// The moment that the same stride backwards leads to; 0 is the start, nil from there.
  package func moment(_ stride: Stride, before number: Int) -> Int? {
    guard number > 0 else { return nil }
    switch stride {
    case .moment: return number - 1
    case .frame:
      let index = frames(by: number - 1)
      return index > 0 ? transmissions[index - 1].moment : 0
    case .delivery:
      return moments[..<(number - 1)].last { $0.kind == MomentKind.physical.receive }?.number ?? 0
    }
  }
}
