import Documents
import Testing

@testable import Networking

private let hosts =
  Networks.host("a", "01", "10.0.0.1/24") + Networks.host("b", "02", "10.0.0.2/24")
  + Networks.host("c", "03", "10.0.0.3/24") + "  s: {kind: switch, label: {en: s, ko: s}, ports: 4}\n"
private let cables = """
    - {ends: [a.eth0, s.1], rate: 1Gbps, delay: 5us}
    - {ends: [b.eth0, s.2], rate: 1Gbps, delay: 5us}
    - {ends: [c.eth0, s.3], rate: 1Gbps, delay: 5us}
  """

/// When each line of the script begins, in microseconds, with the device that is asked.
private func begun(_ lines: String...) throws -> [String] {
  let story = try Story(Networks.world(devices: hosts, cables: cables, script: lines))
  return story.moments.filter { $0.device == nil }.map { begun in
    let asked = story.moments.first { $0.cause == begun.number }!
    return "\(begun.time / 1000) \(story.name(asked))"
  }
}

@Test func aLineWithATimeBeginsThenWhateverElseGoesOn() throws {
  // The first ping asks three times, a second apart, and waits in vain: the second is asked meanwhile.
  #expect(try begun("a: ping 10.0.0.9", "at 500ms: b: ping a") == ["0 a", "500000 b"])
  #expect(try begun("at 2s: b: ping a", "at 1s: c: ping a") == ["1000000 c", "2000000 b"])
}

@Test func linesOfOneTimeBeginTogether() throws {
  #expect(try begun("at 1s: b: ping a", "at 1s: c: ping a") == ["1000000 b", "1000000 c"])
}

@Test func aLineWithoutATimeBeginsWhenThoseAboveHaveBegunAndAllIsQuiet() throws {
  let times = try begun("a: ping b", "c: ping b", "at 25s: a: ping b", "b: ping c")
  #expect(times.count == 4 && times[0] == "0 a" && times[2] == "25000000 a")
  let (second, last) = (Int(times[1].dropLast(2))!, Int(times[3].dropLast(2))!)
  #expect(second > 0 && second < 1000 && times[1].hasSuffix("c"))
  #expect(last > 25_000_000 && last < 25_001_000 && times[3].hasSuffix("b"))
}

@Test(arguments: [
  (
    "at 25: a: ping b", 4,
    #""25" is not a time like 25s: the unit is missing (ns, us, ms, s, m, min, h or d)"#
  ),
  ("at 25d: a: ping b", 4, #""25d" is not a time like 25s: it can be at most 1d"#),
  ("at 25s", 1, #"expected: at TIME: DEVICE: COMMAND, like "at 25s: laptop: ping printer""#),
  ("at 25s: x: ping b", 9, #"no device "x""#),
  ("at 25s: a: pong b", 12, #"unknown command "pong"; did you mean "ping"?"#),
])
func whatIsWrongInALineIsSaidWhereItStands(line: String, column: Int, message: String) throws {
  let text = """
    format: 2
    id: test
    title: {en: test, ko: test}
    clock: "2026-03-02T09:00:00+09:00"
    devices:
    \(hosts)
    cables:
    \(cables)
    script:
    - '\(line)'
    """
  let error = #expect(throws: DocumentError.self) {
    try NetworkFile.decode(Source(name: "f", text: text))
  }
  let finding = try #require(error?.findings.first)
  #expect(error?.findings.count == 1 && finding.column == column + 3, "\(finding)")
  #expect(finding.text.hasPrefix(message) || finding.text.hasSuffix(message), "\(finding)")
}

@Test func aLineReadsAsItWasWritten() throws {
  let devices = try Networks.world(devices: hosts, cables: cables, script: ["a: ping b"]).devices
  for text in ["a: ping 10.0.0.2 3", "at 25s: a: ping 10.0.0.2", "at 2500ms: b: ping 10.0.0.1"] {
    #expect(try ScriptLine(text, in: devices).text(in: devices) == text)
  }
}
