import Analysis
import Documents
import Foundation
import Lessons
import Terminal
import UI

/// A lesson as a dialogue on standard input and output, for screen readers and scripts.
struct PlainSession {
  var dialogue: PlainDialogue
  let output = StandardOutput()
  /// The lessons that there are, in teaching order, for what to go on with at the end.
  var heads: @Sendable () -> [LessonHead] = { [] }
  private let asking: LoggedAnswer.Asking
  private let sitting = LoggedAnswer.newSession()
  private var log: PlainAnswerLog

  /// - Parameters:
  ///   - lesson: as its place is kept.
  ///   - stop: the one to begin with; nil: the first.
  init(_ run: LessonRun, lesson: String, language: Language, reference: ReferenceLibrary, stop: Int? = nil) {
    asking = LoggedAnswer.Asking(run, lesson: lesson, language: language)
    log = PlainAnswerLog(language)
    dialogue = PlainDialogue(
      run, language: language, reference: reference, step: stop, wrap: { $0.wrapped(to: $1) })
  }

  /// Until the lesson or the input ends.
  mutating func talk() throws {
    // A terminal shows what is typed, line end included; a pipe does not.
    let isTerminal = isatty(0) == 1
    let (heads, lesson) = (heads, asking.lesson)
    dialogue.next = {
      let done = (try? PlainAnswerLog.opened().lessons())?.done ?? []
      return heads().next(after: lesson, done: done.union([lesson]))
    }
    try say(dialogue.begin())
    while !dialogue.isOver {
      try output.add("> ")
      try output.flush()
      let asked = ContinuousClock.now
      guard let line = readLine() else {
        try say([""] + dialogue.endOfInput())
        return
      }
      if !isTerminal { try output.line("") }
      let taken = asked.duration(to: .now).milliseconds
      try say(dialogue.take(line))
      let now = LoggedAnswer.now
      log.add(
        dialogue.takeJudged().map {
          LoggedAnswer($0, asking, time: now, milliseconds: taken, session: sitting)
        })
      if let summary = dialogue.summary, summary.isComplete {
        let done = LessonProgress.Done(missed: summary.missedCards, at: LoggedAnswer.now / 1000)
        log.keep(done, ofLesson: lesson)
      }
    }
  }

  private func say(_ lines: [String]) throws {
    for line in lines { try output.line(line) }
    try output.flush()
  }
}

/// The log of answers of a dialogue: opened with the first answer. When it cannot be kept that is said once, and the
/// lesson goes on.
struct PlainAnswerLog {
  private var store: ProgressStore?
  private var isTried = false
  private var waiting: [LoggedAnswer] = []
  /// Of what is said.
  let language: Language

  init(_ language: Language) { self.language = language }

  static func opened() throws(ProgressError) -> ProgressStore {
    try ProgressStore(folder: try StateFolder.path())
  }

  /// The lesson came to its end.
  mutating func keep(_ done: LessonProgress.Done, ofLesson name: String) {
    // Where the log could not be opened that was said already.
    if isTried, store == nil { return }
    do throws(ProgressError) {
      if store == nil {
        isTried = true
        store = try PlainAnswerLog.opened()
      }
      try store?.keep(done, ofLesson: name)
    } catch {
      Exit.standardError("packetwalk: \(error.text[language])")
    }
  }

  mutating func add(_ answers: [LoggedAnswer]) {
    waiting += answers
    if waiting.isEmpty { return }
    do throws(ProgressError) {
      if !isTried {
        isTried = true
        store = try PlainAnswerLog.opened()
      }
      try store?.log(waiting)
      waiting = []
    } catch {
      // Another program may be done with it before the next answer.
      if error.reason == .locked, store != nil { return }
      store = nil
      waiting = []
      Exit.standardError("packetwalk: \(error.text(of: .answers)[language])")
    }
  }
}
