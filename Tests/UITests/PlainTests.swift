import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// What can be looked at in `learn --plain`, on the tour.
@Suite struct PlainTests {
  private func dialogue(_ language: Language = .en, stop: Int? = nil, _ run: LessonRun) -> PlainDialogue {
    var dialogue = PlainDialogue(
      run, language: language, reference: Fixture.loader.reference, step: stop,
      wrap: { $0.wrapped(to: $1) })
    _ = dialogue.begin()
    return dialogue
  }

  private func tour() throws -> LessonRun { try Fixture.loader.lessonRun("tour") }

  /// Lines without their line ends and blanks: what is said, however it was wrapped.
  /// Control characters of a value are dots on every way out.
  private func said(_ lines: [String]) -> String {
    String(
      String.UnicodeScalarView(
        lines.joined().unicodeScalars.filter { $0 != " " }.map { $0.value < 0x20 ? "." : $0 }))
  }

  @Test(arguments: Language.allCases)
  func everyFieldIsSpokenOfAsOnTheSentenceLine(language: Language) throws {
    let run = try tour()
    let recording = Recording(run.timeline)
    var fields = 0
    for (index, stop) in run.stops.enumerated() {
      var walk = WalkScreen(
        recording, WalkDescription(title: run.title, reference: Fixture.loader.reference),
        session: LessonSession(run), atStop: index)
      guard let unit = walk.scene.unit else { continue }
      var dialogue = dialogue(language, stop: index, run)
      var answers: [String: String] = [:]
      for place in unit.everyPlace {
        walk.select(place)
        let sentence = walk.sentence(Size(width: 80, height: 24), language)
        let name = unit.node(place).field.name
        let layer = try #require((1...9).first { unit.places(named: "\(name)#\($0)").contains(place) })
        let asked = "\(name)#\(layer)"
        let answer = answers[asked] ?? said(dialogue.take("f \(asked)"))
        answers[asked] = answer
        #expect(answer.contains(said([sentence])), "\(name) at stop \(stop.id)")
        fields += 1
      }
    }
    #expect(fields > 200)
  }

  @Test(arguments: Language.allCases, [UInt64(1), 2, 3])
  func anyCommandsAreSafeAndEndWithTheLastLine(language: Language, seed: UInt64) throws {
    let run = try tour()
    var random = Seeded(seed)
    var dialogue = dialogue(language, run)
    let commands = [
      "", "", "", "f", "f eth.dst", "f ip.ttl#2", "f ip.", "f 없음", "f \u{1b}[2J", "f #", "ㄹ", "t", "t router",
      "t rou", "t \u{1b}", "ㅅ 노트북", "w", "w ip.ttl", "ㅈ tcp.seq", "s", "ㄴ", "?", "b", "e", "ㄷ", "1", "2",
      "0x12", "x",
      "\"f\"",
    ]
    for _ in 0..<250 where !dialogue.isOver {
      let lines = dialogue.take(commands.randomElement(using: &random)!)
      for line in lines {
        #expect(line.displayWidth <= 78, "\(line)")
        #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f }, "\(line)")
      }
      if dialogue.isOver { #expect(lines.last == (language == .en ? "finished: tour" : "끝냄: tour")) }
    }
    let last = dialogue.endOfInput().last
    let stopped = language == .en ? "stopped: tour, stop " : "멈춤: tour, 단계 "
    #expect(dialogue.isOver && (last == nil || last!.hasPrefix(stopped)))
  }

  /// What an open question asks for is not to be found by looking: bytes and tables are those of the moment before.
  @Test(arguments: Language.allCases)
  func lookingWhileAPredictionIsAskedShowsTheMomentBefore(language: Language) throws {
    let run = try tour()
    var timeline = run.timeline
    var asked = 0
    for (index, stop) in run.stops.enumerated() where !stop.before.isEmpty {
      var dialogue = dialogue(language, stop: max(0, index - 1), run)
      var lines = dialogue.take("")
      while !dialogue.isOver,
        !lines.contains(where: { $0.contains(language == .en ? ", before you" : ", 계속하기") })
      {
        lines = dialogue.take("")
      }
      guard let question = stop.before.first else { continue }
      asked += 1
      if question.pointMoment != nil { continue }
      let now = timeline.shownUnit(at: stop.moment)
      let before = timeline.shownUnit(at: stop.moment - 1)
      let old = Set((before?.layers ?? []).flatMap(\.nodes).map(\.text))
      let new = (now?.layers ?? []).flatMap(\.nodes).filter { !$0.text.isEmpty && !old.contains($0.text) }
      var said = ""
      for command in ["f", "t", "f eth", "f Destination", "w eth.dst", "t laptop", "f ip.dst"] {
        said += dialogue.take(command).joined(separator: "\n") + "\n"
      }
      for node in new {
        #expect(
          !said.contains("(\(node.field.name)): \(node.text)\n"), "\(node.field.name) leaks at \(stop.id)")
      }
      #expect(!said.contains("  * "), "nothing is lit while \(question.id) is asked")
      let say = stop.say[language].string.prefix(30)
      #expect(!said.contains(say), "the stop \(stop.id) is told too early")
    }
    #expect(asked > 0)
  }

  @Test func aValueIsTracedBackAsInTheWhyPanel() throws {
    let run = try tour()
    let index = try #require(
      run.stops.firstIndex { $0.light.contains { $0.description.hasSuffix("/eth.dst") } })
    var walk = WalkScreen(
      Recording(run.timeline), WalkDescription(title: run.title, reference: Fixture.loader.reference),
      session: LessonSession(run), atStop: index)
    walk.select(try #require(walk.scene.unit?.places(named: "eth.dst").first))
    _ = walk.openWhy(isAboutValue: true)
    guard case .why(let why) = walk.panel.mode else {
      Issue.record("no why panel")
      return
    }
    var dialogue = dialogue(stop: index, run)
    let lines = said(dialogue.take("w eth.dst"))
    for row in why.rows {
      let sentence =
        row.rule.flatMap { walk.subject.reference.evidence($0)?.en }
        ?? walk.panelContext().words.whole(walk.recording.timeline.moment(row.moment))
      #expect(lines.contains(said([sentence])))
    }
    #expect(why.rows.count > 2)
  }

  @Test func everyDeviceShowsItsTablesAsTheSentencesOfTheirRows() throws {
    let run = try tour()
    let index = run.stops.count - 1
    let world = run.timeline.world(after: run.stops[index].moment)
    let since = run.timeline.world(after: run.stops[index - 1].moment)
    var dialogue = dialogue(stop: index, run)
    var rows = 0
    for device in world.devices {
      let lines = said(dialogue.take("t \(device.name)"))
      for table in world.tables.marked(since: since.tables) where table.label == device.label {
        for row in table.rows {
          let frame = row.moment > 0 ? run.timeline.moment(row.moment).frame : nil
          let sentence = TableNarration(Fixture.loader.reference, .en).sentence(
            of: row, in: table, frame: frame)
          #expect(lines.contains(said([sentence])))
          rows += 1
        }
      }
    }
    #expect(rows > 10)
  }
}
