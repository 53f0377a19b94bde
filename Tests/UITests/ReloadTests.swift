import Analysis
import Documents
import Foundation
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// A lesson that was opened by its path follows its file.
@Suite struct ReloadTests {
  /// A lesson in a folder of its own, open at its first step.
  private struct Desk {
    let folder: String
    let path: String
    var model: Model
    var loader: WalkLoader

    init(_ text: String = ReloadTests.lesson, seed: UInt64? = nil) throws {
      folder = NSTemporaryDirectory() + "packetwalk-reload-\(UInt64.random(in: 0...UInt64.max))"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      path = folder + "/mine.yaml"
      let network = Fixture.library.networkPath("two-hosts")!
      try FileManager.default.copyItem(atPath: network, toPath: folder + "/net.yaml")
      try text.replacing("NETWORK", with: folder + "/net.yaml")
        .write(toFile: path, atomically: true, encoding: .utf8)
      loader = WalkLoader(Fixture.library, seed: seed)
      model = Fixture.model(try loader.open(.lesson(path)))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    /// Writes the file with a part of it changed.
    func save(_ old: String, _ new: String) throws {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try #require(text.contains(old))
      try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// What the loop does when nothing was pressed for a while. - Returns: whether the lesson was read again.
    mutating func look() throws -> Bool {
      let file = try #require(model.lessonFile)
      guard loader.files.hasChanged else { return false }
      loader = model.reload(file, loader)
      return true
    }

    var walk: WalkScreen { model.shownWalk! }
    var step: String? { walk.stop.map { walk.session!.stops[$0].id } }
    var said: String? { walk.stop.map { walk.session!.stops[$0].say.en.string } }
  }

  private static let lesson = """
    format: 2
    id: mine
    title: {en: "Mine", ko: "내 레슨"}
    network: {use: "NETWORK", seed: 1}
    steps:
      - id: begin
        at: {kind: you.ping}
        say: {en: "It begins.", ko: "시작합니다."}
      - id: request
        at: "icmp.type == 8"
        light: [icmp.type]
        say: {en: "The request.", ko: "요청입니다."}
        after:
          - id: q
            card: c
            kind: choice
            ask: {en: "Whose address?", ko: "누구의 주소일까요?"}
            right: {is: ip.dst}
            wrong:
              - {is: ip.src, tag: a, say: {en: "The sender's.", ko: "보낸 쪽입니다."}}
              - {is: eth.dst, tag: b, say: {en: "A MAC address.", ko: "MAC 주소입니다."}}
            why: {en: "It is for {{ip.dst}}.", ko: "{{ip.dst}} 앞으로 갑니다."}
      - id: reply
        at: "icmp.type == 0"
        say: {en: "The reply.", ko: "응답입니다."}
    """

  @Test func whatWasSavedIsShownAtTheSameStep() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→"))
    #expect(desk.step == "request" && desk.said == "The request.")
    #expect(try !desk.look())
    try desk.save("The request.", "This is the request.")
    #expect(try desk.look())
    #expect(desk.step == "request" && desk.said == "This is the request.")
    #expect(desk.model.notice == Model.Notice(text: Texts.readAgain))
    #expect(view(desk.model).text.contains("This is the request."))
    // Once is enough.
    #expect(try !desk.look())
    try desk.model.press(keys("→"))
    #expect(desk.model.notice == nil)
  }

  @Test func aBrokenFileKeepsTheLessonAndSaysWhere() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→"))
    try desk.save("icmp.type == 0", "icmp.typ == 0")
    #expect(try desk.look())
    let notice = try #require(desk.model.notice)
    #expect(notice.role == .wrong && notice.text.en.contains("mine.yaml:24:10: "))
    #expect(notice.text.en.contains("did you mean \"icmp.type\"?"))
    #expect(desk.step == "request" && desk.said == "The request.")
    // It goes on as it was, and the next that is right takes its place.
    try desk.model.press(keys("←"))
    #expect(desk.step == "begin")
    #expect(try !desk.look())
    try desk.save("icmp.typ == 0", "icmp.type == 0")
    try desk.save("It begins.", "So it begins.")
    #expect(try desk.look())
    #expect(desk.step == "begin" && desk.said == "So it begins." && desk.model.notice?.role == .notice)
  }

  @Test func ofSeveralFindingsTheFirstIsSaidAndTheOthersCounted() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.save("light:", "lihgt:")
    try desk.save("at: \"icmp.type == 0\"", "at: nowhere")
    #expect(try desk.look())
    let text = try #require(desk.model.notice).text
    #expect(text.en.contains("mine.yaml:11:5: ") && text.en.hasSuffix("(+1)"), "\(text.en)")
    #expect(text.ko.hasSuffix("(외 1)"))
  }

  @Test func aFileThatIsGoneKeepsTheLessonUntilItIsBack() throws {
    var desk = try Desk()
    defer { desk.remove() }
    let text = try String(contentsOfFile: desk.path, encoding: .utf8)
    try FileManager.default.removeItem(atPath: desk.path)
    #expect(try desk.look())
    #expect(desk.model.notice?.role == .wrong && desk.said == "It begins.")
    #expect(try !desk.look())
    try text.replacing("It begins.", with: "Back.")
      .write(toFile: desk.path, atomically: true, encoding: .utf8)
    #expect(try desk.look())
    #expect(desk.said == "Back.")
  }

  @Test func aStepThatIsGoneIsTheNearest() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→"))
    try desk.save("id: request", "id: asked")
    #expect(try desk.look())
    #expect(desk.step == "asked")
  }

  @Test func aStepThatStandsElsewhereIsFollowedThere() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→"))
    let before = desk.walk.moment
    try desk.save("\"icmp.type == 8\"", "{kind: icmp.echo-request, by: printer}")
    _ = try desk.look()
    // What the network does not have is a finding; the step stays.
    #expect(desk.walk.moment == before)
    try desk.save("{kind: icmp.echo-request, by: printer}", "{when: \"icmp.type == 8\", by: printer}")
    #expect(try desk.look())
    #expect(desk.step == "request" && desk.walk.moment > before)
    #expect(desk.walk.scene.moment.number == desk.walk.moment)
  }

  @Test func whatItsStepShowsNowIsShown() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→"))
    try desk.save("light: [icmp.type]", "light: [ip.ttl]\n    view: ladder")
    #expect(try desk.look())
    #expect(desk.walk.picture.picture == .ladder)
    let place = try #require(desk.walk.inspector.place(in: desk.walk.inspectorContext))
    #expect(desk.walk.scene.unit?.node(place).field.name == "ip.ttl")
  }

  @Test func answersStayWithQuestionsThatDidNotChange() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→ → 0"))
    #expect(desk.walk.session?.states["q"]?.outcome == .unknown)
    try desk.save("The reply.", "This is the reply.")
    #expect(try desk.look())
    #expect(desk.walk.session?.states["q"]?.outcome == .unknown)
    // Another wording of the question asks it again, and so does another choice.
    for (old, new) in [("Whose address?", "Whose is it?"), ("{is: eth.dst,", "{is: eth.src,")] {
      try desk.save(old, new)
      #expect(try desk.look())
      #expect(desk.walk.session?.states["q"] == nil)
      try desk.model.press(keys(desk.model.isAsking ? "0" : "→ 0"))
      #expect(desk.walk.session?.states["q"]?.outcome == .unknown)
    }
  }

  @Test func theNetworkIsFollowedToo() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→"))
    let path = desk.folder + "/net.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("10.0.0.2/24", with: "10.0.0.3/24")
      .write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try desk.look())
    #expect(desk.step == "request" && view(desk.model).text.contains("10.0.0.3"))
    try "format: 1\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try desk.look())
    #expect(desk.model.notice?.text.en.contains("net.yaml:1:1: ") == true && desk.step == "request")
  }

  @Test func theLearnersOwnForkStays() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.model.press(keys("→ x"))
    #expect(desk.walk.branches.isOnFork)
    try desk.save("The reply.", "This is the reply.")
    #expect(try desk.look())
    #expect(desk.walk.branches.isOnFork)
    try desk.model.press(keys("ESC"))
    #expect(desk.step == "request")
  }

  @Test func theFilesSeedIsFollowedAndOneThatWasAskedForStays() throws {
    var desk = try Desk()
    defer { desk.remove() }
    try desk.save("seed: 1", "seed: 5")
    #expect(try desk.look())
    #expect(desk.walk.session?.run.seed == 5)
    var asked = try Desk(seed: 9)
    defer { asked.remove() }
    try asked.save("seed: 1", "seed: 5")
    #expect(try asked.look())
    #expect(asked.walk.session?.run.seed == 9 && asked.loader.seed == 9)
  }

  /// Only then the loop wakes up without a key.
  @Test func onlyALessonOpenedByItsPathAndInFrontIsLookedAt() throws {
    #expect(Fixture.model(try Fixture.tour.get()).lessonFile == nil)
    #expect(Fixture.model(try Fixture.home.get()).lessonFile == nil)
    #expect(Fixture.model().lessonFile == nil)
    var desk = try Desk()
    defer { desk.remove() }
    #expect(desk.model.lessonFile == desk.path)
    for key in ["?", ":", "/"] {
      try desk.model.press(keys(key))
      #expect(desk.model.lessonFile == nil, "\(key)")
      try desk.model.press(keys("ESC"))
      #expect(desk.model.lessonFile == desk.path, "\(key)")
    }
  }
}
