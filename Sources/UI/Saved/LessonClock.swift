import Lessons

/// The time a learner spends in lessons, without pauses: from each picture to the next key.
struct LessonClock {
  /// A key that comes later than this ends a pause, of which only so much counts.
  static let pause = Duration.seconds(120)
  /// So much is written at the latest, whatever goes on.
  static let stretch = 30_000

  /// Not written yet.
  private(set) var waiting: LessonTime?
  /// The lesson on the screen, and since when.
  private var shown: (lesson: String, since: ContinuousClock.Instant)?
  /// Lessons that were begun and had no time yet.
  private var begun: Set<String> = []

  mutating func begins(_ lesson: String) { begun.insert(lesson) }

  mutating func show(_ lesson: String?, at now: ContinuousClock.Instant) {
    shown = lesson.map { ($0, now) }
  }

  /// A key was pressed: what it took belongs to the lesson that was on the screen.
  /// - Returns: what is new; nil: there was no lesson.
  mutating func pressed(at now: ContinuousClock.Instant) -> LessonTime? {
    guard let shown else { return nil }
    self.shown = nil
    let taken = min(shown.since.duration(to: now), LessonClock.pause).milliseconds
    let begins = begun.remove(shown.lesson) != nil
    let new = LessonTime(lesson: shown.lesson, begins: begins, milliseconds: max(0, taken))
    if let waiting, waiting.lesson == new.lesson, !begins {
      self.waiting?.milliseconds += new.milliseconds
    } else {
      waiting = new
    }
    return new
  }

  /// What has to be written now.
  /// - Parameter lesson: the one on the screen; nil: none, as at its end.
  func due(_ lesson: String?, isLast: Bool) -> LessonTime? {
    guard let waiting, isLast || waiting.lesson != lesson || waiting.milliseconds >= LessonClock.stretch
    else {
      return nil
    }
    return waiting
  }

  mutating func written() { waiting = nil }
}

extension Model {
  /// The lesson that the learner is in, by the name its place is kept under; nil at its end, and elsewhere.
  var lessonShown: String? {
    guard screens.allSatisfy({ !($0 is SummaryScreen) }), let walk, walk.session != nil else { return nil }
    return walk.savedName
  }
}

extension WalkScreen {
  /// What its place is kept under; nil: none is kept.
  var savedName: String? { subject.origin?.walk.name }
}
