import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// `fill` and `predict`: several values, judged part by part.
struct PartsQuestionTests {
  private func slots(_ question: PreparedQuestion) -> [Slot] {
    if case .type(let slots) = question.shapes[0] { slots } else { [] }
  }

  // MARK: Predict

  @Test func addressesAreChosenAmongRightWrongAndThoseInView() throws {
    let sample = try KindsSample()
    let question = sample.question("q_arp")
    let slot = slots(question)[0]
    let names = slot.form.choices.compactMap(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count)
    #expect(names.contains("ff:ff:ff:ff:ff:ff") && (3...9).contains(names.count))
    #expect(slot.nothing == LocalizedText(en: "nothing", ko: "없음"))
    // By its number, or as an address is spelled anywhere.
    let number = try #require(names.firstIndex(of: "ff:ff:ff:ff:ff:ff")) + 1
    for typed in [String(number), "ff-ff-ff-ff-ff-ff", "FFFFFFFFFFFF", "ffff.ffff.ffff", "ｆｆ:ff:ff:ff:ff:ff"]
    {
      #expect(question.grade(typed: typed) == .right, "\(typed)")
    }
    #expect(question.solution.en.string == "ff:ff:ff:ff:ff:ff")
    #expect(question.grade(typed: "n").mistake == nil)
    #expect(question.grade(typed: "n") == .wrong(nil))
    #expect(question.grade(typed: "없음") == .wrong(nil))
    #expect(question.grade(typed: "nowhere") == .invalid(.nothingCalled("nowhere", suggestion: nil)))
    #expect(question.grade(typed: "99") == .invalid(.noChoice(names.count)))
  }

  /// What is right, or absent, is no mistake on this walk.
  @Test func wrongAnswersThatAreNoneDisappear() throws {
    let sample = try KindsSample()
    let question = sample.question("q_arp")
    #expect(
      question.key.foreseen.map { question.grade($0).mistake?.tag } == [
        "knows-before-asking", "source-destination-swap",
      ])
    #expect(sample.dropped.contains { $0.contains("this wrong answer is the right one, eth.dst") })
    #expect(sample.dropped.contains { $0.contains("this wrong answer is never there") })
  }

  @Test func whoSendsIsChosenAndFlagsHaveNames() throws {
    let question = try KindsSample().question("q_synack")
    let slots = slots(question)
    #expect(slots.map { $0.label?.en.string } == ["Who sends it?", "Flags", "Acknowledgment number (raw)"])
    #expect(slots.map(\.name) == ["moment.device", "tcp.flags", "tcp.ack_raw"])
    let devices = slots[0].form.choices.compactMap(\.name)
    #expect(Set(["laptop", "hall", "web"]).isSubset(of: devices) && devices.count == 4)
    #expect(slots[0].nothing?.en == "nobody")
    guard case .lines(let right) = question.rightAnswer else { return #expect(Bool(false)) }
    #expect(right[1] == "SYN, ACK")
    let number = right[2]
    for flags in ["SYN ACK", "ack syn", "SYN-ACK", "SYN,ACK", "0x12", "18", "0b10010", "１８", "syn+ack"] {
      #expect(question.grade(typed: "web / \(flags) / \(number)") == .right, "\(flags)")
    }
    #expect(question.grade(typed: "moment.device=web tcp.flags=SYN ACK tcp.ack_raw=\(number)") == .right)
    #expect(question.grade(typed: "web 0x12 \(number)") == .right)
    #expect(question.grade(typed: "web/SYN ACK/\(number)") == .right)
    #expect(question.grade(typed: "web / XYZ / 1") == .invalid(.noValue(.named(fieldNamed("tcp.flags")))))
    #expect(question.grade(typed: "web / SYN") == .invalid(.noValues(3)))
    #expect(question.grade(typed: "wub / SYN / 1") == .invalid(.nothingCalled("wub", suggestion: "web")))
  }

  @Test func theTagsOfAllWrongPartsAreKept() throws {
    let question = try KindsSample().question("q_synack")
    let typed = "laptop / SYN / 5"
    guard case .wrong(let mistakes) = question.grade(typed: typed) else { return #expect(Bool(false)) }
    #expect(mistakes.map(\.tag) == ["does-not-wait", "no-ack"])
    #expect(question.grade(typed: typed).mistake?.say.en.string == "It waits for the answer.")
    let answer = try question.answer(typed: typed)
    #expect(question.parts(of: answer).map(\.isRight) == [false, false, false])
    var state = QuestionState(question)
    #expect(state.give(answer) == .tryAgain(mistakes[0]))
    #expect(state.attempts[0].mistakes.map(\.tag) == ["does-not-wait", "no-ack"])
    #expect(state.give(question.rightAnswer) == .right)
  }

  @Test func nothingAtAllIsAnAnswerToAllParts() throws {
    let question = try KindsSample().question("q_synack")
    let answer = try question.answer(typed: "n")
    #expect(answer == .lines(["n", "n", "n"]))
    #expect(question.grade(answer) == .wrong(nil))
    #expect(question.key.remark(on: answer)?.en == "0 of 3 are right.")
    #expect(question.text(of: answer, .en) == "nobody / nothing / nothing")
    #expect(try question.answer(typed: question.line(of: answer)) == answer)
  }

  @Test func eachForeseenAnswerIsItsMistakeOnEverySeed() throws {
    for seed in 0..<26 as Range<UInt64> {
      let sample = try KindsSample(seed: seed)
      for id in ["q_arp", "q_synack", "q_third"] {
        let question = sample.question(id)
        #expect(question.grade(question.rightAnswer) == .right)
        #expect(question.grade(typed: question.line(of: question.rightAnswer)) == .right)
        for answer in question.key.foreseen {
          #expect(question.grade(answer).mistake != nil, "\(id) \(answer)")
          #expect(question.grade(typed: question.line(of: answer)) == question.grade(answer))
        }
        for test in question.tests {
          let grade = question.grade(typed: test.give)
          switch test.expectation {
          case .right: #expect(grade == .right)
          case .tag(let tag): #expect(grade.mistake?.tag == tag)
          case .invalid: #expect(Bool(false))
          }
        }
      }
    }
  }

  // MARK: Fill

  @Test func blanksAreTypedWhereTheyStand() throws {
    let question = try KindsSample().question("q_third")
    let slots = slots(question)
    #expect(
      slots.map { $0.place?.description } == [
        "field tcp/tcp.seq_raw", "field tcp/tcp.ack", "field ip/ip.src", "field eth/eth.src",
      ])
    #expect(slots.map(\.value) == [.number, .number, .ipv4, .mac])
    #expect(slots.allSatisfy { $0.nothing == nil && $0.form == .number })
    #expect(question.hides == Set(slots.compactMap(\.place)))
    guard case .lines(let right) = question.rightAnswer else { return #expect(Bool(false)) }
    #expect(right[1] == "1")
    #expect(question.grade(typed: right.joined(separator: " ")) == .right)
    let named = zip(slots, right).reversed().map { "\($0.name)=\($1)" }.joined(separator: " ")
    #expect(question.grade(typed: named) == .right)
    let mac = right[3].replacingOccurrences(of: ":", with: "-").uppercased()
    #expect(question.grade(typed: "\(right[0]) / 0x1 / \(right[2]) / \(mac)") == .right)
    #expect(
      question.grade(typed: "\(right[0]) 0 \(right[2]) \(right[3])").mistake?.tag == "ack-is-last-received")
    #expect(question.grade(typed: "\(right[0]) 1 10.0.0 \(right[3])") == .invalid(.noValue(.ipv4)))
    #expect(question.grade(typed: "\(right[0]) n \(right[2]) \(right[3])") == .invalid(.noNumber))
    let half = try question.answer(typed: "\(right[0]) / / \(right[2]) / ")
    #expect(question.parts(of: half).map(\.isRight) == [true, false, true, false])
    #expect(question.key.remark(on: half)?.en == "2 of 4 are right.")
  }

  @Test func whatWasTriedInOneFormWasTriedInAll() throws {
    let question = try KindsSample().question("q_synack")
    var state = QuestionState(question)
    #expect(state.give(try question.answer(typed: "web / SYN / 5")) != .invalid(.alreadyTried))
    #expect(state.give(try question.answer(typed: "web / 0x002 / 0b101")) == .invalid(.alreadyTried))
    #expect(state.attempts.count == 1)
  }

  @Test func theFrameOfTheBlanksIsKnown() throws {
    let sample = try KindsSample()
    #expect(sample.question("q_third").blankMoment == sample.run.marks["third"])
    #expect(sample.question("q_synack").blankMoment == nil)
  }

  // MARK: What the file says

  @Test(arguments: [
    ("what: tcp.ack\n", "what: tcp.akc\n", "did you mean \"tcp.ack\"?"),
    (
      "{is: \"tcp.ack - 1\"", "{is: \"laptop.mac\"", "\"tcp.ack\" is a number, but this is a MAC address"
    ),
    ("- what: eth.dst\n", "- label: {en: x, ko: x}\n", "part 1 has no \"what\""),
    ("what: moment.device", "what: moment.drop", "there is no moment.drop"),
  ])
  func whatIsNoPartIsSaid(_ old: String, _ new: String, _ finding: String) {
    let findings = KindsSample.findings(old, new)
    #expect(findings.contains { $0.contains(finding) }, "\(findings)")
  }
}

/// Forms in which values are typed.
struct ValueFormTests {
  @Test(arguments: [
    (ValueForm.number, "18", ExpressionValue.number(18)), (.number, "0x12", .number(18)),
    (.number, "0b1_0010", .number(18)), (.number, "１８", .number(18)), (.number, "/26", .number(26)),
    (.number, "255.255.255.192", .number(26)), (.number, "0.0.0.0", .number(0)),
    (.ipv4, "/26", .ipv4(IPv4Address("255.255.255.192")!)), (.ipv4, "/0", .ipv4(.unspecified)),
    (.ipv4, "192.0.2.1", .ipv4(IPv4Address("192.0.2.1")!)),
    (.network, "192.0.2.0/26", .network(IPv4Prefix("192.0.2.0/26")!)),
    (.network, "192.0.2.0 / 255.255.255.192", .network(IPv4Prefix("192.0.2.0/26")!)),
    (.mac, "00:00:5e:00:53:01", .mac(MACAddress(0x5e_0053_01))),
    (.mac, "00-00-5E-00-53-01", .mac(MACAddress(0x5e_0053_01))),
    (.mac, "00005e005301", .mac(MACAddress(0x5e_0053_01))),
    (.mac, "0000.5e00.5301", .mac(MACAddress(0x5e_0053_01))),
    (.truth, "yes", .boolean(true)), (.truth, "0", .boolean(false)), (.truth, "네", .boolean(true)),
    (.bytes, "0x0a0b", .bytes([10, 11])), (.bytes, "0a:0B", .bytes([10, 11])),
    (.time, "200ms", .time(200_000_000)), (.time, "1.5", .time(1_500_000_000)),
    (.named(fieldNamed("arp.opcode")), "reply", .number(2)),
    (.named(fieldNamed("arp.opcode")), "2", .number(2)),
  ])
  func oneValueIsTypedInManyWays(_ form: ValueForm, _ typed: String, _ value: ExpressionValue) {
    #expect(form.value(typed) == value)
  }

  @Test(arguments: [
    (ValueForm.number, "x"), (.number, ""), (.number, "/33"), (.number, "255.0.255.0"), (.number, "1 2x"),
    (.ipv4, "10.0.0"), (.ipv4, "/33"), (.ipv4, "26"), (.network, "10.0.0.0"), (.network, "10.0.0.0/33"),
    (.mac, "00:00:5e"), (.bytes, "0a0"), (.bytes, "0x"), (.bytes, "+1"), (.time, "soon"), (.truth, "2"),
    (.named(fieldNamed("arp.opcode")), "answer"), (.text, "  "),
  ])
  func whatIsNoValueOfAFormIsNone(_ form: ValueForm, _ typed: String) {
    #expect(form.value(typed) == nil)
    for language in Language.allCases { #expect(!form.expectation[language].isEmpty) }
  }

  @Test func textsAreOneWhateverTheirCaseAndWidth() {
    let form = ValueForm.text
    #expect(form.isSame(form.value(" get ")!, .text("GET")))
    #expect(form.isSame(form.value("ＡＣＫ  number")!, .text("ack number")))
    #expect(!form.isSame(form.value("gett")!, .text("GET")))
  }
}

private func fieldNamed(_ name: String) -> Field { Protocols.fields[name]![0] }
