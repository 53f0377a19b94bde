/// Where all cards stand: computed from the log of answers in one pass, kept nowhere else.
package struct Schedules: Sendable {
  /// What was done on one study day.
  package struct Day: Equatable, Sendable {
    /// Cards that were reviewed for the first time.
    package var new = 0
    /// Reviews of cards that come back after days; steps within a session are not counted.
    package var reviews = 0
  }

  /// Those that were reviewed, by id.
  package private(set) var cards: [String: CardSchedule] = [:]
  package private(set) var days: [Int: Day] = [:]
  package let scheduler: Scheduler

  package init(_ scheduler: Scheduler = Scheduler()) { self.scheduler = scheduler }

  /// - Parameters:
  ///   - reviews: in any order; each card's are gone through by their times.
  ///   - counted: told of each card's review that counts.
  package init(
    _ reviews: [CardReview], _ scheduler: Scheduler = Scheduler(),
    counted: (_ card: String, ReviewLog) -> Void = { _, _ in }
  ) {
    self.init(scheduler)
    var card: (id: String, schedule: CardSchedule?) = ("", nil)
    for review in Self.inOrder(reviews) {
      if review.card != card.id {
        if let schedule = card.schedule { cards[card.id] = schedule }
        card = (review.card, nil)
      }
      if let log = count(review, of: &card.schedule) { counted(review.card, log) }
    }
    if let schedule = card.schedule { cards[card.id] = schedule }
  }

  /// A review that came after all others. Where it does not count nothing changes: a card is rated by one's own explanations
  /// once a sitting at most, and only where no question of it was answered in that sitting; a follow-up rates no card that
  /// was not met before; a drill rates none.
  ///
  /// - Returns: what came of it; nil where it does not count.
  @discardableResult
  package mutating func add(_ review: CardReview) -> ReviewLog? {
    var schedule = cards[review.card]
    let log = count(review, of: &schedule)
    cards[review.card] = schedule
    return log
  }

  private mutating func count(_ review: CardReview, of schedule: inout CardSchedule?) -> ReviewLog? {
    if review.role == .drill { return nil }
    let at = review.at
    guard let before = schedule else {
      if review.role == .followUp { return nil }
      let next = scheduler.review(MemoryCard(id: review.card), review.rating, elapsedDays: nil)
      schedule = CardSchedule(next, review, firstDay: at.day, right: 0)
      days[at.day, default: Day()].new += 1
      return next.log
    }
    if review.role == .point, before.session == review.session, before.last.day == at.day { return nil }
    let elapsed = max(0, at.day - before.last.day)
    let next = scheduler.review(before.memory, review.rating, elapsedDays: elapsed)
    if !before.isLearning { days[at.day, default: Day()].reviews += 1 }
    schedule = CardSchedule(next, review, firstDay: before.firstDay, right: before.right)
    return next.log
  }

  /// Card by card, each by its times, whichever store they were logged in: two machines whose logs were merged see the same.
  private static func inOrder(_ reviews: [CardReview]) -> [CardReview] {
    func isBefore(_ one: CardReview, _ other: CardReview) -> Bool {
      if one.card != other.card { return one.card < other.card }
      if one.at.milliseconds != other.at.milliseconds { return one.at.milliseconds < other.at.milliseconds }
      return (one.rating.rawValue, one.role.rawValue, one.session ?? "")
        < (other.rating.rawValue, other.role.rawValue, other.session ?? "")
    }
    let isSorted = zip(reviews, reviews.dropFirst()).allSatisfy { !isBefore($1, $0) }
    return isSorted ? reviews : reviews.sorted(by: isBefore)
  }
}

extension CardSchedule {
  fileprivate init(
    _ reviewed: (card: MemoryCard, log: ReviewLog), _ review: CardReview, firstDay: Int, right: Int
  ) {
    memory = reviewed.card
    last = review.at
    session = review.session
    self.firstDay = firstDay
    self.right = right + (review.rating == .again ? 0 : 1)
    switch reviewed.log.interval {
    case .seconds(let seconds):
      due = .time(review.at.milliseconds + Int64(seconds) * 1000)
      interval = 0
    case .days(let days):
      due = .day(review.at.day + days)
      interval = days
    }
  }
}
