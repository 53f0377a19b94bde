import Analysis
import Documents
import Networking

/// Finds what a question gives away itself: places under `given` that have its answer. Inputs may be given, from which it is
/// computed.
struct GivenAnswers {
  private let questions: [String: any Question]
  private(set) var findings: [Finding] = []

  init(_ lesson: Lesson) { questions = lesson.questionsByID }

  /// - Parameter variant: the lesson as it runs, with the addresses of this run.
  mutating func look(at run: LessonRun, of variant: Lesson, _ preparation: inout Preparation) {
    let variants = variant.questionsByID
    for question in run.allQuestions {
      guard let written = questions[question.id], let variant = variants[question.id] else { continue }
      let told = preparation.placesTelling(question)
      for (given, own) in zip(variant.common.given, written.common.given) where !told.isEmpty {
        preparation.context.here = question.about
        guard preparation.shows(given, told) else { continue }
        let finding = own.place.finding(
          "what is given shows the answer of question \(quoted(question.id)); give only what it is computed from"
        )
        if !findings.contains(where: { $0.position == finding.position }) { findings.append(finding) }
      }
    }
  }
}

extension Preparation {
  /// What the answer is read from and has its very value.
  fileprivate mutating func placesTelling(_ question: PreparedQuestion) -> [ReadPlace] {
    if question.given == GivenPlaces() { return [] }
    let answers = question.answers(.en)
    return question.key.reads.filter { read in
      question.key.hides.contains(read.subject)
        && values(of: [read]).values.contains { all in
          all.contains { value in answers.contains { $0.isSame(as: value.map(\.forms)) } }
        }
    }
  }

  /// Whether one of the places is given, by itself or with what it is in.
  fileprivate mutating func shows(_ given: Located<PlaceExpression>, _ told: [ReadPlace]) -> Bool {
    if case .frame(let mark) = given.value {
      guard let at = context.place(of: mark) else { return false }
      return told.contains { isOneFrame($0, at) }
    }
    let own = places(of: given)
    return told.contains { place in
      own.contains { one in
        var covering = GivenPlaces()
        covering.places = [one]
        return covering.covers(place.subject) && (one.at == place.at || isOneFrame(place, one.at))
      }
    }
  }
}
