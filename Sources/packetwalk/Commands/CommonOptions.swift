import Analysis
import ArgumentParser
import Documents
import Foundation
import Lessons
import Networking
import UI

extension Language: ExpressibleByArgument {}

/// In which language to speak.
struct LanguageOption: ParsableArguments {
  @Option(help: "Language: en or ko. Default: the locale's.")
  var lang: Language?
}

/// Where lessons and networks are looked for, and in which language to speak.
struct CommonOptions: ParsableArguments {
  @OptionGroup var speaking: LanguageOption

  @Option(
    help: ArgumentHelp(
      "A folder with lessons and networks, searched before the built-in ones.", valueName: "dir"),
    completion: .directory)
  var lessons: String?

  var lang: Language? { speaking.lang }
  var language: Language { lang ?? Language.ofLocale }
  var library: LessonLibrary {
    get throws {
      let environment = ProcessInfo.processInfo.environment["PACKETWALK_LESSONS"].flatMap {
        $0.isEmpty ? nil : $0
      }
      if let folder = lessons ?? environment, !isFolder(folder) {
        throw Failure(
          .notFound, Texts.noFolder(folder, of: lessons == nil ? "PACKETWALK_LESSONS" : "--lessons"))
      }
      return .ofProgram(folder: lessons)
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Reads the network with that id or path.
  func network(_ name: String) throws -> NetworkFile {
    try WalkLoader(library, seed: nil).networkFile(name)
  }
}

extension Language {
  /// The language for what is wrong with words that are not understood yet: as `--lang` among them says, else the
  /// locale's.
  static func of(words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      let value =
        word == "--lang"
        ? words.dropFirst(index + 1).first : word.split(separator: "=", maxSplits: 1).last.map(String.init)
      if word == "--lang" || word.hasPrefix("--lang="), let language = value.flatMap(Language.init(rawValue:))
      {
        return language
      }
    }
    return ofLocale
  }

  static let ofInvocation = of(words: CommandLine.arguments)

  /// Korean when the locale's messages are.
  static var ofLocale: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ko") ?? false ? .ko : .en
  }
}
