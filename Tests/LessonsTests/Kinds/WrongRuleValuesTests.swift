import Documents
import Networking
import Testing

@testable import Lessons

/// A wrong answer without a value of its own is what comes of the wrong rule that its mistake has in the registry.
struct WrongRuleValuesTests {
  @Test func everyRuleComputesAValueOfTheRightType() throws {
    for rule in WrongRule.all {
      for (name, value) in rule.values {
        let right = try Expression(name, as: .value)
        switch value {
        case .expression(let text):
          let wrong = try Expression(text, as: .value)
          #expect(wrong.type.flatMap { right.type?.isComparable(with: $0) } == true, "\(rule.name): \(text)")
        case .macOfOwner(let field):
          #expect(right.type == .mac)
          #expect(try Expression(field, as: .value).type == .ipv4, "\(rule.name)")
        case .ipOfOwner(let field):
          #expect(right.type == .ipv4)
          #expect(try Expression(field, as: .value).type == .mac, "\(rule.name)")
        }
      }
    }
    #expect(WrongRule.all.contains { !$0.values.isEmpty })
  }

  private func tag(_ rule: String) throws -> String {
    let all = BuiltInTests.library.registries().mistakes.all
    return try #require(all.first { $0.value.model?.name == rule }, "\(rule)").key
  }

  @Test func aNumberIsComputedByTheRule() throws {
    let tag = try tag("tcp.ack-last-byte")
    let sample = try AskedSample("number", "right: tcp.ack_raw\nwrong: [{tag: \(tag)}]")
    let question = try #require(sample.question, "\(sample.problems)")
    guard case .lines(let right) = question.rightAnswer, let number = Int(right[0]) else {
      Issue.record("\(question.rightAnswer)")
      return
    }
    #expect(question.grade(typed: String(number - 1)).tag == tag)
    #expect(question.grade(typed: String(number - 2)).tag == nil)
  }

  @Test func aPartAndAChoiceAreComputedByTheRule() throws {
    let tag = try tag("eth.mac-to-the-end")
    let fill = try AskedSample("fill", "parts:\n- what: eth.dst\n  wrong: [{tag: \(tag)}]")
    // On one LAN the far end is the next hop: the rule leads nowhere wrong.
    #expect(fill.question != nil, "\(fill.problems)")
    #expect(fill.dropped == ["this wrong answer is the right one, 00:00:5e:00:53:10"], "\(fill.dropped)")
    let ack = try self.tag("tcp.ack-last-byte")
    let choice = try AskedSample(
      "choice",
      "right: {is: tcp.ack_raw}\nwrong: [{tag: \(ack)}, {is: tcp.seq_raw, \(KindsSample.mistake("other", "No."))}]"
    )
    let question = try #require(choice.question, "\(choice.problems)")
    guard case .choose(let choices, _) = question.shapes[0] else {
      Issue.record("\(question.shapes)")
      return
    }
    #expect(choices.count == 3)
    #expect(question.key.foreseen.contains { question.grade($0).tag == ack })
  }

  @Test func whatCannotBeComputedIsSaid() throws {
    let ack = try tag("tcp.ack-last-byte")
    for (keys, says) in [
      (
        "right: tcp.ack_raw\nwrong: [{tag: nobody-thinks-this}]",
        "no mistake is called \"nobody-thinks-this\""
      ),
      ("right: tcp.ack_raw\nwrong: [{tag: knows-before-asking}]", "has no \"model\" to compute a value from"),
      (
        "right: tcp.seq_raw\nwrong: [{tag: \(ack)}]",
        "\"tcp.ack-last-byte\" of this mistake computes values of tcp.ack, tcp.ack_raw, not of tcp.seq_raw"
      ),
      (
        "right: \"tcp.ack_raw + 1\"\nwrong: [{tag: \(ack)}]", "not of tcp.ack_raw + 1; say is: what it is"
      ),
    ] {
      let problems = try AskedSample("number", keys).problems
      #expect(problems.contains { $0.contains(says) }, "\(says): \(problems)")
    }
  }
}
