/// What `who()`, `frames()`, `bytes()` and `trips()` ask about a stretch of the story: from mark A to mark B, both
/// included, on B's branch.
package struct StoryReference: Equatable, Sendable {
  package indirect enum Question: Equatable, Sendable {
    /// The devices that had such moments.
    case devices(MomentKind)
    case frames(Selection)
    /// The lengths of those frames, as a capture counts: without preamble and frame check sequence.
    case bytes(Selection)
    /// How often the chain of causes that leads from A to B leaves the device and comes back to it.
    case trips(device: String)
  }

  /// Which frames are meant, each where it goes onto a cable.
  package struct Selection: Equatable, Sendable {
    /// On a cable of this device; nil: on any.
    package var device: String?
    /// On the cable in this port of the device; nil: in any.
    package var port: String?
    /// For which this holds; nil: all.
    package var filter: Expression?
  }

  package let question: Question
  package let from: String
  package let to: String
  /// UTF-8 bytes from the start of the expression.
  let offset: Int

  package var type: ExpressionType {
    if case .devices = question { .set(.device) } else { .number }
  }

  package var filter: Expression? {
    switch question {
    case .frames(let selection), .bytes(let selection): selection.filter
    case .devices, .trips: nil
    }
  }

  /// The marks it names, in the filter too.
  var marks: [String] { [from, to] + (filter?.marks.sorted() ?? []) }
}
