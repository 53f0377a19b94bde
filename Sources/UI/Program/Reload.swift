import Analysis
import Documents
import Lessons
import Terminal

/// A lesson that was opened by its path follows its file: whoever writes it sees what was saved, at the same step.
extension Loop {
  /// Milliseconds between two looks at the files of such a lesson.
  private static let look = 500

  /// Waits for the next key. Only while a lesson that was opened by its path is in front it wakes up from time to time, to look
  /// at its files. nil: there is something else to draw.
  mutating func nextKey() -> Key? {
    guard let path = model.lessonFile else { return terminal.nextKey(typing: model.isTyping) }
    while true {
      if let key = terminal.nextKey(timeout: Self.look, typing: model.isTyping) { return key }
      guard loader.files.hasChanged else { continue }
      loader = model.reload(path, loader)
      return nil
    }
  }
}

extension Model {
  /// The file of the lesson that is in front, when it was opened by its path; nil while something else is.
  package var lessonFile: String? {
    guard prompt == nil, let walk = top as? WalkScreen, case .lesson(let name)? = walk.subject.origin?.walk,
      LessonLibrary.isPath(name)
    else { return nil }
    return name
  }

  /// Reads the lesson in front again. One that is right takes the place of the other, at the same step and with what was
  /// answered; of one that is not the first finding is said, and the lesson stays as it was.
  ///
  /// - Returns: what knows the files as they are now.
  package mutating func reload(_ path: String, _ loader: WalkLoader) -> WalkLoader {
    guard let before = top as? WalkScreen else { return loader }
    var fresh = WalkLoader(loader.library, seed: loader.seed ?? before.session?.run.otherSeed)
    do throws(Failure) {
      var walk = try fresh.open(.lesson(path))
      walk.takeOver(before)
      top = walk
      readPicture()
      say(Texts.readAgain)
    } catch {
      let findings = error.message.en.split(whereSeparator: \.isNewline)
      let isOfFile = error.exit == .badInput
      failed(
        isOfFile
          ? Texts.isBroken(findings.first.map(String.init) ?? "", more: findings.count - 1) : error.message)
    }
    fresh.seed = loader.seed
    return fresh
  }
}
