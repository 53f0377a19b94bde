import Analysis
import Networking

/// What a fork changes, in order: where → and ] lead on it. First the frame that something was done to, on its way to its
/// end; then only what differs from the run that was left: what never happened there, or not at that time. As far as both
/// are recorded.
struct ForkCourse: Sendable {
  /// The moment in which something was done.
  let done: Int
  /// Moments of the fork at which something is worth a stop: a frame is in, something is dropped, a timer runs out, a
  /// program does something.
  let beats: [Int]
  /// Moments in which a frame begins its way.
  let frames: [Int]
  /// The last moment that differs, worth a stop or not; 0: none does.
  let lastDifference: Int
  /// Nothing comes after them.
  let isWhole: Bool

  /// - Parameters:
  ///   - done: the moment of the what-if; up to it both are the same.
  ///   - reach: moments of the fork that are compared from there on, at most.
  init(original: Recording, fork: Recording, whatIf: WhatIf, done: Int, reach: Int) {
    self.done = done
    let timeline = fork.timeline
    let later = timeline.moments[done...].prefix(reach)
    // Past what is recorded of the run that was left, all would seem to differ.
    let end = original.isWhole ? .max : original.timeline.moments.last?.time ?? 0
    let known = later.prefix { $0.time <= end }
    let happened = MomentTwins(original.timeline, from: done - 1, until: known.last?.time ?? 0)
    let differing = known.filter { !happened.contains($0, of: timeline) }.map(\.number)
    lastDifference = differing.last ?? 0
    var moments = Set(differing)
    if let frame = whatIf.frame {
      moments.formUnion(timeline.moments(ofFrameAndWhatItBecame: frame).filter { $0 > done })
    }
    let ordered = moments.filter { timeline.moment($0).time <= end }.sorted()
    beats = ordered.filter { timeline.moment($0).isTurn }
    frames = ordered.filter { timeline.moment($0).kind == MomentKind.physical.transmit }
    isWhole = original.isWhole && fork.isWhole && done + reach >= fork.last
  }

  /// Whether it says where both keys lead from a moment.
  func isKnown(after moment: Int) -> Bool {
    isWhole || (beats.last ?? 0) > moment && (frames.last ?? 0) > moment
  }

  func next(_ stride: Stride, after moment: Int) -> Int? { list(stride).first { $0 > moment } }
  func previous(_ stride: Stride, before moment: Int) -> Int? { list(stride).last { $0 < moment } }

  private func list(_ stride: Stride) -> [Int] { stride == .frame ? frames : beats }
}

/// What happened in a run, to be asked whether the same happened at the same time: whatever its number, and whatever
/// follows from every changed bit.
private struct MomentTwins {
  private struct Key: Hashable {
    var time: Int64
    var device: Int?
    var kind: MomentKind
  }

  private let timeline: Timeline
  private var moments: [Key: [Moment]] = [:]

  /// - Parameters:
  ///   - count: moments that are left out, from the first on.
  ///   - end: nanoseconds, of the last that is asked for.
  init(_ timeline: Timeline, from count: Int, until end: Int64) {
    self.timeline = timeline
    for moment in timeline.moments[min(count, timeline.moments.count)...] {
      if moment.time > end { break }
      moments[MomentTwins.key(moment), default: []].append(moment)
    }
  }

  /// - Parameter other: the run that the moment is of.
  func contains(_ moment: Moment, of other: Timeline) -> Bool {
    (moments[MomentTwins.key(moment)] ?? []).contains { twin in
      twin.drop == moment.drop && MomentTwins.values(twin) == MomentTwins.values(moment)
        && MomentTwins.ends(twin, timeline) == MomentTwins.ends(moment, other)
    }
  }

  private static func key(_ moment: Moment) -> Key {
    Key(time: moment.time, device: moment.device, kind: moment.kind)
  }

  private static func values(_ moment: Moment) -> [Detail] { moment.details.filter { $0.name != "fcs" } }

  /// The devices that its frame leaves and reaches.
  private static func ends(_ moment: Moment, _ timeline: Timeline) -> [Int] {
    guard let transmission = moment.frame.map(timeline.transmission) else { return [] }
    return [transmission.from.device, transmission.to.device]
  }
}

extension Timeline {
  /// The moments in which a frame arrives, goes on as another, or ends. Other copies of a frame that was flooded are none
  /// of it.
  fileprivate func moments(ofFrameAndWhatItBecame frame: Int) -> [Int] {
    var own: Set<Int> = [frame]
    for transmission in transmissions[frame...] {
      if let earlier = self.frame(before: transmission.number), own.contains(earlier) {
        own.insert(transmission.number)
      }
    }
    return moments[transmission(frame).moment...].filter { $0.frame.map(own.contains) ?? false }.map(\.number)
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
