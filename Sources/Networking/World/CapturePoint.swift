/// What an analyser on one cable makes of its frames, in order, with snapshots for going back.
struct CapturePoint: Sendable {
  let cable: Int
  /// Numbers of the transmissions on this cable that were read, ascending.
  private var read: [Int] = []
  /// All transmissions up to this number were looked at.
  private var upTo = 0
  private var front = Dissector()
  /// The dissector before frame `read[n * interval]`.
  private var snapshots: [Dissector] = []
  private static let interval = 16

  init(cable: Int) { self.cable = cable }

  mutating func dissection(of number: Int, in transmissions: [Transmission]) -> Dissection {
    var dissector = dissector(before: number, in: transmissions)
    return dissector.dissect(transmissions[number - 1])
  }

  /// The dissector as it stands before transmission `number`, which need not be on this cable.
  mutating func dissector(before number: Int, in transmissions: [Transmission]) -> Dissector {
    while upTo < number - 1 {
      let next = transmissions[upTo]
      upTo += 1
      guard next.cable == cable else { continue }
      if read.count % Self.interval == 0 { snapshots.append(front) }
      read.append(next.number)
      _ = front.dissect(next)
    }
    let count = read.partition(before: number)
    if count == read.count { return front }
    var dissector = snapshots[count / Self.interval]
    for index in count / Self.interval * Self.interval..<count {
      _ = dissector.dissect(transmissions[read[index] - 1])
    }
    return dissector
  }
}

extension Dissector {
  mutating func dissect(_ transmission: Transmission) -> Dissection {
    dissect(
      transmission.bytes, number: transmission.number, time: transmission.start,
      frame: FrameInfo(wireLength: transmission.bytes.count))
  }
}

extension [Int] {
  /// How many elements of this ascending list are less than `number`.
  fileprivate func partition(before number: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
