import ArgumentParser
import Documents
import Lessons
import UI

/// The words that the program was called with, as its commands take them.
enum Invocation {
  private static var commands: [any ParsableCommand.Type] { Packetwalk.configuration.subcommands }
  private static var names: [String] { commands.compactMap { $0.configuration.commandName } }

  /// Options may stand before the command too: `packetwalk --lang ko learn tour`. What is no command is told with what may
  /// be meant.
  static func arranged(_ words: [String], _ library: LessonLibrary) throws(Failure) -> [String] {
    guard let first = words.first else { return words }
    let known = names + ["help"]
    if first.hasPrefix("-") {
      guard let index = words.firstIndex(where: known.contains) else { return words }
      return [words[index]] + words[..<index] + words[(index + 1)...]
    }
    if known.contains(first) { return words }
    let hint = hint(first, library)
    throw Failure(.usage, "no command \(quoted(first))\(hint.en)", "그런 명령이 없습니다: \(quoted(first))\(hint.ko)")
  }

  private static func hint(_ word: String, _ library: LessonLibrary) -> LocalizedText {
    func joined(_ text: LocalizedText) -> LocalizedText {
      LocalizedText(en: "; \(text.en)", ko: ". \(text.ko)")
    }
    let shown = commands.filter { $0.configuration.shouldDisplay }
      .compactMap { $0.configuration.commandName }
    if let near = nearest(to: word, in: shown) {
      return joined(LocalizedText(en: "did you mean \(quoted(near))?", ko: "혹시 \(quoted(near))?"))
    }
    if library.lessonPath(word) != nil { return joined(Texts.isLesson(word)) }
    if library.networkPath(word) != nil { return joined(Texts.isNetwork(word)) }
    let known = shown.joined(separator: ", ")
    return LocalizedText(en: " (known: \(known))", ko: " (있는 것: \(known))")
  }
}
