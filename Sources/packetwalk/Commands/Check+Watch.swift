import Documents
import Foundation
import Lessons
import UI

/// `packetwalk check --watch`: for who writes a lesson beside it.
extension Check {
  /// Between two looks at the files. A look asks the system for their times, and reads none.
  private static let pause = Duration.milliseconds(500)
  /// Until a file that is being written is whole.
  private static let settling = Duration.milliseconds(50)

  /// Checks, says what is wrong or that nothing is, and does so again whenever a file that was read is another. Ctrl-C ends
  /// the program as any other: there is nothing to tidy up.
  func keepChecking(_ output: StandardOutput) throws -> Never {
    var isFirst = true
    while true {
      let round = try round(isFirst: isFirst)
      for line in round.lines { try output.line(line) }
      try output.flush()
      isFirst = false
      while !round.files.hasChanged { Thread.sleep(forTimeInterval: Self.pause / .seconds(1)) }
      Thread.sleep(forTimeInterval: Self.settling / .seconds(1))
    }
  }

  /// What is to be said of the files as they are, and what knows which were read.
  ///
  /// - Parameter isFirst: a file that is not there ends the program; later it may come back, as some editors take it away for
  ///   a moment when they save it.
  func round(isFirst: Bool) throws -> (lines: [String], files: FileWatch) {
    let files = FileWatch()
    var library = try common.library
    library.watch = files
    do {
      let checks = try checks(in: library)
      let findings = Self.findings(checks)
      let said = (findings + checks.flatMap(\.notes)).map(\.description) + checks.flatMap(\.proofs)
      let right = findings.isEmpty ? [Texts.allRight(Self.timeOfDay())] : []
      let end = (nothing(checks).map { [$0] } ?? right).map { $0[common.language] }
      return ((said + end).map(\.withoutControlsInLines), files)
    } catch let failure as Failure where !isFirst && failure.exit == .notFound {
      return ([failure.message[common.language].withoutControlsInLines], files)
    }
  }

  /// `14:03:22`
  private static func timeOfDay() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    let numbers = [parts.tm_hour, parts.tm_min, parts.tm_sec]
    return numbers.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
