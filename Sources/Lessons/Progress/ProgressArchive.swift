import Analysis
import Documents
import Foundation

/// Progress as lines of JSON, to be carried to another machine: `packetwalk progress export`, `import`.
///
///     {"kind":"packetwalk-progress","version":1}
///     {"kind":"answer","lesson":"tour","question":"q-ack","card":"tcp-syn-uses-a-number","right":true,…}
///     {"kind":"remark","remark":"easy","answered":1795000000123,…}
///     {"kind":"done","lesson":"tour","missed":[],"at":1795000000}
package enum ProgressLine: Hashable, Sendable {
  /// Begins a file.
  case head(version: Int)
  case answer(LoggedAnswer)
  case remark(AnswerRemark)
  /// A lesson was walked to its end.
  case done(lesson: String, LessonProgress.Done)

  package static let version = 1
}

/// What is wrong with one line.
package struct ProgressLineError: Error, Equatable, Sendable {
  /// From 1.
  package let line: Int
  /// What was expected, and what was found.
  package let text: String
}

extension ProgressLine {
  package static func read(_ text: Data) -> (lines: [ProgressLine], errors: [ProgressLineError]) {
    var lines: [ProgressLine] = []
    var errors: [ProgressLineError] = []
    for (index, bytes) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      if bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      func report(_ text: String) { errors.append(ProgressLineError(line: index + 1, text: text)) }
      do {
        let line = try JSONDecoder().decode(ProgressLine.self, from: Data(bytes))
        let isHead = if case .head = line { true } else { false }
        if lines.isEmpty, errors.isEmpty, !isHead {
          report("expected the first line of what packetwalk progress export writes, \(start)")
        } else if case .head(let version) = line, version != Self.version {
          report(
            "version \(version) was written by another packetwalk; this one reads version \(Self.version)")
        }
        lines.append(line)
      } catch {
        report(Self.words(error))
      }
    }
    if lines.isEmpty, errors.isEmpty {
      errors = [ProgressLineError(line: 1, text: "there is nothing in it; the first line should be \(start)")]
    }
    return (lines, errors)
  }

  private static let start = #"{"kind":"packetwalk-progress","version":1}"#

  private static func words(_ error: any Error) -> String {
    func name(_ path: [any CodingKey]) -> String {
      quoted(path.map { $0.intValue.map { String($0 + 1) } ?? $0.stringValue }.joined(separator: "."))
    }
    switch error as? DecodingError {
    case .keyNotFound(let key, let context): return "\(name(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\(name(context.codingPath)) is not of its type"
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      return "this is not JSON, or a line that was cut off"
    case .dataCorrupted(let context): return "\(name(context.codingPath)): \(context.debugDescription)"
    default: return "this line cannot be read"
    }
  }

  /// One line, its end included.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // All that a line holds can be written.
    let data = (try? encoder.encode(self)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}

extension ProgressLine: Codable {
  private enum Key: String, CodingKey {
    case kind, version, lesson, question, card, revision, engine, seed, language, attempt, answer, right
    case mistakes, hints, guess, role, time, studyDay = "study_day", milliseconds, session
    case remark, answered, missed, at
  }

  private enum Kind: String, Codable {
    case head = "packetwalk-progress"
    case answer, remark, done
  }

  package init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: Key.self)
    switch try line.word(Kind.self, .kind) {
    case .head: self = .head(version: try line.decode(Int.self, forKey: .version))
    case .answer: self = .answer(try Self.answer(line))
    case .remark:
      let target = AnswerRemark.Target(
        time: try line.time(.answered), lesson: try line.decode(String.self, forKey: .lesson),
        question: try line.decode(String.self, forKey: .question))
      self = .remark(
        AnswerRemark(
          try line.word(AnswerRemark.Kind.self, .remark), of: target, time: try line.time(.time)))
    case .done:
      let done = LessonProgress.Done(
        missed: try line.decode([String].self, forKey: .missed), at: try line.decode(Int64.self, forKey: .at))
      self = .done(lesson: try line.decode(String.self, forKey: .lesson), done)
    }
  }

  private static func answer(_ line: KeyedDecodingContainer<Key>) throws -> LoggedAnswer {
    let judged = JudgedAnswer(
      question: try line.decode(String.self, forKey: .question),
      card: try line.decode(String.self, forKey: .card), attempt: try line.count(.attempt, from: 1),
      answer: try line.decodeIfPresent(Answer.self, forKey: .answer),
      isRight: try line.decode(Bool.self, forKey: .right),
      mistakes: try line.decode([String].self, forKey: .mistakes), hints: try line.count(.hints, from: 0),
      isGuess: try line.decode(Bool.self, forKey: .guess), role: try line.word(JudgedAnswer.Role.self, .role))
    guard let seed = UInt64(try line.decode(String.self, forKey: .seed)) else {
      throw line.error(.seed, "expected a number of 64 bits in quotes")
    }
    let asking = LoggedAnswer.Asking(
      lesson: try line.decode(String.self, forKey: .lesson),
      revision: try line.decode(Int.self, forKey: .revision),
      engine: try line.decode(Int.self, forKey: .engine), seed: seed,
      language: try line.word(Language.self, .language))
    let time = try line.time(.time)
    let day = try line.decode(Int.self, forKey: .studyDay)
    // Wherever it was: local time is at most 14 hours from UTC.
    guard abs(day - StudyDay.number(at: time / 1000, offset: 0)) <= 1 else {
      throw line.error(.studyDay, "this is not the day of its time")
    }
    return LoggedAnswer(
      judged, asking, time: time, studyDay: day,
      milliseconds: try line.decodeIfPresent(Int.self, forKey: .milliseconds),
      session: try line.decodeIfPresent(String.self, forKey: .session))
  }

  package func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: Key.self)
    switch self {
    case .head(let version):
      try line.encode(Kind.head, forKey: .kind)
      try line.encode(version, forKey: .version)
    case .answer(let answer):
      try line.encode(Kind.answer, forKey: .kind)
      try Self.encode(answer, &line)
    case .remark(let remark):
      try line.encode(Kind.remark, forKey: .kind)
      try line.encode(remark.kind, forKey: .remark)
      try line.encode(remark.time, forKey: .time)
      try line.encode(remark.target.time, forKey: .answered)
      try line.encode(remark.target.lesson, forKey: .lesson)
      try line.encode(remark.target.question, forKey: .question)
    case .done(let lesson, let done):
      try line.encode(Kind.done, forKey: .kind)
      try line.encode(lesson, forKey: .lesson)
      try line.encode(done.missed, forKey: .missed)
      try line.encode(done.at, forKey: .at)
    }
  }

  private static func encode(_ answer: LoggedAnswer, _ line: inout KeyedEncodingContainer<Key>) throws {
    let (judged, asking) = (answer.judged, answer.asking)
    try line.encode(asking.lesson, forKey: .lesson)
    try line.encode(asking.revision, forKey: .revision)
    try line.encode(asking.engine, forKey: .engine)
    try line.encode(String(asking.seed), forKey: .seed)
    try line.encode(asking.language.rawValue, forKey: .language)
    try line.encode(judged.question, forKey: .question)
    try line.encode(judged.card, forKey: .card)
    try line.encode(judged.attempt, forKey: .attempt)
    try line.encodeIfPresent(judged.answer, forKey: .answer)
    try line.encode(judged.isRight, forKey: .right)
    try line.encode(judged.mistakes, forKey: .mistakes)
    try line.encode(judged.hints, forKey: .hints)
    try line.encode(judged.isGuess, forKey: .guess)
    try line.encode(judged.role, forKey: .role)
    try line.encode(answer.time, forKey: .time)
    try line.encode(answer.studyDay, forKey: .studyDay)
    try line.encodeIfPresent(answer.milliseconds, forKey: .milliseconds)
    try line.encodeIfPresent(answer.session, forKey: .session)
  }
}

extension KeyedDecodingContainer {
  fileprivate func error(_ key: Key, _ text: String) -> DecodingError {
    DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: text)
  }

  /// One of a few words.
  fileprivate func word<Value: RawRepresentable<String>>(_ type: Value.Type, _ key: Key) throws -> Value {
    let text = try decode(String.self, forKey: key)
    guard let value = Value(rawValue: text) else { throw error(key, "no version wrote \(quoted(text))") }
    return value
  }

  fileprivate func count(_ key: Key, from least: Int) throws -> Int {
    let count = try decode(Int.self, forKey: key)
    guard count >= least else { throw error(key, "expected a number from \(least), found \(count)") }
    return count
  }

  /// In milliseconds since 1970.
  fileprivate func time(_ key: Key) throws -> Int64 {
    let time = try decode(Int64.self, forKey: key)
    // The year 9999.
    guard (0...253_402_300_799_999).contains(time) else {
      throw error(key, "expected milliseconds since 1970, found \(time)")
    }
    return time
  }
}
