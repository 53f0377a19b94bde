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
  /// What was read last, by transmission number.
  private var recent: [Int: Dissection] = [:]
  /// Dissections kept; with more all are forgotten.
  private static let kept = 64

  init(cable: Int) { self.cable = cable }

  mutating func dissection(of number: Int, in transmissions: [Transmission]) -> Dissection {
    if let known = recent[number] { return known }
    // The front may read it now: it would have to later anyhow.
    if upTo < number { _ = dissector(before: number + 1, in: transmissions) }
    if let known = recent[number] { return known }
    var dissector = dissector(before: number, in: transmissions)
    return keep(dissector.dissect(transmissions[number - 1]))
  }

  private mutating func keep(_ dissection: Dissection) -> Dissection {
    if recent.count >= Self.kept { recent.removeAll(keepingCapacity: true) }
    recent[dissection.number] = dissection
    return dissection
  }

  /// The dissector as it stands before transmission `number`, which need not be on this cable.
  mutating func dissector(before number: Int, in transmissions: [Transmission]) -> Dissector {
    while upTo < number - 1 {
      let next = transmissions[upTo]
      upTo += 1
      guard next.cable == cable else { continue }
      if read.count % Self.interval == 0 { snapshots.append(front) }
      read.append(next.number)
      _ = keep(front.dissect(next))
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
