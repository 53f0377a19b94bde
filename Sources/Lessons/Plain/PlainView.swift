import Analysis
import Networking

/// What the dialogue's looking commands look at.
struct PlainView: Sendable {
  var branch: Int
  /// The last moment that has happened on it; 0: before the first.
  var moment: Int
  /// The moment whose bytes are in hand.
  var unitMoment: Int
  /// What is shown instead of them: a spoilt frame.
  var substitute: Dissection?
  /// The question that is open: nothing tells its answer.
  var asked: PreparedQuestion?
  /// The moment that what is new is told from.
  var since: Int
  /// Fields the author lights.
  var light: [Subject]

  init(of run: LessonRun, stop index: Int) {
    let stop = run.stops[index]
    branch = stop.branch
    moment = stop.moment
    unitMoment = stop.moment
    let earlier = index > 0 ? run.stops[index - 1] : nil
    since =
      earlier.flatMap { $0.branch == stop.branch && $0.moment < stop.moment ? $0.moment : nil }
      ?? max(0, stop.moment - 1)
    light = stop.light
  }
}
