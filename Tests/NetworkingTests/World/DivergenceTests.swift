import Testing

@testable import Networking

private let home = Result { Networks.story(try Networks.world("home")) }

private func rows(_ left: String, _ right: String, atOnce: Int = 2000) -> String {
  aligned(Array(left), Array(right), atOnce: atOnce).map { row in
    switch (row.left, row.right) {
    case (let a?, let b?): Array(left)[a] == Array(right)[b] ? String(Array(left)[a]) : "!"
    case (let a?, nil): "-\(Array(left)[a])"
    case (nil, let b?): "+\(Array(right)[b])"
    case (nil, nil): "?"
    }
  }.joined(separator: " ")
}

@Test(arguments: [
  ("", "", ""), ("abc", "abc", "a b c"), ("abc", "axc", "a -b +x c"), ("abcd", "ad", "a -b -c d"),
  ("ad", "abcd", "a +b +c d"), ("ab", "xy", "-a -b +x +y"), ("", "ab", "+a +b"),
])
func rowsPairWhatIsAlike(left: String, right: String, expected: String) {
  #expect(rows(left, right) == expected)
}

@Test func longListsAreAlignedInParts() {
  #expect(rows("abcdefgh", "abxcdefgh", atOnce: 3) == "a b +x c d e f g h")
  #expect(rows("abcdefgh", "efgh", atOnce: 4) == "-a -b -c -d +e +f +g +h -e -f -g -h")
  #expect(rows(String(repeating: "ab", count: 20), String(repeating: "ab", count: 20), atOnce: 3).count == 79)
}

private func outcome(_ whole: Timeline, _ whatIf: WhatIf) throws -> (Divergence, Timeline) {
  var fork = try whole.fork(whatIf)
  _ = fork.extendToEnd(limit: 20_000)
  return (Divergence(original: whole, fork: fork), fork)
}

private func edit(
  _ whole: Timeline, _ frame: Int, _ field: String, _ typed: String,
  _ checksums: EditedFrame.Checksums = .fixed
) throws -> WhatIf {
  .edit(frame: frame, try whole.dissected(frame).edit(field).applying(typed, checksums: checksums))
}

/// The reason's case, with the kind and the place of the moment that tells.
private func told(_ whole: Timeline, _ whatIf: WhatIf) throws -> String {
  let (divergence, fork) = try outcome(whole, whatIf)
  let name = "\(divergence.reason)".prefix { $0 != "(" }
  guard let number = divergence.reason.moment else { return String(name) }
  let moment = fork.moment(number)
  let device = moment.device.map { fork.front.devices[$0].name } ?? "you"
  return "\(name): \(device) \(moment.kind.name)" + (moment.drop.map { " \($0.rawValue)" } ?? "")
}

@Test func everyWhatIfHasAMomentThatTellsWhatBecameOfIt() throws {
  var whole = try home.get()
  let ask = try whole.frame("arp")
  let query = try whole.frame("dns")
  let syn = try whole.frame("tcp")
  #expect(try told(whole, .lose(frame: ask)) == "unanswered: laptop arp.retry")
  #expect(try told(whole, .lose(frame: query)) == "timer: laptop dns.retry")
  #expect(try told(whole, .lose(frame: syn)) == "timer: laptop tcp.timeout")
  #expect(try told(whole, edit(whole, query, "ip.ttl", "1")) == "dropped: router ip.drop ttl-expired")
  #expect(try told(whole, edit(whole, syn, "ip.ttl", "9", .left)) == "dropped: router ip.drop bad-checksum")
  #expect(
    try told(whole, edit(whole, syn, "ip.ttl", "9", .untouched)) == "dropped: switch phy.damaged bad-fcs")
  #expect(try told(whole, edit(whole, syn, "tcp.dstport", "81")) == "dropped: web tcp.drop closed-port")
  #expect(
    try told(whole, edit(whole, ask, "arp.dst.proto_ipv4", "192.0.2.150")) == "unanswered: laptop arp.retry")
  #expect(try told(whole, edit(whole, syn, "ip.ttl", "63")) == "different: router ip.forward")
  #expect(try told(whole, edit(whole, syn, "ip.len", "0")) == "dropped: router ip.drop bad-header")
  #expect(try told(whole, edit(whole, syn, "ip.id", "7")) == "nobodyMinds")
  #expect(
    try told(whole, edit(whole, ask, "eth.padding", "0x" + String(repeating: "ff", count: 18)))
      == "nobodyMinds")
  #expect(try told(whole, .delay(frame: syn, nanoseconds: 1000)) == "nobodyMinds")
  #expect(try told(whole, edit(whole, query, "dns.qry.type", "AAAA")) == "dropped: laptop dns.drop not-asked")
}

@Test func aWalkAndAForkAreOneBesideTheOther() throws {
  var whole = try home.get()
  let query = try whole.frame("dns")
  let sent = whole.transmission(query).moment
  let (loss, lost) = try outcome(whole, .lose(frame: query))
  #expect(loss.shared == sent)
  #expect(lost.moment(try #require(loss.rows.first { $0.right != nil }?.right)).kind.name == "you.lose")
  // Every moment of both stands in one row, in order.
  #expect(loss.rows.compactMap(\.left) == Array(sent + 1...whole.moments.count))
  #expect(loss.rows.compactMap(\.right) == Array(sent + 1...lost.moments.count))
  // Asked again, all goes on as it would have.
  let first = try #require(loss.first)
  let agrees = try #require(loss.agreesFrom)
  #expect(first < agrees && loss.rows[agrees...].allSatisfy(\.isSame) && loss.rows.count - agrees > 100)
  // Two forks beside each other.
  let (_, edited) = try outcome(whole, try edit(whole, query, "ip.ttl", "1"))
  let both = AlignedMomentPair.rows(lost, edited)
  #expect(both.compactMap(\.left).first == sent + 1 && both.compactMap(\.right).first == sent + 1)
  #expect(AlignedMomentPair.rows(whole, whole).isEmpty)
}

@Test func anEchoThatHoldsAnyTimeIsToldWithATime() throws {
  let whole = Networks.story(try Networks.world("two-hosts", script: ["laptop: ping 10.0.0.20"]))
  let reply = try #require(
    (1...whole.transmissions.count).first { whole.dissected($0).shown("icmp.type") == ["0"] })
  for byte in ["00", "ff", "7f", "80"] {
    let data = String(repeating: byte, count: 56)
    let (divergence, fork) = try outcome(whole, try edit(whole, reply, "data.data", data))
    let told = fork.moment(try #require(divergence.reason.moment))
    let milliseconds = try #require(told.detail("milliseconds"))
    #expect(told.kind.name == "ping.reply" && !milliseconds.contains("-"), "\(byte): \(milliseconds)")
  }
}

@Test func anUnfinishedForkSaysSo() throws {
  let whole = try home.get()
  let fork = try whole.fork(.delay(frame: 1, nanoseconds: 1))
  #expect(Divergence(original: whole, fork: fork).reason == .endless)
}

/// A sample of all that can be done to any frame; the complete run is `packetwalk measure --what-if`.
@Test(arguments: [1, 2, 3, 4] as [UInt64])
func everyWhatIfComesToAnEndWithAReason(seed: UInt64) throws {
  var whole = try home.get()
  let before = whole
  var random = SeededRandom(seed: seed)
  for _ in 0..<12 {
    let frame = Int(random.number(in: 1...UInt64(whole.transmissions.count)))
    let trials = whole.trials(frame: frame, &random)
    let whatIf = trials[Int(random.number(in: 0...UInt64(trials.count - 1)))]
    var fork = try whole.fork(whatIf)
    while !fork.isComplete, fork.moments.count < 20_000, fork.record() {
      if let broken = fork.front.brokenInvariant {
        Issue.record("seed \(seed), \(whatIf): \(broken)")
        return
      }
    }
    let divergence = Divergence(original: whole, fork: fork)
    #expect(divergence.reason != .endless, "seed \(seed), \(whatIf)")
    _ = whole.dissection(ofTransmission: frame)
  }
  #expect(whole.moments == before.moments && whole.transmissions == before.transmissions)
  for number in Swift.stride(from: 0, through: whole.moments.count, by: 61) {
    #expect(whole.world(after: number) == before.world(after: number))
  }
}

/// Held back so long that other things come before it, and short of any timer.
@Test func whatHappensLaterIsNotMissing() throws {
  let whole = try home.get()
  let frames = (1...whole.transmissions.count).filter {
    whole.dissected($0).shown("http.request.method") == ["GET"]
  }
  for frame in frames.prefix(3) {
    let (divergence, fork) = try outcome(whole, .delay(frame: frame, nanoseconds: 10_000_000))
    if case .missing(let number) = divergence.reason { Issue.record("frame \(frame): moment \(number)") }
    #expect(divergence.rows.contains { $0.right == nil }, "frame \(frame): nothing comes before it")
    // It comes on the fork too: nothing of its own is lost.
    let kinds = [whole, fork].map { walk in walk.moments.filter { $0.frame == frame }.map(\.kind) }
    #expect(kinds[0] == kinds[1].filter { !$0.isWhatIf })
  }
}

/// A walk on which nothing happens, and what a person asks for on a fork of it.
@Test func anEmptyAnswerIsNoFailure() throws {
  let world = try Networks.world("home")
  let line = try #require(world.script.first)
  var quiet = Timeline.quiet(world)
  _ = quiet.extendToEnd(limit: 10)
  var fork = try quiet.fork(.ask(line), after: 1)
  _ = fork.extendToEnd(limit: 20_000)
  let divergence = Divergence(original: quiet, fork: fork)
  try #require(fork.moments.contains { $0.kind == MomentKind.dns.nodata })
  guard case .asked(let number) = divergence.reason else {
    Issue.record("\(divergence.reason)")
    return
  }
  #expect(fork.moment(number).device == line.device && fork.moment(number).layer == .application)
}
