import Documents

/// The mistakes that were said to a learner within a week: of a wrong answer the one whose sentence was said, not all that
/// were in it; each once for each time a question was asked.
package struct MistakesSaid: Sendable {
  /// Study days, today included.
  package static let days = 7
  /// So many are a misconception.
  package static let repeated = 2

  private var today: Int
  /// When each was said, by tag.
  private var times: [String: [(day: Int, card: String)]] = [:]
  /// The tags said since a question was asked.
  private var open: [AskedQuestion: Set<String>] = [:]

  /// - Parameters:
  ///   - answers: in the order they were given, without those that were taken back.
  ///   - today: the study day.
  package init(_ answers: [LoggedAnswer] = [], today: Int) {
    self.today = today
    add(answers)
  }

  package mutating func add(_ answers: [LoggedAnswer]) {
    for answer in answers {
      if answer.judged.attempt == 1 { open[answer.asked] = [] }
      today = max(today, answer.studyDay)
      guard let tag = answer.judged.mistakes.first, open[answer.asked, default: []].insert(tag).inserted
      else {
        continue
      }
      times[tag, default: []].append((answer.studyDay, answer.judged.card))
    }
  }

  /// How many times it was said this week.
  package func count(of tag: String) -> Int { week(tag).count }

  /// The tags that were said at least twice this week, the most frequent first.
  package var repeatedTags: [String] {
    times.keys.map { (count: count(of: $0), tag: $0) }.filter { $0.count >= Self.repeated }
      .sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }.map(\.tag)
  }

  /// The card of whose questions it was said last.
  func lastCard(of tag: String) -> String? { week(tag).last?.card }

  private func week(_ tag: String) -> [(day: Int, card: String)] {
    (times[tag] ?? []).filter { $0.day > today - Self.days && $0.day <= today }
  }
}

/// A misconception that was met more than once in a week, with the way out of it.
package struct RepeatedMistake: Equatable, Sendable {
  package let tag: String
  /// What somebody thinks who makes it.
  package let name: LocalizedText
  package let times: Int
  /// The stop that treats it.
  package let taught: StepReference
  /// What to practise: the card of that stop, else the one it was made in.
  package let card: String

  /// nil where it is none, or no registry knows the mistake.
  package init?(_ tag: String, in said: MistakesSaid, _ registries: Registries, _ deck: QuizDeck) {
    guard said.count(of: tag) >= MistakesSaid.repeated, let entry = registries.mistakes[tag],
      let made = said.lastCard(of: tag)
    else { return nil }
    self.tag = tag
    name = entry.name.text
    times = said.count(of: tag)
    taught = entry.taught.value
    let own = deck.entries.filter { $0.taught == entry.taught.value }.map(\.id)
    card = own.contains(made) ? made : own.first ?? made
  }
}

extension MistakesSaid {
  /// Of what a store has logged this week.
  package init(_ store: ProgressStore, today: Int) throws(ProgressError) {
    self.init(try store.answers(since: today - Self.days + 1), today: today)
  }
}
