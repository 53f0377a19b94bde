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

  package static func nothingToCheck(in folder: String) -> LocalizedText {
    both(
      "there is no lesson in \(Documents.quoted(folder)), nor anything else to check; the names of lessons end in .yaml",
      "\(Documents.quoted(folder)) 폴더에는 레슨도, 검사할 다른 파일도 없습니다. 레슨 파일의 이름은 .yaml로 끝납니다")
  }

  package static let noLessons = both(
    "no lessons found; name a folder with --lessons", "레슨을 찾지 못했습니다. --lessons로 폴더를 지정하세요")

  /// Of a file that `new` would write.
  package static func isThere(_ file: String) -> LocalizedText {
    both(
      "\(Documents.quoted(file)) is there already; choose another id, or remove it first",
      "\(Documents.quoted(file)) 파일이 이미 있습니다. 다른 아이디를 쓰거나 그 파일을 먼저 지우세요")
  }

  package static func wouldHide(_ other: String, _ id: String) -> LocalizedText {
    both(
      "the lesson \(Documents.quoted(id)) is there already, \(other): one of the same id would hide it; choose another id",
      "\(Documents.quoted(id)) 레슨이 이미 있습니다: \(other). 아이디가 같으면 그 레슨이 가려지니 다른 아이디를 쓰세요")
  }

  package static func noPing(_ network: String) -> LocalizedText {
    both(
      "on the network \(Documents.quoted(network)) no host gets a ping to another, which the first file is about; take another network and change it afterwards",
      "\(Documents.quoted(network)) 네트워크에서는 첫 파일에 필요한 ping이 어느 호스트에도 닿지 않습니다. 다른 네트워크로 만든 뒤 바꾸세요")
  }

  /// After a file was written: what comes next.
  package static func wrote(_ file: String) -> Lines {
    let path = file.contains("/") ? file : "./" + file
    return Lines(
      en: [
        "wrote \(file)", "  packetwalk check --watch \(path)    says what is wrong, whenever you save",
        "  packetwalk learn \(path)            shows it, and reads it again whenever you save",
      ],
      ko: [
        "파일을 만들었습니다: \(file)", "  packetwalk check --watch \(path)    저장할 때마다 잘못된 곳을 알려 줍니다",
        "  packetwalk learn \(path)            레슨을 보여 주고 저장할 때마다 다시 읽습니다",
      ])
  }

  /// `check --watch`, when nothing is wrong.
  ///
  /// - Parameter time: of the day, `14:03:22`.
  package static func allRight(_ time: String) -> LocalizedText {
    both("\(time)  all is right", "\(time)  모두 맞습니다")
  }

  /// Of a lesson whose file was saved while it was walked.
  static let readAgain = both("The lesson's file has changed: it was read again.", "레슨 파일이 바뀌어 다시 읽었습니다.")

  /// The same, when it cannot be read.
  ///
  /// - Parameters:
  ///   - finding: the first that is wrong, with its line and column.
  ///   - more: how many others there are.
  static func isBroken(_ finding: String, more: Int) -> LocalizedText {
    both(finding + (more > 0 ? " (+\(more))" : ""), finding + (more > 0 ? " (외 \(more))" : ""))
  }

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
