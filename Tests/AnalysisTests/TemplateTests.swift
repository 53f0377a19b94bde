import Documents
import Testing

@testable import Analysis

struct TemplateTests {
  private func filled(_ text: String, _ language: Language = .ko) -> String {
    var errors: [TextError] = []
    let template = Template(text, language: language, errors: &errors)
    if !errors.isEmpty { return errors.map { "\($0.offset ?? 0): \($0.message)" }.joined(separator: "\n") }
    return template.filled { $0.name + ($0.format.map { "/\($0.rawValue)" } ?? "") }
  }

  @Test func slotsAndParticlesAreFilledIn() {
    #expect(filled("주소 {{192.0.2.130}}{은/는} 알지만 {{ SYN }}{으로/로}") == "주소 192.0.2.130은 알지만 SYN으로")
    #expect(filled("{{a}}{{b}}", .en) == "ab")
    #expect(filled("a set {x} and {1/2}", .en) == "a set {x} and {1/2}")
    #expect(filled("{{a.b | ms}} ms", .en) == "a.b/ms ms")
    #expect(filled("{{a || b}}", .en) == "a || b")
  }

  @Test func whatIsWrongIsSaidWithItsPlace() {
    #expect(filled("ab {{x", .en) == "3: \"{{\" is never closed; expected \"}}\"")
    #expect(filled("ab {{ }}", .en) == "3: there is nothing between \"{{\" and \"}}\"")
    #expect(filled("{{x}}{은/는}", .en) == "5: {은/는} is a Korean particle in an English text")
    #expect(filled("{{x}}{는/은}") == "5: {는/은} is not a particle; did you mean {은/는}?")
    #expect(
      filled("{{x | hexx}}", .en)
        == "6: no format is called \"hexx\"; did you mean \"hex\"? (known: hex, binary, label, ms, us, s)")
  }
}
