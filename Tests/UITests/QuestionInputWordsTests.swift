import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// Slots, one's own words and pointing, without any walk: keys in, drawing out.
@Suite struct QuestionInputWordsTests {
  // MARK: Slots

  static func slots(_ places: Bool, _ language: Language = .en, height: Int = 24) -> QuestionBench {
    let place = Subject.field(
      .init(layer: .init(name: "tcp", occurrence: 0), name: "tcp.ack_raw", occurrence: 0))
    let shape = InputShape.type([
      Slot(
        places ? .number : .oneOf(choices("laptop", "web", "nobody")), label: LocalizedRendering("Sender"),
        name: "who", place: places ? place : nil),
      Slot(
        places ? .number : .anyOf(choices("SYN", "ACK", "FIN")), label: LocalizedRendering("Flags"),
        name: "flags", place: places ? place : nil),
      Slot(.number, label: LocalizedRendering("ACK"), name: "ack", place: places ? place : nil),
    ])
    return QuestionBench(
      MadeUpKey(shapes: [shape], rightAnswer: .lines(["1", "2", "18"])),
      hints: [LocalizedText(en: "Look again.", ko: "다시 보세요.")], language: language, height: height)
  }

  @Test func partsAreTakenOneAfterTheOther() {
    var bench = Self.slots(false)
    #expect(bench.input.room(bench.context) == .tall)
    bench.press(keys("2 1 ENTER 1 2 1 ENTER 0 x 1 2"))
    #expect(
      bench.inside.prefix(5) == [
        "", "  What is it?", "    Sender  laptop      1 laptop   2 web   3 nobody",
        "    Flags   ACK         1 [ ] SYN 2 [✓] ACK 3 [ ] FIN", "  > ACK     0x12        18 = 0x12",
      ])
    bench.press(keys("↑ 1 ENTER"))
    #expect(bench.context.state.attempts.map(\.answer) == [.lines(["1", "1 2", "0x12"])])
    // Its own part was wrong as text; the first stays and is locked.
    #expect(bench.input.typed.map(\.string) == ["1", "", ""] && bench.input.cursor == 1)
    bench.press(keys("↑ 3"))
    #expect(bench.input.typed[0].string == "1")
    bench.press(keys("↓ 2 ENTER 1 8 ENTER"))
    #expect(bench.context.state.outcome == .right(attempt: 2))
    #expect(
      bench.inside.prefix(5) == [
        "            you said    the answer", "    Sender  laptop      laptop      ✓",
        "    Flags   ACK         ACK         ✓", "    ACK     18          18          ✓", "  That is why.",
      ])
  }

  @Test func noNameOfAValueBeginsWithTheKeyOfHints() throws {
    let field = try #require(Protocols.fields["tcp.flags"]?.first)
    for (value, isHint) in [(ValueForm.named(field), true), (.text, false)] {
      var bench = QuestionBench(
        MadeUpKey(
          shapes: [.type([Slot(.text, value: value, label: LocalizedRendering("Flags")), Slot(.number)])],
          rightAnswer: .lines(["ACK", "1"])),
        hints: [LocalizedText(en: "Look again.", ko: "다시 보세요.")])
      bench.press(keys("w"))
      #expect((bench.sentence == "Hint: Look again.") == isHint)
      #expect(bench.input.typed[0].string == (isHint ? "" : "w"))
    }
  }

  @Test func aMaskMayBeginWithItsSlash() {
    for (value, isTyped) in [(ValueForm.ipv4, true), (.network, true), (.text, false)] {
      var bench = QuestionBench(
        MadeUpKey(shapes: [.type([Slot(.text, value: value)])], rightAnswer: .lines(["/26"])))
      bench.press(keys("/ 2 6"))
      #expect((bench.input.typed[0].string == "/26") == isTyped)
    }
  }

  @Test func anEmptyPartGivesAHintAndThenTheAnswer() {
    var bench = Self.slots(false)
    bench.press(keys("ENTER"))
    #expect(bench.sentence == "Hint: Look again.")
    bench.press(keys("2"))
    #expect(bench.sentence.hasPrefix("Enter takes a part"))
    bench.press(keys("q"))
    #expect(bench.sentence == "Press one of the digits.")
    bench.press(keys("BS ENTER"))
    #expect(bench.context.state.outcome == .unknown)
    #expect(bench.inside.contains("    ACK     18"))
  }

  @Test func blanksOfTheFrameAreTypedUnderThePanes() {
    var bench = Self.slots(true)
    #expect(bench.input.room(bench.context) == .words)
    bench.press(keys("7 ENTER 4 2 0 w"))
    #expect(
      bench.rows == [
        " question 2 of 7: What is it?", " > blank 2 of 3   Flags   420           420 = 0x1a4", "", "",
      ])
    #expect(bench.sentence == "Hint: Look again.")
    #expect(bench.input.blanks(bench.context).map(\.text) == ["7", "420", ""])
    #expect(bench.input.blanks(bench.context).map(\.isCurrent) == [false, true, false])
    bench.press(keys("TAB TAB"))
    #expect(bench.passed.count == 1, "from the last blank Tab looks around")
  }

  // MARK: Parts of a prediction

  static func prediction(_ language: Language = .en, height: Int = 24) -> QuestionBench {
    let nothing = LocalizedText(en: "nothing", ko: "없음")
    let nobody = LocalizedText(en: "nobody", ko: "없음")
    let addresses = (1...6).map { Choice(LocalizedRendering("00:00:5e:00:53:0\($0)")) }
    let shape = InputShape.type([
      Slot(
        .oneOf(choices("laptop", "web")), nothing: nobody, label: LocalizedRendering("Sender"), name: "who"),
      Slot(.anyOf(addresses), nothing: nothing, label: LocalizedRendering("Addresses"), name: "to"),
      Slot(.text, nothing: nothing, label: LocalizedRendering("Flags"), name: "flags"),
      Slot(.number, nothing: nothing, label: LocalizedRendering("ACK"), name: "ack"),
    ])
    return QuestionBench(
      MadeUpKey(shapes: [shape], rightAnswer: .lines(["1", "1 3", "SYN w", "n"])), language: language,
      height: height)
  }

  @Test func whatThereIsToChooseStandsUnderAPartThatIsTooLongForARow() {
    var bench = Self.prediction(height: 22)
    #expect(
      bench.inside == [
        "", "  What is it?", "  > Sender     ________    1 laptop   2 web   n nobody",
        "    Addresses  ________",
        "    Flags      ________    n nothing", "    ACK        ________    a number   n nothing",
      ])
    bench.press(keys("2 ENTER 3 1"))
    // The part and all there is to choose for it are in sight.
    #expect(
      bench.inside == [
        "  What is it?", "    Sender     web         1 laptop   2 web   n nobody",
        "  > Addresses  00:00:5e:00:53:01, 00:00:5e:00:53:03",
        "      1 [✓] 00:00:5e:00:53:01 2 [ ] 00:00:5e:00:53:02",
        "      3 [✓] 00:00:5e:00:53:03 4 [ ] 00:00:5e:00:53:04",
        "      5 [ ] 00:00:5e:00:53:05 6 [ ] 00:00:5e:00:53:06 n nothing",
      ])
  }

  @Test func nothingIsAnAnswerAndWordsMayHaveAnyLetter() {
    var bench = Self.prediction()
    bench.press(keys("n ENTER 1 3 ENTER") + "syn w".map { .character($0) } + keys("ENTER 7 w"))
    #expect(bench.input.typed.map(\.string) == ["n", "1 3", "syn w", "7"])
    #expect(bench.context.state.hintsGiven == 0 && bench.sentence.hasPrefix("There are no more hints"))
    bench.press(keys("BS n"))
    #expect(bench.inside.contains { $0.hasPrefix("  > ACK        nothing") })
    bench.press(keys("ENTER"))
    #expect(bench.context.state.attempts.map(\.answer) == [.lines(["n", "1 3", "syn w", "n"])])
    // Two were right; of the others it is said what they were.
    #expect(
      bench.inside.contains { $0.hasPrefix("  > Sender     ________") && $0.hasSuffix("✗ you: nobody") })
    #expect(bench.inside.contains { $0.hasPrefix("    ACK        nothing") && $0.hasSuffix("✓") })
    bench.press(keys("1 ENTER q ENTER"))
    #expect(bench.context.state.outcome == .wrong)
    #expect(bench.rows[0].hasPrefix("┌═ Not this time: 3 of 4 right ═"))
    #expect(
      bench.inside.contains { $0.contains("the run did") } && bench.rows.allSatisfy { $0.displayWidth <= 80 })
  }

  @Test func oneChoiceAloneIsAskedForInThePanel() {
    let shape = InputShape.type([Slot(.oneOf(choices("laptop", "web")), name: "who")])
    var bench = QuestionBench(MadeUpKey(shapes: [shape], rightAnswer: .lines(["2"])))
    #expect(
      bench.input.room(bench.context) == .tall && bench.inside.contains { $0.contains("1 laptop   2 web") })
    bench.press(keys("2 ENTER"))
    #expect(bench.context.state.outcome == .right(attempt: 1))
  }

  // MARK: One's own words, then points

  static func explain(_ language: Language = .en, height: Int = 24) -> QuestionBench {
    let points = ["it looks into its cache", "it asks everybody", "it stores the answer"].enumerated().map {
      Choice(LocalizedRendering($1), moment: 10 + $0)
    }
    return QuestionBench(
      MadeUpKey(shapes: [.lines, .mark(points)], rightAnswer: .inTurn([.lines([]), .places([0, 1, 2])])),
      language: language, height: height)
  }

  @Test func wordsAreTypedThenPointsAreTicked() {
    var bench = Self.explain()
    #expect(bench.rows[0].hasPrefix("┌═ Explain, in your own words ═"))
    bench.press("looks in its cache".map { .character($0) } + [.enter] + "한글 ㅈ".map { .character($0) })
    #expect(bench.inside[2...3] == ["    looks in its cache", "  > 한글 ㅈ"])
    bench.press([.enter, .enter])
    #expect(bench.asked == [.look(10)])
    #expect(bench.rows[0].hasPrefix("┌═ What did you say? Tick it as the walk shows it ═"))
    #expect(bench.rows[0].hasSuffix(" 0 of 1 so far ═┐"))
    bench.press(keys("SPACE →"))
    #expect(bench.asked == [.look(10), .look(11)])
    #expect(
      bench.inside.prefix(6) == [
        "", "  What is it?", "    [✓] it looks into its cache", "  > [ ] it asks everybody", "    ····",
        "  you: \"한글 ㅈ\"                                                       2 of 2",
      ])
    bench.press(keys("ENTER"))
    #expect(bench.sentence == "1 not seen yet count as not said. Enter again ends.")
    bench.press(keys("→ SPACE → "))
    #expect(
      bench.context.state.attempts.map(\.answer) == [
        .inTurn([.lines(["looks in its cache", "한글 ㅈ"]), .places([0, 2])])
      ])
  }

  @Test func escapeKeepsWhatWasTold() throws {
    var bench = Self.explain()
    bench.press(keys("a b ESC"))
    #expect(bench.asked == [.lookAround])
    bench.context.hasFocus = false
    #expect(bench.rows[0] == " A question is waiting: → or Tab goes back to it.")
    bench.press(keys("→"))
    #expect(bench.asked == [.lookAround, .comeBack])
    bench.context.hasFocus = true
    #expect(bench.inside[2] == "  > ab")
  }

  // MARK: Pointing

  static func pointing(several: Bool) -> QuestionBench {
    let targets = ["laptop", "router", "web"].map {
      Pointable.Target(.device($0), name: $0, label: LocalizedText(en: $0, ko: $0))
    }
    return QuestionBench(
      MadeUpKey(
        shapes: [.point(Pointable(.device, targets, at: BranchMoment(moment: 5)), several: several)],
        rightAnswer: .subjects(several ? [.device("router"), .device("web")] : [.device("web")])))
  }

  @Test func whatIsUnderTheCursorOfAnyPaneAnswers() {
    var bench = Self.pointing(several: false)
    #expect(bench.rows[1] == " > Choose a device above with ↑↓, then Enter.")
    bench.context.pointed = .layer(.init(name: "ip", occurrence: 0))
    bench.press(keys("ENTER"))
    #expect(bench.passed.count == 1, "what is not asked for opens as always")
    bench.context.pointed = .device("router")
    bench.press(keys("ENTER"))
    #expect(bench.rows[1] == " ✗ Not quite.")
    bench.context.pointed = .device("web")
    bench.press(keys("ENTER"))
    #expect(bench.context.state.outcome == .right(attempt: 2))
    #expect(bench.rows[0] == " ✓ Right: so it is")
    bench.context.hasFocus = true
    #expect(
      bench.inside.prefix(5) == [
        "  ✓ so it is", "    That is why.", "  ✗ you: router", "    Not quite.", "  Asked: What is it?",
      ])
  }

  @Test func severalThingsAreTakenAndThenAnswered() {
    var bench = Self.pointing(several: true)
    for name in ["router", "laptop", "web"] {
      bench.context.pointed = .device(name)
      bench.press(keys("SPACE"))
    }
    bench.context.pointed = .device("laptop")
    bench.press(keys("SPACE"))
    #expect(bench.rows[1] == " > router, web")
    bench.press(keys("ENTER"))
    #expect(bench.context.state.outcome == .right(attempt: 1))
  }
}

/// What a number line takes is the beginning of a number, an address or a prefix.
@Test(arguments: [
  ("e66", false), ("abc", false), ("x66", false), ("./", false), ("hello", false), ("0b12", false),
  ("0x1f", true),
  ("0b101", true), ("1_000", true), ("192.0.2.0/26", true), ("00:00:5e", true), ("0.25", true), ("-5", true),
  ("１８", true), ("", true),
])
func aNumberLineTakesNoOtherLetters(line: String, isTaken: Bool) {
  #expect(Slot.beginsNumber(line) == isTaken)
}
