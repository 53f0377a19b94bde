import Documents
import Testing

@testable import Lessons

/// What a lesson has one try after it, as it is written.
struct TrialCheckTests {
  private func findings(_ trial: String) throws -> [String] {
    try LessonSample.findings(
      "minutes: 5",
      """
      minutes: 5
      try:
        - {\(trial), look: {en: "Who notices?", ko: "누가 알아차릴까요?"}}
      """
    ).filter { !$0.hasPrefix("32:13:") }
  }

  @Test(arguments: [
    #"run: "ip neigh""#, "here: {lose: request}", "here: {delay: reply, by: 1s}",
    #"here: {edit: ping, set: {ip.ttl: "1"}}"#, #"here: {run: "printer: ping laptop"}"#,
    "here: {cut: printer.eth0}",
  ]) func whatCanBeTriedIsRight(_ trial: String) throws {
    #expect(try findings(trial) == [])
  }

  @Test func aTrialIsEitherHereOrOnOnesOwnMachine() throws {
    #expect(try findings("say: x").contains { $0.contains("run") && $0.contains("here") })
    #expect(try !findings(#"run: "arp -a", here: {lose: request}"#).isEmpty)
  }

  @Test(arguments: ["here: {damage: request}", "here: {wait: 1s}", "here: {restart: switch}"])
  func whatNoKeyDoesIsRefused(_ trial: String) throws {
    #expect(
      try findings(trial).contains {
        $0.contains("a learner does this by no key and no line; say lose, delay, edit, run or cut")
      })
  }

  @Test(arguments: [
    ("here: {lose: reqest}", "did you mean \"request\"?"), ("here: {lose: start}", "start"),
    (#"here: {edit: ping, set: {ip.ttl: "300"}}"#, "ip.ttl has 8 bits: 0 to 255"),
    (#"here: {run: "printr: ping laptop"}"#, "printr"),
    ("here: {cut: printer.eth7}", "eth7"),
  ]) func whatCannotBeDoneIsNamed(_ trial: String, _ words: String) throws {
    let found = try findings(trial)
    #expect(found.contains { $0.contains(words) }, "\(found)")
  }
}
