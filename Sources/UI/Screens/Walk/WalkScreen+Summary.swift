import Lessons

/// The way to the lesson's summary, and from there to its questions and back.
extension WalkScreen {
  /// - Parameter mark: what is under the cursor; nil: what to do next is.
  mutating func openSummary(at mark: SummaryScreen.Mark? = nil) -> Outcome {
    guard session != nil else { return .done }
    session?.isDone = true
    reviewed = nil
    return .push(SummaryScreen(at: mark))
  }

  /// From what the summary led to, the walk at its end again; nil: it led nowhere.
  mutating func backToSummary() -> Outcome? {
    guard let mark = reviewed else { return nil }
    if case .trial = mark, let last = session?.stops.indices.last { enter(stop: last) }
    return openSummary(at: mark)
  }

  /// Shows a question of the summary in its place: as it was answered, and one that was passed over to be answered now.
  mutating func review(_ id: String) {
    guard let session,
      let stop = session.stops.firstIndex(where: { stop in
        (stop.before + stop.after).contains { $0.id == id }
      })
    else { return }
    reviewed = .question(id)
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
    guard case .question(let id)? = reviewed, panel.mode == .words, let question, question.question.id == id,
      !question.state.isOpen
    else { return nil }
    self.question = nil
    if let last = session?.stops.indices.last { enter(stop: last) }
    return openSummary(at: .question(id))
  }
}
