import Analysis
import Documents
import Networking

extension Lesson {
  /// What no shape can see: names that are there twice, a lesson without a stop.
  func checkNames(_ scope: LessonScope, _ network: NetworkFile, _ problems: Problems) {
    checkUnique(steps.map(\.id), "step", problems)
    checkUnique(questions.map(\.common.id), "question", problems)
    let known = questions.map(\.common.id.value)
    for name in questions.flatMap(\.references) where !known.contains(name.value) {
      problems.report(
        name.place.finding(
          "no question is called \(quoted(name.value))\(suggestion(for: name.value, in: known))"))
    }
    for question in questions {
      for name in question.references where name.value == question.common.id.value {
        problems.report(name.place.finding("a question does not follow itself"))
      }
    }
    for step in steps where marks.contains(where: { $0.key == step.id.value }) {
      problems.report(
        step.id.place.finding(
          "a mark and a step are both called \(quoted(step.id.value)); every step is a mark"))
    }
    if steps.isEmpty { problems.report(idPlace.finding("a lesson needs at least one step")) }
    let ids = steps.map(\.id.value)
    for chapter in chapters where !ids.contains(chapter.value.from.value) {
      let from = chapter.value.from
      problems.report(
        from.place.finding("no step is called \(quoted(from.value))\(suggestion(for: from.value, in: ids))"))
    }
    if goals.count > 3 {
      problems.report(idPlace.finding("there are \(goals.count) goals; three is the most"))
    }
  }

  private func checkUnique(_ ids: [Located<String>], _ what: String, _ problems: Problems) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id.value).inserted {
      problems.report(id.place.finding("two \(what)s are called \(quoted(id.value))"))
    }
  }
}
