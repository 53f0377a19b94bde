/// One rule on how texts are written. Those that hold for whoever writes a lesson are here (`ofEveryAuthor`), for `check`;
/// the program's own, and its one term for one thing, are with the tests that read all its texts.
package struct WritingRule: Sendable {
  package let language: Language
  /// What must not be in a text: a regular expression, in which `◇` is a value that is filled in.
  package let pattern: String
  /// What is wrong, or what is written instead.
  package let says: String
  /// Of the files in whose path this is; nil: of all.
  package let within: String?
  /// Texts that break it.
  package let wrong: [String]
  /// Texts that come near and are right.
  package let right: [String]

  package init(
    _ language: Language, _ pattern: String, _ says: String, within: String? = nil, wrong: [String],
    right: [String] = []
  ) {
    self.language = language
    self.pattern = pattern
    self.says = says
    self.within = within
    self.wrong = wrong
    self.right = right
  }

  private static let particles =
    "(?:은|는|이|가|을|를|과|와|으로|로|이라는|라는|이란|이라고|이나|이랑)(?=[ .,:;!?)…]|$)"

  /// After brackets a particle follows what is in front of them: `카드({{eth.dst}})를`.
  package static let ofEveryAuthor = [
    WritingRule(
      .ko,
      "(?:◇[\"'”’\\]]*|(?<![가-힣A-Za-z0-9]\\([^()]{0,60})◇[\"'”’\\]]*\\)[\"'”’)\\]]*)\(particles)",
      "a particle after a value follows its sound: {이/가}, in Swift .with(\"이/가\")",
      wrong: ["프레임 ◇이 더", "◇을 봅니다", "\"◇\"는", "◇로", "(◇)는 프레임입니다", "카드(◇을 가진 것)"],
      right: [
        "◇번 프레임이", "◇의 값", "◇입니다", "◇이지만", "◇가지", "카드(◇)를 압니다", "응답(opcode ◇)은 하나로", "카드 하나(◇)로만",
      ]),
    WritingRule(
      .ko, "은\\(는\\)|이\\(가\\)|을\\(를\\)|과\\(와\\)|는\\(은\\)|가\\(이\\)|를\\(을\\)|와\\(과\\)|\\((?:으|이)\\)",
      "one particle, not two: {이/가}, in Swift .with(\"이/가\")",
      wrong: ["◇은(는) 표입니다", "◇(으)로 찾습니다"], right: ["은 (표)", "시간(초)"]),
    WritingRule(
      .ko, "그것", "name the thing again, or leave it out",
      wrong: ["그것은 스위치가 합니다", "그것이 아닙니다"], right: ["그 일은 스위치가 합니다"]),
    WritingRule(
      .ko, "네요(?=[.!?]|$)", "the texts speak in -습니다",
      wrong: ["이번에는 아니네요."], right: ["틀렸습니다."]),
  ]
}
