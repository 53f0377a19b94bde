import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// Walks are recorded, and their frames read, as far as what is shown needs it; what is shown does not depend on it.
@Suite struct JourneyTests {
  /// Pings, of some thousand moments.
  private static let long = Result {
    let path = try #require(Fixture.library.networkPath("two-hosts"))
    let file = try NetworkFile.decode(Fixture.library.source(path))
    let script = try ScriptLine("laptop: ping printer 200", in: file.world(seed: 1).devices)
    return Recording(Timeline(file.world(seed: 1, script: [script])))
  }

  private func walk(at moment: Int = 1) throws -> WalkScreen {
    let title = LocalizedText(en: "Long", ko: "긴 여정")
    let subject = WalkDescription(title: title, reference: Fixture.loader.reference)
    return WalkScreen(try Self.long.get(), subject, at: moment)
  }

  @Test func aShortWalkIsKnownAtOnce() throws {
    let recording = try Fixture.home.get().recording
    #expect(recording.isWhole && recording.total == recording.last)
  }

  @Test func openingRecordsOnlySoFar() throws {
    let recording = try Self.long.get()
    #expect(recording.last == recording.lookAhead && recording.total == nil)
    var walk = try walk()
    #expect(walk.recording.last == 1 + recording.lookAhead)
    #expect(view(Fixture.model(walk)).lines[0].contains("moment 1/… "))
    walk.jump(to: 500)
    #expect(walk.recording.last == 500 + recording.lookAhead)
    walk.branches.current.recording.record(toMoment: Recording.longest)
    let total = try #require(walk.recording.total)
    #expect(total > 3000)
    #expect(view(Fixture.model(walk)).lines[0].contains("moment 500/\(total) "))
  }

  @Test func whatIsShownDoesNotDependOnHowFarItIsRecorded() throws {
    var whole = try Self.long.get()
    whole.record(toMoment: Recording.longest)
    whole.findMessages(upTo: whole.last)
    // Forwards and back again.
    for number in [1, 2, 3, 40, 41, 700, 1500, 1501, 1500, 30, 1] {
      var fresh = try Self.long.get()
      let (a, b) = (fresh.scene(at: number), whole.scene(at: number))
      #expect(a.moment == b.moment && a.path == b.path && a.world == b.world && a.earlier == b.earlier)
      #expect(a.unit?.bytes == b.unit?.bytes && a.changes == b.changes && a.waiting == b.waiting)
      #expect(fresh.last < whole.last)
      for count in [2, 9] {
        #expect(fresh.ladderColumns(count, at: number) == whole.ladderColumns(count, at: number))
      }
      #expect(fresh.devicesOnTheWay(at: number) == whole.devicesOnTheWay(at: number))
      let found = fresh.messages(upTo: number).filter { $0.moment <= number }
      let all = whole.messages.filter { $0.moment <= number }
      #expect(found.map(\.label) == all.map(\.label) && found.map(\.moment) == all.map(\.moment))
    }
  }

  @Test func messagesAreFoundInPieces() throws {
    let all = try Fixture.home.get().recording.messages
    var recording = Recording(try Fixture.home.get().recording.timeline)
    for number in stride(from: 1, through: recording.last, by: 7) { recording.findMessages(upTo: number) }
    recording.findMessages(upTo: recording.last)
    #expect(recording.messages(upTo: recording.last) == all)
  }

  @Test func aNumberFurtherOnIsRecordedWhenItIsAskedFor() throws {
    var model = Fixture.model(try walk())
    try model.press(keys(": m SPACE"))
    // By the line that asks for a moment.
    try model.press(keys("ESC"))
    model.ask(.goTo(.moment))
    #expect(view(model).text.contains("from 1 to …"))
    try model.press(keys("2 9 0 0 ENTER"))
    #expect(model.shownWalk?.moment == 2900)
    model.ask(.goTo(.moment))
    try model.press(keys("4 9 9 9 9 9"))
    #expect(view(model).text.contains("from 1 to \(try #require(model.shownWalk?.recording.total))."))
  }

  @Test func aSearchGoesOnBehindWhatIsRecorded() throws {
    var model = Fixture.model(try walk())
    try model.press(keys("/") + "icmp.seq == 190".map { Key.character($0) })
    #expect(view(model).text.contains("Enter keeps looking"))
    for _ in 0..<9 where model.prompt != nil { try model.press([.enter]) }
    let walk = try #require(model.shownWalk)
    #expect(model.prompt == nil && walk.moment > walk.recording.lookAhead)
    #expect(walk.scene.unit?.nodes(named: "icmp.seq").first?.value == .number(190))
  }

  @Test func forksOfALongWalkAreComparedToTheirEnds() throws {
    var model = Fixture.model(try walk(at: 60))
    try model.press(keys("x v"))
    #expect(view(model).text.contains("first difference"))
    try model.press(keys("ESC"))
    #expect(view(model).text.contains("… moments"))
  }
}
