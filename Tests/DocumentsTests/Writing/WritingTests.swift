import Documents
import Foundation
import Testing

/// How the program's texts are written, in both languages, wherever they are written.
@Suite struct WritingTests {
  @Test func everyTextFollowsTheRules() throws {
    let faults = try WritingLinter().faults(in: WrittenText.all.get())
    #expect(faults.isEmpty, "\(faults.count):\n\(faults.joined(separator: "\n"))")
  }

  @Test(arguments: WritingRule.all.indices)
  func everyRuleFindsWhatItForbidsAndNothingNearIt(_ index: Int) throws {
    let rule = WritingRule.all[index]
    let linter = try WritingLinter([rule])
    func text(_ text: String) -> WrittenText {
      WrittenText(file: rule.within ?? "x", line: 1, language: rule.language, text: text)
    }
    #expect(!rule.wrong.isEmpty, "\(rule.pattern)")
    for wrong in rule.wrong {
      #expect(linter.broken(by: text(wrong)).count == 1, "\(wrong): \(rule.pattern)")
    }
    for right in rule.right { #expect(linter.broken(by: text(right)).isEmpty, "\(right): \(rule.pattern)") }
  }

  // MARK: Nothing is missed

  @Test func everyKoreanLetterOfTheSourcesIsInATextThatIsRead() throws {
    var count = 0
    for file in try WrittenText.files(in: "Sources", ending: ".swift") {
      let literals = SwiftLiterals(try WrittenText.content(file))
      #expect(literals.unended == nil, "\(file)")
      #expect(!WrittenText.isKorean(literals.rest), "\(file): Korean outside of comments and literals")
      count += literals.texts.count { WrittenText.isKorean($0.text) }
    }
    #expect(count > 500)
  }

  @Test func everyTextOfTheReferenceIsReadInBothLanguages() throws {
    let files = try WrittenText.files(in: "lessons", ending: ".yaml")
    #expect(files.count > 15)
    for file in files {
      let source = try WrittenText.content(file)
      let texts = try WrittenText.yaml(file, source)
      let english = source.matches(of: #/(?:^|[{ ])en: (?!\[)/#).count
      #expect(english > 0 && texts.count { $0.language == .en } == english, "\(file)")
    }
  }

  @Test(arguments: [
    ("Sources/UI/", "Go on to the next stop."), ("Sources/Networking/", "put text in double quotes"),
    ("Sources/Lessons/", "There are no more hints."), ("lessons/01-tour.yaml", "MAC and IP of the router"),
    ("lessons/reference/arp.yaml", "The sender's own IP address."), ("Sources/packetwalk/", "The settings."),
    ("Sources/UI/", "다음 단계로 갑니다."), ("lessons/reference/moments.yaml", "◇에 ◇번 에코를 보냅니다"),
  ])
  func textsOfEveryPartAreRead(part: String, text: String) throws {
    #expect(try WrittenText.all.get().contains { $0.file.hasPrefix(part) && $0.text == text })
  }

  // MARK: A planted fault is found

  @Test func aFaultInASwiftFileIsFoundAtItsLine() throws {
    let source = #"""
      /// 그것은 is a comment.
      func says(_ frame: Int, _ name: String) -> LocalizedText {
        both("The frame is no \(frame > 0 ? "pane before" : "x") packet.", "프레임 \(frame)이 왔습니다.")
      }
      let other = name + "을 " + "봅니다"
      let more = "순간 " + String(number)
      """#
    let faults = try WritingLinter().faults(in: WrittenText.swift("x.swift", source))
    #expect(
      faults.map { $0.prefix(9) + $0[$0.range(of: "\": ")!.upperBound...].prefix(12) } == [
        "x.swift:3previous or ", "x.swift:3is not a", "x.swift:3a number sta", "x.swift:3a particle a",
        "x.swift:5a particle a", "x.swift:6a number sta",
      ])
  }

  @Test func aFaultInAYAMLFileIsFoundAtItsLine() throws {
    let source = """
      # 그것은 is a comment.
      fields:
        a: {en: "Bytes behind it.", ko: "포트 {{port}}의 바이트입니다."}
        b:
          en: "It is a frame."
          ko: "{{name}}{을/를} 봅니다. {{name}}을 봅니다."
        c: 수업
      """
    let faults = try WritingLinter().faults(in: WrittenText.yaml("x.yaml", source))
    #expect(faults.map { $0.prefix(8) } == ["x.yaml:3", "x.yaml:3", "x.yaml:6", "x.yaml:7"])
  }

  @Test func aFaultInADocumentIsFoundAtItsParagraph() throws {
    let source = """
      # Title

      A paragraph that is
      drawn anew. `behind` is code.

      ```
      behind
      ```
      - it is no
        packet
      """
    let faults = try WritingLinter().faults(in: WrittenText.markdown("x.md", source))
    #expect(faults.map { $0.prefix(6) } == ["x.md:3", "x.md:9"])
  }

  @Test func literalsAreReadAsSwiftReadsThem() {
    let literals = SwiftLiterals(
      ##"""
      let a = "one \(two("three \(4) five", x: "\"") + "six") seven" // "no"
      /* "no" /* "no" */ "no" */ let b = #"raw "quoted" \n \#(value)"#
      let c = "a" + b + "c" + "d"
      let d = """
        many "lines"
        of text
        """
      text += "을 더합니다"
      """##)
    #expect(literals.unended == nil)
    #expect(
      literals.texts.map(\.text).map { $0.replacing(#/ +/#, with: " ") } == [
        "three ◇ five", "\"", "◇six", "one ◇ seven", "raw \"quoted\" \\n ◇", "a◇", "◇cd",
        " many \"lines\" of text ", "◇을 더합니다",
      ])
    #expect(literals.texts.map(\.line) == [1, 1, 1, 1, 2, 3, 3, 4, 8])
    #expect(SwiftLiterals("let a = \"never ends").unended == 1)
  }
}
