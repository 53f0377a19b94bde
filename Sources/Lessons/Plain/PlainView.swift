import Analysis

/// What the dialogue's looking commands look at.
struct PlainView: Sendable {
  /// The last moment that has happened; 0: before the first.
  var moment: Int
  /// The moment whose bytes are in hand.
  var unitMoment: Int
  /// The moment that what is new is told from.
  var since: Int
  /// Fields the author lights.
  var light: [String]

  init(of run: LessonRun, stop index: Int) {
    let stop = run.stops[index]
    moment = stop.moment
    unitMoment = stop.moment
    since = index > 0 ? run.stops[index - 1].moment : max(0, stop.moment - 1)
    light = stop.light
  }
}
