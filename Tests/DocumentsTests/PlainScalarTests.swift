import Testing

@testable import Documents

/// What YAML 1.1, YAML 1.2 and a person read in different ways is refused with the way out.
struct PlainScalarTests {
  private let anyMapping = Shape<Int>.mapping("x") { m in
    m.ignoreOtherKeys()
    return 1
  }

  @Test(arguments: ["on", "off", "yes", "no", "y", "n", "true", "false", "null", "On", "NO", "True", "Null"])
  func aKeyThatSomeProgramsReadAsATruthValueIsRefused(key: String) {
    let says =
      "the key \(key) is read as true, false or nothing by some programs; "
      + "write \"\(key)\", or choose another name"
    #expect(findings("a:\n  \(key): 1\nb: 2", as: anyMapping) == "home.yaml:2:3: " + says)
    #expect(findings("a:\n  \"\(key)\": 1\n  '\(key)x': 1\n  \(key)z: 1", as: anyMapping) == "none")
  }

  @Test(arguments: [
    (
      "a: 00:00:5e:00:53:10",
      "1:4: 00:00:5e:00:53:10 is read as a number or a mapping by some programs; put it in quotes"
    ),
    (
      "a: [FF:FF:FF:FF:FF:FF]",
      "1:5: FF:FF:FF:FF:FF:FF is read as a number or a mapping by some programs; put it in quotes"
    ),
    ("a: 12:34", "1:4: 12:34 is read as a number or a mapping by some programs; put it in quotes"),
    ("a: -1:30:00", "1:4: -1:30:00 is read as a number or a mapping by some programs; put it in quotes"),
    ("a: fe80::1/64", "1:4: fe80::1/64 is read as a number or a mapping by some programs; put it in quotes"),
    ("a: ::1", "1:4: ::1 is read as a number or a mapping by some programs; put it in quotes"),
    ("a: 192.0.2.1", "1:4: put the address in quotes: \"192.0.2.1\""),
    ("a: {b: 192.0.2.0/24}", "1:8: put the address in quotes: \"192.0.2.0/24\""),
    ("a: 0x12", "1:4: 0x12 is a number to some programs and a text to others; write 18, or put it in quotes"),
    (
      "a: 1e3",
      "1:4: 1e3 is a number to some programs and a text to others; write its digits out, or put it in quotes"
    ),
    (
      "- -2.5E-3",
      "1:3: -2.5E-3 is a number to some programs and a text to others; write its digits out, or put it in quotes"
    ),
    ("a: ~", "1:4: ~ means nothing to some programs and a text to others; put it in quotes, or leave it out"),
  ])
  func aValueThatSomeProgramsReadOtherwiseIsRefused(text: String, expected: String) {
    let value = Shape<Int>(expected: "anything", describe: { _ in [:] }, read: { _ in 1 })
    #expect(findings(text, as: value) == "home.yaml:" + expected)
  }

  @Test(arguments: [
    "a: \"00:00:5e:00:53:10\"", "a: '12:34'", "a: \"0x12\"", "a: '1e3'", "a: \"~\"", "a: '192.0.2.1'",
    "a: 1.5",
    "a: 18", "a: -3", "a: eth0", "a: bad", "a: 1.2.3", "a: 2026-03-02T09:00:00Z", "a: laptop:eth0", "a: 5us",
    "a: ",
    "a: 1.2.3.4.5", "a: x12:34", "a: ffx", "a: 802.11",
  ])
  func whatMeansOneThingIsLeftAlone(text: String) {
    #expect(findings(text, as: anyMapping) == "none")
  }

  @Test(arguments: [
    ("a: {<<: {b: 1}}", "1:5: merge keys (<<) are not used in these files; write the keys out"),
    (
      "a: !tcp.flags.syn",
      "1:4: tags (!name) are not used in these files; remove it, or put a text that begins so in quotes"
    ),
    (
      "a: &b",
      "1:4: anchors (&name) are not used in these files; remove it, or put a text that begins so in quotes"
    ),
    ("a: *b", "1:4: text that begins with \"*\" or \"&\" needs quotes"),
    ("a: %b", "1:4: \"%\" cannot begin a value; put the text in quotes"),
    ("a: `b`", "1:4: \"`\" cannot begin a value; put the text in quotes"),
    ("a:\t1", "1:3: a tab is read in different ways; use a space, or \"\\t\" in double quotes"),
    ("a: \"b\tc\"", "1:6: a tab is read in different ways; use a space, or \"\\t\" in double quotes"),
    ("\ta: 1", "1:1: a tab cannot indent YAML; use spaces"),
    (
      "a: one: two",
      "1:7: \":\" is not expected here; put text that contains \": \" in quotes, or correct the indentation"
    ),
    (
      "a: {en: One: two}",
      "1:12: expected \",\" or \"}\" in the mapping that began in line 1; put text that contains \": \" in quotes"
    ),
    ("a: Frame #1", "1:4: \"#1\" begins a comment here and is not part of the text; put the text in quotes"),
    ("a: ip.ttl #2", "1:4: \"#2\" begins a comment here and is not part of the text; put the text in quotes"),
    (
      "a: The port # of it\nb: 1",
      "1:4: \"# of it\" begins a comment here and is not part of the text; put the text in quotes"
    ),
    (
      "a: The\n  port # of it\nb: 1",
      "1:4: \"# of it\" begins a comment here and is not part of the text; put the text in quotes"
    ),
  ])
  func whatIsNotUsedInTheseFilesIsRefused(text: String, expected: String) {
    #expect(findings(text, as: anyMapping) == "home.yaml:" + expected)
  }

  @Test(arguments: [
    "a: b # a comment", "a: Port # of it", "a: b    ## more", "# a\tcomment\na: b",
    "a: \"the port #1\" # a comment", "a: [b c] # x", "a: b#1",
    "a: the port#1", "a: b #", "a: # the b\n  c: d", "a: the port\n# a comment\nb: c",
  ])
  func aCommentIsAComment(text: String) {
    #expect(findings(text, as: anyMapping) == "none")
  }

  @Test(arguments: ["a: {b, c}", "a: [b]"])
  func anExpressionInBracesWithoutQuotesIsToldToGetThem(text: String) {
    let expression = Shape<String>.mapping("x") { m in m.required("a", .parsed("an expression") { $0 }, "") }
    #expect(findings(text, as: expression).hasSuffix("; put it in quotes"))
    #expect(
      findings(text, as: expression).hasPrefix("home.yaml:1:4: \"a\" should be an expression, found a "))
    #expect(
      findings("a:\n  b: 1", as: expression)
        == "home.yaml:2:3: \"a\" should be an expression, found a mapping")
  }
}
