import Documents
import Testing

@testable import Networking

/// A network of two hosts on a switch with these lines at its end.
private func network(_ more: String, format: Int = 2) throws(DocumentError) -> NetworkFile {
  try NetworkFile.decode(
    Source(
      name: "n",
      text: """
        format: \(format)
        id: test
        title: {en: test, ko: test}
        clock: "2026-03-02T09:00:00+09:00"
        devices:
          a: {kind: host, label: {en: a, ko: a}, interfaces: {eth0: {mac: "00:00:5e:00:53:01", address: "10.0.0.1/24"}}}
          b: {kind: host, label: {en: b, ko: b}, interfaces: {eth0: {mac: "00:00:5e:00:53:02", address: "10.0.0.2/24"}}}
          s: {kind: switch, label: {en: s, ko: s}, ports: 4}
        cables:
          - {ends: [a.eth0, s.1], rate: 1Gbps, delay: 5us}
          - {ends: [b.eth0, s.2], rate: 1Gbps, delay: 5us}
        script: ["a: ping b"]
        \(more)
        """))
}

private func findings(_ more: String, format: Int = 2) -> [String] {
  do throws(DocumentError) {
    _ = try network(more, format: format)
    return []
  } catch {
    return error.findings.map { "\($0.line):\($0.column): \($0.text)" }
  }
}

@Test func aNetworkHasMarksAndFaultsFromFormat2On() throws {
  let more = """
    marks:
      request: "arp.opcode == 1"
      done: {kind: ping.reply, by: a, after: request}
    faults:
      unplugged: {title: {en: out, ko: 뽑힘}, do: [{cut: b.eth0}]}
    """
  let file = try network(more)
  #expect(file.marks.map(\.key) == ["request", "done"] && file.faults.map(\.key) == ["unplugged"])
  #expect(
    findings(more, format: 1) == [
      "13:1: \"marks\" belongs to format 2: say \"format: 2\" at the top",
      "16:1: \"faults\" belongs to format 2: say \"format: 2\" at the top",
    ])
}

@Test(arguments: [
  (
    "marks: {tcp: \"arp\"}",
    "13:9: a key of \"marks\": a mark must not be called \"tcp\": \"tcp\" is the name of a protocol"
  ),
  ("marks: {a: \"arp\"}", "13:9: a key of \"marks\": a mark must not be called \"a\": a device is"),
  ("marks: {x: {by: c}}", "13:17: \"by\": no device is called \"c\" (known: a, b, s)"),
  (
    "faults: {x: {title: {en: x, ko: x}, do: [{cut: c.eth0}]}}",
    "13:48: no device \"c\""
  ),
  ("faults: {x: {title: {en: x, ko: x}, do: [{cut: a.eth1}]}}", "13:48: a has no \"eth1\" (known: eth0)"),
  ("faults: {x: {title: {en: x, ko: x}, do: [{plug: s.3}]}}", "13:49: s.3 has no cable"),
  (
    "faults: {x: {title: {en: x, ko: x}, do: [{join: [s.3, s.3]}]}}",
    "13:55: a cable has two ends: name two ports"
  ),
  ("faults: {x: {title: {en: x, ko: x}, do: [{restart: c}]}}", "13:52: no device \"c\""),
  (
    "faults: {x: {title: {en: x, ko: x}, do: [{run: \"a: pong b\"}]}}",
    "13:52: unknown command \"pong\"; did you mean \"ping\"? (known: browse, curl, ping, print)"
  ),
  (
    "faults: {x: {title: {en: x, ko: x}, do: [{fault: x}]}}",
    "13:50: a fault holds no other fault: write out what \"x\" does"
  ),
  ("faults: {x: {title: {en: x, ko: x}, do: []}}", "13:10: fault \"x\" does nothing: give it \"do\""),
  (
    "faults: {x: {title: {en: x, ko: x}, do: [{lose: ping}]}}",
    "13:49: \"lose\": no mark or step is called \"ping\""
  ),
  (
    "faults: {x: {title: {en: x, ko: x}, do: [{cut: a.eth0, by: 5s}]}}",
    "13:60: \"by\" only goes with \"delay\""
  ),
])
func whatIsWrongInMarksAndFaultsIsSaidWhereItStands(more: String, message: String) {
  #expect(findings(more) == [message])
}

/// Marks of a test by their transmissions, values by their texts.
private struct Reader: ForkRun.Reader {
  var frames: [String: Int] = [:]

  mutating func frame(of mark: Located<String>, in timeline: Timeline) throws(DocumentError) -> Int {
    guard let frame = frames[mark.value] else { throw DocumentError([mark.place.finding("no frame")]) }
    return frame
  }

  mutating func value(of expression: Located<Expression>) throws(DocumentError) -> ExpressionValue {
    var context = TimelineContext([])
    do throws(ExpressionError) {
      return try context.value(of: expression.value).value
    } catch {
      throw DocumentError([expression.place.finding(error.message)])
    }
  }
}

/// The first moments that a fault of this network leads to, and what was done.
private func done(_ actions: String, frames: [String: Int] = [:]) throws -> ForkRun {
  let file = try network(
    "marks: {\(frames.keys.sorted().map { "\($0): arp" }.joined(separator: ", "))}\n"
      + "faults: {x: {title: {en: x, ko: x}, do: [\(actions)]}}")
  let whole = Networks.story(file.world(seed: 1))
  var reader = Reader(frames: frames)
  var run = ForkRun(whole, after: whole.moments.count, on: file)
  for action in try #require(file.faults.first).value.actions { try run.perform(action, &reader) }
  return run
}

@Test func actionsAreDoneOneAfterTheOther() throws {
  let run = try done(
    "{cut: b.eth0}, {wait: 5s}, {plug: s.2}, {join: [s.3, s.4]}, {restart: a}, {run: \"a: ping b\"}")
  let kinds = run.timeline.interventions.map { $0.whatIf.kind.name }
  #expect(kinds == ["you.cut", "you.wait", "you.plug", "you.join", "you.restart", "you.ping"])
  #expect(run.whatIfs.map(\.kind.name) == kinds)
  let moments = run.timeline.interventions.map { run.timeline.moment($0.moment) }
  #expect(run.begins == moments[0].number && run.done == moments[5].number)
  #expect(moments[1].time == moments[0].time + 5_000_000_000)
}

@Test func actionsOnFramesFindTheirMarks() throws {
  #expect(try done("{lose: m}", frames: ["m": 1]).whatIfs == [.lose(frame: 1)])
  #expect(
    try done("{delay: m, by: 3ms}", frames: ["m": 2]).whatIfs == [.delay(frame: 2, nanoseconds: 3_000_000)])
  guard case .damage(1, _) = try done("{damage: m}", frames: ["m": 1]).whatIfs[0] else {
    return #expect(Bool(false))
  }
}

@Test func anEditSetsSeveralFieldsAndTheirChecksumsFitButWhereTheyAreSet() throws {
  // The first echo request is the first frame with an IP header: ARP asks and answers over two cables each before.
  let run = try done("{edit: m, set: {ip.checksum: 4660, ip.ttl: 9, ip.proto: 17}}", frames: ["m": 7])
  #expect(run.whatIfs.count == 3)
  let shown = run.timeline.dissected(7)
  #expect(shown.shown("ip.ttl") == ["9"] && shown.shown("ip.proto") == ["17"])
  #expect(shown.shown("ip.checksum") == ["0x1234"] && shown.shown("ip.checksum.status") == ["0"])
  let right = try done("{edit: m, set: {ip.ttl: 9}}", frames: ["m": 7]).timeline.dissected(7)
  #expect(right.shown("ip.checksum.status") == ["1"])
}

@Test func whatCannotBeDoneIsSaidWhereItStands() {
  func finding(_ actions: String, _ frames: [String: Int] = [:]) -> String? {
    let error = #expect(throws: DocumentError.self) { try done(actions, frames: frames) }
    return error?.findings.first.map { "\($0.column): \($0.text)" }
  }
  #expect(finding("{cut: b.eth0}, {cut: b.eth0}") == "57: That cable is pulled already: plug puts it back.")
  #expect(finding("{lose: m}", ["m": 900]) == "42: Frame 900 is not sent in this walk.")
  #expect(finding("{damage: m}", ["m": 900])?.hasSuffix("Frame 900 is not sent in this walk.") == true)
  #expect(
    finding("{edit: m, set: {tcp.seq_raw: 1}}", ["m": 1])?
      .hasSuffix("the frame of \"m\" has no field tcp.seq_raw") == true)
  #expect(finding("{edit: m, set: {arp.opcode: 70000}}", ["m": 1])?.contains("0 to 65535") == true)
}
