import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// Each shape in the plain dialogue, asked by a question of no kind.
struct PlainShapeTests {
  /// A dialogue at the last stop of the sample, where the question is asked.
  private func dialogue(_ key: MadeUpKey, _ language: Language = .en) throws -> (PlainDialogue, [String]) {
    let sample = try LessonSample()
    defer { sample.remove() }
    let reference = ReferenceLibrary(sample.library)
    _ = reference.missing
    var run = try sample.run()
    let last = run.stops[2]
    run.stops[2] = .init(
      id: last.id, at: last.at, say: last.say, light: [], view: nil, before: [],
      after: [key.question(at: last.at)]
    )
    var dialogue = PlainDialogue(
      run, language: language, reference: reference, step: 2, wrap: { text, _ in [text] })
    _ = dialogue.begin()
    let asked = dialogue.take("")
    return (dialogue, asked)
  }

  @Test func severalChoices() throws {
    let key = MadeUpKey(shapes: [InputShapeTests.several], rightAnswer: .places([0, 2]))
    var (dialogue, asked) = try dialogue(key)
    #expect(
      asked == [
        "Question 2 of 2.", "What is it?", "  1  a", "  2  b", "  3  c",
        "Type the numbers of all that are right: 1 3.", "",
      ])
    #expect(dialogue.take("1 4") == ["Type the numbers of all that are right, from 1 to 3: 1 3.", ""])
    #expect(
      dialogue.take("1") == [
        "No. Two of them are right.", "One more try; Enter shows the answer.", "",
      ])
    #expect(dialogue.take("3 1").first == "Right. That is why.")
  }

  @Test func anOrder() throws {
    var (dialogue, asked) = try dialogue(
      MadeUpKey(shapes: [InputShapeTests.order], rightAnswer: .places([1, 0, 2])))
    #expect(asked.suffix(2) == ["Type the numbers in their order: 2 1 3.", ""])
    #expect(dialogue.take("1 2") == ["Type all numbers from 1 to 3 in their order.", ""])
    #expect(dialogue.take("2 1 3").first == "Right. That is why.")
  }

  @Test func pairs() throws {
    var (dialogue, asked) = try dialogue(
      MadeUpKey(shapes: [InputShapeTests.pair], rightAnswer: .pairs([1, 0])))
    #expect(
      asked.dropFirst(2) == [
        "  1  a", "  2  b", "    a  x", "    b  y", "    c  z", "Type each number with its letter: 1b 2a.",
        "",
      ])
    #expect(dialogue.take("1a 2b").first == "No. Two of them are right.")
    #expect(dialogue.take("1b 2a").first == "Right. That is why.")
  }

  /// Where rows are counted from 1; a value, a byte and one's own words may be a nought.
  @Test func aNoughtIsNotKnowingWhereRowsAreChosen() throws {
    let rows: [(InputShape, Answer)] = [
      (InputShapeTests.several, .places([0, 2])), (InputShapeTests.order, .places([1, 0, 2])),
      (InputShapeTests.pair, .pairs([1, 0])),
    ]
    for (shape, right) in rows {
      for nought in ["0", "０"] {
        var (dialogue, _) = try dialogue(MadeUpKey(shapes: [shape], rightAnswer: right))
        let said = dialogue.take(nought)
        #expect(said.first?.hasSuffix(" That is why.") == true && dialogue.isOver, "\(shape): \(said)")
      }
    }
    var (dialogue, _) = try dialogue(MadeUpKey(shapes: [.type([Slot(.number)])], rightAnswer: .lines(["0"])))
    #expect(dialogue.take("0").first == "Right. That is why.")
  }

  @Test func severalSlots() throws {
    let slots = InputShape.type([
      Slot(.oneOf(choices("laptop", "web")), label: LocalizedRendering("Who sends"), name: "who"),
      Slot(.number, label: LocalizedRendering("ACK"), name: "tcp.ack"),
    ])
    var (dialogue, asked) = try dialogue(MadeUpKey(shapes: [slots], rightAnswer: .lines(["2", "7"])))
    #expect(
      asked.dropFirst(3) == [
        "  Who sends", "    1  laptop", "    2  web", "  ACK (tcp.ack)",
        "Type 2 values in their order, with / between them.", "",
      ])
    #expect(asked[2].hasPrefix("Now showing 60 bytes: "))
    #expect(dialogue.take("2 x") == ["Type a number: 18, 0x12 or 0b10010.", ""])
    #expect(dialogue.take("tcp.ack=7 who=2").first == "Right. That is why.")
  }

  /// What a port is called is what is typed for it, whatever its place in the list; and of a set all may be typed.
  @Test(arguments: Language.allCases)
  func portsGoByTheirNumbersAndSetsSaySo(language: Language) throws {
    func port(_ name: String, _ text: String) -> Choice { Choice(LocalizedRendering(text), name: name) }
    let slots = InputShape.type([
      Slot(
        .anyOf([port("2", "2"), port("5", "port 5")]), label: LocalizedRendering("Out"), name: "moment.ports"),
      Slot(.oneOf(choices("phone", "web")), label: LocalizedRendering("TTL"), name: "ip.ttl"),
    ])
    var (dialogue, asked) = try dialogue(
      MadeUpKey(shapes: [slots], rightAnswer: .lines(["1 2", "2"])), language)
    #expect(
      asked.dropFirst(3) == [
        "  Out", "    2", "    5  port 5", "  TTL (ip.ttl)", "    1  phone", "    2  web",
        language == .en
          ? "Type 2 values in their order, with / between them. Of several that are right, all: 1 3 / 2."
          : "값 2개를 순서대로, 사이에 /를 넣어 입력하세요. 맞는 것이 여럿이면 모두 입력하세요. 예: 1 3 / 2", "",
      ])
    #expect(dialogue.take("5 2 / web").first?.hasPrefix(language == .en ? "Right." : "맞습니다.") == true)
  }

  /// `The answer: 443. 443 is …` says it twice.
  @Test(arguments: [
    ("That", "The answer: That is why."), ("that is", "The answer: That is why."),
    ("Tha", "The answer: Tha. That is why."), ("so it is", "The answer: so it is. That is why."),
  ])
  func aReasonThatBeginsWithTheAnswerSaysBoth(solution: String, said: String) throws {
    let key = MadeUpKey(
      shapes: [.choose(choices("a", "b"), several: false)], rightAnswer: .places([0]),
      solution: LocalizedRendering(solution))
    var (dialogue, _) = try dialogue(key)
    #expect(dialogue.take("0").first == said)
  }

  @Test func thingsToPointAt() throws {
    let shape = InputShape.point(
      Pointable(.device, InputShapeTests.devices, at: BranchMoment(moment: 1)), several: false)
    var (dialogue, asked) = try dialogue(MadeUpKey(shapes: [shape], rightAnswer: .subjects([.device("web")])))
    #expect(
      asked.dropFirst(2) == [
        "  1  the laptop", "  2  the router", "  3  the web",
        "Type the number of a device, or its name.", "",
      ])
    #expect(dialogue.take("wab") == ["Nothing here is called \"wab\". Did you mean web?", ""])
    for typed in ["web", "3"] {
      var other = dialogue
      #expect(other.take(typed).first == "Right. That is why.")
    }
    #expect(dialogue.take("0").first == "The answer: so it is. That is why.")
  }

  @Test(arguments: Language.allCases)
  func ownWordsAndThenWhatWasSaid(language: Language) throws {
    let key = MadeUpKey(
      shapes: [.lines, InputShapeTests.mark],
      rightAnswer: .inTurn([.lines(["it asks", "w"]), .places([0, 2])]))
    var (dialogue, asked) = try dialogue(key, language)
    let en = language == .en
    #expect(
      asked[2] == (en ? "Type as many lines as you like; a . alone ends." : "원하는 만큼 여러 줄을 입력하고 .만 입력해 끝내세요."))
    #expect(dialogue.take("it asks") == [])
    // A line that looks like a command stands in quotes.
    #expect(dialogue.take("\"w\"") == [])
    #expect(
      dialogue.take(".") == [
        "  1  a", "  2  b", "  3  c",
        en
          ? "Did you say it? y or n for each: y n y. Enter alone: n for all."
          : "말했나요? 하나마다 y나 n을 입력하세요. 예: y n y. Enter만 누르면 모두 n입니다.", "",
      ])
    #expect(dialogue.take("y").count == 2)
    let answer = dialogue.take("y n y")
    #expect(answer.first == (en ? "Right. That is why." : "맞습니다. 그래서 그렇습니다."))
    #expect(dialogue.isOver && answer.last == (en ? "finished: arp" : "끝냄: arp"))
  }

  @Test func anEmptyLineAtThePointsSaysThatNoneWasSaid() throws {
    let key = MadeUpKey(
      shapes: [.lines, InputShapeTests.mark], rightAnswer: .inTurn([.lines(["so"]), .places([0])]))
    var (dialogue, _) = try dialogue(key)
    _ = dialogue.take("so")
    _ = dialogue.take("")
    _ = dialogue.take("")
    let answers = dialogue.takeJudged().map(\.answer)
    #expect(answers == [.inTurn([.lines(["so"]), .places([])])])
  }

  @Test func anEmptyLineEndsOwnWordsAndWithoutAnyGivesUp() throws {
    let key = MadeUpKey(
      shapes: [.lines, InputShapeTests.mark], rightAnswer: .inTurn([.lines([]), .places([0])]))
    var (one, _) = try dialogue(key)
    _ = one.take("something")
    #expect(one.take("").first == "  1  a")
    var (other, _) = try dialogue(key)
    #expect(other.take("").first == "The answer: so it is. That is why.")
    var (third, _) = try dialogue(key)
    _ = third.take("something")
    #expect(third.take("s").first == "Question 2 of 2.")
    #expect(third.take("").first == "The answer: so it is. That is why.", "asked anew: nothing was said yet")
  }
}
