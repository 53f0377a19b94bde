import Analysis
import Documents
import Networking

extension Lesson {
  /// Whether everything that a name points to is there, once.
  func checkNames(_ problems: Problems) {
    let marks = self.marks.map(\.key)
    let questionIDs = questions.map(\.common.id.value)
    func look(_ name: Located<String>, in known: [String], _ what: String) {
      guard !known.contains(name.value) else { return }
      let list = known.isEmpty ? "none" : known.joined(separator: ", ")
      problems.report(
        name.place.finding(
          "no \(what) is called \(quoted(name.value))\(suggestion(for: name.value, in: known)) (known: \(list))"
        ))
    }
    for mark in self.marks {
      if let after = mark.value.after { look(after, in: marks, "mark") }
    }
    var asked: Set<String> = []
    for step in steps {
      look(step.at, in: marks, "mark")
      for question in step.before + step.after {
        look(question, in: questionIDs, "question")
        if !asked.insert(question.value).inserted {
          problems.report(question.place.finding("question \(quoted(question.value)) is asked twice"))
        }
      }
    }
    for question in questions {
      let id = question.common.id
      if !asked.contains(id.value) {
        problems.report(id.place.finding("question \(quoted(id.value)) is asked by no step"))
      }
      if let mark = question.common.mark { look(mark, in: marks, "mark") }
    }
    checkUnique(steps.map(\.id), "step", problems)
    checkUnique(questions.map(\.common.id), "question", problems)
    if steps.isEmpty { problems.report(idPlace.finding("a lesson needs at least one step")) }
  }

  private func checkUnique(_ ids: [Located<String>], _ what: String, _ problems: Problems) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id.value).inserted {
      problems.report(id.place.finding("two \(what)s are called \(quoted(id.value))"))
    }
  }
}
