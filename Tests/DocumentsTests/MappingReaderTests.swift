import Testing

@testable import Documents

struct MappingReaderTests {
  enum Answer: Equatable {
    case value(String)
    case text(LocalizedText)
  }

  static let answer = Shape<Answer>.mapping("answer") { m in
    m.oneOf([
      TaggedCase("is", Shape<String>.text.map { .value($0) }, "an expression"),
      TaggedCase("text", Shape<LocalizedText>.localized.map { .text($0) }, "words"),
    ])
  }

  static let question = Shape<String>.mapping("question") { m in
    let id = m.required("id", .word, "never renamed")
    let rest: String? = m.cases(
      "kind",
      [
        MappingCase("choice", "choose one") { m in
          let wrong = m.required("wrong", answer.list, "the other choices")
          return wrong.map { "\($0.count) wrong" }
        },
        MappingCase("number", "type a number") { m in
          m.optional("unit", .text, default: "none", "of the number")
        },
      ], "how it is answered")
    guard let id, let rest else { return nil }
    return "\(id): \(rest)"
  }

  private func read(_ text: String) -> String {
    do {
      return try Document.decode(Source(name: "q", text: text), as: MappingReaderTests.question)
    } catch {
      return error.description
    }
  }

  @Test func theWordAtKindDecidesAboutFurtherKeys() {
    #expect(read("{id: a, kind: number, unit: bytes}") == "a: bytes")
    #expect(read("{id: a, kind: choice, wrong: [{is: x}, {text: {en: a, ko: b}}]}") == "a: 2 wrong")
    #expect(
      read("{id: a, kind: number, wrong: []}")
        == "q:1:23: unknown key \"wrong\" in question \"a\" (known: id, kind, unit)")
    #expect(
      read("{id: a, kind: chioce, wrong: []}")
        == "q:1:15: \"kind\" should be choice or number, found \"chioce\"; did you mean \"choice\"?")
    #expect(
      read("{id: a, knid: choice}")
        == "q:1:9: unknown key \"knid\" in question \"a\"; did you mean \"kind\"? (known: id, kind)")
    #expect(
      read("{kind: choice, id: a}") == "q:1:1: question \"a\" has no \"wrong\"; expected a list")
  }

  @Test func oneOfSeveralKeysMustBeThere() {
    #expect(
      read("{id: a, kind: choice, wrong: [{}, {is: x, text: {en: a, ko: b}}, {si: x}]}") == """
        q:1:31: answer 1 needs one of "is" or "text"
        q:1:49: answer 2 may have only one of "is" or "text"
        q:1:67: unknown key "si" in answer 3; did you mean "is"? (known: is, text)
        """)
  }

  @Test func bothLanguagesMustBeThere() {
    let shape = Shape<LocalizedText>.mapping("file") { m in m.required("title", .localized, "shown") }
    #expect(findings("title: {en: a, ko: 가}", as: shape) == "none")
    #expect(findings("title: {en: a}", as: shape) == "home.yaml:1:8: \"title\" has no \"ko\" text")
    #expect(
      findings("title: {en: a, kr: b}", as: shape) == """
        home.yaml:1:8: "title" has no "ko" text
        home.yaml:1:16: unknown key "kr" in "title"; did you mean "ko"? (known: en, ko)
        """)
    #expect(
      findings("title: {en: 404, ko: ' '}", as: shape) == """
        home.yaml:1:13: "en" should be text, found 404; put it in quotes
        home.yaml:1:22: the "ko" text of "title" is empty
        """)
    #expect(
      findings("title: ARP", as: shape)
        == "home.yaml:1:8: \"title\" should be a text in both languages like {en: …, ko: …}, found \"ARP\"")
  }

  @Test func aTextFromTheFileCannotControlTheTerminal() {
    #expect(
      findings("\"a\\e[2J\\u202e\": 1", as: Self.answer)
        .contains("unknown key \"a\\u{001B}[2J\\u{202E}\" in answer"))
  }

  @Test func aCheckMadeLaterPointsIntoTheText() throws {
    let shape = Shape<Located<String>>.mapping("file") { m in m.required("at", Shape<String>.text.located, "")
    }
    let at = try Document.decode(Source(name: "f", text: "at: 'a.b == 가.c'"), as: shape)
    #expect(at.value == "a.b == 가.c")
    #expect(at.place.finding("no device \"가\"", atOffset: 7).description == "f:1:13: no device \"가\"")
  }
}
