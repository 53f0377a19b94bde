import Analysis
import ArgumentParser
import Documents
import Foundation
import Lessons
import Networking
import UI

extension Language: ExpressibleByArgument {}

/// Where lessons and networks are looked for, and in which language to speak.
struct CommonOptions: ParsableArguments {
  @Option(help: "Language: en or ko. Default: the locale's.")
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      "A folder with lessons and networks, searched before the built-in ones.", valueName: "dir"),
    completion: .directory)
  var lessons: String?

  var language: Language { lang ?? Language.ofLocale }
  var library: LessonLibrary { .ofProgram(folder: lessons) }

  /// Reads the network with that id or path.
  func network(_ name: String) throws -> NetworkFile {
    let library = library
    guard let path = library.networkPath(name) else {
      let ids = library.networkPaths.map(LessonLibrary.id(ofPath:))
      throw Failure(
        .notFound,
        "no network \(quoted(name))\(suggestion(for: name, in: ids)) (known: \(ids.joined(separator: ", ")))")
    }
    do {
      return try NetworkFile.decode(try library.source(path))
    } catch {
      throw Failure(.badInput, error.description)
    }
  }
}

extension Language {
  /// Korean when the locale's messages are.
  static var ofLocale: Language {
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ko") ?? false ? .ko : .en
  }
}
