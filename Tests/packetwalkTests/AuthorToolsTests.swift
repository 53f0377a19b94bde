import ArgumentParser
import Documents
import Foundation
import Testing

@testable import UI
@testable import packetwalk

/// `new` and `check --watch`.
@Suite struct AuthorToolsTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "packetwalk-author-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  /// What running a command comes to; nil: it is done.
  private func failure(_ words: [String]) -> Failure? {
    do {
      var command = try Packetwalk.parseAsRoot(words)
      try command.run()
      return nil
    } catch {
      return error as? Failure
    }
  }

  private func misuse(_ words: [String]) -> String? {
    do {
      _ = try Packetwalk.parseAsRoot(words)
      return nil
    } catch {
      return Packetwalk.message(for: error)
    }
  }

  private func check(_ words: [String]) throws -> Check {
    try #require(try Packetwalk.parseAsRoot(["check"] + words) as? Check)
  }

  // MARK: new

  @Test func aNewLessonPassesCheckAndIsNeverOverwritten() throws {
    try withFolder { folder in
      let path = folder + "/my-first.yaml"
      for options in [["--network", "home"], ["--languages", "ko"], []] {
        try? FileManager.default.removeItem(atPath: path)
        #expect(failure(["new", "lesson", "my-first", "--lessons", folder] + options) == nil)
        #expect(failure(["check", path]) == nil)
      }
      try "mine".write(toFile: path, atomically: true, encoding: .utf8)
      let refused = failure(["new", "lesson", "my-first", "--lessons", folder + "/"])
      #expect(refused?.exit == .cannotWrite && refused?.message.en.contains("is there already") == true)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    }
  }

  @Test func aLessonThatWouldHideAnotherIsRefused() throws {
    try withFolder { folder in
      let refused = failure(["new", "lesson", "tour", "--lessons", folder])
      #expect(refused?.exit == .usage && refused?.message.en.contains("01-tour.yaml") == true)
      #expect((try? FileManager.default.contentsOfDirectory(atPath: folder)) == [])
    }
  }

  @Test(arguments: [
    (["new", "lesson", "01-arp"], "begin with a letter"),
    (["new", "lesson", "My-Lesson"], "a word like my-lesson"),
    (["new", "lesson", "a_b"], "only the letters"), (["new", "lesson", "x.yaml"], "only the letters"),
    (["new", "lesson", "x", "--languages", "de"], "--languages takes en, ko or en,ko, found \"de\""),
    (["new", "lesson", "x", "--languages", "en,en"], "--languages takes"), (["new", "lesson"], "id"),
    (["new", "network", "x"], "lesson"),
  ]) func whatItCannotTakeIsTold(_ words: [String], _ says: String) throws {
    let message = try #require(misuse(words))
    #expect(message.contains(says), "\(message)")
  }

  @Test func aNetworkThatIsNotThereIsTold() throws {
    try withFolder { folder in
      let refused = failure(["new", "lesson", "x", "--lessons", folder, "--network", "homee"])
      #expect(refused?.exit == .notFound && refused?.message.en.contains("did you mean \"home\"?") == true)
    }
  }

  // MARK: check --watch

  @Test func watchChecksAgainWhenAFileIsSaved() throws {
    try withFolder { folder in
      let path = folder + "/my-first.yaml"
      #expect(failure(["new", "lesson", "my-first", "--lessons", folder]) == nil)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let check = try check(["--watch", path])
      let right = try check.round(isFirst: true)
      let proof = "my-first: 2 stops, 1 question of 1 kind, 26 seeds: ok"
      #expect(right.lines.first == proof && right.lines.count == 2 && !right.files.hasChanged)
      #expect(right.lines.last?.hasSuffix("all is right") == true)
      try text.replacing("icmp.type == 8", with: "icmp.typ == 8")
        .write(toFile: path, atomically: true, encoding: .utf8)
      #expect(right.files.hasChanged)
      let wrong = try check.round(isFirst: false)
      #expect(wrong.lines.count == 1 && wrong.lines[0].contains("my-first.yaml:") && !wrong.files.hasChanged)
      #expect(wrong.lines[0].contains("did you mean \"icmp.type\"?"))
      try FileManager.default.removeItem(atPath: path)
      #expect(wrong.files.hasChanged)
      let gone = try check.round(isFirst: false)
      #expect(gone.lines.count == 1 && gone.lines[0].contains("no file or folder") && !gone.files.hasChanged)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(gone.files.hasChanged)
      #expect(try check.round(isFirst: false).lines.last?.hasSuffix("all is right") == true)
    }
  }

  @Test func watchOfAFolderSeesWhatComes() throws {
    try withFolder { folder in
      let check = try check(["--watch", folder])
      let empty = try check.round(isFirst: true)
      #expect(!empty.files.hasChanged)
      #expect(empty.lines.count == 1 && empty.lines[0].contains("there is no lesson in"))
      #expect(failure(["new", "lesson", "my-first", "--lessons", folder]) == nil)
      #expect(empty.files.hasChanged)
    }
  }

  @Test func aFolderWithoutLessonsIsToldOnceAndForAll() throws {
    try withFolder { folder in
      let empty = failure(["check", folder])
      #expect(empty?.exit == .notFound)
      #expect(empty?.message.en.contains("there is no lesson in \(quoted(folder))") == true)
      #expect(empty?.message.ko.contains("레슨도") == true)
    }
  }

  @Test func watchOfNothingThatIsThereEndsAtOnce() throws {
    try withFolder { folder in
      let check = try check(["--watch", folder + "/none.yaml"])
      #expect(throws: Failure.self) { try check.round(isFirst: true) }
    }
  }

  @Test(arguments: [["check", "--watch", "--schema"], ["check", "--watch", "--list", "kinds"]])
  func whatNeverChangesIsNotWatched(_ words: [String]) throws {
    #expect(try #require(misuse(words)).contains("leave out --watch"))
  }
}
