import ArgumentParser
import Documents
import Foundation
import UI

extension Exit {
  /// Ends the program after an error of a command: its message on stderr, its code as status.
  static func leave(with error: any Error, _ language: Language = .ofInvocation) -> Never {
    if let failure = error as? Failure {
      let message = failure.message[language]
      if !message.isEmpty { standardError("packetwalk: \(message)") }
      exit(failure.exit.rawValue)
    }
    let code = Packetwalk.exitCode(for: error)
    let text = Packetwalk.fullMessage(for: error)
    if code == .success {
      print(text)
      exit(0)
    }
    standardError(text)
    exit(Exit.usage.rawValue)
  }

  /// A message of lines; what comes from outside in it, the name of a file, reaches no terminal as a control.
  static func standardError(_ text: String) {
    FileHandle.standardError.write(Data((text.withoutControlsInLines + "\n").utf8))
  }
}
