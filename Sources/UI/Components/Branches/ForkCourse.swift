import Analysis
import Networking

/// What a fork changes, in order: where → and ] lead on it. First the frame that something was done to, on its way to its
/// end; then only what differs from the run that was left. As far as both are recorded.
struct ForkCourse: Sendable {
  /// The moment in which something was done.
  let done: Int
  /// Moments of the fork at which something is worth a stop: a frame is in, something is dropped, a timer runs out, a
  /// program does something.
  let beats: [Int]
  /// Moments in which a frame begins its way.
  let frames: [Int]
  /// Nothing comes after them.
  let isWhole: Bool

  /// - Parameters:
  ///   - done: the moment of the what-if.
  ///   - reach: moments that are compared from the first difference on, at most.
  init(original: Recording, fork: Recording, whatIf: WhatIf, done: Int, reach: Int) {
    self.done = done
    let timeline = fork.timeline
    let rows = AlignedMomentPair.rows(original.timeline, timeline, atMost: reach)
    let isRecorded = original.isWhole && fork.isWhole && rows.count < reach
    // Past what is recorded of the run that was left, all would seem to differ.
    let end = original.isWhole ? .max : original.timeline.moments.last?.time ?? 0
    var moments = Set(rows.filter { !$0.isSame }.compactMap(\.right))
    if let frame = whatIf.frame { moments.formUnion(timeline.momentsOfMessage(of: frame)) }
    let ordered = moments.filter { $0 > done && timeline.moment($0).time <= end }.sorted()
    beats = ordered.filter { timeline.moment($0).isTurn }
    frames = ordered.filter { timeline.moment($0).kind == MomentKind.physical.transmit }
    isWhole = isRecorded
  }

  /// Whether it says where both keys lead from a moment.
  func isKnown(after moment: Int) -> Bool {
    isWhole || (beats.last ?? 0) > moment && (frames.last ?? 0) > moment
  }

  func next(_ stride: Stride, after moment: Int) -> Int? { list(stride).first { $0 > moment } }
  func previous(_ stride: Stride, before moment: Int) -> Int? { list(stride).last { $0 < moment } }

  private func list(_ stride: Stride) -> [Int] { stride == .frame ? frames : beats }
}

extension Timeline {
  /// The moments in which what a frame carries arrives, goes on or ends, from that frame on.
  fileprivate func momentsOfMessage(of frame: Int) -> [Int] {
    let transmission = transmission(frame)
    guard let builder = transmission.provenance.first else { return [] }
    let own = Set(
      transmissions[(frame - 1)...].filter { $0.provenance.first == builder }.map(\.number))
    return moments[transmission.moment...].filter { $0.frame.map(own.contains) ?? false }.map(\.number)
  }
}

extension Branches {
  /// Finds out what the fork that is walked changes, as far as the keys may soon lead.
  mutating func findCourse() {
    guard isOnFork, let whatIf = current.whatIf else { return }
    let now = current.position.moment
    if current.course?.isKnown(after: now) == true { return }
    let parent = current.parent
    let ahead = current.recording.lookAhead
    all[parent].recording.record(toMoment: now + ahead)
    // Where nothing would have happened all is new.
    guard all[parent].recording.last >= current.moment else { return }
    current.recording.record(toMoment: now + ahead)
    current.course = ForkCourse(
      original: all[parent].recording, fork: current.recording, whatIf: whatIf, done: current.moment,
      reach: now - current.moment + ahead)
  }
}
