import Testing

@testable import Documents

struct DocumentTests {
  @Test func aSampleFileBecomesValues() throws {
    let sample = try Document.decode(Source(name: "home.yaml", text: Sample.text), as: Sample.shape)
    #expect(sample.clock == DateTime(seconds: 1_772_409_600, offset: 32_400))
    #expect(sample.devices.map(\.name) == ["laptop", "web"])
    #expect(sample.devices[1].label == LocalizedText(en: "web", ko: "웹"))
    #expect(sample.devices[0].interfaces["eth0"]?.gateway == "192.0.2.129")
    #expect(sample.devices[0].runs == [.browser])
    #expect(sample.devices[1].runs == [.web(port: 80, idle: 1_500_000_000), .browser])
    #expect(
      sample.cables == [
        .init(from: "laptop.eth0", to: "web.eth0", rate: 1_000_000_000, delay: 5_000),
        .init(from: "web.eth1", to: "laptop.eth1", rate: 500_000_000, delay: 0),
      ])
    let place = try #require(sample.devices[0].interfaces["eth0"]?.address.place)
    #expect(place.position == Position(line: 7, column: 49))
    #expect(place.position(atOffset: 4) == Position(line: 7, column: 54))
  }

  @Test func allProblemsOfAFileAreListedInFileOrder() {
    let text = """
      clock: 2026-02-30T09:00:00Z
      devices:
        laptop:
          kind: hots
          label: {en: laptop}
          interfaces:
            eth0: {adress: "192.0.2.1", gatway: "192.0.2.129"}
            eth0: {address: "192.0.2.300"}
            Lan: {address: 10}
          runs: [browser, {web: {port: 70000, idel: 5s}}, ftp, {a: 1, b: 2}, [x]]
      cables:
        - {ends: [a], rate: fast, delay: 5}
        - laptop
        - {ends: [a, 5], rate: 1gbps}
      devics: 3
      """
    #expect(
      findings(text, as: Sample.shape) == """
        home.yaml:1:8: "clock" should be a date like 2026-03-02T09:00:00+09:00, found "2026-02-30T09:00:00Z"; that month has no day 30
        home.yaml:4:11: "kind" should be host, switch or router, found "hots"; did you mean "host"?
        home.yaml:5:12: "label" has no "ko" text
        home.yaml:7:14: unknown key "adress" in interface "eth0"; did you mean "address"? (known: mac, address, gateway)
        home.yaml:7:35: unknown key "gatway" in interface "eth0"; did you mean "gateway"? (known: mac, address, gateway)
        home.yaml:8:7: "eth0" is given twice; it is already in line 7
        home.yaml:9:7: a key of "interfaces" should be a word like web-1, found "Lan"; it should begin with a letter from a to z
        home.yaml:10:34: "port" should be a whole number from 1 to 65535, found 70000
        home.yaml:10:41: unknown key "idel" in web server; did you mean "idle"? (known: port, idle)
        home.yaml:10:53: item 3 of "runs" should be an application (browser or web), found "ftp"
        home.yaml:10:58: item 4 of "runs" should be an application (browser or web), found a mapping with 2 keys
        home.yaml:10:72: item 5 of "runs" should be an application (browser or web), found a list
        home.yaml:12:12: "ends" should be a list of two (text, text), found a list of 1
        home.yaml:12:23: "rate" should be a rate like 1Gbps, found "fast"
        home.yaml:12:36: "delay" should be a duration like 200ms or 1.5s, found 5; the unit is missing (ns, us, ms, s, m, min, h or d)
        home.yaml:13:5: item 2 of "cables" should be a mapping, found "laptop"
        home.yaml:14:16: item 2 of "ends" should be text, found 5; put it in quotes
        home.yaml:14:26: "rate" should be a rate like 1Gbps, found "1gbps"; did you mean "1Gbps"?
        home.yaml:15:1: unknown key "devics" in network; did you mean "devices"? (known: clock, devices, cables)
        """)
  }

  @Test(arguments: [
    ("", "1:1: there is nothing in this file"),
    ("# only a comment\n", "1:1: there is nothing in this file"),
    ("a: 1\n\tb: 2\n", "2:1: a tab cannot indent YAML; use spaces"),
    ("a:\n\t- b\n", "2:1: a tab cannot indent YAML; use spaces"),
    ("a: [1, 2\n", "2:1: expected \",\" or \"]\" in the list that began in line 1"),
    (
      "a: {b: 1\nc: 2\n",
      "2:2: expected \",\" or \"}\" in the mapping that began in line 1; put text that contains \": \" in quotes"
    ),
    ("a: \"open\nb: 1", "2:5: expected the closing quote of the text that began in line 1"),
    (
      "a: b: c",
      "1:5: \":\" is not expected here; put text that contains \": \" in quotes, or correct the indentation"
    ),
    (
      "a: 1\n- b",
      "2:1: this does not continue the mapping that began in line 1; correct the indentation, "
        + "or close a quote or bracket above"
    ),
    (
      "- a\nb: 1",
      "2:1: this does not continue the list that began in line 1; correct the indentation, "
        + "or close a quote or bracket above"
    ),
    ("a: 1\n---\nb: 2", "2:1: expected one document in the file; remove the line \"---\" or \"...\""),
    ("a: @b", "1:4: \"@\" cannot begin a value; put the text in quotes"),
    (
      "a: \"\\q\"", "1:5: this backslash begins no escape; write \\\\ for a backslash, or use single quotes"
    ),
    ("a: \"\\ud800\"", "1:7: this escape is not a character; expected as in \"\\u00e9\""),
    ("a: - b", "1:4: a list with \"-\" cannot begin here; begin it on its own line, indented under its key"),
    ("a: *b", "1:4: text that begins with \"*\" or \"&\" needs quotes"),
    (
      "a: &b 1",
      "1:4: anchors (&name) are not used in these files; remove it, or put a text that begins so in quotes"
    ),
    ("a: &b 1\nc: *b", "2:4: aliases (*b) are not used in these files; write the value out"),
    (
      "a: !!str 1",
      "1:4: tags (!name) are not used in these files; remove it, or put a text that begins so in quotes"
    ),
    (
      "a: !x [1]",
      "1:4: tags (!name) are not used in these files; remove it, or put a text that begins so in quotes"
    ),
    ("[a]: 1", "1:1: a key should be a word, found a list"),
    ("{{a: 1}: 2}", "1:2: a key should be a word, found a mapping in braces"),
    ("?\n: 2", "1:2: a key is missing before \":\""),
    ("a: \u{1}", "1:4: the character U+0001 cannot be in YAML; write \"\\u0001\" in double quotes"),
    ("a: 가\u{2028}", "1:5: the character U+2028 cannot be in YAML; write \"\\u2028\" in double quotes"),
  ])
  func whatIsNoUsableYAMLIsSaidInASentence(text: String, expected: String) {
    #expect(findings(text, as: anyMapping) == "home.yaml:" + expected)
  }

  @Test func aRepeatedKeyIsNamedWithItsFirstLineAndDoesNotHideTheRest() {
    let text = "a: 1\n'a': 2\nb: {c: 1, d: 2, \"c\": 3}\nk: !x 1\na: 3\n"
    #expect(
      findings(text, as: anyMapping) == """
        home.yaml:2:1: "a" is given twice; it is already in line 1
        home.yaml:3:17: "c" is given twice; it is already in line 3
        home.yaml:4:4: tags (!name) are not used in these files; remove it, or put a text that begins so in quotes
        home.yaml:5:1: "a" is given twice; it is already in line 1
        """)
    #expect(findings("? \"\"\n: 1\n\"\": 2", as: anyMapping) == "home.yaml:1:3: \"\" is given more than once")
  }

  private let anyMapping = Shape<Int>.mapping("x") { m in
    m.ignoreOtherKeys()
    return 1
  }
}
