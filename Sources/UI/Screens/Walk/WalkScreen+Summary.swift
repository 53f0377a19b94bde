import Lessons

/// The way to the lesson's summary, and from there to its questions and back.
extension WalkScreen {
  /// - Parameter question: the id of the one under the cursor; nil: what to do next is.
  mutating func openSummary(at question: String? = nil) -> Outcome {
    guard session != nil else { return .done }
    session?.isDone = true
    reviewed = nil
    return .push(SummaryScreen(at: question))
  }

  /// Shows a question of the summary in its place: as it was answered, and one that was passed over to be answered now.
  mutating func review(_ id: String) {
    guard let session,
      let stop = session.stops.firstIndex(where: { stop in
        (stop.before + stop.after).contains { $0.id == id }
      })
    else { return }
    reviewed = id
    let isBefore = session.stops[stop].before.contains { $0.id == id }
    guard
      let question = (session.stops[stop].before + session.stops[stop].after).first(where: { $0.id == id })
    else { return }
    let state = session.state(of: question)
    enter(stop: isBefore ? max(0, stop - 1) : stop)
    // What was answered on another run is not shown on this one.
    if state.isOpen, session.retry?.asked.contains(id) == false { return }
    if state.outcome == .skipped { self.session?.states[id] = nil }
    ask(question, isBefore: isBefore)
  }

  /// From the question that the summary led to; nil: elsewhere Esc means something else.
  mutating func returnToSummary() -> Outcome? {
    guard let id = reviewed, panel.mode == .words, let question, question.question.id == id,
      !question.state.isOpen
    else { return nil }
    self.question = nil
    if let last = session?.stops.indices.last { enter(stop: last) }
    return openSummary(at: id)
  }
}
