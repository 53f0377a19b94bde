import Analysis
import Lessons

extension WalkScreen {
  /// Goes where another walk of the same lesson stood, before its file was changed: to its step, or where that is gone to the
  /// nearest. Answers are kept of the questions that ask the same as before; the view, where its step shows the same.
  mutating func takeOver(_ before: WalkScreen) {
    onboarding = before.onboarding
    judged = before.judged
    guard var place = before.place(at: 0), let old = before.session?.run, let new = session?.run else {
      return
    }
    place.answers = place.answers.filter { answer in
      let questions = [old, new].map { run in run.questions.first { $0.id == answer.question } }
      guard let one = questions[0], let other = questions[1] else { return false }
      return one.ask == other.ask && one.shapes == other.shapes
    }
    let stops = [old, new].map { run in run.stops.first { $0.id == place.stop?.id } }
    if let one = stops[0], let other = stops[1], !one.isShown(like: other) { place.view = "" }
    restore(place)
  }
}

extension LessonRun.Stop {
  /// Whether it stands at the same moment as another, and shows the same there.
  fileprivate func isShown(like other: LessonRun.Stop) -> Bool {
    at == other.at && light == other.light && view == other.view
  }
}

extension LessonRun {
  /// The seed when it is not the one that the lesson names: then it was asked for, and stays.
  var otherSeed: UInt64? { number == ownSeed ? nil : number }
}
