import Documents
import Foundation
import Testing

@testable import Lessons

/// What tells that a file was saved.
@Suite struct FileWatchTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "packetwalk-watch-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(
      atPath: folder + "/networks", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func write(_ text: String, _ path: String, inPlace: Bool = false) throws {
    try text.write(toFile: path, atomically: !inPlace, encoding: .utf8)
  }

  @Test func aFileThatWasReadAndIsWrittenHasChanged() throws {
    try withFolder { folder in
      for inPlace in [true, false] {
        try write("a: 1", folder + "/one.yaml", inPlace: true)
        let watch = FileWatch()
        var library = LessonLibrary(folders: [folder])
        library.watch = watch
        _ = try library.source(folder + "/one.yaml")
        #expect(!watch.hasChanged)
        #expect(!watch.hasChanged)
        try write("a: 12", folder + "/one.yaml", inPlace: inPlace)
        #expect(watch.hasChanged, "in place: \(inPlace)")
      }
    }
  }

  @Test func whatNobodyReadIsNotLookedAt() throws {
    try withFolder { folder in
      try write("a: 1", folder + "/one.yaml")
      try write("b: 1", folder + "/other.yaml")
      let watch = FileWatch()
      var library = LessonLibrary(folders: [folder])
      library.watch = watch
      _ = try library.source(folder + "/one.yaml")
      try write("b: 12", folder + "/other.yaml")
      #expect(!watch.hasChanged)
    }
  }

  @Test func aFileThatWasMissedAndComesHasChangedAndOneThatGoesToo() throws {
    try withFolder { folder in
      let watch = FileWatch()
      var library = LessonLibrary(folders: [folder])
      library.watch = watch
      #expect(library.networkPath("pair") == nil && !watch.hasChanged)
      try write("a: 1", folder + "/networks/pair.yaml")
      #expect(watch.hasChanged)
      let next = FileWatch()
      library.watch = next
      #expect(library.networkPath("pair") != nil && !next.hasChanged)
      try FileManager.default.removeItem(atPath: folder + "/networks/pair.yaml")
      #expect(next.hasChanged)
    }
  }

  @Test func aFolderThatWasSearchedChangesWithItsLessonsAlone() throws {
    try withFolder { folder in
      let watch = FileWatch()
      var library = LessonLibrary(folders: [folder])
      library.watch = watch
      #expect(library.lessonPaths == [])
      // What an editor leaves beside a file is none of ours.
      try write("x", folder + "/.one.yaml.swp")
      try write("x", folder + "/notes.txt")
      #expect(!watch.hasChanged)
      try write("id: one", folder + "/one.yaml")
      #expect(watch.hasChanged)
    }
  }

  @Test func theFirstOfSeveralLooksCounts() throws {
    try withFolder { folder in
      let path = folder + "/one.yaml"
      try write("a: 1", path)
      let watch = FileWatch()
      watch.look(at: path)
      try write("a: 12", path)
      watch.look(at: path)
      #expect(watch.hasChanged)
    }
  }
}
