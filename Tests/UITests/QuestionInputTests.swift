import Analysis
import Documents
import Lessons
import Terminal
import Testing

@testable import UI

/// Each shape of an answer without any walk: keys in, drawing out.
@Suite struct QuestionInputTests {
  // MARK: Several choices

  static func several(_ language: Language = .en, height: Int = 24) -> QuestionBench {
    let shape = InputShape.choose(
      choices("destination MAC", "source MAC", "source IP", "Time to Live", "source port", "checksum"),
      several: true)
    return QuestionBench(
      MadeUpKey(shapes: [shape], rightAnswer: .places([0, 1, 3, 5]), foreseen: [.places([0, 2])]),
      language: language, height: height)
  }

  @Test func severalAreTickedAndEnterAloneAnswers() {
    var bench = Self.several()
    #expect(!bench.inside.contains { $0.contains(">") }, "nothing is chosen for the learner")
    #expect(bench.sentence.hasPrefix("Tick all that are right"))
    bench.press(keys("ENTER"))
    #expect(bench.sentence == "Nothing is ticked: tick all that are right, or 0 shows them.")
    bench.press(keys("1 4 2"))
    #expect(
      bench.rows == [
        "┌═ Before you go on: predict ════════════════════════════════ question 2 of 7 ═┐",
        "│  What is it?                                                                 │",
        "│    1 [✓] destination MAC                                                     │",
        "│  > 2 [✓] source MAC                                                          │",
        "│    3 [ ] source IP                                                           │",
        "│    4 [✓] Time to Live                                                        │",
        "│    5 [ ] source port                                                         │",
        "│    6 [ ] checksum                                                            │",
        "│    0  I don't know, show me                                                  │",
        "└──────────────────────────────────────────────────────────────────────────────┘",
      ])
    #expect(bench.sentence == "3 ticked. Space takes a tick off; Enter answers with what is ticked.")
    #expect(
      bench.footer
        == "1-6 tick  ↑↓ Space tick  Enter answer  0 don't know  w hint  → skip  ? keys")
    bench.press(keys("↓ ↓ SPACE SPACE SPACE ↓ ↓ SPACE"))
    #expect(bench.input.ticks == [0, 1, 5])
    bench.press(keys("4 ENTER"))
    #expect(bench.context.state.outcome == .right(attempt: 1))
    #expect(
      bench.inside.prefix(5) == [
        "    ✓ destination MAC                                             your answer",
        "    ✓ source MAC                                                  your answer",
        "    ✓ Time to Live                                                your answer",
        "    ✓ checksum                                                    your answer", "  That is why.",
      ])
    bench.press(keys("→"))
    #expect(bench.asked == [.goOn])
  }

  @Test func aWrongSetKeepsItsTicksForTheSecondTry() {
    var bench = Self.several(height: 22)
    bench.press(keys("1 3 ENTER"))
    #expect(
      bench.inside == [
        "  ✗ Those two change places.", "    1 [✓] destination MAC", "    2 [ ] source MAC",
        "  > 3 [✓] source IP",
        "    4 [ ] Time to Live", "    5 [ ] source port",
      ])
    #expect(bench.rows.last?.hasSuffix(" 1-5 of 6 ▾ ─┘") == true)
    bench.press(keys("END"))
    #expect(bench.inside.last == "  > 6 [ ] checksum")
    #expect(bench.rows.last?.hasSuffix(" ▴ 2-6 of 6 ─┘") == true)
    bench.press(keys("3 2 ENTER"))
    #expect(bench.context.state.outcome == .wrong)
    #expect(bench.inside.contains("    ✓ Time to Live"))
    #expect(bench.inside.contains { $0.hasPrefix("    ✓ source MAC") && $0.hasSuffix("your answer") })
  }

  // MARK: Order

  static func order(_ language: Language = .en, height: Int = 24) -> QuestionBench {
    let shape = InputShape.order(
      choices("asks everyone", "stores the answer", "is answered", "sends the frame"))
    return QuestionBench(
      MadeUpKey(shapes: [shape], rightAnswer: .places([0, 2, 1, 3]), foreseen: [.places([0, 1, 3, 2])]),
      language: language, height: height)
  }

  @Test func anItemIsLiftedCarriedAndPutDown() {
    var bench = Self.order()
    bench.press(keys("ENTER"))
    #expect(bench.context.state.attempts.isEmpty && bench.sentence.hasPrefix("Nothing is in order yet"))
    bench.press(keys("3 SPACE ↑"))
    #expect(bench.input.phase(bench.context) == .carrying)
    #expect(
      bench.inside.prefix(6) == [
        "", "  What is it?", "    1   asks everyone",
        "  > 2 { is answered       }\(blanks(36))carried, was 3",
        "    3   stores the answer", "    4   sends the frame",
      ])
    #expect(bench.sentence == "Carrying \"is answered\". ↑↓ or a digit moves it, Space puts it down here.")
    #expect(bench.footer == "↑↓ carry  1-4 to that place  Space put down  Esc put back  ? keys")
    // Enter while carrying only puts down.
    bench.press(keys("ENTER"))
    #expect(bench.context.state.attempts.isEmpty && bench.input.lifted == nil)
    bench.press(keys("ENTER"))
    #expect(bench.context.state.outcome == .right(attempt: 1))
  }

  @Test(arguments: Language.allCases)
  func longTextsLeaveRoomInTheSentence(_ language: Language) {
    let long = String(repeating: "sends 이 패킷 ", count: 6)
    for shape in [InputShape.order(choices(long, "b")), .pair(choices(long, "b"), choices("c", "d"))] {
      var bench = QuestionBench(MadeUpKey(shapes: [shape], rightAnswer: .places([1, 0])), language: language)
      bench.press(keys("HOME SPACE"))
      #expect(bench.sentence.displayWidth <= 79, "\(bench.sentence)")
      bench.press(keys("SPACE ENTER"))
      #expect(bench.sentence.displayWidth <= 79, "\(bench.sentence)")
    }
  }

  @Test func whatIsCarriedGoesBackWhereItWas() {
    var bench = Self.order()
    bench.press(keys("1 SPACE 4"))
    #expect(bench.input.order == [1, 2, 3, 0])
    bench.press(keys("ESC"))
    #expect(bench.input.order == [0, 1, 2, 3] && bench.input.cursor == 0 && bench.input.lifted == nil)
    bench.press(keys("ESC"))
    #expect(bench.asked == [.lookAround])
  }

  @Test func theAnswerSaysWhereEachOneHadBeenPut() {
    var bench = Self.order()
    bench.press(keys("3 SPACE ↓ SPACE ENTER"))
    #expect(bench.context.state.attempts.count == 1)
    #expect(bench.inside.contains("  ✗ Those two change places."))
    #expect(bench.input.order == [0, 1, 3, 2], "the second try starts from the learner's own order")
    bench.press(keys("0"))
    #expect(
      bench.inside.prefix(5) == [
        "    1   asks everyone\(blanks(55))✓", "    2   is answered\(blanks(48))✗ you: 4th",
        "    3   stores the answer\(blanks(42))✗ you: 2nd", "    4   sends the frame\(blanks(44))✗ you: 3rd",
        "  That is why.",
      ])
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  // MARK: Pairs

  static func pairs(_ language: Language = .en, height: Int = 24) -> QuestionBench {
    let shape = InputShape.pair(
      choices("Transport", "Internet", "Link"), choices("packet", "frame", "bit", "segment"))
    return QuestionBench(
      MadeUpKey(shapes: [shape], rightAnswer: .pairs([3, 0, 1]), foreseen: [.pairs([3, 1, 0])]),
      language: language, height: height)
  }

  @Test func aDigitGivesThePartnerAndGoesOn() {
    var bench = Self.pairs()
    bench.press(keys("4"))
    #expect(
      bench.inside == [
        "", "  What is it?", "    Transport   4 segment      1 packet",
        "  > Internet    _              2 frame",
        "    Link        _              3 bit", "                               4 segment   used",
        "    0  I don't know, show me", "",
      ])
    #expect(bench.sentence == "Internet: press the number of its partner. 2 of 3 are left.")
    bench.press(keys("ENTER"))
    #expect(bench.sentence == "Internet has no partner yet.")
    bench.press(keys("2 2"))
    #expect(bench.input.partners == [3, 1, 1], "two may have the same partner")
    bench.press(keys("BS ENTER"))
    #expect(bench.context.state.attempts.isEmpty && bench.input.partners == [3, 1, nil])
    bench.press(keys("1"))
    #expect(bench.input.partners == [3, 1, 0])
  }

  /// What may be chosen is never cut away.
  @Test func whereBothSidesAreWideTheNumberStandsForThePartner() {
    let shape = InputShape.pair(
      choices("A browser that reads too late", "A queue is full"),
      choices("congestion control", "flow control by the receiver"))
    var bench = QuestionBench(
      MadeUpKey(shapes: [shape], rightAnswer: .pairs([1, 0]), foreseen: [.pairs([0, 1])]))
    bench.press(keys("2"))
    #expect(
      bench.inside.prefix(4) == [
        "", "  What is it?", "    A browser that reads too late  2  1 congestion control",
        "  > A queue is full                _  2 flow control by the receiver",
      ])
    bench.press(keys("2 ↑ 1 ENTER 0"))
    #expect(
      bench.inside.prefix(4) == [
        "    A browser that reads too late   congestion control ✗",
        "                                    → flow control by the receiver",
        "    A queue is full                 flow control by the receiver ✗",
        "                                    → congestion control",
      ])
  }

  @Test func rightPairsStayAndTheAnswerShowsBoth() {
    var bench = Self.pairs()
    bench.press(keys("4 2 1 ENTER"))
    #expect(bench.input.partners == [3, nil, nil] && bench.input.cursor == 1)
    #expect(bench.inside.contains("  ✗ Those two change places."))
    bench.press(keys("3 1 ENTER"))
    #expect(bench.context.state.outcome == .wrong)
    #expect(
      bench.inside.prefix(4) == [
        "    Transport   segment ✓", "    Internet    bit ✗ → packet", "    Link        packet ✗ → frame",
        "  That is why.",
      ])
  }
}
