import Analysis
import Documents
import Networking

/// What a fork changes, in order: where → and ] lead on it. First the frame that something was done to, on its way to its
/// end; then only what differs from the run that was left: what never happened there, or not at that time. It is found out
/// as far as both are recorded, each moment once.
struct ForkCourse: Sendable {
  /// The moment in which something was done.
  let done: Int
  /// Moments of the fork at which something is worth a stop: a frame is in, something is dropped, a timer runs out, a
  /// program does something.
  private(set) var beats: [Int] = []
  /// Moments in which a frame begins its way.
  private(set) var frames: [Int] = []
  /// The last moment that differs, worth a stop or not; 0: none does.
  private(set) var lastDifference = 0
  /// Nothing comes after them.
  private(set) var isWhole = false
  /// The last moment of the fork that was compared.
  private(set) var compared: Int
  /// The frame that something was done to, and what it became. Other copies of a frame that was flooded are none of it.
  private var own: Set<Int>

  /// - Parameter done: the moment of the what-if; up to it both are the same.
  init(_ whatIf: WhatIf, done: Int) {
    self.done = done
    compared = done
    own = whatIf.frame.map { [$0] } ?? []
  }

  /// Goes on comparing with the run that was left, up to what is recorded of both.
  mutating func compare(_ fork: Recording, with original: Recording) {
    let timeline = fork.timeline
    // From the last that is recorded of the run that was left, all would seem to differ.
    let end = original.isWhole ? .max : original.timeline.moments.last?.time ?? 0
    let known = timeline.moments[compared...].prefix { $0.time < end }
    if let first = known.first, let last = known.last {
      let happened = MomentTwins(original.timeline, after: done - 1, times: first.time...last.time)
      for moment in known { note(moment, isSame: happened.contains(moment, of: timeline), timeline) }
      compared = last.number
    }
    isWhole = original.isWhole && fork.isWhole && compared == fork.last
  }

  private mutating func note(_ moment: Moment, isSame: Bool, _ timeline: Timeline) {
    let isSent = moment.kind == MomentKind.physical.transmit
    if !isSame { lastDifference = moment.number }
    if isSent, let frame = moment.frame, let earlier = timeline.frame(before: frame), own.contains(earlier) {
      own.insert(frame)
    }
    guard !isSame || moment.frame.map(own.contains) ?? false else { return }
    if moment.isTurn { beats.append(moment.number) }
    if isSent { frames.append(moment.number) }
  }

  func next(_ stride: Stride, after moment: Int) -> Int? { list(stride).first { $0 > moment } }
  func previous(_ stride: Stride, before moment: Int) -> Int? { list(stride).last { $0 < moment } }

  private func list(_ stride: Stride) -> [Int] { stride == .frame ? frames : beats }
}

/// What happened in a run within a span of time, to be asked whether the same happened at the same time: whatever its
/// number, and whatever follows from every changed bit.
private struct MomentTwins {
  private struct Key: Hashable {
    var time: Int64
    var device: Int?
    var kind: MomentKind
  }

  private let timeline: Timeline
  /// Their numbers.
  private var moments: [Key: [Int]] = [:]

  /// - Parameters:
  ///   - count: moments that are left out, from the first on.
  ///   - times: nanoseconds.
  init(_ timeline: Timeline, after count: Int, times: ClosedRange<Int64>) {
    self.timeline = timeline
    for index in timeline.firstIndex(from: times.lowerBound, after: count)..<timeline.moments.count {
      let moment = timeline.moments[index]
      if moment.time > times.upperBound { break }
      moments[MomentTwins.key(moment), default: []].append(moment.number)
    }
  }

  /// - Parameter other: the run that the moment is of.
  func contains(_ moment: Moment, of other: Timeline) -> Bool {
    (moments[MomentTwins.key(moment)] ?? []).contains { number in
      let twin = timeline.moment(number)
      return twin.drop == moment.drop && MomentTwins.values(twin) == MomentTwins.values(moment)
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
  /// Place of the first moment from a time on, of those after the first `count`.
  fileprivate func firstIndex(from time: Int64, after count: Int) -> Int {
    moments.dropFirst(count).orderedIndex { $0.time >= time }
  }
}

extension Branches {
  /// Finds out what the fork that is walked changes, as far as the keys may soon lead.
  mutating func findCourse() {
    guard isOnFork, let whatIf = current.whatIf else { return }
    let now = current.position.moment
    let ahead = current.recording.lookAhead
    if let course = current.course, course.isWhole || course.compared >= now + ahead / 2 { return }
    let parent = current.parent
    all[parent].recording.record(toMoment: now + ahead)
    // Where nothing would have happened all is new.
    guard all[parent].recording.last >= current.moment else { return }
    current.recording.record(toMoment: now + ahead)
    var course = current.course ?? ForkCourse(whatIf, done: current.moment)
    current.course = nil
    course.compare(current.recording, with: all[parent].recording)
    current.course = course
  }
}
