/// Lessons in teaching order, and which of them comes next.
extension [LessonHead] {
  /// The lesson to go on with: in teaching order the one after a lesson, unless it is done; else the first that is not done
  /// and whose needs are, and if there is none, the first that is not done. nil when all are.
  ///
  /// - Parameters:
  ///   - id: the lesson that was walked last; nil: none.
  ///   - done: ids of lessons.
  package func next(after id: String? = nil, done: Set<String>) -> LessonHead? {
    if let index = firstIndex(where: { $0.id == id }), index + 1 < count, !done.contains(self[index + 1].id) {
      return self[index + 1]
    }
    let open = filter { !done.contains($0.id) }
    return open.first { unmet($0, done: done).isEmpty } ?? open.first
  }

  /// The needs of a lesson that are there and not done. One that is still to come cannot be done, and holds nobody up.
  package func unmet(_ lesson: LessonHead, done: Set<String>) -> [LessonHead] {
    filter { lesson.needs.contains($0.id) && !done.contains($0.id) }
  }
}
