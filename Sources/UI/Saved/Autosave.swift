import Analysis
import Documents
import Foundation
import Lessons

/// What is remembered from one run to the next, as the loop uses it. The file is opened late; when it cannot be used
/// the program says so once, and remembers until it ends.
package struct Autosave {
  private let environment: [String: String]
  private var store: ProgressStore?
  private var isTried = false
  /// Places as they are now, and the walk that was left last.
  private var places: [SavedPlace.Walk: SavedPlace] = [:]
  private var last: SavedPlace.Walk?
  /// How far lessons were walked, by the names their places are kept under.
  package private(set) var lessons: [String: LessonProgress] = [:]
  private var language: Language?
  private var learnt: Set<Action.ID> = []
  private var answers = AnswerLog()
  private var clock = LessonClock()
  /// Lessons that came to their end in this run, with the cards that were missed.
  private var doneHere: [String: [String]] = [:]
  /// Why nothing is kept, until it was taken to be said.
  private var complaint: LocalizedText?
  /// Why the last thing to keep was not kept.
  package private(set) var failure: ProgressError?

  package init(_ environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.environment = environment
  }

  // MARK: Opening

  /// For a walk that may have been left before: its first screen depends on it.
  package mutating func openIfThere() {
    guard let folder = try? StateFolder.path(environment),
      FileManager.default.fileExists(atPath: folder + "/" + ProgressStore.fileName)
    else { return }
    open()
  }

  package mutating func open() {
    guard !isTried else { return }
    isTried = true
    do throws(ProgressError) {
      let store = try ProgressStore(folder: try StateFolder.path(environment))
      self.store = store
      language = try store.language()
      learnt.formUnion(try store.learntCoachLines().compactMap { Action.ID(known: $0) })
      lessons = try store.lessons()
      if let place = try store.lastPlace() {
        last = place.walk
        places[place.walk] = place
      }
    } catch {
      fail(error)
    }
  }

  private mutating func fail(_ error: ProgressError) {
    store = nil
    failure = error
    complaint = error.text
  }

  package mutating func takeComplaint() -> LocalizedText? {
    defer { complaint = nil }
    return complaint
  }

  // MARK: Remembering

  /// The language that was chosen by key, in this run or an earlier one.
  package var chosenLanguage: Language? { language }

  /// The walk that was left last, unless it came to its end.
  package var unfinished: SavedPlace? { last.flatMap { places[$0] }.flatMap { $0.isFinished ? nil : $0 } }

  private mutating func place(of walk: SavedPlace.Walk) -> SavedPlace? {
    if let place = places[walk] { return place }
    do throws(ProgressError) {
      return try store?.place(of: walk)
    } catch {
      fail(error)
      return nil
    }
  }

  /// Opens a walk where it was left. It begins again at a step that is named, with another seed, and after its end.
  package mutating func walk(_ opening: OpenRequest, step: String? = nil, _ loader: WalkLoader)
    throws(Failure)
    -> WalkScreen
  {
    switch opening {
    case .freshNetwork, .retry: return begun(try loader.open(opening))
    case .freshLesson:
      let walk = try loader.open(opening)
      walk.savedName.map { clock.begins($0) }
      return begun(walk)
    case .lesson, .network: break
    }
    var walk = try loader.open(opening, step: step)
    var goesOn = false
    if step == nil, let origin = walk.subject.origin, let place = place(of: origin.walk), !place.isFinished {
      let runsScript = WalkScreen.runsScript(place)
      // A run that was asked for by number is another one; else the one that was begun goes on.
      if place.seed != origin.seed ? loader.seed == nil : runsScript,
        let begun = try? WalkLoader(loader.library, seed: place.seed).open(opening, runsScript: runsScript)
      {
        walk = begun
      }
      goesOn = place.seed == walk.subject.origin?.seed
      if goesOn { walk.restore(place) }
    }
    if !goesOn, walk.session != nil { walk.savedName.map { clock.begins($0) } }
    return begun(walk)
  }

  private func begun(_ walk: WalkScreen) -> WalkScreen {
    var walk = walk
    walk.onboarding.learnt.formUnion(learnt)
    return walk
  }

  // MARK: Answers

  /// What is on the screen now: answering a question takes from there.
  package mutating func shows(_ model: Model, at now: ContinuousClock.Instant = .now) {
    answers.show(model, at: now)
    clock.show(model.lessonShown, at: now)
  }

  /// Takes what a key had judged, and the time until it; they are written with `keepAnswers` and `keep`.
  ///
  /// - Parameters:
  ///   - now: when the key was pressed.
  ///   - time: the same in milliseconds since 1970.
  package mutating func take(
    answersOf model: inout Model, at now: ContinuousClock.Instant = .now, time: Int64
  ) {
    if let new = clock.pressed(at: now) {
      let before = new.begins ? 0 : lessons[new.lesson]?.milliseconds ?? 0
      lessons[new.lesson, default: LessonProgress()].milliseconds = before + new.milliseconds
    }
    guard let judged = model.takeJudged() else { return }
    answers.add(judged.answers, judged.asking, at: now, time: time)
  }

  /// Writes the answers that are not in the log yet. False: another program holds the file, and it is tried again.
  @discardableResult package mutating func keepAnswers() -> Bool {
    guard isTried, !answers.waiting.isEmpty else { return true }
    do throws(ProgressError) {
      try store?.log(answers.waiting)
      answers.written()
    } catch {
      guard error.reason != .locked else {
        failure = error
        return false
      }
      fail(error)
      answers.written()
    }
    return true
  }

  // MARK: Keeping

  /// Keeps what has changed.
  /// - Parameters:
  ///   - now: seconds since 1970.
  ///   - isLast: the program may end, or be stopped, right after it.
  package mutating func keep(_ model: Model, at now: Int64, isLast: Bool = false) {
    guard keepAnswers() else { return }
    do throws(ProgressError) {
      if isTried, let time = clock.due(model.lessonShown, isLast: isLast) {
        try store?.log(time, at: now)
        clock.written()
      }
      if let walk = model.walk { try keep(walk, at: now) }
      if let chosen = model.chosenLanguage, chosen != language {
        language = chosen
        try store?.keep(chosen)
      }
      if store != nil { failure = nil }
    } catch {
      // While another program holds the file, it is tried again with the next key.
      if error.reason == .locked { failure = error } else { fail(error) }
    }
  }

  private mutating func keep(_ walk: WalkScreen, at now: Int64) throws(ProgressError) {
    let new = walk.onboarding.learnt.subtracting(learnt)
    learnt.formUnion(new)
    if let place = walk.place(at: now) {
      places[place.walk] = place
      last = place.walk
      try store?.keep(place)
      if case .lesson(let name) = place.walk { try keep(name, place, walk.session, at: now) }
    }
    if !new.isEmpty { try store?.keepLearnt(Set(new.map(\.name))) }
  }

  /// How far the lesson is now; that it is done is written once.
  private mutating func keep(
    _ name: String, _ place: SavedPlace, _ session: LessonSession?, at now: Int64
  ) throws(ProgressError) {
    lessons[name, default: LessonProgress()].place = LessonProgress.Place(place)
    guard place.isFinished, let summary = session?.summary, summary.isComplete else { return }
    let missed = summary.missedCards
    let isKept = doneHere[name] == missed
    if isKept { return }
    let done = LessonProgress.Done(missed: missed, at: now)
    lessons[name]?.done = done
    try store?.keep(done, ofLesson: name)
    doneHere[name] = missed
  }
}
