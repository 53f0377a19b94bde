import Documents
import Lessons

/// The answers of this run on their way into the log, each with the time it took.
struct AnswerLog {
  /// Not written yet, the first one first.
  private(set) var waiting: [LoggedAnswer] = []
  private let session = LoggedAnswer.newSession()
  /// The question in view, how many answers to it were judged, and since when it is in view like that.
  private var shown: (question: String, attempts: Int, since: ContinuousClock.Instant)?

  /// What is on the screen now.
  mutating func show(_ model: Model, at now: ContinuousClock.Instant) {
    guard let state = model.walk?.question?.state, state.isOpen else {
      shown = nil
      return
    }
    let question = state.question.id
    if let shown, shown.question == question, shown.attempts == state.attempts.count { return }
    shown = (question, state.attempts.count, now)
  }

  /// - Parameters:
  ///   - now: when the key was pressed.
  ///   - time: the same in milliseconds since 1970.
  mutating func add(
    _ answers: [JudgedAnswer], _ asking: LoggedAnswer.Asking, at now: ContinuousClock.Instant, time: Int64
  ) {
    waiting += answers.map { answer in
      let taken = shown.flatMap { $0.question == answer.question ? $0.since.duration(to: now) : nil }
      return LoggedAnswer(
        answer, asking, time: time, milliseconds: taken.map(\.milliseconds), session: session)
    }
  }

  mutating func written() { waiting = [] }
}

extension Duration {
  /// Whole ones.
  package var milliseconds: Int { Int(self / .milliseconds(1)) }
}

extension Model {
  /// What the last key had judged, for the log; each only once.
  mutating func takeJudged() -> (answers: [JudgedAnswer], asking: LoggedAnswer.Asking)? {
    guard let walk = top as? WalkScreen, !walk.judged.isEmpty, let asking = walk.asking(language) else {
      return nil
    }
    let judged = walk.judged
    _ = withWalk { $0.judged = [] }
    return (judged, asking)
  }
}

extension WalkScreen {
  /// nil where there are no questions.
  fileprivate func asking(_ language: Language) -> LoggedAnswer.Asking? {
    session.map {
      LoggedAnswer.Asking($0.run, lesson: subject.origin?.walk.name ?? $0.run.id, language: language)
    }
  }
}
