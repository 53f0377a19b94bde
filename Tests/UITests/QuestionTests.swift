import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// A lesson of three questions on two hosts: keys in, drawing out.
@Suite struct QuestionTests {
  static let lesson = """
    format: 2
    id: small
    rev: 1
    status: active
    needs: []
    title: {en: "A small lesson", ko: "작은 레슨"}
    network: {use: two-hosts, seed: 7, script: ["laptop: ping printer"]}
    steps:
      - {id: enter, at: {kind: you.ping}, say: {en: "You press Enter.", ko: "Enter를 눌렀습니다."}}
      - id: ask
        at: "arp.opcode == 1"
        before:
          - id: q-choice
            card: a
            kind: choice
            stand: {kind: ip.wrap}
            ask: {en: "Where will the next frame go?", ko: "다음 프레임은 어디로 갈까요?"}
            right: {is: "eth.dst", note: {en: "everyone's", ko: "모두"}}
            wrong:
              - is: "printer.mac"
                note: {en: "the printer's", ko: "프린터"}
                tag: knows
                say: {en: "Nobody knows that address yet.", ko: "아직 아무도 모릅니다."}
              - is: "laptop.mac"
                note: {en: "the laptop's", ko: "노트북"}
                tag: own
                say: {en: "It sends nothing to itself.", ko: "자신에게 보내지 않습니다."}
            hints: [{en: "Who has to hear it?", ko: "누가 들어야 할까요?"}]
            why: {en: "Everyone has to hear it.", ko: "모두 들어야 합니다."}
        light: [eth.dst, arp.dst.hw_mac]
        say: {en: "The frame goes to {{eth.dst}}.", ko: "프레임은 {{eth.dst}}{으로/로} 갑니다."}
        after:
          - id: q-pick
            card: b
            kind: pick
            ask: {en: "Select the address that is looked for.", ko: "찾고 있는 주소를 고르세요."}
            right: {field: arp.dst.proto_ipv4}
            wrong:
              - {field: arp.src.proto_ipv4, tag: swap, say: {en: "That one asks.", ko: "그것은 묻는 쪽입니다."}}
            hints: [{en: "It is the target.", ko: "대상입니다."}]
            why: {en: "The target's address.", ko: "대상의 주소입니다."}
      - id: answer
        at: "arp.opcode == 2"
        before:
          - id: q-number
            card: c
            kind: number
            ask: {en: "How many bytes of padding will it have?", ko: "패딩은 몇 바이트일까요?"}
            right: "len(ask.eth.padding)"
            wrong:
              - {is: "64 - 14 - 28", tag: fcs, say: {en: "That counts the FCS.", ko: "FCS까지 세었습니다."}}
            hints: [{en: "Sixty bytes at least.", ko: "적어도 60바이트입니다."}]
            why: {en: "60 - 14 - 28 = 18.", ko: "60 - 14 - 28 = 18입니다."}
        say: {en: "An answer.", ko: "응답입니다."}

    """

  static let walk = Result { () throws(DocumentError) in
    let (parsed, network) = try Lesson.decode(
      Source(name: "small.yaml", text: QuestionTests.lesson), library: Fixture.library)
    let reference = Fixture.loader.reference
    let run = try LessonRun(
      parsed, on: network, reference: reference, registries: Fixture.library.registries())
    return WalkScreen(
      Recording(run.timeline), WalkDescription(title: run.title, reference: reference),
      session: LessonSession(run))
  }

  private func model(_ text: String, _ language: Language = .en) throws -> Model {
    var model = Fixture.model(try Self.walk.get(), language)
    try model.press(keys(text))
    return model
  }

  /// Rows of a screen, by number from 0.
  private func rows(_ model: Model, _ range: Range<Int>) -> String {
    view(model).lines[range].joined(separator: "\n")
  }

  private func openQuestion(_ model: Model) throws -> OpenQuestion {
    try #require(model.shownWalk?.question)
  }

  private func rightChoice(_ model: Model) throws -> Int {
    let open = try openQuestion(model)
    guard case .places(let places) = open.question.rightAnswer else { return -1 }
    return try #require(places.first)
  }

  /// Index of the printer's address among the choices.
  private func wrongChoice(_ model: Model) throws -> Int {
    let open = try openQuestion(model)
    return try #require(open.question.shapes[0].choices.firstIndex { $0.text.en.string.hasSuffix("12") })
  }

  @Test func aPredictionStandsBeforeItsStop() throws {
    let model = try model("→")
    let walk = try #require(model.shownWalk)
    let stops = try #require(walk.lesson?.stops)
    // Where its author lets it: one moment before its own the frame that it asks for could be read.
    #expect(walk.moment > stops[0].moment && walk.moment < stops[1].moment - 1)
    let shown = try openQuestion(model).question.shapes[0].choices.map {
      "\($0.text.en.string)   \($0.note!.en.string)"
    }
    #expect(
      shown.sorted() == [
        "00:00:5e:00:53:10   the laptop's", "00:00:5e:00:53:12   the printer's",
        "ff:ff:ff:ff:ff:ff   everyone's",
      ])
    #expect(
      rows(model, 12..<24) == """
        ├═ Before you go on: predict ═══════════┴════════════════════ question 1 of 3 ═┤
        │                                                                              │
        │  Where will the next frame go?                                               │
        │                                                                              │
        │    1  \(shown[0].padded(to: 71))│
        │    2  \(shown[1].padded(to: 71))│
        │    3  \(shown[2].padded(to: 71))│
        │    0  I don't know, show me                                                  │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         Press a number, or ↑↓ and Enter. Unsure? Guess: even a wrong guess helps later.
         1-3 answer  0 don't know  w hint  Tab look around  → skip  Enter answer  ? keys
        """)
  }

  @Test func aWrongAnswerSaysWhyAndMayTryAgain() throws {
    var model = try model("→")
    let right = try rightChoice(model)
    try model.press([.character(Character("\(try wrongChoice(model) + 1)"))])
    let text = view(model).text
    #expect(text.contains("Not yet: one more try"))
    #expect(text.contains("✗ your answer"))
    #expect(text.contains("Nobody knows that address yet."))
    #expect(!text.contains("Everyone has to hear it."))
    // Nothing is chosen for the second try either.
    try model.press([.enter])
    #expect(view(model).lines[22] == " Choose first: press a number, or ↑ ↓.")
    try model.press([.character(Character("\(right + 1)"))])
    #expect(view(model).text.contains("✓ Right"))
    #expect(view(model).text.contains("Everyone has to hear it."))
    try model.press(keys("→"))
    #expect(model.shownWalk?.stop == 1)
    #expect(!view(model).text.contains("You predicted it"), "it took two tries")
  }

  @Test func aPredictionStaysBesideTheTruth() throws {
    var model = try model("→")
    let wrong = Key.character(Character("\(try wrongChoice(model) + 1)"))
    try model.press([wrong, "0", .right])
    #expect(model.shownWalk?.stop == 1)
    let state = try #require(model.shownWalk?.lesson?.states["q-choice"])
    #expect(state.outcome == .unknown)
  }

  @Test func theSameInKorean() throws {
    let model = try model("→ w", .ko)
    let text = view(model).text
    for part in ["다음으로 가기 전에 예상해 보세요", "질문 1/3", "다음 프레임은 어디로 갈까요?", "0  모르겠어요, 보여 주세요", "힌트: 누가 들어야 할까요?"] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test func skippingIsAskedOnce() throws {
    var model = try model("→ →")
    #expect(view(model).lines[22] == " Skip this question? → again goes on without an answer.")
    try model.press(keys("→"))
    #expect(model.shownWalk?.stop == 1)
    #expect(!view(model).text.contains("You predicted"))
  }

  @Test(arguments: ["→", "]", ".", ">"])
  func noKeyWalksPastAQuestion(_ key: String) throws {
    var model = try model("")
    for _ in 0..<30 {
      try model.press(keys(key))
      // Skipped questions let it come to its end.
      guard let walk = model.shownWalk else {
        #expect(model.top is SummaryScreen)
        return
      }
      let lesson = try #require(walk.lesson)
      if walk.moment >= lesson.stops[1].moment {
        #expect(!lesson.state(of: lesson.stops[1].before[0]).isOpen)
      }
    }
  }

  @Test func lookingAroundKeepsTheQuestion() throws {
    var model = try model("→ ESC")
    #expect(view(model).lines[18] == " A question is waiting: → or Tab goes back to it.")
    try model.press(keys("↓ ↓ w"))
    #expect(view(model).text.contains("Why this value?"))
    try model.press(keys("TAB"))
    #expect(view(model).text.contains("Why was this sent?"))
    try model.press(keys("ESC →"))
    #expect(view(model).text.contains("Before you go on: predict"))
  }

  /// Every question of the tour, answered and looked away from: Enter opens what is selected, as without a question.
  @Test func enterIsThePanesOnceAQuestionIsAnswered() throws {
    var model = Fixture.model(try Fixture.tour.get())
    var seen: Set<String> = []
    for _ in 0..<60 where !(model.top is SummaryScreen) {
      try model.press(keys("→"))
      guard let id = model.shownWalk?.question?.state.question.id, !seen.contains(id) else { continue }
      // Where one types, Enter with nothing typed gives the hints, then the answer.
      for _ in 0..<5 where model.isAsking { try model.press(keys(model.isTyping ? "ENTER" : "0")) }
      #expect(model.shownWalk?.question?.state.isOpen == false, "\(id)")
      seen.insert(id)
      var aside = model
      while aside.shownWalk?.focus != .fields { try aside.press(keys("TAB")) }
      let before = view(aside).text
      try aside.press(keys("ENTER"))
      #expect(view(aside).text != before, "\(id): Enter does nothing")
    }
    #expect(seen.count >= 8)
  }

  @Test func aFieldOrOneOfItsBytesAnswers() throws {
    for useBytes in [false, true] {
      var model = try model("→ 0 → →")
      let open = try openQuestion(model)
      #expect(open.question.pointMoment != nil)
      #expect(view(model).text.contains("Select the address that is looked for."))
      var walk = try #require(model.shownWalk)
      let unit = try #require(walk.scene.unit)
      let place = try #require(unit.places(named: "arp.dst.proto_ipv4").first)
      walk.select(place)
      walk.focus = useBytes ? .bytes : .fields
      model.screens[1] = walk
      try model.press([.enter])
      #expect(view(model).text.contains("═ ✓ Right ═"), "by \(useBytes ? "byte" : "field")")
      #expect(view(model).text.contains("The target's address."))
    }
  }

  @Test func aLayerOpensInsteadOfAnswering() throws {
    var model = try model("→ 0 → → HOME")
    try model.press([.enter])
    let open = try openQuestion(model)
    #expect(open.state.attempts.isEmpty)
  }

  @Test func aNumberIsTypedAndEchoed() throws {
    var model = try model("→ 0 → → 0 →")
    let open = try openQuestion(model)
    #expect(open.question.shapes == [.type([Slot(.number)])])
    try model.press(keys("0 x 1 2"))
    #expect(view(model).lines[20] == " > 0x12          18 = 0x12" || view(model).text.contains("18 = 0x12"))
    try model.press([.enter])
    #expect(view(model).text.contains("═ ✓ Right ═"))
    #expect(view(model).text.contains("✓ 18"))
    #expect(view(model).text.contains("60 - 14 - 28 = 18."))
    try model.press(keys("→"))
    #expect(model.shownWalk?.stop == 2)
  }

  @Test func anEmptyLineGivesTheHintsThenTheAnswerAndAWrongNumberSaysWhy() throws {
    var model = try model("→ 0 → → 0 →")
    try model.press(keys("2 2 ENTER"))
    #expect(view(model).text.contains("✗ 22: That counts the FCS."))
    #expect(view(model).text.contains("> once more   "))
    try model.press([.enter])
    #expect(view(model).lines[22].hasPrefix(" Hint: Sixty bytes at least."))
    #expect(model.isAsking)
    try model.press([.enter])
    #expect(!model.isAsking && view(model).text.contains("✓ 18"))
    #expect(view(model).text.contains("✗ you: 22"))
  }

  @Test func aZeroTypesAndWGivesAHintAtAnyTime() throws {
    var model = try model("→ 0 → → 0 →")
    try model.press(keys("0 w"))
    #expect(model.isAsking && view(model).lines[22].hasPrefix(" Hint: Sixty bytes at least."))
    try model.press(keys("w"))
    #expect(view(model).lines[22].hasPrefix(" There are no more hints. Enter with nothing typed"))
  }

  // MARK: Nothing is chosen for the learner

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func aBlindEnterNeverScores(_ seed: UInt64) throws {
    var model = Fixture.model(try WalkLoader(Fixture.library, seed: seed).open(.lesson("tour")))
    var asked: Set<String> = []
    for _ in 0..<80 where model.shownWalk != nil {
      guard let open = model.shownWalk?.question, open.state.isOpen else {
        try model.press(keys("→"))
        continue
      }
      asked.insert(open.question.id)
      #expect(!view(model).lines[10..<21].joined().contains("│  > "), "\(open.question.id)")
      for _ in 0..<6 where model.isAsking { try model.press(keys("ENTER")) }
      let state = try #require(model.shownWalk?.session?.states[open.question.id] ?? open.state)
      #expect(state.attempts.isEmpty, "\(open.question.id)")
      if model.isAsking { try model.press(keys("→ →")) }
    }
    #expect(asked.count >= 8)
  }

  @Test func aFieldIsChosenBeforeItAnswers() throws {
    var model = try model("→ 0 → →")
    #expect(model.shownWalk?.inspector.selection == nil)
    try model.press(keys("ENTER"))
    #expect(view(model).lines[22].hasPrefix(" Choose a field first: ↑ ↓ move to it."))
    try model.press(keys("TAB ENTER"))
    #expect(try openQuestion(model).state.attempts.isEmpty, "no byte is chosen either")
    try model.press(keys("↓"))
    #expect(model.shownWalk?.inspector.byte == 0, "from nowhere to the first byte")
  }

  @Test func escapeLeavesTheBytesButNeverTheAnswering() throws {
    var model = try model("→ 0 → → TAB ↓ ESC")
    #expect(model.shownWalk?.focus == .fields)
    try model.press(keys("ESC"))
    #expect(view(model).lines[22].hasPrefix(" The question stays: Enter answers with the field;"))
    try model.press(keys("END ENTER"))
    #expect(try openQuestion(model).state.attempts.count == 1, "Enter answers still")
    try model.press(keys("ESC ESC"))
    #expect(model.shownWalk == nil, "there is a way out all the same")
  }

  @Test func anEmptyAnswerLineStillOpensCommandsAndFinding() throws {
    for key in [":", "/"] as [Key] {
      var model = try model("→ 0 → → 0 →")
      let before = view(model)
      try model.press([key])
      #expect(model.prompt != nil)
      try model.press([.escape])
      #expect(view(model).text == before.text)
      try model.press(["5", key])
      #expect(model.prompt == nil)
    }
  }

  // MARK: The answered panel

  /// A stop that explains at length, on the smallest screen: everything can be read, from the answer to the question.
  @Test(arguments: [22, 24, 60], Language.allCases)
  func anExplanationIsReadToItsEnd(_ height: Int, _ language: Language) throws {
    var model = Fixture.model(try Fixture.tour.get(), language, height: height)
    try model.press(keys("→ → 2 4"))
    let walk = try #require(model.shownWalk)
    let question = try #require(walk.question?.question)
    var seen: [String] = []
    for _ in 0..<20 {
      for line in view(model).lines where line.hasPrefix("│ ") {
        let text = line.dropFirst().dropLast().trimmingPrefix { $0 == " " }
        let row = String(text.reversed().drop { $0 == " " }.reversed())
        if !seen.contains(row) { seen.append(row) }
      }
      try model.press(keys("↓"))
    }
    let text = seen.joined(separator: " ")
    #expect(text.contains(question.why[language].string))
    for attempt in try #require(walk.question).state.attempts {
      #expect(text.contains(try #require(attempt.mistake).say[language].string))
    }
    let asked = try #require(text.firstRange(of: question.ask[language].string))
    let why = try #require(text.firstRange(of: question.why[language].string))
    #expect(why.lowerBound < asked.lowerBound)
    #expect(
      view(model).lines[height - 3].contains(" ▴ ") == (height < 60), "\(view(model).lines[height - 3])")
  }

  /// Enter goes to the stop that taught it: nothing unread is gone, Esc leads back to the panel as it was.
  @Test(arguments: [("→ 0", 0), ("→ 0 → → 0", 1), ("→ 0 → → 0 → 1 8 ENTER", 1)])
  func enterLeadsToWhereItWasTaughtAndEscapeBack(keys way: String, stop: Int) throws {
    var model = try model(way)
    let number = model.shownWalk?.questionContext()?.number ?? 0
    let panel = view(model).text
    #expect(view(model).lines[23].contains("Enter where taught  Tab fields  Esc close"))
    try model.press([.enter])
    #expect(model.shownWalk?.question == nil && model.shownWalk?.stop == stop)
    #expect(view(model).lines[0].contains(" ◂ question \(number) of 3 "))
    let saved = try #require(model.shownWalk?.saved)
    #expect(WalkScreen.Saved(text: saved.text) == saved)
    var on = model
    try on.press(keys("ESC"))
    #expect(view(on).text == panel)
    try model.press(keys("→"))
    #expect(model.shownWalk?.question?.question.id != "q-choice", "what is answered is not asked again")
  }

  @Test func escapeClosesTheAnsweredPanel() throws {
    var model = try model("→ 0 ESC")
    #expect(model.shownWalk?.question == nil && model.shownWalk?.jumps.isEmpty == true)
    try model.press(keys("→"))
    #expect(model.shownWalk?.stop == 1)
  }

  /// What an answer was read from is lit with its explanation, in fields and bytes; of another frame nothing is.
  @Test func theFieldsOfTheAnswerAreLit() throws {
    func lit(_ model: Model) throws -> [String] {
      let walk = try #require(model.shownWalk)
      let unit = try #require(walk.scene.unit)
      return walk.lit.map { unit.node($0).field.name }.sorted()
    }
    var pick = try model("→ 0 → →")
    #expect(try lit(pick).isEmpty, "an open question lights nothing")
    try pick.press(keys("0"))
    #expect(try lit(pick) == ["arp.dst.proto_ipv4"])
    #expect(pick.shownWalk?.litBytes == [38..<42])
    #expect(view(pick).lines[3..<12].joined().contains("│>•Target IP address"))
    var number = Fixture.model(try Fixture.loader.open(.lesson("tour"), step: "request"))
    try number.press(keys("→ 6 6 ENTER"))
    #expect(try lit(number) == ["ip.hdr_len", "tcp.hdr_len"])
    let place = try #require(number.shownWalk?.selectedPlace)
    #expect(number.shownWalk?.scene.unit?.node(place).field.name == "ip.hdr_len")
    var later = Fixture.model(try Fixture.loader.open(.lesson("tour"), step: "syn"))
    try later.press(keys("→ 1 ENTER"))
    #expect(try !lit(later).contains("tcp.ack"), "the answer was read from the frame that comes back")
  }

  /// The footer says that there is more only where there is.
  @Test func theFooterKnowsWhatIsInSight() throws {
    for (height, says) in [(24, "↑↓ more"), (60, "↑↓ field")] {
      var model = Fixture.model(try Fixture.tour.get(), height: height)
      try model.press(keys("→ → 2 4"))
      #expect(view(model).lines[height - 1].contains(says))
    }
  }

  @Test func aDigitInTheAnsweredPanelKeepsNoPicture() throws {
    var model = try model("→ 0 2 2")
    #expect(view(model).lines[22].hasPrefix(" Tab, then digits choose a picture."))
    let walk = try #require(model.shownWalk)
    #expect(walk.picture.picture == .stack && !walk.picture.isKept)
    try model.press(keys("TAB 2 2"))
    #expect(view(model).lines[22].hasPrefix(" Ladder stays; 2 again lets the lesson choose."))
    try model.press(keys("2"))
    #expect(view(model).lines[22].hasPrefix(" The lesson chooses the picture again."))
  }

  /// Every question of the tour while it is open, at its first and its second try, on the smallest screens: the texts
  /// end where their sentences end.
  @Test(arguments: [22, 24], Language.allCases)
  func noOpenQuestionIsCutInTheMiddle(_ height: Int, _ language: Language) throws {
    var model = Fixture.model(try Fixture.tour.get(), language, height: height)
    var asked: Set<String> = []
    for _ in 0..<80 where model.shownWalk != nil {
      guard let open = model.shownWalk?.question, open.state.isOpen else {
        try model.press(keys("→"))
        continue
      }
      let ask = open.question.ask[language].string
      asked.insert(open.question.id)
      func shows(_ sentence: String) -> Bool {
        let lines = view(model).lines.suffix(height - 10).map { line in
          line.filter { $0 != "│" }.split(separator: " ").joined(separator: " ")
        }
        return lines.joined(separator: " ").contains(sentence)
      }
      #expect(shows(ask), "\(open.question.id)")
      if case .choose? = open.question.shapes.first,
        case .places(let places)? = open.question.key.foreseen.first, let choice = places.first
      {
        try model.press([.character(Character("\(choice + 1)"))])
        let last = try #require(ask.sentences.last)
        #expect(shows(last) || !shows(String(last.prefix(12))), "\(open.question.id)")
        #expect(
          shows(try #require(model.shownWalk?.question?.state.attempts.last?.mistake).say[language].string))
      }
      try model.press(keys("→ →"))
    }
    #expect(asked.count >= 8)
  }

  @Test func koreanLettersTypeNumbersToo() throws {
    var model = try model("→ 0 → → 0 →")
    try model.press(["0", "ㅌ", "1", "2", .enter])
    #expect(view(model).text.contains("═ ✓ Right ═"))
    #expect(view(model).text.contains("✓ 18"))
  }
}
