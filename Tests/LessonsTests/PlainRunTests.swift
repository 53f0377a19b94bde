import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// A wrong answer that is run in the plain dialogue: what the screen tells, as lines.
struct PlainRunTests {
  /// A dialogue with a question of the sample open.
  private func dialogue(
    _ id: String, _ language: Language = .en, _ sample: KindsSample? = nil
  ) throws -> PlainDialogue {
    let run = try (sample ?? KindsSample()).run
    let stop = try #require(
      run.stops.firstIndex { stop in (stop.before + stop.after).contains { $0.id == id } })
    var dialogue = PlainDialogue(
      run, language: language, reference: ReferenceLibrary(KindsSample.library), step: max(0, stop - 1),
      wrap: { text, _ in [text] })
    _ = dialogue.begin()
    for _ in 0..<4 where dialogue.question?.id != id { _ = dialogue.take("") }
    #expect(dialogue.question?.id == id)
    return dialogue
  }

  @Test(arguments: Language.allCases)
  func aWrongAnswerIsRunAndTheSecondTryIsAsItWas(language: Language) throws {
    var dialogue = try dialogue("q_arp", language)
    let en = language == .en
    let offer = en ? "e runs your answer and tells what comes of it." : "e를 입력하면 내 답을 실행해 어떻게 되는지 보여 줍니다."
    let oneMore = en ? "One more try; Enter shows the answer." : "한 번 더 답해 보세요. Enter를 누르면 정답이 나옵니다."
    // The frame goes to the router alone: nothing else changes, and no row tells the right address.
    let said = dialogue.take(try #require(numbered(dialogue, "53:01")))
    #expect(said.suffix(3) == [offer, oneMore, ""], "\(said)")
    let help = en ? "e: run your last answer and see what comes of it" : "e: 마지막 답을 실행해 어떻게 되는지 봅니다."
    #expect(dialogue.take("?").contains(help))
    let told = dialogue.take(en ? "e" : "ㄷ")
    #expect(told.first?.hasPrefix(en ? "Your answer, run: 00:00:5e" : "내 답을 실행: 00:00:5e") == true, "\(told)")
    #expect(
      told.contains { $0.hasPrefix(en ? "So: " : "그래서: ") } && told.suffix(2) == [oneMore, ""], "\(told)")
    #expect(!told.contains { $0.contains("ff:ff:ff") }, "\(told)")
    #expect(dialogue.take("e") == told, "as often as one likes")
    #expect(dialogue.question?.id == "q_arp")
    #expect(dialogue.takeJudged().map(\.attempt) == [1], "running it is no try")
    #expect(
      dialogue.take(try #require(numbered(dialogue, "ff:ff"))).first?.hasPrefix(en ? "Right." : "맞습니다.")
        == true)
    #expect(!dialogue.take("?").contains(help))
  }

  /// The number of the choice with a text.
  private func numbered(_ dialogue: PlainDialogue, _ text: String) -> String? {
    var dialogue = dialogue
    return dialogue.take("s").first { $0.contains(text) }.map { String($0.filter { $0 != " " }.prefix(1)) }
  }

  /// While the run would tell the answer nothing offers it, and `e` says why not; once the question is closed it is told.
  @Test(arguments: Language.allCases)
  func whatWouldTellTheAnswerIsRefusedWithItsReason(language: Language) throws {
    let sample = try KindsSample()
    let reference = ReferenceLibrary(KindsSample.library)
    let reason = try #require(ToldRun.Offer.later.refusal)[language]
    let en = language == .en
    var tried = 0
    for question in sample.run.questions {
      for answer in question.key.foreseen {
        var state = QuestionState(question)
        guard case .tryAgain = state.give(answer), case .later = state.offer(in: sample.run, reference) else {
          continue
        }
        tried += 1
        var dialogue = try dialogue(question.id, language, sample)
        let said = dialogue.take(question.line(of: answer))
        #expect(!said.contains { $0.hasPrefix("e ") || $0.hasPrefix("e를") }, "\(said)")
        #expect(!dialogue.take("?").contains { $0.hasPrefix("e: ") })
        #expect(dialogue.take("e") == [reason, ""] && dialogue.question?.id == question.id)
        let shown = dialogue.take("")
        #expect(shown.contains { $0.hasPrefix("e ") || $0.hasPrefix("e를") } != dialogue.isOver)
        if dialogue.isOver { continue }
        #expect(dialogue.take("e").first?.hasPrefix(en ? "Your answer" : "내 답") == true)
      }
    }
    #expect(tried > 0)
  }

  @Test func whatWouldShowTheAnswerIsRunOnceTheQuestionIsClosed() throws {
    let sample = try KindsSample()
    let reference = ReferenceLibrary(KindsSample.library)
    var refused = 0
    for question in sample.run.allQuestions {
      for answer in question.key.foreseen {
        var state = QuestionState(question)
        _ = state.give(answer)
        guard case .later = state.offer(in: sample.run, reference) else { continue }
        refused += 1
        // With no try left it is told.
        state.giveUp()
        guard case .run = state.offer(in: sample.run, reference) else {
          Issue.record("\(question.id) is run once it is closed")
          continue
        }
      }
    }
    #expect(refused > 0)
  }

  @Test func theAnswerThatIsExplainedCanStillBeRun() throws {
    var dialogue = try dialogue("q_forward")
    let question = try #require(dialogue.question)
    let wrong = ["1", "2", "3", "4"].filter { question.line(of: question.rightAnswer) != $0 }
    _ = dialogue.take(wrong[0])
    let shown = dialogue.take(wrong[1])
    #expect(shown.contains("e runs your answer and tells what comes of it."))
    #expect(dialogue.question?.id != "q_forward")
    let told = dialogue.take("e")
    #expect(told.first?.hasPrefix("Your answer, run: ") == true)
    #expect(told.contains { $0.contains("sends it out of the ports decided on: ") }, "\(told)")
    // One goes on: there is nothing to run any more.
    _ = dialogue.take("")
    #expect(dialogue.take("e").first?.hasPrefix("Your answer") == false)
  }

  @Test func withoutAWrongAnswerTheLetterIsAnAnswer() throws {
    var dialogue = try dialogue("q_arp")
    #expect(dialogue.take("e").first?.hasPrefix("Your answer") == false)
    #expect(!dialogue.take("?").contains { $0.hasPrefix("e: ") })
  }

  @Test func anAnswerThatNobodyForesawIsNamed() throws {
    let sample = try AskedSample("number", "right: tcp.window_size_value")
    var dialogue = PlainDialogue(
      try #require(sample.run), language: .en, reference: ReferenceLibrary(KindsSample.library),
      wrap: { text, _ in [text] })
    for _ in 0..<4 where dialogue.question == nil { _ = dialogue.take("") }
    #expect(
      dialogue.take("77").prefix(2) == ["No: 77 is not right.", "One more try; Enter shows the answer."])
  }
}

/// What told rows say of moments is what happened in them.
struct ToldRowsTests {
  private let reference = ReferenceLibrary(KindsSample.library)

  @Test func aSegmentThatIsDroppedIsNotAccepted() throws {
    let sample = try KindsSample()
    let question = sample.question("q_synack")
    var state = QuestionState(question)
    _ = state.give(try question.answer(typed: "web / SYN ACK / 7"))
    guard case .run(let told) = state.offer(in: sample.run, reference) else {
      return #expect(Bool(false), "it is run")
    }
    let dropped = told.moments.filter { told.fork.moment($0).drop != nil }
    #expect(!dropped.isEmpty)
    for moment in dropped {
      #expect(!told.row(moment, .en).contains("accepts"), "\(told.row(moment, .en))")
    }
    #expect(told.row(dropped[0], .en).hasPrefix("✗ drops a segment: "))
    #expect(told.row(dropped[0], .ko).hasPrefix("✗ 버립니다: "))
    #expect(told.row(dropped[0], .en).hasSuffix(")"), "why: \(told.row(dropped[0], .en))")
    // The SYN that comes again is answered again: nobody has waited for an acknowledgment there.
    let again = told.moments.filter { told.fork.moment($0).kind == MomentKind.tcp.repeated }
    #expect(again.map { told.row($0, .en) } == ["SYN, ACK again: the same SYN has come again"])
    for moment in told.moments where told.fork.moment(moment).kind == MomentKind.tcp.retransmit {
      #expect(told.fork.moment(told.fork.moment(moment).cause).kind == MomentKind.tcp.timeout)
    }
  }

  /// The run of an answer to a question of a lesson, after the question is closed.
  private func told(_ id: String, of name: String, _ line: String) throws -> ToldRun {
    let library = KindsSample.library
    let path = try #require(library.lessonPath(name))
    let (lesson, network) = try Lesson.decode(library.source(path), library: library)
    let run = try LessonRun(lesson, on: network, reference: reference, registries: library.registries())
    let question = try #require(run.questions.first { $0.id == id })
    var state = QuestionState(question)
    _ = state.give(try question.answer(typed: line))
    state.giveUp()
    guard case .run(let told) = state.offer(in: run, reference) else { throw NotRun() }
    return told
  }

  private struct NotRun: Error {}

  /// A request whose first byte is lost is answered, but not with the page.
  @Test func anotherResultIsNotCalledTheSame() throws {
    let told = try told("q_next", of: "tcp-handshake", "0")
    #expect(told.so.en.hasPrefix("So: the result differs. laptop, Application: has the whole response: 405"))
    #expect(told.so.ko.hasPrefix("그래서: 결과가 달라집니다. "))
  }

  /// What came of one ping is said, not of the next one that somebody sends.
  @Test func theEndIsThatOfTheRequestThatWasAnswered() throws {
    // Nobody gets it: the laptop asks again after a second.
    let late = try told("q_flood", of: "switch", "n")
    #expect(
      late.so.en.hasPrefix("So: it comes 1 s later. laptop, Application: echo 1 from "), "\(late.so.en)")
    // The printer alone gets it: the switch does as it was told, and nobody misses anything.
    let same = try told("q_flood", of: "switch", "3")
    #expect(same.so.en.hasPrefix("So: it works all the same. "), "\(same.so.en)")
    #expect(same.moments.map { same.row($0, .en) } == ["sends it out of the ports decided on: 3"])
  }

  /// Flooded back to where it came from, a host gets what it has sent itself.
  @Test func aHostThatHearsItselfClaimsNothing() throws {
    let sample = try AskedSample("predict", "parts:\n  - what: eth.dst\nin: flood")
    let run = try #require(sample.run)
    let timeline = run.timeline
    let flood = try #require(run.marks["flood"]).moment
    let device = try #require(timeline.moment(flood).device)
    let ports = Array(
      timeline.front.devices[device].ports.indices.filter {
        timeline.front.devices[device].ports[$0].cable != nil
      })
    var fork = try timeline.fork(.ports(device: device, ports), at: flood)
    _ = fork.extend(toMoment: flood + 200)
    let own = try #require(fork.moments.first { $0.kind == MomentKind.arp.own })
    #expect(own.device == timeline.front.device(named: "laptop") && own.drop == .arp.ownMessage)
    #expect(!fork.moments.contains { $0.kind == MomentKind.arp.conflict })
    #expect(reference.short(own).en == "its own message is back: ignores it")
    let sent = try #require(fork.moments.first { $0.kind == MomentKind.bridge.send })
    #expect(reference.moment(sent).en == "sends it out of the ports decided on: 1, 2")
  }
}
