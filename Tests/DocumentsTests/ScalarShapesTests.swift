import Testing

@testable import Documents

struct ScalarShapesTests {
  /// The value of `v:` in flow style, or the findings.
  private func read<Value>(_ value: String, _ shape: Shape<Value>) -> String {
    let wrapped = Shape<Value>.mapping("file") { m in m.required("v", shape, "the value") }
    do {
      return String(describing: try Document.decode(Source(name: "f", text: "v: \(value)"), as: wrapped))
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("0", "0"), ("443", "443"), ("-7", "-7"), ("9223372036854775807", "9223372036854775807"),
    ("9223372036854775808", "f:1:4: \"v\" should be a whole number, found 9223372036854775808"),
    ("1.5", "f:1:4: \"v\" should be a whole number, found 1.5"),
    ("010", "f:1:4: \"v\" should be a whole number, found 010; remove the zero in front"),
    ("\"443\"", "f:1:4: \"v\" should be a whole number, found \"443\"; write it without quotes"),
    ("0x", "f:1:4: \"v\" should be a whole number, found \"0x\""),
    ("true", "f:1:4: \"v\" should be a whole number, found true"),
    ("", "f:1:3: \"v\" should be a whole number, found nothing"),
    ("0x1F", "f:1:4: 0x1F is a number to some programs and a text to others; write 31, or put it in quotes"),
    ("~", "f:1:4: ~ means nothing to some programs and a text to others; put it in quotes, or leave it out"),
    ("[1]", "f:1:4: \"v\" should be a whole number, found a list"),
    ("{a: 1}", "f:1:4: \"v\" should be a whole number, found a mapping"),
  ])
  func aWholeNumberIsPlainDecimal(value: String, expected: String) {
    #expect(read(value, .integer) == expected)
  }

  @Test func aRangeIsNamed() {
    #expect(read("65535", .integer(in: 1...65535)) == "65535")
    #expect(
      read("65536", .integer(in: 1...65535))
        == "f:1:4: \"v\" should be a whole number from 1 to 65535, found 65536")
    #expect(read("2", .integer(in: 1...1)) == "f:1:4: \"v\" should be 1, found 2")
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("\"443\"", "443"), ("'true'", "true"), ("\"\"", ""),
    ("|\n  a\n  b\n", "a\nb\n"),
    ("\"00:00:5e:00:53:01\"", "00:00:5e:00:53:01"), ("yes", "yes"),
    ("443", "f:1:4: \"v\" should be text, found 443; put it in quotes"),
    ("false", "f:1:4: \"v\" should be text, found false; put it in quotes"),
    ("[a]", "f:1:4: \"v\" should be text, found a list; put it in quotes"),
  ])
  func textThatLooksLikeSomethingElseNeedsQuotes(value: String, expected: String) {
    #expect(read(value, .text) == expected)
  }

  @Test(arguments: [
    ("true", "true"), ("False", "false"),
    ("yes", "f:1:4: \"v\" should be true or false, found \"yes\""),
    ("\"true\"", "f:1:4: \"v\" should be true or false, found \"true\"; write it without quotes"),
  ])
  func yesIsNotTrue(value: String, expected: String) {
    #expect(read(value, .bool) == expected)
  }

  @Test(arguments: [
    ("web", "web"), ("web-1", "web-1"),
    (
      "Web",
      "f:1:4: \"v\" should be a word like web-1, found \"Web\"; it should begin with a letter from a to z"
    ),
    (
      "1", "f:1:4: \"v\" should be a word like web-1, found 1; it should begin with a letter from a to z"
    ),
    (
      "web_1",
      "f:1:4: \"v\" should be a word like web-1, found \"web_1\"; only the letters a to z, digits and \"-\" are possible"
    ),
  ])
  func aWordIsLowerCase(value: String, expected: String) {
    #expect(read(value, .word) == expected)
  }

  @Test(arguments: [
    ("10us", "10000"), ("200ms", "200000000"), ("1.5s", "1500000000"), ("12h", "43200000000000"),
    ("0.000000001s", "1"), ("1.50000000000000s", "1500000000"), ("0s", "0"), ("2m", "120000000000"),
    ("7d", "604800000000000"), ("9223372036854775807ns", "9223372036854775807"),
    ("0.1h", "360000000000"),
    (
      "0.0000000001s",
      "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \"0.0000000001s\"; it is not a whole number of nanoseconds"
    ),
    (
      "9223372036854775808ns",
      "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \"9223372036854775808ns\"; it is too large"
    ),
    (
      "9223372036.854775808s",
      "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \"9223372036.854775808s\"; it is too large"
    ),
    (
      "5",
      "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found 5; the unit is missing (ns, us, ms, s, m, min, h or d)"
    ),
    (
      "5 ms",
      "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \"5 ms\"; \" ms\" is not a unit here (known: ns, us, ms, s, m, min, h, d)"
    ),
    ("5MS", "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \"5MS\"; did you mean \"5ms\"?"),
    ("-5s", "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \"-5s\""),
    (".5s", "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \".5s\""),
    ("5.s", "f:1:4: \"v\" should be a duration like 200ms or 1.5s, found \"5.s\""),
  ])
  func aDurationIsExact(value: String, expected: String) {
    #expect(read(value, .duration(in: 0...Int64.max)) == expected)
  }

  @Test(arguments: [
    ("1Gbps", "1000000000"), ("500Mbps", "500000000"), ("10kbps", "10000"), ("2.5Gbps", "2500000000"),
    ("fast", "f:1:4: \"v\" should be a rate like 1Gbps, found \"fast\""),
    ("1gbps", "f:1:4: \"v\" should be a rate like 1Gbps, found \"1gbps\"; did you mean \"1Gbps\"?"),
  ])
  func aRateIsInBitsPerSecond(value: String, expected: String) {
    #expect(read(value, .rate(in: 0...Int64.max)) == expected)
  }

  // Seconds from GNU date.
  @Test(arguments: [
    ("2026-03-02T09:00:00+09:00", 1_772_409_600, 32_400), ("1970-01-01T00:00:00Z", 0, 0),
    ("1969-12-31T23:59:59Z", -1, 0), ("2000-02-29T12:34:56-03:30", 951_840_296, -12_600),
    ("1900-03-01T00:00:00Z", -2_203_891_200, 0), ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
    ("0000-01-01T00:00:00Z", -62_167_219_200, 0), ("9999-12-31t23:59:59z", 253_402_300_799, 0),
    ("2024-12-31T23:59:59+23:59", 1_735_603_259, 86_340),
  ])
  func aDateIsSecondsSince1970(text: String, seconds: Int64, offset: Int) throws {
    #expect(try DateTime(text) == DateTime(seconds: seconds, offset: offset))
  }

  @Test(arguments: [
    ("2025-02-29T00:00:00Z", "; that month has no day 29"),
    ("2026-13-01T00:00:00Z", "; there is no month 13"),
    ("1900-02-29T00:00:00Z", "; that month has no day 29"),
    ("2026-01-00T00:00:00Z", "; that month has no day 0"),
    ("2026-01-01T24:00:00Z", "; there is no such time of day"),
    ("2026-01-01T00:00:00+24:00", "; there is no such time zone"), ("2026-01-01T00:00:00", ""),
    ("2026-01-01 00:00:00Z", ""), ("2026-01-01T00:00:00+0900x", ""), ("tomorrow", ""),
  ])
  func anImpossibleDateIsRefused(text: String, reason: String) {
    #expect(
      read(text, .date)
        == "f:1:4: \"v\" should be a date like 2026-03-02T09:00:00+09:00, found \"\(text)\"\(reason)")
  }

  @Test func oneOfAFewWordsIsSuggested() {
    let kinds = Shape<Int>.oneOf([("host", 1), ("switch", 2)])
    #expect(read("switch", kinds) == "2")
    #expect(
      read("swich", kinds)
        == "f:1:4: \"v\" should be host or switch, found \"swich\"; did you mean \"switch\"?")
    #expect(read("3", kinds) == "f:1:4: \"v\" should be host or switch, found 3")
  }

  @Test(arguments: [
    ("1.2.x.4", "f:1:8: \"v\": \"x\" is no octet"),
    ("'1.2.x.4'", "f:1:9: \"v\": \"x\" is no octet"),
    ("'''.x'", "f:1:5: \"v\": \"'\" is no octet"),
    ("\"1.\\x32.x\"", "f:1:12: \"v\": \"x\" is no octet"),
    ("'1.256'", "f:1:7: \"v\": \"256\" is no octet"),
    ("|\n  1.x\n", "f:1:4: \"v\": \"x\\n\" is no octet"),
  ])
  func anOffsetInsideATextBecomesAColumn(value: String, expected: String) {
    #expect(read(value, Sample.address) == expected)
  }

  @Test func offsetsCountBytesAndColumnsCountScalars() throws {
    let source = Source(name: "f", text: "v: {a: \"가\\uAC00\\\"b\", b: 'it''s 가', c: one\n  two}")
    let document = try Document.parse(source)
    let a = try #require(document.root["v"]?["a"]?.place)
    // 가 is three bytes and one column; \uAC00 is three bytes and six columns.
    #expect([0, 3, 6, 7, 8].map { a.position(atOffset: $0).column } == [9, 10, 16, 18, 19])
    let b = try #require(document.root["v"]?["b"]?.place)
    #expect(b.position(atOffset: 3).column == 30)
    let c = try #require(document.root["v"]?["c"]?.place)
    #expect(c.position(atOffset: 2) == Position(line: 1, column: 41))
    #expect(c.position(atOffset: 5) == Position(line: 1, column: 39))
  }
}
