/// How much is asked.
package struct QuizLimits: Hashable, Sendable {
  package var newADay = 8
  package var reviewsADay = 60

  package init() {}

  /// What comes back within so many milliseconds is waited for in the session.
  package static let ahead: Int64 = 20 * 60_000
}

/// What could be asked now, and in which order.
package struct QuizQueue: Sendable {
  /// Steps of a session that ended before them, then what was due on earlier days: what waits longest, and of that what is known
  /// least surely, first.
  package let overdue: [String]
  package let due: [String]
  /// Of lessons that were walked, in teaching order.
  package let new: [String]
  /// The other new ones, asked only when somebody wants them.
  package let untaught: [String]
  /// Not due yet, the soonest first.
  package let later: [String]

  private let deck: QuizDeck
  private let schedules: Schedules
  private let now: StudyTime

  /// - Parameters:
  ///   - wanted: only these cards.
  ///   - taken: ids of the lessons that were walked.
  package init(
    _ deck: QuizDeck, _ schedules: Schedules, at now: StudyTime, wanted: Set<String>, taken: Set<String>
  ) {
    (self.deck, self.schedules, self.now) = (deck, schedules, now)
    let entries = deck.entries.filter { wanted.contains($0.id) }
    let unmet = entries.filter { schedules.cards[$0.id] == nil }
    new = unmet.filter { taken.contains($0.taught.lesson) }.map(\.id)
    untaught = unmet.filter { !taken.contains($0.taught.lesson) }.map(\.id)
    let met = entries.compactMap { entry in schedules.cards[entry.id].map { (id: entry.id, schedule: $0) } }
    func ordered(_ cards: [(id: String, schedule: CardSchedule)]) -> [String] {
      let keys = cards.enumerated().map { place, card in
        let elapsed = now.day - card.schedule.last.day
        let chance = schedules.scheduler.retrievability(of: card.schedule.memory, elapsedDays: elapsed)
        return (key: (card.schedule.dueDay, chance, place), id: card.id)
      }
      return keys.sorted { $0.key < $1.key }.map(\.id)
    }
    let waiting = met.filter { $0.schedule.isDue(at: now, ahead: QuizLimits.ahead) }
    overdue =
      ordered(waiting.filter { $0.schedule.isLearning })
      + ordered(waiting.filter { !$0.schedule.isLearning && $0.schedule.dueDay < now.day })
    due = ordered(waiting.filter { !$0.schedule.isLearning && $0.schedule.dueDay == now.day })
    later = ordered(met.filter { !$0.schedule.isDue(at: now, ahead: QuizLimits.ahead) })
  }

  /// What is due, however much.
  package var dueCount: Int { overdue.count + due.count }

  /// A session: what is due, then what is new, as far as the day's limits allow and without siblings; cards that are alike are
  /// asked one after the other.
  ///
  /// - Parameter steps: stops whose cards are left out; those of the session come to it.
  func session(_ limits: QuizLimits, without steps: inout Set<StepReference>) -> [String] {
    let today = schedules.days[now.day] ?? Schedules.Day()
    var reviews = limits.reviewsADay - today.reviews
    let back = pick(overdue + due, &steps) { id in
      // Steps of a session are no reviews of their own.
      if schedules.cards[id]?.isLearning == true { return true }
      reviews -= 1
      return reviews >= 0
    }
    var fresh = limits.newADay - today.new
    let first = pick(new, &steps) { _ in
      fresh -= 1
      return fresh >= 0
    }
    return sideBySide(back + first)
  }

  /// A few more, though the limits are reached: what is due, what is new, what no lesson has taught yet, what is due later.
  func more(_ count: Int, without asked: Set<String>, _ steps: inout Set<StepReference>) -> [String] {
    let all = (overdue + due + new + untaught + later).filter { !asked.contains($0) }
    var left = count
    func chosen(_ steps: inout Set<StepReference>) -> [String] {
      pick(all, &steps) { _ in
        left -= 1
        return left >= 0
      }
    }
    var picked = chosen(&steps)
    if picked.isEmpty, !all.isEmpty {
      // Only siblings are left: they begin a session of their own.
      steps = []
      left = count
      picked = chosen(&steps)
    }
    return sideBySide(picked)
  }

  private func pick(
    _ cards: [String], _ steps: inout Set<StepReference>, while isWanted: (String) -> Bool
  ) -> [String] {
    cards.filter { id in
      guard let step = deck[id]?.taught, !steps.contains(step), isWanted(id) else { return false }
      steps.insert(step)
      return true
    }
  }

  /// In their order, but each followed by those that are alike.
  private func sideBySide(_ cards: [String]) -> [String] {
    var left = cards.compactMap { deck[$0] }
    var ordered: [String] = []
    while !left.isEmpty {
      var group = [left.removeFirst()]
      while let index = left.firstIndex(where: { other in group.contains { $0.isAlike(other) } }) {
        group.append(left.remove(at: index))
      }
      ordered += group.map(\.id)
    }
    return ordered
  }
}

// MARK: What is due when

extension QuizQueue {
  /// How many cards are due today and on each of the days after it; today's has what waits from before.
  package static func forecast(
    _ deck: QuizDeck, _ schedules: Schedules, from today: Int, days: Int
  ) -> [Int] {
    var counts = Array(repeating: 0, count: days)
    for (id, card) in schedules.cards where deck[id] != nil {
      let day = max(0, card.dueDay - today)
      if day < days { counts[day] += 1 }
    }
    return counts
  }

  /// The next study day on which something is due, and how much; nil: nothing is scheduled.
  package static func next(
    _ deck: QuizDeck, _ schedules: Schedules, after today: Int
  ) -> (day: Int, count: Int)? {
    let days = schedules.cards.filter { deck[$0.key] != nil }.values.map { max(today, $0.dueDay) }
    return days.min().map { first in (day: first, count: days.count { $0 == first }) }
  }

  /// About how long so many cards take: 30 s each, as questions of lessons do.
  package static func minutes(of cards: Int) -> Int { (cards * 30 + 59) / 60 }
}
