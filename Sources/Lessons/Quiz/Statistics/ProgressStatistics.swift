import Documents
import Networking

/// How learning goes, in numbers: for the screen and as text.
package struct ProgressStatistics: Equatable, Sendable {
  /// Of cards that were asked again after a week or more.
  package struct Retention: Equatable, Sendable {
    /// Of a layer or a lesson.
    package let name: String
    package let share: RightShare
  }

  package struct HardCard: Equatable, Sendable {
    package let card: String
    package let title: LocalizedText
    package let share: RightShare
    package let lapses: Int
    package let due: CardDue
  }

  /// A card that was taken for something else.
  package struct Confusion: Equatable, Sendable {
    /// What was asked.
    package let card: String
    /// The tag of what was said of the answer.
    package let mistake: String
    package let times: Int
  }

  package let cardsMet: Int
  /// Those that the schedule expects to be known for a week or longer.
  package let cardsKnown: Int
  /// Questions that were answered, on so many study days.
  package let answers: Int
  package let days: Int
  package let due: Int
  /// Cards due today and on the days after it.
  package let forecast: [Int]
  /// By layer from the top, by lesson in teaching order.
  package let layers: [Retention]
  package let lessons: [Retention]
  /// The least often right first; of each at least three reviews.
  package let hardest: [HardCard]
  /// The most frequent first; of each at least two.
  package let confusions: [Confusion]
  /// Of the last study days, the last one is today.
  package let answersADay: [Int]

  package static let week = 7
  package static let shownDays = 28
  package static let leastReviews = 3

  /// - Parameters:
  ///   - reviews: in any order, under the ids that cards have now.
  ///   - answers: in the order they were given, without those that were taken back.
  package init(_ reviews: [CardReview], _ answers: [LoggedAnswer], _ deck: QuizDeck, at now: StudyTime) {
    var replay = Replay(deck)
    let schedules = Schedules(reviews) { replay.add($0, $1) }
    let met = schedules.cards.filter { deck[$0.key] != nil }
    cardsMet = met.count
    cardsKnown = met.values.count { $0.interval >= Self.week }
    due = met.values.count { $0.isDue(at: now) }
    forecast = QuizQueue.forecast(deck, schedules, from: now.day, days: Self.shownDays / 2)
    layers = LayerKind.allCases.reversed().compactMap { layer in
      replay.layers[layer].map { Retention(name: layer.rawValue, share: $0) }
    }
    lessons = deck.entries.map(\.taught.lesson).unique.compactMap { lesson in
      replay.lessons[lesson].map { Retention(name: lesson, share: $0) }
    }
    hardest = Self.hardest(met, deck)
    confusions = Self.confusions(answers, deck)
    let asked = Set(
      answers.filter { $0.judged.attempt == 1 }.map { Asked(target: $0.target, day: $0.studyDay) })
    self.answers = asked.count
    let byDay = Dictionary(asked.map { ($0.day, 1) }, uniquingKeysWith: +)
    days = byDay.count
    answersADay = (0..<Self.shownDays).map { byDay[now.day - Self.shownDays + 1 + $0] ?? 0 }
  }

  /// An explanation is one answer, though it rates several cards.
  private struct Asked: Hashable {
    let target: AnswerRemark.Target
    let day: Int
  }

  private struct Replay {
    let deck: QuizDeck
    var layers: [LayerKind: RightShare] = [:]
    var lessons: [String: RightShare] = [:]

    init(_ deck: QuizDeck) { self.deck = deck }

    mutating func add(_ card: String, _ log: ReviewLog) {
      guard let elapsed = log.elapsedDays, elapsed >= ProgressStatistics.week, let entry = deck[card] else {
        return
      }
      layers[entry.layer, default: RightShare()].add(log.rating)
      lessons[entry.taught.lesson, default: RightShare()].add(log.rating)
    }
  }

  private static func hardest(_ met: [String: CardSchedule], _ deck: QuizDeck) -> [HardCard] {
    let cards = met.compactMap { id, schedule -> HardCard? in
      let reviews = schedule.memory.reviews
      guard reviews >= leastReviews, schedule.right < reviews, let entry = deck[id] else { return nil }
      return HardCard(
        card: id, title: entry.title, share: RightShare(right: schedule.right, all: reviews),
        lapses: schedule.memory.lapses, due: schedule.due)
    }
    // Compared as fractions, without dividing.
    return cards.sorted { one, other in
      let (left, right) = (one.share.right * other.share.all, other.share.right * one.share.all)
      return (left, -one.lapses, one.card) < (right, -other.lapses, other.card)
    }
  }

  private static func confusions(_ answers: [LoggedAnswer], _ deck: QuizDeck) -> [Confusion] {
    struct Pair: Hashable {
      let card: String
      let mistake: String
    }
    let pairs = answers.compactMap { answer in
      answer.judged.mistakes.first.map { Pair(card: deck.canonical(answer.judged.card), mistake: $0) }
    }
    return Dictionary(pairs.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }
      .map { Confusion(card: $0.card, mistake: $0.mistake, times: $1) }
      .sorted { ($1.times, $0.mistake, $0.card) < ($0.times, $1.mistake, $1.card) }
  }
}

extension ProgressStatistics {
  /// Of what a store has logged.
  package init(_ store: ProgressStore, _ deck: QuizDeck, at now: StudyTime) throws(ProgressError) {
    self.init(try store.reviews(canonical: deck.canonical), try store.answers(), deck, at: now)
  }
}
