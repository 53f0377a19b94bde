import Documents

/// What a quiz is asked for with.
package struct QuizRequest: Sendable {
  /// Only these cards; nil: all.
  package var cards: Set<String>?
  /// Ids of the lessons that were walked: their cards may be new ones.
  package var taken: Set<String>
  package var limits = QuizLimits()
  /// Questions at most; nil: as many as there are.
  package var count: Int?

  package init(cards: Set<String>? = nil, taken: Set<String>) {
    self.cards = cards
    self.taken = taken
  }
}

/// One sitting: which card comes next, and what came of those before. A value without a clock and without a file: who has it
/// writes what is to be logged.
///
///     var session = QuizSession(deck, schedules, request, at: now)
///     while let turn = session.next(at: now) {
///       …                                        // ask a variant of one of turn.questions
///       for leech in session.take(logged) { … }  // what was judged, after each answer
///     }
package struct QuizSession: Sendable {
  package let deck: QuizDeck
  package let request: QuizRequest
  /// Under which its answers are logged.
  package let name: String
  private var state: State
  /// Before the last card was answered.
  private var before: State?

  /// A card's turn.
  package struct Turn: Equatable, Sendable {
    package let card: String
    /// Those of the card that can be asked now.
    package let questions: [QuizQuestion]
  }

  private struct State: Sendable {
    var schedules: Schedules
    var upcoming: [String]
    var turn: Turn?
    var results: [QuizResult] = []
    /// Stops of the cards that were taken into the session.
    var steps: Set<StepReference>
    /// Cards that were answered or passed over.
    var asked: Set<String> = []
    var skipped: Set<String> = []
  }

  package init(
    _ deck: QuizDeck, _ schedules: Schedules, _ request: QuizRequest, at now: StudyTime,
    name: String = LoggedAnswer.newSession()
  ) {
    (self.deck, self.request, self.name) = (deck, request, name)
    var steps: Set<StepReference> = []
    let queue = QuizQueue(
      deck, schedules, at: now, wanted: request.cards ?? Set(deck.entries.map(\.id)), taken: request.taken)
    var cards = queue.session(request.limits, without: &steps)
    if let count = request.count, count < cards.count {
      cards = Array(cards.prefix(count))
      steps = Set(cards.compactMap { deck[$0]?.taught })
    }
    state = State(schedules: schedules, upcoming: cards, steps: steps)
  }

  package var schedules: Schedules { state.schedules }
  package var turn: Turn? { state.turn }
  package var results: [QuizResult] { state.results }
  /// Cards that are still to come, without those that come back.
  package var upcoming: [String] { state.upcoming }

  // MARK: Turns

  /// The next card's turn; nil: the session is over. What failed in it comes back after its step, or sooner where nothing
  /// else is left and no more than 20 minutes are missing.
  package mutating func next(at now: StudyTime) -> Turn? {
    state.turn = nil
    if let card = returning(now, ahead: 0) { return begin(card, now) }
    while !state.upcoming.isEmpty {
      let card = state.upcoming.removeFirst()
      if isWanted(card, now) { return begin(card, now) }
    }
    return returning(now, ahead: QuizLimits.ahead).flatMap { begin($0, now) }
  }

  private mutating func begin(_ card: String, _ now: StudyTime) -> Turn? {
    let turn = Turn(card: card, questions: questions(of: card, now))
    state.turn = turn
    return turn
  }

  /// A card that is rated in this session already is not rated by an explanation once more.
  private func questions(of card: String, _ now: StudyTime) -> [QuizQuestion] {
    let all = deck[card]?.questions ?? []
    guard let schedule = state.schedules.cards[card], schedule.session == name, schedule.last.day == now.day
    else { return all }
    return all.filter { $0.kind != ExplainQuestion.kind }
  }

  /// It may have been rated by another's explanation meanwhile.
  private func isWanted(_ card: String, _ now: StudyTime) -> Bool {
    guard let schedule = state.schedules.cards[card], schedule.session == name else { return true }
    return schedule.isDue(at: now) && !questions(of: card, now).isEmpty
  }

  private func returning(_ now: StudyTime, ahead: Int64) -> String? {
    let waiting = state.asked.subtracting(state.skipped).compactMap { card -> (time: Int64, card: String)? in
      guard case .time(let time)? = state.schedules.cards[card]?.due, time <= now.milliseconds + ahead,
        !questions(of: card, now).isEmpty
      else { return nil }
      return (time, card)
    }
    return waiting.min { $0 < $1 }?.card
  }

  // MARK: Answers

  /// What was judged, as it is logged under the name of this session.
  ///
  /// - Parameter question: the one that was asked, for what was said to it; nil: nobody wants to know.
  /// - Returns: cards that were forgotten too often: each leads back to the stop that teaches it.
  package mutating func take(_ answers: [LoggedAnswer], of question: PreparedQuestion? = nil) -> [Leech] {
    guard let turn = state.turn, let first = answers.first else { return [] }
    if first.judged.attempt == 1 {
      before = state
      state.results.append(QuizResult(card: turn.card))
      state.asked.insert(turn.card)
    }
    guard let last = state.results.indices.last else { return [] }
    state.results[last].take(answers, of: question)
    var leeches: [Leech] = []
    for review in answers.compactMap(CardReview.init) {
      var review = review
      review.card = deck.canonical(review.card)
      let lapses = state.schedules.cards[review.card]?.memory.lapses ?? 0
      state.schedules.add(review)
      if let now = state.schedules.cards[review.card]?.memory.lapses, now > lapses, Leech.isOne(lapses: now),
        let step = deck[review.card]?.taught
      {
        leeches.append(Leech(card: review.card, step: step))
      }
    }
    return leeches
  }

  /// It is not asked again in this session, and stays due.
  package mutating func skip() {
    guard let turn = state.turn else { return }
    state.skipped.insert(turn.card)
    state.turn = nil
  }

  /// The last answer was right and very easy; nil where it was not right, or was said to be easy already.
  package mutating func easy(at now: StudyTime) -> AnswerRemark? {
    guard let before, let last = state.results.last, !last.isEasy, last.rating != .again,
      let target = last.answers.first?.target
    else { return nil }
    state.schedules = before.schedules
    for review in last.answers.compactMap(CardReview.init) {
      var review = review.easy
      review.card = deck.canonical(review.card)
      state.schedules.add(review)
    }
    state.results[state.results.count - 1].isEasy = true
    return AnswerRemark(.easy, of: target, time: now.milliseconds)
  }

  /// Takes back the last card's answers, as if they had not been given; it is that card's turn again. nil when there are none:
  /// only the last one can be taken back.
  package mutating func takeBack(at now: StudyTime) -> AnswerRemark? {
    guard let before, let target = state.results.last?.answers.first?.target else { return nil }
    state = before
    self.before = nil
    return AnswerRemark(.takenBack, of: target, time: now.milliseconds)
  }

  /// A few more cards, whatever the limits say: as many as there are new ones a day.
  ///
  /// - Returns: how many there are.
  package mutating func more(at now: StudyTime) -> Int {
    let queue = QuizQueue(
      deck, state.schedules, at: now, wanted: request.cards ?? Set(deck.entries.map(\.id)),
      taken: request.taken)
    let taken = state.asked.union(state.skipped).union(state.upcoming)
    let more = queue.more(request.limits.newADay, without: taken, &state.steps)
    state.upcoming += more
    return more.count
  }
}

/// A card that was forgotten so many times that asking again does not help.
package struct Leech: Equatable, Sendable {
  package let card: String
  /// The stop that teaches it.
  package let step: StepReference

  package static let lapses = 8
  /// After so many more it is one again.
  package static let again = 4

  static func isOne(lapses: Int) -> Bool { lapses >= Self.lapses && (lapses - Self.lapses) % again == 0 }
}
