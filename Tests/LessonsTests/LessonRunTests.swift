import Analysis
import Documents
import Foundation
import Networking
import Testing

@testable import Lessons

struct LessonRunTests {
  @Test func marksAreFoundByMeaning() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let run = try sample.run()
    #expect(run.marks.values.allSatisfy { $0.branch == 0 })
    let kinds = run.marks.mapValues { run.timeline.moment($0.moment).kind.name }
    #expect(kinds["start"] == "you.ping")
    for mark in ["request", "reply", "relayed", "final", "ping"] { #expect(kinds[mark] == "phy.transmit") }
    let numbers = ["start", "request", "relayed", "reply", "final", "ping"].map { run.marks[$0]!.moment }
    #expect(numbers == numbers.sorted() && Set(numbers).count == 6)
    #expect(run.timeline.moment(run.marks["relayed"]!.moment).frame == 2)
  }

  @Test func stopsCarryTheirTextsInBothLanguages() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let run = try sample.run()
    #expect(run.stops.map(\.id) == ["enter", "ask", "answer"])
    #expect(run.stops.map(\.at) == ["start", "request", "reply"].map { run.marks[$0]! })
    #expect(run.stops.map(\.at) == ["enter", "ask", "answer"].map { run.marks[$0]! }, "every step is a mark")
    let stop = run.stops[1]
    #expect(stop.say[.en].string == "It looks for 10.0.0.20: the frame goes to ff:ff:ff:ff:ff:ff.")
    #expect(stop.say[.ko].string == "10.0.0.20을 찾습니다. 프레임은 ff:ff:ff:ff:ff:ff로 갑니다.")
    #expect(stop.say[.en].pieces.compactMap { $0.expression?.text } == ["printer.ip", "request.eth.dst"])
    #expect(stop.light.map(\.description) == ["field eth/eth.dst", "field arp/arp.dst.hw_mac"])
    #expect(stop.view == "ladder")
    #expect(stop.before.map(\.id) == ["q-destination"])
    #expect(run.stops[2].after.map(\.id) == ["q-who", "q-padding"])
    #expect(run.number(of: run.stops[2].after[1]) == 3)
  }

  @Test func choicesAreComputedAndEqualOnesDropped() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let options = try #require(try sample.run().questions[0].key as? ChoiceKey).options
    #expect(
      options.map { $0.choice.text[.en].string }.sorted() == [
        "00:00:5e:00:53:10", "00:00:5e:00:53:12", "ff:ff:ff:ff:ff:ff",
      ])
    #expect(options.filter(\.isRight).map { $0.choice.text[.ko].string } == ["ff:ff:ff:ff:ff:ff"])
    #expect(options.compactMap { $0.choice.note?[.en].string } == ["the laptop's"])
  }

  @Test func theOrderOfChoicesFollowsTheSeed() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    func order(_ seed: UInt64?) throws -> [String] {
      try sample.run(seed: seed).questions[0].shapes[0].choices.map { $0.text[.en].string }
    }
    #expect(try order(3) == order(3))
    #expect(try Set((1...12).map { try order($0) }).count > 2)
  }

  @Test func aNumberIsOneHoweverItIsWritten() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let question = try #require(sample.run().questions.last)
    for text in ["18", " 0x12", "0b10010", "0B1_0010", "0X12"] {
      #expect(question.grade(typed: text) == .right)
    }
    for text in ["", "x", "18 bytes", "0x", "--18", "1e3", "99999999999999999999"] {
      #expect(question.grade(typed: text) == .invalid(.noNumber))
    }
    #expect(question.grade(typed: "22").tag == "counted-fcs")
    #expect(question.grade(typed: "-18") == .wrong(nil))
    #expect(TypedNumber.echo("18") == "18 = 0x12")
  }

  @Test func aFieldIsPickedByNamePlaceOrByte() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let question = try sample.run().questions[1]
    #expect(question.grade(typed: "arp.dst.proto_ipv4") == .right)
    for byte in 38...41 { #expect(question.grade(.subjects([.byte(.frame, byte)])) == .right) }
    #expect(question.grade(typed: "0x26") == .right)
    let byByte = question.grade(typed: "28")
    #expect(byByte.tag == "sender-target-swap" && question.grade(typed: "arp.src.proto_ipv4") == byByte)
    #expect(question.grade(typed: "eth.dst") == .wrong(nil))
    #expect(question.grade(typed: "ip.ttl") == .invalid(.absentField("ip.ttl")))
    #expect(
      question.grade(typed: "arp.opcod") == .invalid(.unknownField("arp.opcod", suggestion: "arp.opcode")))
    #expect(question.grade(.subjects([.byte(.frame, 60)])) == .invalid(.noSuchByte(60)))
    #expect(question.grade(typed: "9999999999999") == .invalid(.noSuchByte(60)))
    #expect(question.grade(typed: "") == .invalid(.noField))
    let key = try #require(question.key as? PickKey)
    #expect(question.grade(.subjects([key.answer.subject])) == .right)
    #expect(question.solution[.en].string == "Target IP address (arp.dst.proto_ipv4)")
  }

  @Test func aQuestionHasTwoTriesAndHints() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let run = try sample.run()
    var state = QuestionState(run.questions[0])
    let options = try #require(run.questions[0].key as? ChoiceKey).options
    let wrong = options.indices.filter { !options[$0].isRight }
    #expect(state.hint()?[.en].string == "Who has to hear it?")
    #expect(state.hint() == nil)
    #expect(state.give(.places([wrong[0]])) == .tryAgain(options[wrong[0]].mistake))
    #expect(state.give(.places([wrong[0]])) == .invalid(.alreadyTried))
    #expect(state.give(.places([9])) == .invalid(.noChoice(3)))
    #expect(state.isOpen)
    #expect(state.give(.places([wrong[1]])) == .shown(options[wrong[1]].mistake))
    #expect(state.outcome == .wrong)
    var second = QuestionState(run.questions[0])
    _ = second.give(.places([wrong[0]]))
    #expect(second.give(run.questions[0].rightAnswer) == .right)
    #expect(second.outcome == .right(attempt: 2))
    var third = QuestionState(run.questions[0])
    third.giveUp()
    #expect(third.outcome == .unknown && third.isSolved)
    var fourth = QuestionState(run.questions[0])
    fourth.skip()
    #expect(fourth.outcome == .skipped && !fourth.isSolved)
  }

  @Test func theHeadIsReadWithoutTheRest() throws {
    let source = Source(name: "arp", text: LessonSample.lesson)
    let head = try #require(LessonHead(source, path: "arp"))
    #expect(head.id == "arp" && head.minutes == 5 && head.stops == 3)
    #expect(head.title.en == "ARP: who has this address?")
    let broken = Source(name: "arp", text: LessonSample.lesson + "\n  nonsense: [")
    #expect(LessonHead(broken, path: "arp")?.stops == 3)
    #expect(LessonHead(Source(name: "x", text: "id: ["), path: "x") == nil)
  }

  @Test func aLibraryFindsLessonsByID() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    #expect(sample.library.lessonPath("arp") == sample.folder + "/08-arp.yaml")
    #expect(sample.library.lessonPath("apr") == nil)
    let old = try LessonSample(
      LessonSample.lesson.replacingOccurrences(of: "minutes: 5", with: "aliases: [who-has]"))
    defer { old.remove() }
    #expect(old.library.lessonPath("who-has") == old.folder + "/08-arp.yaml")
    #expect(sample.library.heads().map(\.id) == ["arp"])
    #expect(sample.library.networkPath("pair") != nil)
    #expect(LessonLibrary.id(ofPath: "x/01-tour.yaml") == "tour")
    #expect(LessonLibrary.id(ofPath: "two-hosts.yaml") == "two-hosts")
  }

  @Test func momentsAreToldInBothLanguages() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let run = try sample.run()
    let reference = ReferenceLibrary(sample.library)
    let start = run.timeline.moment(1)
    #expect(reference.moment(start) == LocalizedText(en: "pinged 10.0.0.20", ko: "10.0.0.20을 불렀습니다"))
    let miss = try #require(run.timeline.moments.first { $0.kind.name == "arp.miss" })
    #expect(reference.short(miss).ko == "MAC 없음")
    #expect(reference.moment(miss).en == "no MAC address for 10.0.0.20")
  }
}
