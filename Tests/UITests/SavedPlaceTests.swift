import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// A walk that was left and taken up again is the same walk.
@Suite struct KeptPlaceTests {
  static let alphabet: [Key] = [
    .right, .right, .right, .left, .down, .down, .up, .tab, .backtab, .enter, .enter, .escape, .home, .end,
    .pageDown,
    .pageUp, .backspace, "]", "[", ".", ",", "<", ">", "1", "2", "3", "4", "5", "6", "0", "w", "w", "t", "z",
    "4", "8",
    "a", " ", "c", "v", "b",
  ]

  /// What is gone with the next key is not kept.
  static func settled(_ walk: WalkScreen) -> WalkScreen {
    var walk = walk
    walk.question?.input.remark = nil
    walk.question?.input.isSkipAsked = false
    return walk
  }

  static func drawing(_ walk: WalkScreen, _ language: Language, _ size: (Int, Int)) -> Canvas {
    view(Fixture.model(walk, language, width: size.0, height: size.1))
  }

  /// The walk as the next run of the program finds it.
  static func takenUp(_ walk: WalkScreen) throws -> WalkScreen {
    let place = try #require(walk.place(at: 0))
    // As it is opened each time: reading and recording it again gives the same.
    let opened = [Fixture.tour, Fixture.home].compactMap { try? $0.get() }
    var next = try #require(opened.first { $0.subject.origin?.walk == place.walk })
    next.restore(place)
    next.onboarding = walk.onboarding
    return next
  }

  @Test(arguments: 0..<8)
  func leftAndTakenUpItIsTheSameScreen(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let start = try (seed % 2 == 0 ? Fixture.tour : Fixture.home).get()
    var model = Fixture.model(start)
    var pressed: [Key] = []
    for number in 1...120 {
      let key = Self.alphabet.randomElement(using: &random)!
      pressed.append(key)
      try model.press([key])
      // Left for the start screen: that is another test.
      if model.shownWalk == nil { model = Fixture.model(start) }
      guard number % 10 == 0 || number < 12, let walk = model.shownWalk.map(Self.settled) else { continue }
      let next = try Self.takenUp(walk)
      for (language, size) in [(Language.en, (80, 24)), (.ko, (120, 40))] {
        let (before, after) = (Self.drawing(walk, language, size), Self.drawing(next, language, size))
        let isSame = before == after
        #expect(isSame, "seed \(seed) after \(pressed.map(\.shown)):\n\(before.text)\n\(after.text)")
        if !isSame { return }
      }
      let isSame = next.place(at: 0) == walk.place(at: 0)
      #expect(
        isSame, "seed \(seed) after \(pressed.map(\.shown)): \(walk.saved.text)\n\(next.saved.text)")
      // It goes on from there, not from its copy.
      if number % 30 == 0 { model = Fixture.model(next) }
    }
  }

  @Test func aHalfTypedAnswerIsThere() throws {
    let tour = try Fixture.tour.get()
    let stop = try #require(
      tour.lesson?.stops.first { stop in
        (stop.before + stop.after).contains { $0.key is NumberKey }
      })
    var walk = tour
    let question = try #require(
      (stop.before + stop.after).first { $0.key is NumberKey })
    walk.enter(stop)
    walk.ask(question, isBefore: false)
    for key in ["0", "x", "1", "2", Key.left] { _ = walk.type(key, in: Fixture.model(walk).surroundings) }
    let next = try Self.takenUp(walk)
    #expect(
      next.isTyping && next.question?.input.typed.map(\.string) == ["0x12"]
        && next.question?.input.typed[0].cursor == 3)
    #expect(Self.drawing(next, .en, (80, 24)) == Self.drawing(walk, .en, (80, 24)))
  }

  /// The version before kept line and insertion point, and the cursor of choices, by themselves.
  @Test func aHalfTypedAnswerOfTheVersionBeforeIsThere() throws {
    let tour = try Fixture.tour.get()
    let stop = try #require(tour.session?.stops.first { $0.after.contains { $0.key is NumberKey } })
    let question = try #require(stop.after.first { $0.key is NumberKey })
    var walk = tour
    walk.enter(stop)
    var place = try #require(walk.place(at: 0))
    place.view =
      #"{"focus":"question","question":{"cursor":0,"id":"\#(question.id)","isAside":false,"isBefore":false,"#
      + #""isHintShown":false,"line":"0x12","position":3}}"#
    walk.restore(place)
    let input = try #require(walk.question?.input)
    #expect(walk.isTyping && input.typed.map(\.string) == ["0x12"] && input.typed[0].cursor == 3)
  }

  @Test func onAForkThePlaceIsWhereItWasLeft() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ] ↓"))
    let before = try #require(model.shownWalk)
    try model.press(keys("x"))
    #expect(model.shownWalk?.branches.isOnFork == true)
    // The stop and moment in the list are those before the fork; what is seen is the fork, which comes back too.
    #expect(model.shownWalk?.place(at: 0)?.moment == before.place(at: 0)?.moment)
    try model.press(keys("] . ↓"))
    let left = try #require(model.shownWalk)
    let next = try Self.takenUp(left)
    #expect(next.branches.isOnFork && next.moment == left.moment)
    #expect(Self.drawing(next, .en, (80, 24)) == Self.drawing(left, .en, (80, 24)))
    var back = Fixture.model(next)
    try back.press(keys("ESC"))
    #expect(view(back) == Self.drawing(before, .en, (80, 24)))
  }

  @Test func aQuestionThatWasAnsweredIsNotAskedAgain() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("→ → 0 → →"))
    let walk = try #require(model.shownWalk)
    let answered = try #require(walk.lesson).states.filter { !$0.value.isOpen }.keys
    #expect(!answered.isEmpty)
    let next = try Self.takenUp(walk)
    for id in answered { #expect(next.lesson?.states[id]?.outcome == .unknown) }
  }

  @Test func aLessonIsFinishedWhenItsSummaryIsSeen() throws {
    var walk = try Fixture.tour.get()
    #expect(walk.place(at: 0)?.isFinished == false)
    let last = try #require(walk.lesson?.stops.last)
    walk.enter(last)
    #expect(walk.place(at: 0)?.isFinished == false)
    for question in last.after {
      var state = QuestionState(question)
      state.skip()
      walk.session?.states[question.id] = state
    }
    #expect(walk.place(at: 0)?.isFinished == false)
    _ = walk.step(Press(action: .nextStop))
    #expect(walk.place(at: 0)?.isFinished == true)
    #expect(try Fixture.home.get().place(at: 0)?.isFinished == false)
  }

  // MARK: What has changed meanwhile

  @Test func aStopIsFoundByItsNameWhenItsMomentHasMoved() throws {
    var walk = try Fixture.tour.get()
    let stops = try #require(walk.lesson).stops
    walk.branches.current.position.moment = stops[4].moment + 1
    walk.arrive(isStop: false)
    var place = try #require(walk.place(at: 0))
    #expect(place.stop?.id == stops[4].id && place.stop?.beyond == 1 && place.stop?.number == 5)
    place.moment += 40
    place.furthest += 40
    var next = try Fixture.tour.get()
    next.restore(place)
    #expect(next.moment == stops[4].moment + 1)
    #expect(next.position.furthest >= next.moment && next.position.furthest < stops[5].moment)
  }

  @Test func aStopThatIsGoneIsTheNearest() throws {
    var walk = try Fixture.tour.get()
    let stops = try #require(walk.lesson).stops
    walk.branches.current.position.moment = stops[6].moment
    walk.arrive(isStop: true)
    var place = try #require(walk.place(at: 0))
    place.stop?.id = "gone"
    place.furthestStop = "gone"
    place.moment += 1
    var next = try Fixture.tour.get()
    next.restore(place)
    #expect(next.moment == stops[6].moment && next.focus == .fields && next.panel.mode == .words)
  }

  @Test func whatMakesNoSenseIsLeftOut() throws {
    let numbers = [Int.min, -1, 0, 1, 7, 1_000_000, .max]
    let texts = [
      "", "{", "[]", "{\"byte\":\"x\"}",
      "{\"selection\":\"field\",\"focus\":\"kitchen\",\"picture\":\"mona-lisa\"}",
      "{\"selection\":\"ip#99/ip.ttl#0\",\"focus\":\"question\",\"folded\":[-1,999]}",
      "{\"question\":{\"id\":\"q\",\"isBefore\":true,\"cursor\":9,\"line\":\"\",\"position\":-9,\"isHintShown\":true,\"isAside\":false}}",
      "{\"why\":{\"subject\":\"ip/ip.ttl\",\"opened\":-4,\"cursor\":-4},\"shown\":99999999,\"since\":-3,\"pictureRow\":-7}",
      "{\"why\":{\"opened\":1,\"cursor\":400},\"picture\":\"ladder\",\"focus\":\"picture\",\"pictureRow\":9999}",
      "{\"byte\":-9223372036854775808,\"selection\":\"fold eth/eth.dst\",\"folded\":[3,2],\"focus\":\"bytes\"}",
      "{\"jumps\":[{\"moment\":0,\"since\":0,\"focus\":\"x\",\"picture\":\"y\",\"isFace\":true}]}",
    ]
    for fixture in [Fixture.tour, Fixture.home] {
      let start = try fixture.get()
      for number in numbers {
        for text in texts {
          var place = try #require(start.place(at: 0))
          place.moment = number
          place.furthest = number
          place.stop?.beyond = number
          place.view = text
          place.answers = [
            SavedAnswer(question: "q-learned", attempts: [.places([number])], hints: number, outcome: .wrong)
          ]
          var walk = start
          walk.restore(place)
          #expect((1...walk.recording.last).contains(walk.moment) && walk.position.furthest >= walk.moment)
          var model = Fixture.model(walk)
          _ = view(model)
          try model.press([.down, .tab, .down, .enter, .right, .left, "w", .escape])
          _ = view(model)
        }
      }
    }
  }

  @Test func pathsComeBackFromTheirText() throws {
    var seen: Set<String> = []
    var timeline = try Fixture.home.get().recording.timeline
    for number in 1...timeline.moments.count {
      guard let unit = timeline.dissection(atMoment: number) else { continue }
      for layer in unit.layers.indices {
        let row = RowID.layer(unit.path(ofLayer: layer))
        #expect(RowID(row.description) == row)
        for node in unit.layers[layer].nodes.indices {
          let path = unit.path(of: FieldPlace(layer: layer, node: node))
          guard seen.insert(path.description).inserted else { continue }
          #expect(FieldPath(path.description) == path)
          for row in [RowID.field(path), .fold(path)] { #expect(RowID(row.description) == row) }
        }
      }
    }
    #expect(seen.contains("ip/ip.ttl") && seen.contains { $0.contains("#2") })
    for text in ["", "/", "ip/", "/ip.ttl", "ip#0/ip.ttl", "ip#x", "ip#1#2", "a/b/c", "fold ip", "fold "] {
      #expect(RowID(text) == nil, "\(text)")
    }
  }
}
