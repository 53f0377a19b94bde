import Documents
import Foundation
import GRDB
import Lessons
import Terminal
import Testing

@testable import UI

/// Places that an earlier version of the program kept, and what that version showed when it was started again on them.
///
/// `OldPlaces/` was recorded with tmux from version 1 of the kept view, where all of the walk was one model: each
/// `.sql` is its whole progress file, with the keys that led there; each `.txt` the screen it showed again and after
/// a few more keys. They are never recorded again: where a text or a lesson changes, the words change in them by hand.
@Suite struct OldPlacesTests {
  /// One of the recorded places.
  struct OldPlace: CustomTestStringConvertible {
    let name: String
    let sql: String
    var opening = OpenRequest.lesson("tour")
    var width = 80
    var height = 24
    /// The keys that were pressed one after the other, each with the screen after it; none for the first.
    var screens: [(key: String?, text: String)] = []

    var testDescription: String { name }

    init(_ name: String) throws {
      self.name = name
      sql = try Self.file(name + ".sql")
      // -- packetwalk learn tour, 80x24: → → 0 →
      let head = try #require(
        sql.prefixMatch(of: /-- packetwalk (learn|explore) ([a-z-]+).*?, (\d+)x(\d+):/)?.output)
      opening = head.1 == "learn" ? .lesson(String(head.2)) : .network(String(head.2))
      width = try #require(Int(head.3))
      height = try #require(Int(head.4))
      for part in try ("\n" + Self.file(name + ".txt")).components(separatedBy: "\n--- ").dropFirst() {
        let (key, text) = (part.prefix { $0 != "\n" }, part.drop { $0 != "\n" }.dropFirst())
        screens.append((key == "again" ? nil : String(key), OldPlacesTests.trimmed(String(text))))
      }
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/OldPlaces/"

    static func file(_ name: String) throws -> String {
      try String(contentsOfFile: folder + name, encoding: .utf8)
    }

    static let all = Result {
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".sql") }.sorted()
        .map { try OldPlace(String($0.dropLast(4))) }
    }
  }

  /// Without the blanks that end lines, and the screen.
  static func trimmed(_ screen: String) -> String {
    var lines = screen.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n").replacing(/([┌├][─═] )([^│┬]*?)(\[\d [^\]]+\])([^│┬]*?)([─═]+[┬┐┤])/)
    {
      // Pictures come to be: of the list only the one that is shown is compared.
      "\($0.output.3)\($0.output.5.last!)"
    }.replacing(/1-\d (view|그림)/) { "1-N \($0.output.1)" }
  }

  @Test func thePlacesAreThere() throws {
    let places = try OldPlace.all.get()
    #expect(places.count == 40 && places.allSatisfy { $0.screens.count > 1 && $0.screens[0].key == nil })
  }

  @Test(arguments: try OldPlace.all.get())
  func showsTheSameScreenAgain(_ place: OldPlace) throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    try FileManager.default.createDirectory(
      atPath: home.folder + "/packetwalk", withIntermediateDirectories: true)
    let file = home.folder + "/packetwalk/" + ProgressStore.fileName
    // A dump writes answers before the places they belong to.
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    try DatabaseQueue(path: file, configuration: configuration).write { try $0.execute(sql: place.sql) }

    var autosave = home.autosave()
    let walk = try autosave.walk(place.opening, WalkLoader(Fixture.library, seed: nil))
    var model = Fixture.model(walk, autosave.chosenLanguage ?? .en, width: place.width, height: place.height)
    #expect(autosave.failure == nil)
    for (key, text) in place.screens {
      if let key { try model.press(keys(key)) }
      let now = Self.trimmed(view(model).text)
      #expect(now == text, "\(place.name), \(key ?? "again"):\n\(now)\n--- it was\n\(text)")
      if now != text { return }
    }
  }
}
