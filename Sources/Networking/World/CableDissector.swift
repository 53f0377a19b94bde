/// What an analyser on one cable makes of its frames, in order, with snapshots for going back.
struct CableDissector: Sendable {
  let cable: Int
  /// Numbers of the transmissions on this cable that were read, ascending.
  private var read: [Int] = []
  /// All transmissions up to this number were looked at.
  private var upTo = 0
  private var front = Dissector()
  /// The dissector before frame `read[n * interval]`.
  private var snapshots: [Dissector] = []
  private var interval = 16
  private static let mostSnapshots = 128
  /// The dissector after the first `count` frames, where it was last needed: what comes next there is a step away.
  private var reader: Snapshot?
  /// More snapshots between the two around it: what comes shortly before is not far away either.
  private var near: [Snapshot] = []
  private static let nearInterval = 16

  private struct Snapshot: Sendable {
    var count: Int
    var dissector: Dissector
  }
  /// What was read last, by transmission number: marks, texts and pictures ask for the same frames again.
  private var recent: [Int: Dissection] = [:]
  private static let mostRecent = 128

  init(cable: Int) { self.cable = cable }

  mutating func dissection(of number: Int, in transmissions: [Transmission]) -> Dissection {
    if upTo < number {
      advance(to: number - 1, in: transmissions)
      return keep(readNext(in: transmissions))
    }
    if let known = recent[number] { return known }
    var found = seek(before: number, in: transmissions)
    let dissection = found.dissector.dissect(transmissions[number - 1])
    found.count += 1
    reader = found
    return keep(dissection)
  }

  /// The dissector as it stands before transmission `number`, which need not be on this cable.
  mutating func dissector(before number: Int, in transmissions: [Transmission]) -> Dissector {
    advance(to: number - 1, in: transmissions)
    if read.last.map({ $0 < number }) ?? true { return front }
    let found = seek(before: number, in: transmissions)
    reader = found
    return found.dissector
  }

  /// The same among the frames that were read, from the nearest place before it.
  private mutating func seek(before number: Int, in transmissions: [Transmission]) -> Snapshot {
    let count = read.partition(before: number)
    let start = Snapshot(count: count / interval * interval, dissector: snapshots[count / interval])
    near.removeAll { $0.count <= start.count || $0.count >= start.count + interval }
    var found = near.last { $0.count <= count } ?? start
    if let last = reader, last.count > found.count, last.count <= count {
      found = last
      // One owner, or the first frame would copy it.
      reader = nil
    }
    for index in found.count..<count {
      _ = found.dissector.dissect(transmissions[read[index] - 1])
      found.count += 1
      if found.count % Self.nearInterval == 0, near.last.map({ $0.count < found.count }) ?? true {
        near.append(found)
      }
    }
    return found
  }

  private mutating func advance(to number: Int, in transmissions: [Transmission]) {
    while upTo < number {
      if transmissions[upTo].cable == cable {
        _ = readNext(in: transmissions)
      } else {
        upTo += 1
      }
    }
  }

  /// Reads the next transmission, which is on this cable, for good.
  private mutating func readNext(in transmissions: [Transmission]) -> Dissection {
    let next = transmissions[upTo]
    upTo += 1
    if read.count % interval == 0 { snapshots.append(front) }
    if snapshots.count > Self.mostSnapshots {
      interval *= 2
      snapshots = snapshots.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }
    read.append(next.number)
    return front.dissect(next)
  }

  private mutating func keep(_ dissection: Dissection) -> Dissection {
    if recent.count >= Self.mostRecent { recent.removeAll(keepingCapacity: true) }
    recent[dissection.number] = dissection
    return dissection
  }
}

extension Dissector {
  mutating func dissect(_ transmission: Transmission) -> Dissection {
    var info = FrameInfo(wireLength: transmission.bytes.count, checkLength: 0)
    info.sequenceOnCable = transmission.fcs
    return dissect(
      transmission.bytes, number: transmission.number, time: transmission.start, frame: info)
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
