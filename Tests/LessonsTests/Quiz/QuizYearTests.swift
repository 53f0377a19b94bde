import Networking
import Testing

@testable import Lessons

/// A year of daily use: 28 lessons' worth of cards, four of five answers right, a week's holiday.
struct QuizYearTests {
  private static let deck = QuizDeck(
    (0..<28).flatMap { lesson in
      // Nine cards at seven stops: two stops have two.
      (0..<9).map { card in
        QuizSample.entry(
          "l\(lesson)-c\(card)", step: "l\(lesson)/s\(card % 7)",
          alike: card == 3 ? ["l\(lesson)-c5", "l\((lesson + 1) % 28)-c3"] : [])
      }
    })
  private static let lessons = Set((0..<28).map { "l\($0)" })
  private static let first = 20_000
  private static let holiday = 20_150..<20_157

  private struct Day {
    var asked = 0
    /// Study days that the longest waiting card has waited when the session is over.
    var lateness = 0
    var left = 0
  }

  private func year(seed: UInt64) -> (days: [Int: Day], schedules: Schedules) {
    var random = SeededRandom(seed: seed)
    var schedules = Schedules()
    var days: [Int: Day] = [:]
    for day in Self.first..<Self.first + 365 where !Self.holiday.contains(day) {
      var minutes: Int64 = 0
      var session = QuizSession(Self.deck, schedules, taken: Self.lessons, at: QuizSample.at(day))
      var turns: [String] = []
      while let turn = session.next(at: QuizSample.at(day, minutes)), turns.count < 500 {
        turns.append(turn.card)
        session.give(random.number(in: 1...10) <= 8, QuizSample.at(day, minutes))
        minutes += 1
      }
      schedules = session.schedules
      let steps = Set(turns).map { Self.deck[$0]!.taught }
      #expect(Set(steps).count == steps.count, "siblings on day \(day)")
      #expect(turns.count < 500, "it does not end on day \(day)")
      let waiting = schedules.cards.values.filter { $0.isDue(at: QuizSample.at(day, minutes)) }
      days[day] = Day(
        asked: turns.count, lateness: waiting.map { day - $0.dueDay }.max() ?? 0, left: waiting.count)
    }
    return (days, schedules)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aYearStaysUnderItsCapsAndABacklogDrains(seed: UInt64) throws {
    let (days, schedules) = year(seed: seed)
    #expect(schedules.cards.count == Self.deck.entries.count, "all are met")
    for (day, done) in schedules.days {
      #expect(done.new <= 8 && done.reviews <= 60, "day \(day): \(done)")
    }
    // A sibling waits a day or two; after the holiday what waited is done within a week.
    for (day, done) in days where !(Self.holiday.upperBound..<Self.holiday.upperBound + 7).contains(day) {
      #expect(done.lateness <= 3 && done.left <= 20, "day \(day): \(done)")
    }
    let afterHoliday = try #require(days[Self.holiday.upperBound])
    let usual = days.values.map(\.asked).reduce(0, +) / days.count
    #expect(afterHoliday.asked > usual)
    // Known for longer and longer: the last month has less to do than the busiest.
    let months = (0..<12).map { month in
      (0..<30).reduce(0) { $0 + (schedules.days[Self.first + month * 30 + $1]?.reviews ?? 0) }
    }
    #expect(months[11] < (months.max() ?? 0))
    // Four of five were right, after every span: the schedule does not think they are better known.
    let stabilities = schedules.cards.values.compactMap(\.memory.stability)
    #expect(stabilities.allSatisfy { $0 < 3650 })
  }

  @Test func aYearIsTheSameEachTime() {
    let (one, other) = (year(seed: 9), year(seed: 9))
    #expect(one.schedules.cards == other.schedules.cards && one.schedules.days == other.schedules.days)
  }
}
