import Networking

/// What rows of a list say of frames.
extension Recording {
  /// The line of a frame; one that was not read is read again by every call.
  package func line(ofFrame number: Int) -> FrameLine { found(frame: number).line(ofFrame: number) }

  /// What is said with a frame, as far as it was found; a frame that was not read is read again by every call.
  package func message(ofFrame number: Int) -> Message { found(frame: number).message(ofFrame: number) }

  private func found(frame number: Int) -> MessageAssembler {
    if number <= found.frames { return found }
    var recording = self
    recording.findMessages(upTo: timeline.transmission(number).moment)
    return recording.found
  }

  /// Those of the moments at which an expression holds. Without `moment.*` it sees only frames, each where it goes on its
  /// cable.
  /// - Parameter here: the moment in whose world devices are read.
  package mutating func moments(
    _ numbers: [Int], where expression: Expression, here: Int, marks: [String: Int]
  ) -> Set<Int> {
    var context = TimelineContext(timeline, marks: marks)
    context.worldMoment = here
    var holding: Set<Int> = []
    for number in numbers {
      if !expression.readsMoments, timeline.moment(number).kind != MomentKind.physical.transmit { continue }
      context.moment = number
      if context.holds(expression) { holding.insert(number) }
    }
    timeline = context.timeline
    return holding
  }
}
