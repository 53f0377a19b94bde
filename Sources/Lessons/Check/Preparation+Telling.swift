import Analysis
import Documents
import Networking

/// Values of texts that are an answer: read where it is read, and equal to it.
extension Preparation {
  /// For values of a run that was prepared already: what is wrong with them was said.
  init(looking run: LessonRun, _ reference: ReferenceLibrary, _ registries: Registries) {
    self.init(
      context: TimelineContext(run.branches.map(\.timeline), marks: run.marks), problems: Problems(),
      dropped: Problems(), reference: reference, registries: registries, seed: run.number, measure: nil)
  }

  /// The value of a text that is one of the answers, as the text has it; nil: none is.
  ///
  /// It is read from the same field of the same frame, the same row or table at the same moment, the same detail of a
  /// moment. `{{synack.tcp.ack_raw}}` is not what `ack.tcp.seq_raw` asks for, though the two are equal.
  ///
  /// - Parameters:
  ///   - place: where bare names of the text are read.
  ///   - whatIsPointedAt: of a question that asks for a place any value tells that is read there.
  mutating func value(
    telling answers: [RightAnswer], of question: PreparedQuestion, in text: RenderedText,
    at place: BranchMoment,
    whatIsPointedAt: Bool = false
  ) -> String? {
    let here = context.here
    defer { context.here = here }
    let asked = question.key.reads
    let points = question.pointMoment != nil
    if points && !whatIsPointedAt { return nil }
    for piece in text.pieces {
      guard let expression = piece.expression else { continue }
      context.here = place
      let reads = places(readBy: expression)
      guard
        reads.contains(where: { read in asked.contains { isOne(read, $0, points) } })
          || reads.isEmpty && asked.isEmpty
      else { continue }
      if points { return piece.text }
      guard let value = try? context.value(of: expression).value else { continue }
      if answers.contains(where: { $0.isSame(as: value.membersForms) }) { return piece.text }
    }
    return nil
  }

  /// Whether two are one place: at one moment, or of one frame.
  private func isOne(_ one: ReadPlace, _ other: ReadPlace, _ isPointedAt: Bool) -> Bool {
    guard one.subject == other.subject || isPointedAt && one.subject.isCell(of: other.subject) else {
      return false
    }
    return one.at == other.at || isOneFrame(one, other.at)
  }

  /// Whether something in a frame is in that of another moment.
  func isOneFrame(_ place: ReadPlace, _ other: BranchMoment) -> Bool {
    guard [.field, .layer, .byte].contains(place.subject.kind), place.at.branch == other.branch,
      let frame = frame(at: place.at)
    else { return false }
    return frame == self.frame(at: other)
  }

  /// The number of the frame that is on its cable or in somebody's hands at a moment.
  private func frame(at place: BranchMoment) -> Int? {
    guard place.moment > 0 else { return nil }
    return context.timelines[place.branch].moment(place.moment).frame
  }
}

extension Subject {
  fileprivate func isCell(of row: Subject) -> Bool {
    guard case .cell(let device, let table, _, let key) = self else { return false }
    return row == .row(device: device, table: table, key: key)
  }
}
