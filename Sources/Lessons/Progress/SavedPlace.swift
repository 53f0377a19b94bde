import Analysis

/// Where a walk was left: enough to draw the same screen again.
package struct SavedPlace: Equatable, Sendable {
  /// What was walked.
  package enum Walk: Hashable, Sendable {
    /// By its id, or the absolute path of a file outside the library.
    case lesson(String)
    /// In free exploration; id or absolute path.
    case network(String)
  }

  /// A stop of a lesson, for finding it again when the lesson was edited meanwhile.
  package struct Stop: Equatable, Sendable {
    package var id: String
    /// Counted from 1.
    package var number: Int
    /// Stops in the lesson when it was left.
    package var count: Int
    /// Moments that the walk had gone on beyond it.
    package var beyond: Int

    package init(id: String, number: Int, count: Int, beyond: Int) {
      self.id = id
      self.number = number
      self.count = count
      self.beyond = beyond
    }
  }

  package var walk: Walk
  package var seed: UInt64
  package var moment: Int
  /// The last stop reached; nil in free exploration.
  package var stop: Stop?
  /// The furthest moment seen.
  package var furthest: Int
  /// The id of the furthest stop seen.
  package var furthestStop: String?
  /// At the last stop with nothing left to ask.
  package var isFinished: Bool
  /// By the ids of the questions.
  package var answers: [SavedAnswer]
  /// What the screen showed, in words of its own: selection, picture, focus, a half-typed answer.
  package var view: String
  /// Seconds since 1970.
  package var leftAt: Int64

  package init(
    walk: Walk, seed: UInt64, moment: Int, stop: Stop? = nil, furthest: Int, furthestStop: String? = nil,
    isFinished: Bool = false, answers: [SavedAnswer] = [], view: String = "", leftAt: Int64
  ) {
    self.walk = walk
    self.seed = seed
    self.moment = moment
    self.stop = stop
    self.furthest = furthest
    self.furthestStop = furthestStop
    self.isFinished = isFinished
    self.answers = answers.sorted { $0.question < $1.question }
    self.view = view
    self.leftAt = leftAt
  }

  /// The same but for the time.
  func isSame(as other: SavedPlace) -> Bool {
    var other = other
    other.leftAt = leftAt
    return self == other
  }
}

extension SavedPlace.Walk {
  /// As it stands in the file.
  var kind: String {
    switch self {
    case .lesson: "lesson"
    case .network: "network"
    }
  }

  /// Its id or path.
  package var name: String {
    switch self {
    case .lesson(let name), .network(let name): name
    }
  }

  init?(kind: String, name: String) {
    switch kind {
    case "lesson": self = .lesson(name)
    case "network": self = .network(name)
    default: return nil
    }
  }
}
