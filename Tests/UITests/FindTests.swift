import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// `/`, `n`, `p`, going by number, and `y`.
@Suite struct FindTests {
  private func model(_ text: String = "", _ language: Language = .en) throws -> Model {
    var model = try Fixture.plainModel(language)
    try model.press(keys(text))
    return model
  }

  private func finding(_ filter: String, in model: Model, _ enter: Bool = true) throws -> Model {
    var model = model
    _ = update(&model, "/")
    for character in filter { _ = update(&model, .character(character)) }
    if enter { _ = update(&model, .enter) }
    return model
  }

  private func moment(_ model: Model) throws -> Int { try #require(model.shownWalk).moment }

  // MARK: Matches

  @Test(arguments: [
    "arp", "ip.ttl == 64", "ip.ttl < 64", "icmp.type == 8", "tcp.flags.syn == 1 && !tcp.flags.ack == 1",
    "eth.dst == ff:ff:ff:ff:ff:ff", "frame.len > 100", "dns || http", "ip.src == laptop.ip", "not ip",
    "moment.kind == \"arp.request\"", "moment.device == \"laptop\" && ip.ttl == 64", "moment.drop",
    "moment.frame == 3", "moment.time > 0.001", "len(http.host) == 15", "ip.addr == 192.0.2.0/24",
    "laptop.arp[192.0.2.129]", "laptop.arp[arp.src.proto_ipv4].age < 1", "count(laptop.tcp) > 0",
    "moment.address == laptop.ip", "switch.mac[laptop.mac].port == 1",
  ])
  func findsWhatTheExpressionHoldsFor(_ filter: String) throws {
    for fixture in [Fixture.home, Fixture.twoHosts] {
      var walk = try fixture.get()
      let timeline = walk.recording.timeline
      let vocabulary = ExpressionScope(devices: timeline.front.vocabulary)
      let expression = try Expression(filter, as: .condition, vocabulary)
      var context = TimelineContext(timeline)
      var expected: [Int] = []
      for moment in timeline.moments
      where expression.readsMoments || moment.kind == MomentKind.physical.transmit {
        context.moment = moment.number
        if context.holds(expression) { expected.append(moment.number) }
      }
      let found = walk.matches(expression)
      #expect(found.moments == expected)
      #expect(found.isComplete)
      #expect(!found.hidesLater)
      // Asked again it reads from what it kept.
      let again = walk.matches(expression).moments
      #expect(again == expected)
    }
  }

  @Test func theNextMatchAfterNowThenOnAndBack() throws {
    var model = try finding("arp.opcode == 2", in: try model("]"))
    let first = try moment(model)
    #expect(view(model).lines[22].hasPrefix(" Match 1 of "))
    #expect(view(model).lines[0].contains("◂ moment"))
    try model.press(keys("n"))
    let second = try moment(model)
    #expect(second > first)
    try model.press(keys("p"))
    #expect(try moment(model) == first)
    try model.press(keys("p"))
    #expect(view(model).lines[22] == " p no earlier match of arp.opcode == 2.")
    // One way back, however many matches were looked at.
    try model.press(keys("n ESC"))
    let walk = try #require(model.shownWalk)
    #expect(walk.jumps.isEmpty)
    #expect(walk.moment < first)
  }

  @Test func behindTheLastMatchTheFirstComesAgain() throws {
    var model = try finding("arp", in: try model(">"))
    try model.press(keys("n n n n n n n n"))
    #expect(view(model).lines[22] == " n no later match of arp.")
    model = try finding("arp", in: model, false)
    #expect(view(model).lines[22].hasPrefix(" None after this: Enter goes back to frame 1."))
    _ = update(&model, .enter)
    #expect(view(model).lines[22].contains("from the start again"))
    #expect(try #require(model.shownWalk).scene.moment.frame == 1)
  }

  @Test func withoutASearchTheNextMatchSaysHowToBegin() throws {
    #expect(view(try model("n")).lines[22] == " n p come after a search: / begins one.")
  }

  @Test func nothingFoundStaysInTheLine() throws {
    let model = try finding("ip.ttl == 1", in: try model())
    #expect(model.prompt != nil)
    #expect(view(model).lines[22] == " ✗ no frame matches")
  }

  // MARK: What the line says

  private func panel(_ filter: String, _ language: Language = .en) throws -> String {
    view(try finding(filter, in: try model("", language), false)).lines[12...].joined(separator: "\n")
  }

  @Test func theCountIsSaidWhileItIsTyped() throws {
    #expect(
      try panel("arp.opcode == 1") == """
        ├═ Find ════════════════════════════════┴═══════════════════ ✓ 2 frames match ═┤
        │ > arp.opcode == 1                                                            │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         Enter goes to frame 1.
         ↑↓ choose  Tab complete  Ctrl-U clear  Enter accept  Esc cancel
        """)
  }

  /// First the names that begin with it, then those of which a part does.
  @Test func wholeWordsComeBeforePartsOfWords() throws {
    let start = try model("] ] ]")
    func offered(_ filter: String) throws -> [String] {
      try #require(try finding(filter, in: start, false).prompt).reading.suggestions.map(\.name)
    }
    let ports = try offered("port")
    #expect(ports.contains("tcp.srcport"))
    #expect(ports.firstIndex(of: "tcp.port")! < ports.firstIndex(of: "tcp.dstport")!)
    let opcodes = try offered("target")
    #expect(opcodes.first == "dns.srv.target")
    let all = try offered("a")
    #expect(all.first!.hasPrefix("a"))
  }

  @Test func aTableIsCompletedFromItsNameToItsColumn() throws {
    let start = try model("] ] ] ] ] ]")
    func offered(_ filter: String) throws -> [String] {
      try #require(try finding(filter, in: start, false).prompt).reading.suggestions.map(\.name)
    }
    #expect(try offered("laptop.ar").first == "laptop.arp")
    #expect(try offered("laptop.arp[") == ["10.0.0.20]"])
    #expect(try offered("laptop.arp[10.0.0.20].") == [".address", ".mac", ".state", ".age"])
    #expect(try offered("laptop.arp[10.0.0.20].m") == [".mac"])
    #expect(try offered("switch.mac[00:00:5e:00:53:1").count == 2)
    #expect(try offered("laptop.routes[10.0.0.0].p") == [".prefix"])
    #expect(try offered("coun").contains("count("))
    var line = try finding("laptop.arp[", in: start, false)
    _ = update(&line, .tab)
    #expect(line.prompt?.line.string == "laptop.arp[10.0.0.20]")
    #expect(line.prompt?.reading.status?.text.hasPrefix("✓ ") ?? false)
    let says = try finding("laptop.arp", in: start, false).prompt?.reading.suggestions.first?.sentence
    #expect(
      says ?? "" == "laptop, ARP cache: the MAC address for each IP address on this link." || says == nil)
    #expect(
      try panel("laptop.arpp").contains("✗ a device has no \"arpp\"; did you mean \"arp\"?"))
  }

  @Test func aWrongNameIsMarkedAndTabTakesWhatWasMeant() throws {
    var model = try finding("tcp.flag.syn && ip", in: try model(), false)
    #expect(
      view(model).lines[22] == " ✗ unknown name tcp.flag.syn. Did you mean tcp.flags.syn? Tab replaces it.")
    #expect(view(model).roleLines[13].hasPrefix("q.sswwwwwwwwwwww.."))
    _ = update(&model, .tab)
    #expect(model.prompt?.line.string == "tcp.flags.syn && ip")
  }

  @Test func aWordGrowsByTabAndItsSentenceIsRead() throws {
    var model = try finding("arp.op", in: try model(), false)
    #expect(view(model).lines[14].hasPrefix("│  arp.opcode"))
    _ = update(&model, .down)
    #expect(view(model).lines[22] == " What arp.opcode is for.")
    _ = update(&model, .tab)
    #expect(model.prompt?.line.string == "arp.opcode")
    for key in keys("SPACE = = SPACE 1 HOME") { _ = update(&model, key) }
    #expect(model.prompt?.line.string == "arp.opcode == 1")
  }

  @Test func kindsOfMomentComplete() throws {
    var model = try finding("moment.kind == \"arp.mi", in: try model(), false)
    #expect(view(model).lines[14].contains("arp.miss"))
    #expect(view(model).lines[14].contains("does … by arp.miss"))
    _ = update(&model, .tab)
    #expect(model.prompt?.line.string == "moment.kind == \"arp.miss\"")
    _ = update(&model, .enter)
    #expect(try #require(model.shownWalk).scene.moment.kind.name == "arp.miss")
  }

  @Test func koreanLettersAreTurnedBackAndSaid() throws {
    var model = try model("", .ko)
    try model.press(["/", "ㅑ", "ㅔ"])
    #expect(model.prompt?.line.string == "ip")
    #expect(view(model).lines[22] == " 한글 입력을 영문으로 바꿨습니다: ㅑㅔ → ip")
    try model.press([" "])
    #expect(!view(model).lines[22].contains("ㅑ"))
  }

  @Test func everyRefusalIsInKoreanToo() throws {
    for filter in [
      "ip.ttl = 6 ", "(ip", "ip.ttl == 6 7", "ip == 3", "ip.ttl == \"x\" ", "[", "{", "ip.src == 1.2.3 ",
      "arp.opcode",
      "5-3 == 2", "moment.wrong == 1 ", "laptop.wrong == 1 ", "switch.ip == 1 ", "moment.kind == \"x\" ",
      "ip.src < 10.0.0.0/8 ", "!!", "ip & tcp", "'a' == 1", "len(5) == 3 ", "ip.ttl#0 == 1 ",
      "1 / ip.src == 2 ",
    ] {
      let says = try panel(filter, .ko).split(separator: "\n").dropLast().last ?? ""
      let isKorean = says.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
      #expect(isKorean, "\(filter): \(says)")
    }
  }

  // MARK: By number

  @Test func framesMomentsAndStopsByNumber() throws {
    var model = try model("")
    func go(_ text: String) {
      _ = update(&model, ":")
      _ = update(&model, .paste(text))
      _ = update(&model, .enter)
    }
    go("4")
    #expect(try #require(model.shownWalk).scene.moment.frame == 4)
    go("m 9")
    #expect(try moment(model) == 9)
    go("순간 12")
    #expect(try moment(model) == 12)
    go("m 0")
    #expect(view(model).lines[22].hasPrefix(" Moments have numbers from 1 to 44."))
    _ = update(&model, .escape)
    go("99999999999999999999")
    #expect(try moment(model) == 12)
    _ = update(&model, .escape)
    go("stop 2")
    #expect(view(model).lines[22].contains("Only a lesson has stops.") || model.prompt != nil)
  }

  @Test func goingByNumberAsksForIt() throws {
    var model = try model("")
    _ = update(&model, ":")
    _ = update(&model, .paste("go to moment"))
    _ = update(&model, .enter)
    #expect(view(model).lines[12].hasPrefix("├═ Go to moment ═"))
    #expect(view(model).lines[22] == " Moments have numbers from 1 to 44.")
    try model.press(keys("2 0 ENTER"))
    #expect(try moment(model) == 20)
    #expect(view(model).lines[22] == " This is moment 20. Esc goes back.")
    try model.press([.escape])
    #expect(try moment(model) == 1)
  }

  @Test func anUnansweredQuestionHidesWhatComesBehindIt() throws {
    let tour = try Fixture.tour.get()
    var model = Fixture.model(tour)
    let asks = try #require(tour.lesson?.stops.first { !$0.before.isEmpty })
    for filter in ["moment.number > 0", "eth", "moment.number > \(asks.moment)"] {
      model = try finding(filter, in: model)
      #expect(try moment(model) < asks.moment, "\(filter)")
      for _ in 0..<5 { try model.press(keys("n")) }
      #expect(try moment(model) < asks.moment, "\(filter)")
      #expect(model.shownWalk?.position.furthest ?? .max < asks.moment)
      _ = update(&model, .escape)
    }
    _ = update(&model, ":")
    _ = update(&model, .paste("m \(asks.moment)"))
    _ = update(&model, .enter)
    #expect(try moment(model) < asks.moment)
    #expect(view(model).lines[22].contains("There is an unanswered question before it"))
  }

  @Test func aMarkFurtherOnIsNoName() throws {
    let tour = try Fixture.tour.get()
    let marks = try #require(tour.lesson?.run.trunkMarks)
    let late = try #require(marks.max { $0.value < $1.value })
    let model = try finding("\(late.key).frame.number == 3 ", in: Fixture.model(tour), false)
    #expect(view(model).lines[22].contains("unknown name"))
  }

  // MARK: Copying

  private func copied(_ text: String) throws -> [String] {
    var model = try Fixture.plainModel(.en)
    var found: [String] = []
    for key in keys(text) {
      if case .copy(let text) = update(&model, key) { found.append(text) }
    }
    return found
  }

  @Test func aFieldIsCopiedAsAFilterThenAsItsValue() throws {
    #expect(try copied("] ↓ y y") == ["eth.dst == ff:ff:ff:ff:ff:ff", "ff:ff:ff:ff:ff:ff"])
    #expect(try copied("] ↓ y ↓ y") == ["eth.dst == ff:ff:ff:ff:ff:ff", "eth.src == 00:00:5e:00:53:10"])
    #expect(try copied("] y") == ["eth"])
  }

  @Test func bytesAreCopiedInHexadecimal() throws {
    let found = try copied("] ↓ TAB y y")
    #expect(found[0] == "ff:ff:ff:ff:ff:ff")
    #expect(found[1].hasPrefix("ff:ff:ff:ff:ff:ff:00:00:5e:00:53:10:08:06:"))
    #expect(found[1].utf8.count == 60 * 3 - 1)
  }

  @Test func aRowOfAPictureIsCopiedAsItsSentence() throws {
    let found = try copied("] ] ] ] 2 TAB TAB ↓ y")
    #expect(found == ["Frame 3 and on: ARP, from print to laptop, over 2 cables. Enter goes there."])
  }

  @Test func whatWasCopiedIsSaid() throws {
    var model = try model("] ↓ y")
    #expect(view(model).lines[22] == " Copied (y again: value): eth.dst == ff:ff:ff:ff:ff:ff")
    try model.press(keys("y"))
    #expect(view(model).lines[22] == " Copied: ff:ff:ff:ff:ff:ff")
  }
}
