import Documents
import Foundation
import Terminal

/// What the commands say of their words, on standard error.
extension Texts {
  /// Of a name that is none where it was given.
  package static func isLesson(_ name: String) -> LocalizedText {
    both("it is a lesson: packetwalk learn \(name)", "레슨입니다: packetwalk learn \(name)")
  }

  package static func isNetwork(_ name: String) -> LocalizedText {
    both("it is a network: packetwalk explore \(name)", "네트워크입니다: packetwalk explore \(name)")
  }

  static let isFolder = both("it is a folder", "폴더입니다")

  static func isFile(_ name: String) -> LocalizedText {
    both("the file of that name is ./\(name)", "같은 이름의 파일은 ./\(name)처럼 씁니다")
  }

  package static func noFolder(_ name: String, of source: String) -> LocalizedText {
    both(
      "\(source): there is no folder \(Documents.quoted(name)); name one with lessons in it, or leave it out",
      "\(source): \(Documents.quoted(name)) 폴더가 없습니다. 레슨이 있는 폴더를 지정하거나 빼세요")
  }

  package static let noLessons = both(
    "no lessons found; name a folder with --lessons", "레슨을 찾지 못했습니다. --lessons로 폴더를 지정하세요")

  /// Why there can be no screen, and what works without one.
  package static func noScreen(_ error: TerminalError, instead command: String) -> LocalizedText {
    let reason =
      switch error {
      case .notATerminal: "입력과 출력이 모두 터미널이어야 합니다"
      case .unknownTerminal(""): "터미널이 필요한데 TERM에 종류가 없습니다"
      case .unknownTerminal(let name): "terminfo가 모르는 터미널입니다: TERM=\(name)"
      case .tooSimple(let name): "커서를 옮길 수 없는 터미널입니다: TERM=\(name)"
      }
    return both("\(error); without one: \(command)", "\(reason). 터미널 없이: \(command)")
  }
}

extension Failure {
  package init(_ exit: Exit, _ message: LocalizedText) { self.init(exit, message.en, message.ko) }
}
