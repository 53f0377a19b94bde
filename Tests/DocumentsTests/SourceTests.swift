import Testing

@testable import Documents

struct SourceTests {
  @Test func aByteOrderMarkDoesNotShiftColumns() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a: @".utf8)
    let source = try Source(name: "f", bytes: bytes)
    #expect(source.text == "a: @")
    let error = #expect(throws: DocumentError.self) { try Document.parse(source) }
    #expect(error?.description == "f:1:4: \"@\" cannot begin a value; put the text in quotes")
  }

  @Test func bytesThatAreNotUtf8AreNamedByTheirPlace() {
    let latin = #expect(throws: DocumentError.self) {
      try Source(name: "f", bytes: Array("a: 1\nb: 가".utf8) + [0xE9, 0x20])
    }
    #expect(
      latin?.description == "f:2:5: byte 0xE9 is not UTF-8 (byte 11 of the file); save the file as UTF-8")
    let cut = #expect(throws: DocumentError.self) { try Source(name: "f", bytes: [0x61, 0xEA, 0xB0]) }
    #expect(cut?.description == "f:1:2: byte 0xEA is not UTF-8 (byte 1 of the file); save the file as UTF-8")
    let wide = #expect(throws: DocumentError.self) { try Source(name: "f", bytes: [0xFF, 0xFE, 0x61, 0]) }
    #expect(wide?.description == "f:1:1: this file is UTF-16; save it as UTF-8")
  }

  @Test func theHeadOfALessonEndsBeforeItsSteps() {
    let source = Source(name: "f", text: "id: a\r\ntitle:\r\n  steps: no\r\nsteps:\r\n  - b\r\n")
    #expect(source.head(before: ["marks", "steps"]).text == "id: a\r\ntitle:\r\n  steps: no\r\n")
    #expect(source.head(before: ["marks"]).text == source.text)
    #expect(Source(name: "f", text: "").head(before: ["a"]).text == "")
  }

  @Test func oneEntryIsReadWithoutTheRestOfItsFile() {
    let source = Source(
      name: "f",
      text: """
        format: 1
        words:
          a: {en: "first"}
        moments:
          # about the first
          a.b:
            en: "one"

            short: {en: "1"}
          a: {en: "two"}
        drops: {a: {en: "three"}}
        """)
    #expect(source.entry("a", in: "words")?.text == "words:\n  a: {en: \"first\"}\n")
    #expect(
      source.entry("a.b", in: "moments")?.text
        == "moments:\n  a.b:\n    en: \"one\"\n\n    short: {en: \"1\"}\n")
    #expect(source.entry("a", in: "moments")?.text == "moments:\n  a: {en: \"two\"}\n")
    for (key, section) in [
      ("a.c", "moments"), ("en", "moments"), ("a", "drops"), ("a.b", "words"), ("a", "none"),
    ] {
      #expect(source.entry(key, in: section) == nil, "\(key) in \(section)")
    }
  }

  @Test func columnsAreRightWhateverEndsALine() {
    for end in ["\n", "\r\n", "\r"] {
      #expect(
        findings(
          "a: 1\(end)b: '1.x'\(end)",
          as: .mapping("f") { m in
            _ = m.required("a", .integer, "")
            return m.required("b", Sample.address, "")
          }) == "home.yaml:2:7: \"b\": \"x\" is no octet")
    }
  }
}
