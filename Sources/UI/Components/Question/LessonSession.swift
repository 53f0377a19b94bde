import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A lesson on its way: its stops, and what was answered so far.
package struct LessonSession: Sendable {
  let run: LessonRun
  /// By question id.
  var states: [String: QuestionState] = [:]
  /// Index of the furthest stop that was reached.
  var furthest = 0
  /// Only these questions are asked; nil: all of them.
  var retry: LessonRetry?
  /// Its end was reached, and the summary opened.
  var isDone = false

  package init(_ run: LessonRun) { self.run = run }

  var stops: [LessonRun.Stop] { run.stops }

  func state(of question: PreparedQuestion) -> QuestionState {
    states[question.id] ?? QuestionState(question)
  }

  // MARK: Where one stands

  /// The first stop at a place; nil: there is none.
  func firstStop(at place: BranchMoment) -> Int? { stops.firstIndex { $0.at == place } }

  /// Index of the stop that comes next; the stop itself says which, where several stand at one moment.
  func next(after place: BranchMoment, _ stop: Int?) -> Int? {
    let next: Int
    if let stop {
      next = stop + 1
    } else if let last = stops.lastIndex(where: { $0.branch == place.branch && $0.moment <= place.moment }) {
      next = last + 1
    } else {
      next = stops.firstIndex { $0.branch == place.branch } ?? stops.count
    }
    if retry != nil { return nextToAsk(from: next) }
    return stops.indices.contains(next) ? next : nil
  }

  func previous(before place: BranchMoment, _ stop: Int?) -> Int? {
    if let stop { return stop > 0 ? stop - 1 : nil }
    return stops.lastIndex { $0.branch == place.branch && $0.moment < place.moment }
  }

  /// Something is still to be predicted on the way from the furthest stop to this one.
  func hidesStop(_ stop: Int) -> Bool {
    stop > furthest && stops[(furthest + 1)...stop].contains { unanswered($0.before) != nil }
  }

  // MARK: What is asked when

  struct Gate {
    var moment: Int
    var question: PreparedQuestion
  }

  /// The question that stands between here and a later moment of the same branch. It is asked where its author lets the
  /// screen stand for it: one moment later might show what it asks.
  func gate(from place: BranchMoment, to target: Int) -> Gate? {
    for stop in stops where stop.branch == place.branch && stop.moment > place.moment {
      guard let question = unanswered(stop.before) else { continue }
      let stand = question.stand.branch == place.branch ? question.stand.moment : stop.moment - 1
      if target > stand || target >= stop.moment {
        return Gate(moment: max(place.moment, stand), question: question)
      }
    }
    return nil
  }

  /// The first question that nobody answered or skipped; after an explanation come those of the points that were said.
  func unanswered(_ questions: [PreparedQuestion]) -> PreparedQuestion? {
    for question in questions where retry?.asked.contains(question.id) ?? true {
      let state = state(of: question)
      if state.isOpen { return question }
      guard let answer = state.attempts.last?.answer else { continue }
      let later = run.followUps(of: question, after: answer).first { self.state(of: $0).isOpen }
      if let later { return later }
    }
    return nil
  }

  /// The prediction that was made before this stop, beside what is true.
  func note(atStop stop: Int, _ language: Language) -> Span? {
    guard let question = stops[stop].before.last, !question.key.isSelfRated else { return nil }
    let state = state(of: question)
    let truth = question.solution[language].string
    switch state.outcome {
    // Whoever needed a second try did not predict it.
    case .right where state.attempts.count > 1: return nil
    case .right: return Span("✓ " + Texts.predictedRight(truth, language), .right)
    case .wrong:
      let answer = state.attempts.last.map { question.text(of: $0.answer, language) } ?? ""
      return Span("✗ " + Texts.predictedWrong(answer, truth, language), .strong)
    case .unknown, .skipped, nil: return nil
    }
  }
}
