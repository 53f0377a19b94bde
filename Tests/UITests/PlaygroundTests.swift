import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// A network in which nothing happens by itself: suggestions, verbs, cables; and what of it is kept.
@Suite struct PlaygroundTests {
  static let home = Result { try Fixture.loader.open(.network("home")) }
  static let twoHosts = Result { try Fixture.loader.open(.network("two-hosts")) }

  private func model(
    _ way: String = "", _ language: Language = .en, width: Int = 80, height: Int = 24
  ) throws -> Model {
    var model = Fixture.model(try Self.home.get(), language, width: width, height: height)
    try model.press(keys(way))
    return model
  }

  private func type(_ text: String, into model: inout Model) throws {
    try model.press(text.map { $0 == "\n" ? .enter : .character($0) })
  }

  private func after(_ line: String, _ walk: WalkScreen? = nil, _ language: Language = .en) throws -> Model {
    var model = Fixture.model(try walk ?? Self.home.get(), language)
    try type(":" + line, into: &model)
    return model
  }

  // MARK: Suggestions

  @Test func nothingHasHappenedAndSuggestionsAreInFront() throws {
    let model = try model()
    let walk = try #require(model.shownWalk)
    #expect(walk.isBeforeAll && walk.recording.last == 1 && walk.recording.isWhole)
    #expect(walk.picture.picture == .map && walk.focus == .suggestions)
    let text = view(model).text
    #expect(text.contains("{laptop}") && text.contains("gateway 192.0.2.129"))
    #expect(text.contains("ARP cache              empty"))
    #expect(!view(model).lines[0].contains("moment"))
  }

  /// Before anything was sent there is no frame to go to, and no number from 1 to 0.
  @Test(arguments: [": 9 9", ": f r a m e SPACE 9 9", ": g o SPACE t o SPACE f r a m e ENTER 9 9"])
  func noFrameIsThereBeforeTheFirst(_ way: String) throws {
    for (language, says) in [(Language.en, "Nothing has been sent yet."), (.ko, "아직 보낸 것이 없습니다.")] {
      var model = Fixture.model(try Self.home.get(), language)
      try model.press(keys(way))
      let text = view(model).text
      #expect(text.contains(says) && !text.contains("1 to 0") && !text.contains("1부터 0"), "\(text)")
    }
  }

  @Test func suggestionsComeFromTheNetwork() throws {
    func lines(_ walk: WalkScreen) -> [String] {
      let world = walk.recording.timeline.front
      let names = DeviceNames(devices: world.devices, language: .en)
      return walk.suggestions.items.map { item in
        item.whatIfs.compactMap { $0.line(names, cables: world.cables) }.joined(separator: ", ")
      }
    }
    #expect(
      lines(try Self.home.get()) == [
        "ping laptop web", "browse laptop www.example.com", "cut isp core, browse laptop www.example.com",
        "ping phone printer",
      ])
    #expect(
      lines(try Self.twoHosts.get()) == [
        "ping laptop printer", "browse laptop 10.0.0.20", "cut printer switch, browse laptop 10.0.0.20",
      ])
  }

  @Test func everySuggestionHappensAndEscComesBack() throws {
    for walk in [try Self.home.get(), try Self.twoHosts.get()] {
      for (index, item) in walk.suggestions.items.enumerated() {
        var model = Fixture.model(walk)
        try model.press(keys("\(index + 1)"))
        let before = view(model)
        try model.press(keys("ENTER"))
        #expect(model.shownWalk?.branches.all.count == 1 + item.whatIfs.count)
        #expect(view(model).lines[0].contains("fork \(item.whatIfs.count)"))
        try model.press(keys("→ → ] . ↓"))
        #expect(model.shownWalk?.moment ?? 0 > 2)
        try model.press(Array(repeating: .escape, count: item.whatIfs.count))
        #expect(view(model) == before, "suggestion \(index + 1)")
      }
    }
  }

  @Test func thePanelClosesToOneLineAndTabOpensIt() throws {
    var model = try model("ESC")
    #expect(view(model).text.contains("What shall happen? : or Tab"))
    #expect(!view(model).text.contains(":ping laptop web"))
    try model.press(keys("TAB"))
    #expect(model.shownWalk?.focus == .suggestions && view(model).text.contains(":ping laptop web"))
    // On the map the device under the cursor is told of.
    try model.press(keys("TAB HOME"))
    #expect(view(model).text.contains("─ laptop ─"))
    try model.press(keys("↓"))
    #expect(!view(model).text.contains("─ laptop ─"))
    try model.press(keys("ENTER"))
    #expect(model.shownWalk?.picture.picture == .tables)
    try model.press(keys("ESC ESC ESC"))
    #expect(model.top is StartScreen)
  }

  @Test func walkingSaysThatNothingHappensByItself() throws {
    for key in ["→", ".", "]"] {
      var model = try model("TAB")
      try model.press(keys(key))
      #expect(model.notice?.text.en == Texts.nothingByItself.en, "\(key)")
    }
  }

  // MARK: Verbs

  @Test func theVerbsOfScriptsAreAllThere() {
    for verb in CommandVerb.all { #expect(Verb(verb.name)?.kind == .command(verb)) }
    #expect(Set(Verb.all.flatMap { [$0.words.en, $0.words.ko] }).count == Verb.all.count * 2)
  }

  @Test(arguments: [
    ("ping laptop web\n", "198.51.100.10"), ("ping 192.0.2.129\n", "192.0.2.129"),
    ("ping phone 192.0.2.129 3\n", "192.0.2.129"), ("ping web\n", "198.51.100.10"),
    ("핑 노트북 웹\n", "198.51.100.10"), ("ping laptop DNS\n", "203.0.113.67"),
  ]) func aPingIsAForkHere(_ line: String, _ address: String) throws {
    let walk = try #require(after(line).shownWalk)
    #expect(walk.branches.isOnFork && walk.scene.moment.kind == Command.moments.ping)
    #expect(walk.scene.moment.details[0].value == .ipv4(try #require(IPv4Address(address))))
  }

  @Test func aPageIsTypedAsInABrowser() throws {
    for line in [
      "browse laptop www.example.com\n", "browse http://www.example.com/\n", "열기 휴대폰 www.example.com\n",
    ] {
      let walk = try #require(after(line).shownWalk)
      #expect(walk.scene.moment.kind == Command.moments.browse, "\(line)")
      #expect(walk.scene.moment.details[0].value == .text("http://www.example.com/"))
    }
  }

  @Test func completionKnowsVerbsDevicesAndNames() throws {
    var model = try after("ping laptop r")
    #expect(model.prompt?.reading.suggestions.map(\.name) == ["router", "resolver", "root", "rack"])
    #expect(model.prompt?.reading.suggestions.map(\.isEnabled) == [true, true, true, false])
    try model.press(keys("TAB"))
    #expect(model.prompt?.line.string == "ping laptop router")
    try model.press(keys("ENTER"))
    #expect(model.shownWalk?.branches.isOnFork == true)
    #expect(try after("brow").prompt?.chosen?.completion?.string == "browse ")
    #expect(try after("browse laptop w").prompt?.chosen?.name == "www.example.com")
    #expect(try after("cut is").prompt?.chosen?.name == "isp")
    #expect(try after("cut isp ").prompt?.reading.suggestions.map(\.name) == ["router", "resolver", "core"])
  }

  @Test(arguments: [
    ("ping lapto web\n", "laptop?", 5..<10), ("ping laptop wbe\n", "web?", 12..<15),
    ("ping switch web\n", "no address", 5..<11), ("browse printer www.example.com\n", "no program", 7..<14),
    ("ping laptop web 0\n", "1 to 1000", 16..<17),
    ("cut laptop core\n", "No cable leads from laptop to core. laptop's cable leads to switch.", 11..<15),
    ("cut laptop web\n", "No cable leads from laptop to web.", 11..<14),
    ("cut laptop zzz\n", "There are switch", 11..<14), ("ping laptop rack 3\n", "no address", 12..<16),
    ("ping laptop www.example.com\n", "www.example.com is 198.51.100.10", 12..<27),
    ("ping laptop www.example.org\n", "not a name", 12..<27),
    ("browse laptop https://www.example.com/\n", "Only http is spoken here, not https", 14..<38),
    ("browse https://www.example.com/\n", "Only http is spoken here, not https", 7..<31),
    ("pin laptop web\n", "Did you mean ping?", nil), ("99\n", "Nothing has been sent yet.", nil),
    ("plug laptop switch\n", "No cable is pulled", nil),
    ("browse laptop www.example.com x\n", "too many", 30..<31),
  ]) func whatIsWrongIsSaidWhereItIs(_ line: String, _ words: String, _ place: Range<Int>?) throws {
    let model = try after(line)
    #expect(model.prompt != nil && model.shownWalk?.branches.isOnFork == false)
    let remark = try #require(model.prompt?.reading.remark)
    #expect(remark.role == .wrong && remark.text.contains(words), "\(remark.text)")
    #expect(model.prompt?.reading.wrong == place)
  }

  /// Tab goes on with what is typed: nothing is put before it, whatever Enter would add.
  @Test(arguments: [
    ("ping laptop", "ping laptop "), ("ping web", "ping web "), ("ping 198.51.100.10", "ping 198.51.100.10 "),
    ("ping lap", "ping laptop "), ("ping laptop 198.51.100.10", "ping laptop 198.51.100.10"),
    ("ping web 3", "ping web 3"), ("browse laptop", "browse laptop "),
    ("browse www.ex", "browse www.example.com"),
    ("browse www.example.com", "browse www.example.com"), ("browse lap", "browse laptop "),
    ("browse 198.51.100.10/x", "browse 198.51.100.10/x "),
    ("cut lap", "cut laptop switch "), ("cut isp co", "cut isp core"), ("script", "script "),
  ]) func tabGoesOnWithWhatIsTyped(_ line: String, _ completed: String) throws {
    var model = try after(line)
    try model.press([.tab])
    #expect(model.prompt?.line.string == completed)
    for word in line.split(separator: " ").dropLast() { #expect(completed.contains(word)) }
  }

  /// What was done is remembered whole, also when who is asked was added to it.
  @Test func theWholeLineIsRemembered() throws {
    let model = try after("ping web\n")
    #expect(model.history["commands"] == ["ping laptop web"])
  }

  @Test func tabTakesTheDeviceThatWasMeant() throws {
    var model = try after("ping lapto web")
    try model.press(keys("TAB ENTER"))
    #expect(model.shownWalk?.branches.isOnFork == true)
  }

  @Test(arguments: [
    ("pin laptop web", "ping laptop web"), ("ping laptop www.example.com", "ping laptop 198.51.100.10"),
  ]) func tabTakesWhatWasMeant(_ line: String, _ meant: String) throws {
    var model = try after(line)
    try model.press(keys("TAB"))
    #expect(model.prompt?.line.string == meant)
    try model.press(keys("ENTER"))
    #expect(model.shownWalk?.scene.moment.kind == Command.moments.ping)
  }

  /// A device alone is who opens a page: which one is still to be typed.
  @Test func aDeviceAloneAsksForThePage() throws {
    var model = try after("browse laptop\n")
    #expect(model.shownWalk?.branches.isOnFork == false)
    #expect(model.prompt?.line.string == "browse laptop ")
    #expect(model.prompt?.chosen?.name == "www.example.com")
    try model.press(keys("ENTER"))
    let walk = try #require(model.shownWalk)
    #expect(walk.name(ofBranch: walk.branches.index, .en) == "browse laptop www.example.com")
  }

  @Test func aHostMayPingItself() throws {
    let walk = try #require(after("ping laptop laptop\n").shownWalk)
    #expect(walk.recording.isWhole && walk.recording.timeline.transmissions.isEmpty)
    #expect(walk.recording.timeline.moments.contains { $0.kind == MomentKind.ping.reply })
  }

  @Test func theyWorkInTheMiddleOfALessonButNotOverAQuestion() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("→"))
    let before = view(model)
    try type(":ping phone printer\n", into: &model)
    let walk = try #require(model.shownWalk)
    #expect(walk.branches.isOnFork && walk.lesson == nil && view(model).lines[0].contains("◂ stop"))
    #expect(walk.recording.messages.contains { $0.label.contains("ping") || $0.label.contains("Echo") })
    try model.press(keys("ESC"))
    #expect(view(model) == before)
    try model.press(keys("→ →"))
    #expect(model.shownWalk?.isAsking == true)
    try type(":ping phone printer\n", into: &model)
    #expect(model.shownWalk?.branches.isOnFork == false)
  }

  // MARK: Cables

  @Test func aPulledCableIsDrawnAndPluggedInAgain() throws {
    var model = try after("cut isp core\n")
    #expect(view(model).lines.contains { $0.contains("✗core") })
    try model.press(keys("1"))
    try type(":ping isp core\n", into: &model)
    #expect(
      view(model).lines.contains {
        $0.hasPrefix("│ Physical") && $0.contains("✗") || $0.contains(">Physical") && $0.contains("✗")
      })
    try type(":plug isp core\n", into: &model)
    try model.press(keys("3"))
    #expect(!view(model).lines.contains { $0.contains("✗core") })
  }

  @Test func aFrameOnTheCableIsLostThere() throws {
    var model = try after("ping laptop router\n")
    try model.press(keys("]"))
    try type(":cut laptop\n", into: &model)
    let walk = try #require(model.shownWalk)
    let moments = walk.recording.timeline.moments.map(\.kind.name)
    #expect(moments.contains("phy.cut-short") && moments.contains("phy.no-carrier"))
  }

  // MARK: What is kept

  @Test(arguments: [
    "ENTER", "ENTER → → ↓ ↓", "2 ENTER ] ] ] x", "2 ENTER ] ] ] ] x ]", "3 ENTER →", "3", "ESC", "TAB ↓",
    "2 ENTER ] ] ] ↓ ↓ ↓ e 9 ENTER .", "2 ENTER ] ] d 5 ENTER . .",
  ]) func itIsTakenUpWhereItWasLeft(_ way: String) throws {
    let model = try model(way)
    let walk = try #require(model.shownWalk)
    let place = try #require(walk.place(at: 0))
    var next = try Fixture.loader.open(.network("home"))
    #expect(!WalkScreen.runsScript(place))
    next.restore(place)
    next.onboarding = walk.onboarding
    #expect(next.branches.index == walk.branches.chain.count)
    var (before, after) = (Fixture.model(walk), Fixture.model(next))
    // Suggestions that were closed, and their mark, are gone with the run.
    for key in ["ESC", "ESC", "ESC"] where walk.branches.isOnFork {
      #expect(view(after) == view(before), "\(way): then \(key)\n\(view(before).text)\n\(view(after).text)")
      try before.press(keys(key))
      try after.press(keys(key))
      if before.shownWalk == nil || before.shownWalk?.branches.isOnFork == false { break }
    }
    #expect(after.shownWalk?.branches.isOnFork == before.shownWalk?.branches.isOnFork)
  }

  @Test func aPlaceFromBeforeKeepsItsScript() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ↓"))
    let place = try #require(model.shownWalk?.place(at: 0))
    #expect(WalkScreen.runsScript(place))
  }

  @Test func itStartsOverFromBeforeAll() throws {
    var model = try after("ping laptop web\n")
    try type(":start over\n", into: &model)
    #expect(model.shownWalk?.isBeforeAll == true && model.screens.count == 2)
  }

  // MARK: Drawings

  @Test func aStartToPlayFrom() throws {
    #expect(
      view(try model()).text == """
         Explore: A home, its provider, a data centre                0.000 ms  t 한국어
        ┌─ 1 Stack 2 Ladder [3 Map] 4 Tables 7 ─┬─ laptop ─────────────────────────────┐
        │       {laptop}         DNS  root      │ 192.0.2.130/26    00:00:5e:00:53:10  │
        │          │              │    │        │ gateway 192.0.2.129                  │
        │ phone──switch──router──isp──core──tld │ DNS     203.0.113.67                 │
        │          │                   │        │                                      │
        │        print           ns1──hall      │ Tables of laptop                     │
        │                              │        │ ARP cache              empty         │
        │                files────────rack──web │ routing table          2 rows        │
        │                              │        │                                      │
        │                             mail      │ Tab, Enter: all its tables (2)       │
        │ nothing has happened yet              │                                      │
        ├═ What shall happen? ══════════════════┴══════════════════════ Enter does it ═┤
        │ > 1  laptop asks web: are you there?       :ping laptop web                  │
        │   2  laptop opens the page                 :browse laptop www.example.com    │
        │   3  the same, cable isp-core being cut    :cut isp core, then 2             │
        │   4  phone asks printer: are you there?    :ping phone printer               │
        │                                                                              │
        │  Walk as you like afterwards: → ] . go on, ← takes it back, x d e spoil it.  │
        │  Each of these starts a run of its own; Esc comes back here.                 │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         Sends one echo request to 198.51.100.10, 4 routers away, and awaits the reply.
         1-4 ↑↓ choose  Enter do it  : other things  Tab look around  ? keys  q quit
        """)
  }

  @Test(arguments: Language.allCases) func itIsReadableAtEverySize(_ language: Language) throws {
    for size in ScreenTests.sizes {
      for way in ["", "3", "ESC", "TAB ↓", ": p i n g SPACE l a p t o p SPACE r", "1 ENTER", "3 ENTER →"] {
        let model = try model(way, language, width: size.0, height: size.1)
        let canvas = view(model)
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 })
        #expect(canvas.cursor.map(canvas.bounds.contains) == true)
        // The last two lines say all of what they say.
        if model.shownWalk?.isBeforeAll == true, model.prompt == nil {
          #expect(!canvas.lines[size.1 - 2].hasSuffix("…"), "\(way)\n\(canvas.text)")
        }
      }
    }
  }
}
