import Analysis
import Documents
import Foundation
import Networking

/// A question as it was asked: in one variant of its lesson.
package struct AskedQuestion: Hashable, Sendable {
  /// As in `LoggedAnswer.Asking`.
  package var lesson: String
  package var question: String
  /// The variant.
  package var seed: UInt64

  package init(lesson: String, question: String, seed: UInt64) {
    self.lesson = lesson
    self.question = question
    self.seed = seed
  }
}

/// One line of the log of answers: what was judged, when, and of which variant.
package struct LoggedAnswer: Hashable, Sendable {
  /// What was asked, in which run of its network.
  package struct Asking: Hashable, Sendable {
    /// The lesson's id, or the absolute path of a file outside the library.
    package var lesson: String
    /// The lesson's `rev` and the simulation's: another one may have another right answer.
    package var revision: Int
    package var engine: Int
    /// Which variant was asked.
    package var seed: UInt64
    package var language: Language

    package init(
      lesson: String, revision: Int, engine: Int = EngineVersion.current, seed: UInt64,
      language: Language
    ) {
      self.lesson = lesson
      self.revision = revision
      self.engine = engine
      self.seed = seed
      self.language = language
    }
  }

  package var judged: JudgedAnswer
  package var asking: Asking
  /// Milliseconds since 1970.
  package var time: Int64
  package var studyDay: Int
  /// From the question, or what was said of the answer before, being in view; nil: unknown, as after another run.
  package var milliseconds: Int?
  /// The sitting in which it was given: one run of the program, or one quiz; nil: of a version that did not say.
  package var session: String?

  package init(
    _ judged: JudgedAnswer, _ asking: Asking, time: Int64, studyDay: Int? = nil, milliseconds: Int?,
    session: String? = nil
  ) {
    self.judged = judged
    self.asking = asking
    self.time = time
    self.studyDay = studyDay ?? StudyDay.number(at: time / 1000)
    self.milliseconds = milliseconds
    self.session = session
  }

  /// What it answers.
  package var asked: AskedQuestion {
    AskedQuestion(lesson: asking.lesson, question: judged.question, seed: asking.seed)
  }

  /// A name for a sitting that no other has, as short as a string may be that Swift keeps in place.
  package static func newSession() -> String {
    let number = String(UInt64.random(in: 0..<1 << 60), radix: 16)
    return String(repeating: "0", count: 15 - number.count) + number
  }
}

extension LoggedAnswer {
  /// In milliseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

extension LoggedAnswer.Asking {
  /// - Parameter lesson: as its place is kept.
  package init(_ run: LessonRun, lesson: String, language: Language) {
    self.init(lesson: lesson, revision: run.revision, seed: run.number, language: language)
  }
}
