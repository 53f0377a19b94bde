/// When a card comes back.
package enum CardDue: Equatable, Sendable {
  /// A step of its session; in milliseconds since 1970.
  case time(Int64)
  /// A study day.
  case day(Int)
}

/// Where one card stands.
package struct CardSchedule: Equatable, Sendable {
  package internal(set) var memory: MemoryCard
  package internal(set) var due: CardDue
  /// Study days from the last review to `due`; 0: within the session.
  package internal(set) var interval: Int
  /// The last review.
  package internal(set) var last: StudyTime
  /// In which sitting that was.
  package internal(set) var session: String?
  /// The study day of the first review.
  package internal(set) var firstDay: Int
  /// Reviews that were right, of `memory.reviews`.
  package internal(set) var right: Int

  /// Whether it is asked now, or will be within so many milliseconds while its session lasts.
  package func isDue(at now: StudyTime, ahead: Int64 = 0) -> Bool {
    switch due {
    case .time(let time): time <= now.milliseconds + ahead
    case .day(let day): day <= now.day
    }
  }

  /// The study day on which it is asked again; a step of a session that is over: that session's day.
  package var dueDay: Int {
    switch due {
    case .time: last.day
    case .day(let day): day
    }
  }

  /// In the steps of a session.
  package var isLearning: Bool { if case .time = due { true } else { false } }
}
