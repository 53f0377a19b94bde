import Analysis
import Documents
import Foundation
import GRDB
import Testing

@testable import Lessons

struct ProgressStoreTests {
  @Test func aPlaceComesBackAsItWasKept() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    #expect(try store.lastPlace() == nil)
    for place in [ProgressSample.tour, ProgressSample.home] {
      try store.keep(place)
      #expect(try store.place(of: place.walk) == place)
      #expect(try store.lastPlace() == place)
    }
    // Another program, or the next run.
    let other = try sample.store()
    #expect(try other.place(of: .lesson("tour")) == ProgressSample.tour)
    #expect(try other.place(of: .lesson("home")) == nil, "a lesson is not a network of the same id")
  }

  @Test func theLastPlaceIsTheOneKeptLastAlsoWithinASecond() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var (one, other) = (try sample.store(), try sample.store())
    try one.keep(ProgressSample.tour)
    try other.keep(ProgressSample.home)
    #expect(try one.lastPlace()?.walk == .network("home"))
    var later = ProgressSample.tour
    later.moment += 1
    try one.keep(later)
    #expect(try other.lastPlace() == later)
  }

  @Test func aNewStartForgetsTheAnswers() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    var anew = ProgressSample.tour
    anew.seed = 3
    anew.answers = []
    var next = try sample.store()
    try next.keep(anew)
    #expect(try store.place(of: anew.walk) == anew)
    #expect(try sample.number("SELECT count(*) FROM answers") == 0)
  }

  @Test func aPlaceThatDidNotChangeIsNotWritten() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    var later = ProgressSample.tour
    later.leftAt += 60
    try store.keep(later)
    #expect(try store.lastPlace()?.leftAt == ProgressSample.tour.leftAt)
  }

  @Test func languageAndCoachLinesAreTheProgramsOwn() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    #expect(try store.language() == nil)
    #expect(try store.learntCoachLines() == [])
    try store.keep(.ko)
    try store.keepLearnt(["next-stop"])
    let other = try sample.store()
    try other.keepLearnt(["why", "next-stop"])
    try other.keep(.en)
    #expect(try store.language() == .en)
    #expect(try store.learntCoachLines() == ["next-stop", "why"])
  }

  @Test func theFolderIsTheOwnersAlone() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    _ = try ProgressStore(folder: sample.folder + "/deep/er")
    for path in [sample.folder, sample.folder + "/deep/er"] {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o700, "\(path)")
    }
  }

  @Test func theLogIsWrittenAheadAndKeysBetweenTablesHold() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    let mode = try DatabaseQueue(path: sample.file).read {
      try String.fetchOne($0, sql: "PRAGMA journal_mode")
    }
    #expect(mode == "wal")
    try sample.change("DELETE FROM places")
    #expect(try sample.number("SELECT count(*) FROM answers") == 0)
  }

  // MARK: Other versions, other hands

  @Test func aFileOfTheFirstVersionIsBroughtUpToDate() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    try FileManager.default.createDirectory(atPath: sample.folder, withIntermediateDirectories: true)
    let old = try DatabaseQueue(path: sample.file)
    try ProgressSchema.migrator.migrate(old, upTo: "v1 places")
    try old.write { db in
      try db.execute(
        sql: """
          INSERT INTO places (kind, name, seed, moment, furthest, view, left_at, turn)
          VALUES ('network', 'home', '1', 7, 9, '', 1795000001, 1)
          """)
    }
    var store = try sample.store()
    #expect(try store.lastPlace() == ProgressSample.home)
    try store.keep(ProgressSample.tour)
    #expect(try store.lastPlace() == ProgressSample.tour)
  }

  @Test func columnsOfOthersAreLeftAlone() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    try sample.change("ALTER TABLE places ADD COLUMN mood TEXT; UPDATE places SET mood = 'good'")
    var next = try sample.store()
    #expect(try next.lastPlace() == ProgressSample.tour)
    try next.keep(ProgressSample.home)
    #expect(try next.lastPlace() == ProgressSample.home)
  }

  @Test(arguments: [
    "UPDATE places SET seed = 'many'", "UPDATE places SET seed = x'00ff'", "UPDATE places SET seed = -1",
    "UPDATE places SET moment = 'seven'", "UPDATE places SET kind = 'song'",
  ])
  func aPlaceThatMakesNoSenseIsNone(_ sql: String) throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.home)
    try sample.change(sql)
    #expect(try sample.store().lastPlace() == nil)
  }

  @Test func whatIsOddAboutAPlaceIsLeftOut() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    try sample.change(
      "UPDATE places SET stop_number = 'x', furthest = 'far', view = x'ff00', left_at = 1e300")
    try sample.change("UPDATE answers SET attempts = '[{' WHERE question = 'q-odd'")
    try sample.change("UPDATE answers SET outcome = 'splendid' WHERE question = 'q-learned'")
    let place = try #require(try sample.store().lastPlace())
    #expect(place.moment == 41 && place.furthest == 41 && place.stop?.number == 1 && place.leftAt == 0)
    #expect(place.answers.isEmpty)
  }

  @Test func aFileOfALaterVersionIsLeftAlone() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    _ = try sample.store()
    try sample.change("INSERT INTO grdb_migrations VALUES ('v9 dreams')")
    #expect(throws: ProgressError(.newer, path: sample.file)) { try sample.store() }
  }

  // MARK: What cannot be used

  @Test func aFileThatIsNoDatabaseIsLeftAsItIs() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let notes =
      Array("my notes, nothing that a program should touch\n".utf8) + Array(repeating: 0x41, count: 4096)
    try sample.write(notes)
    #expect(throws: ProgressError(.damaged, path: sample.file)) { try sample.store() }
    #expect(FileManager.default.contents(atPath: sample.file) == Data(notes))
  }

  @Test func brokenPagesNeverTrap() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    store.close()
    let whole = Array(try #require(FileManager.default.contents(atPath: sample.file)))
    var refused = 0
    for start in stride(from: 0, to: whole.count, by: 512) {
      var broken = whole
      for index in start..<min(start + 512, whole.count) { broken[index] ^= 0x5A }
      try sample.write(broken)
      do throws(ProgressError) {
        var store = try ProgressStore(folder: sample.folder)
        _ = try store.lastPlace()
        _ = try store.place(of: .lesson("tour"))
        try store.keep(ProgressSample.home)
      } catch {
        refused += 1
        #expect(!error.text.en.isEmpty && !error.text.ko.isEmpty)
      }
      for end in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: sample.file + end) }
    }
    #expect(refused > 0)
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    // No folder can be made in these, not even by root.
    for folder in ["/proc/packetwalk", "/dev/null/packetwalk"] {
      #expect(throws: ProgressError(.unwritable, path: folder)) { try ProgressStore(folder: folder) }
    }
    let sample = ProgressSample()
    defer { sample.remove() }
    try FileManager.default.createDirectory(atPath: sample.file, withIntermediateDirectories: true)
    #expect(throws: ProgressError(.unwritable, path: sample.file)) { try sample.store() }
  }

  @Test func theFolderComesFromTheEnvironment() throws {
    #expect(try StateFolder.path(["XDG_STATE_HOME": "/x", "HOME": "/home/you"]) == "/x/packetwalk")
    for state in [nil, "", "relative"] {
      var environment = ["HOME": "/home/you"]
      environment["XDG_STATE_HOME"] = state
      #expect(try StateFolder.path(environment) == "/home/you/.local/state/packetwalk")
    }
    #expect(throws: ProgressError(.noHome, path: "")) { try StateFolder.path([:]) }
    #expect(throws: ProgressError(.noHome, path: "")) { try StateFolder.path(["HOME": ""]) }
  }

  // MARK: Two at once

  @Test func twoProgramsWriteAtTheSameTime() async throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let folder = sample.folder
    // Both make the file, too.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for walk in [SavedPlace.Walk.lesson("tour"), .network("home"), .lesson("arp")] {
        group.addTask {
          var store = try ProgressStore(folder: folder)
          for moment in 1...200 {
            try store.keep(SavedPlace(walk: walk, seed: 1, moment: moment, furthest: moment, leftAt: 0))
          }
          try store.keepLearnt([walk.name])
        }
      }
      try await group.waitForAll()
    }
    let store = try sample.store()
    for walk in [SavedPlace.Walk.lesson("tour"), .network("home"), .lesson("arp")] {
      #expect(try store.place(of: walk)?.moment == 200)
    }
    #expect(try store.learntCoachLines() == ["tour", "home", "arp"])
    #expect(try sample.number("SELECT max(turn) FROM places") == 600)
  }

  @Test func aLockHeldByAnotherProgramIsSaidAndLaterWritingWorks() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try DatabaseQueue(path: sample.file).inDatabase { db in
      try db.inTransaction(.immediate) {
        #expect(throws: ProgressError(.locked, path: sample.file)) { try store.keep(ProgressSample.tour) }
        return .commit
      }
    }
    try store.keep(ProgressSample.tour)
    #expect(try store.lastPlace() == ProgressSample.tour)
  }
}
