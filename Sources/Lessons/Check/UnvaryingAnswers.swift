import Documents

/// Finds questions whose computed answer is the same on every seed, so that it can be learned by heart.
struct UnvaryingAnswers {
  private var solutions: [String: Set<String>] = [:]
  private var order: [String] = []

  mutating func look(at run: LessonRun) {
    // What is pointed at is a place; what is chosen, ordered or explained in words is the author's.
    for question in run.allQuestions where !question.key.reads.isEmpty && question.pointMoment == nil {
      if solutions[question.id] == nil { order.append(question.id) }
      solutions[question.id, default: []].insert(question.solution.en.string)
    }
  }

  /// Of questions, in the order of the lesson.
  var ids: [String] { order.filter { solutions[$0]?.count == 1 } }
}
