import Terminal

extension QuestionInput {
  /// With edges over bytes and words, or in the rows of the words: as `room` says.
  func draw(_ context: Context, in rect: Rect, on canvas: inout Canvas) {
    switch room(context) {
    case .tall: QuestionPanel(input: self, context: context).draw(in: rect, on: &canvas)
    case .words: CompactQuestionPanel(input: self, context: context).draw(in: rect, on: &canvas)
    }
  }
}
