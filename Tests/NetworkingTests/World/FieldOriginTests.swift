import Testing

@testable import Networking

/// Fields of which every frame must say where their value came from, once the layer is there.
private let wanted: [String: [String]] = [
  "eth": ["eth.dst", "eth.src"],
  "arp": ["arp.src.hw_mac", "arp.src.proto_ipv4", "arp.dst.hw_mac", "arp.dst.proto_ipv4"],
  "ip": ["ip.src", "ip.dst", "ip.id", "ip.ttl", "ip.len", "ip.checksum"],
  "icmp": ["icmp.checksum"], "udp": ["udp.srcport", "udp.dstport", "udp.length", "udp.checksum"],
  "tcp": ["tcp.srcport", "tcp.dstport", "tcp.seq_raw", "tcp.window_size_value", "tcp.checksum"],
  "dns": ["dns.id", "dns.qry.name"],
]

/// The evidence for a field of a frame: the last of those who built the frame has the word.
private func evidence(_ field: String, _ frame: Transmission, _ timeline: Timeline) -> (
  FieldOrigin, builder: Moment
)? {
  for number in frame.provenance.reversed() {
    let moment = timeline.moment(number)
    if let found = moment.evidence(field) { return (found, moment) }
  }
  return nil
}

@Test(arguments: [
  "laptop: browse http://www.example.com/", "laptop: ping web 2", "laptop: ping 10.9.9.9",
  "laptop: browse http://198.51.100.11/", "laptop: browse http://nowhere.example.com/",
])
func everyValueOfEveryFrameHasItsSource(line: String) throws {
  var story = try Story(Networks.world("home", script: [line]))
  for frame in story.timeline.transmissions {
    let dissection = story.timeline.dissection(ofTransmission: frame.number)
    #expect(frame.provenance.last == frame.moment && frame.provenance == frame.provenance.sorted())
    #expect(Set(frame.provenance).count == frame.provenance.count)
    for layer in dissection.layers where !dissection.isQuoted(layer) {
      var fields = wanted[layer.protocol.name] ?? []
      if let header = layer.header as? TCP {
        if header.ack { fields.append("tcp.ack_raw") }
        if header.timestamps != nil { fields.append("tcp.options.timestamp.tsval") }
        if header.ack, header.timestamps != nil { fields.append("tcp.options.timestamp.tsecr") }
      }
      if let header = layer.header as? ICMP, header.isEcho { fields += ["icmp.ident", "icmp.seq"] }
      if let header = layer.header as? DNSMessage, !header.answers.isEmpty { fields.append("dns.a") }
      if let header = layer.header as? HTTPMessage, header.method != nil {
        fields += ["http.host", "http.request.uri"]
      }
      for field in fields {
        let found = evidence(field, frame, story.timeline)
        let place = "frame \(frame.number) \(dissection.layers.map(\.protocol.name)) \(field)"
        try #require(found != nil, "\(place) has no source")
        let (evidence, builder) = found!
        #expect(evidence.moment <= builder.number, "\(place) comes from the future")
        if evidence.rule == .internet.computed { #expect(evidence.moment == builder.number, "\(place)") }
      }
    }
  }
}

extension Dissection {
  /// Behind an ICMP error's own header.
  fileprivate func isQuoted(_ layer: Layer) -> Bool {
    guard let icmp = layers.firstIndex(where: { $0.protocol.name == "icmp" }) else { return false }
    return layer.bytes.lowerBound > layers[icmp].bytes.lowerBound
  }
}

/// The story of one page, with the frames at which each source is asked for.
@Test func valuesComeFromTheMomentsThatGaveThem() throws {
  let story = try Story(Networks.world("home"))
  let timeline = story.timeline
  func number(_ kind: String, _ device: String, _ index: Int = 0) -> Int {
    story.all(kind, at: device)[index].number
  }
  func frame(_ at: String, _ kind: String, _ from: String) throws -> Transmission {
    // The frame that `from`'s moment of a kind built, as it leaves `at`.
    let moment = try #require(story.all(kind, at: from).first)
    return try #require(
      timeline.transmissions.last {
        $0.provenance.contains(moment.number) && $0.from.device == story.world.device(named: at)
      })
  }
  func check(
    _ field: String, _ frame: Transmission, _ rule: OriginKind, _ moment: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (found, _) = try #require(evidence(field, frame, timeline))
    #expect(
      found.rule == rule && found.moment == moment, "\(field): \(found.rule) \(found.moment)",
      sourceLocation: sourceLocation)
  }
  let browse = number("you.browse", "you")

  // The question, at the laptop and two routers later.
  for place in ["laptop", "switch", "isp"] {
    let query = try frame(place, "dns.query", "laptop")
    try check("dns.id", query, .internet.random, number("dns.query", "laptop"))
    try check("dns.qry.name", query, .dns.urlHost, browse)
    try check("udp.srcport", query, .udp.freePort, number("socket.open", "laptop"))
    try check("ip.dst", query, .network.configured, 0)
  }
  // The answer goes where the question came from.
  let answer = try frame("resolver", "dns.respond", "resolver")
  try check("ip.dst", answer, .arp.asker, number("udp.deliver", "resolver"))
  try check("udp.dstport", answer, .arp.asker, number("udp.deliver", "resolver"))
  try check("dns.a", answer, .dns.record, 0)
  try check("eth.dst", answer, .arp.cache, number("arp.learned", "resolver"))

  let answered = number("dns.answer", "laptop")
  let connect = number("socket.connect", "laptop")
  let syn = try frame("laptop", "tcp.syn", "laptop")
  try check("ip.dst", syn, .dns.dnsAnswer, answered)
  try check("eth.dst", syn, .arp.cache, number("arp.learned", "laptop"))
  try check("tcp.srcport", syn, .tcp.ephemeralPort, connect)
  try check("tcp.seq_raw", syn, .tcp.initialSequenceNumber, connect)
  try check("ip.id", syn, .internet.random, connect)
  // Behind the last router the hop's values are the hop's, the rest is still the laptop's.
  let delivered = try frame("rack", "tcp.syn", "laptop")
  try check("ip.dst", delivered, .dns.dnsAnswer, answered)
  try check(
    "ip.ttl", delivered, .internet.decremented,
    try #require(story.all("ip.forward", at: "hall").first { $0.frame == framesBefore(delivered, timeline) })
      .cause)
  try check("eth.dst", delivered, .arp.cache, number("arp.learned", "hall", 1))

  let synAck = try frame("web", "tcp.syn-ack", "web")
  let arrived = story.all("tcp.receive", at: "web")[0].number
  try check("ip.dst", synAck, .arp.asker, arrived)
  try check("tcp.dstport", synAck, .tcp.peerPort, arrived)
  try check("tcp.ack_raw", synAck, .tcp.acknowledgesUpTo, arrived)
  try check("tcp.options.timestamp.tsecr", synAck, .tcp.echo, arrived)
  try check("ip.id", synAck, .internet.hostDefault, 0)

  let request = try frame("laptop", "browser.request", "laptop")
  try check("http.host", request, .dns.urlHost, browse)
  try check("http.request.uri", request, .browser.urlPath, browse)
  try check("ip.dst", request, .dns.dnsAnswer, answered)
  try check("ip.id", request, .internet.counter, number("tcp.ack", "laptop"))
}

/// The transmission that brought a frame to the device that sent it on, and to the one before that.
private func framesBefore(_ frame: Transmission, _ timeline: Timeline) -> Int? {
  var moment = timeline.moment(frame.moment)
  while moment.kind.name != "ip.forward", moment.cause > 0 { moment = timeline.moment(moment.cause) }
  return moment.frame
}

@Test func everyDropHasAReasonAndOnlyDropsHave() throws {
  for line in [
    "laptop: browse http://www.example.com/", "laptop: ping 10.9.9.9", "laptop: browse http://198.51.100.11/",
  ] {
    let story = try Story(Networks.world("home", script: [line]))
    for moment in story.moments {
      let isDrop = moment.kind.name.hasSuffix(".drop") || moment.kind.name.hasSuffix(".ignore")
      #expect(!isDrop || moment.drop != nil, "\(moment.number) \(moment.kind.name)")
    }
  }
}

@Test func aMomentKeepsNoBytes() throws {
  let timeline = Networks.story(try Networks.world("home"))
  #expect(timeline.moments.allSatisfy { $0.unit == nil })
}
