import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// Parts that are sets: ports, devices; order does not count, and none of them is an answer.
struct SetPartsTests {
  private func sample(seed: UInt64? = nil) throws -> KindsSample {
    try KindsSample(
      "- id: reply\n",
      """
      - id: flood
          at: {kind: switch.flood}
          before:
            - id: q_flood
              card: switch-floods
              kind: predict
              ask: {en: "Out of which ports?", ko: "어느 포트로?"}
              parts:
                - what: moment.ports
                  wrong:
                    - {is: "switch.ports", tag: floods-back, say: {en: "Not back.", ko: "되돌리지 않습니다."}}
                    - {is: none, tag: drops-unknown, say: {en: "It does not drop it.", ko: "버리지 않습니다."}}
                - what: 'who("eth.accept", request, reply)'
                  label: {en: "Taken by", ko: "받는 장치"}
                  wrong:
                    - {is: "{phone}", tag: one-takes-it, say: {en: "For whom is it?", ko: "누구에게 갈까요?"}}
              why: {en: "To {{moment.ports}}.", ko: "{{moment.ports}}."}
          say: {en: "Flooded.", ko: "플러딩했습니다."}
        - id: reply

      """, seed: seed)
  }

  private func slots(_ question: PreparedQuestion) -> [Slot] {
    if case .type(let slots) = question.shapes[0] { slots } else { [] }
  }

  private func members(_ what: String, _ sample: KindsSample) throws -> [String] {
    var context = TimelineContext(sample.run.branches.map(\.timeline), marks: sample.run.marks)
    context.here = sample.question("q_flood").about
    let names = ExpressionScope(
      devices: sample.run.timeline.front.vocabulary, marks: Set(sample.run.marks.keys))
    return try context.value(of: Expression(what, as: .value, names)).value.members.map(\.text)
  }

  @Test func portsAndDevicesAreTickedInAnyOrder() throws {
    let sample = try sample()
    let question = sample.question("q_flood")
    let slots = slots(question)
    let names = slots[0].form.choices.compactMap(\.name)
    #expect(names == names.sorted { Int($0)! < Int($1)! } && (2...9).contains(names.count))
    #expect(slots.map { $0.nothing?.en } == ["nothing", "nobody"])
    let ports = try members("moment.ports", sample)
    let devices = try members("who(\"eth.accept\", request, reply)", sample)
    #expect(ports.count > 1 && devices.count > 1)
    for line in [
      "\(ports.joined(separator: " ")) / \(devices.joined(separator: " "))",
      "\(ports.reversed().joined(separator: ",")) / \(devices.reversed().joined(separator: ", "))",
    ] { #expect(question.grade(typed: line) == .right, "\(line)") }
    #expect(question.grade(typed: question.line(of: question.rightAnswer)) == .right)
    let part = try question.answer(typed: "\(ports[0]) / \(devices.joined(separator: " "))")
    #expect(question.parts(of: part).map(\.isRight) == [false, true])
  }

  @Test func eachMistakeIsItsOwnOnEverySeed() throws {
    for seed in 0..<26 as Range<UInt64> {
      let question = try sample(seed: seed).question("q_flood")
      #expect(question.grade(question.rightAnswer) == .right)
      let tags = question.key.foreseen.map { question.grade($0).mistake?.tag }
      #expect(tags == ["floods-back", "drops-unknown", "one-takes-it"])
    }
  }

  @Test func noneIsAnAnswer() throws {
    let sample = try sample()
    let question = sample.question("q_flood")
    #expect(question.grade(typed: "n / phone").mistake?.tag == "drops-unknown")
    guard case .wrong(let mistakes) = question.grade(typed: "none / phone") else {
      return #expect(Bool(false))
    }
    #expect(mistakes.map(\.tag) == ["drops-unknown", "one-takes-it"])
    let run = try #require(question.run(of: try question.answer(typed: "n / phone"), in: sample.run))
    let device = try #require(sample.run.timeline.front.device(named: "switch"))
    #expect(run.whatIfs == [.decide(.ports(device: device, []))])
  }
}
