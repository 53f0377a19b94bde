import Testing

@testable import Networking

private let home = Result { Networks.story(try Networks.world("home")) }

private func frame(_ fits: (Dissection) -> Bool) throws -> Dissection {
  let timeline = try home.get()
  for number in 1...timeline.transmissions.count {
    let dissection = timeline.dissected(number)
    if fits(dissection) { return dissection }
  }
  throw StoryBroken()
}

private func frame(_ protocol: String) throws -> Dissection {
  try frame { $0.layers.contains { $0.protocol.name == `protocol` } }
}

private func read(_ bytes: [UInt8]) -> Dissection {
  var dissector = Dissector()
  return dissector.dissect(bytes)
}

/// The numbers of the bits that differ; nil when one is longer.
private func changedBits(_ before: [UInt8], _ after: [UInt8]) -> [Int]? {
  guard before.count == after.count else { return nil }
  var changed: [Int] = []
  for index in before.indices where before[index] != after[index] {
    let difference = before[index] ^ after[index]
    for bit in 0..<8 where difference << bit & 0x80 != 0 { changed.append(index * 8 + bit) }
  }
  return changed
}

/// What a capture shows of the field when `typed` was written there.
private func typing(_ typed: String, _ field: String, _ dissection: Dissection) throws -> String? {
  let edit = try dissection.edit(field).applying(typed, checksums: .fixed)
  return read(edit.bytes).shown(field).first
}

@Test(arguments: [
  ("ip.ttl", "18", "18"), ("ip.ttl", "0x12", "18"), ("ip.ttl", " 0b1_0010 ", "18"), ("ip.ttl", "0", "0"),
  ("ip.proto", "udp", "17"), ("ip.flags.df", "false", "0"), ("ip.flags.df", "not set", "0"),
  ("ip.dsfield.ecn", "congestion experienced", "3"), ("eth.dst", "ff-ff-ff-ff-ff-ff", "ff:ff:ff:ff:ff:ff"),
  ("eth.dst", "00005e005301", "00:00:5e:00:53:01"), ("ip.dst", "192.0.2.140", "192.0.2.140"),
  ("tcp.flags", "ack syn", "0x0012"), ("tcp.flags", "0x011 (FIN, ACK)", "0x0011"),
  ("tcp.flags", "FIN", "0x0001"), ("tcp.hdr_len", "20", "20"), ("tcp.option_kind", "No-Operation", "1"),
  ("tcp.options.mss_val", "1", "1"),
])
func whatIsTypedStandsThere(field: String, typed: String, shown: String) throws {
  #expect(try typing(typed, field, frame("tcp")) == shown)
}

@Test func namesAndTextsKeepTheirLength() throws {
  let query = try frame("dns")
  #expect(try typing("www.exbmple.com", "dns.qry.name", query) == "www.exbmple.com")
  #expect(try typing("wwwx.xample.com", "dns.qry.name", query) == "wwwx.xample.com")
  #expect(try typing("AAAA", "dns.qry.type", query) == "28")
  #expect(throws: FieldEditRefusal.self) { try typing("www.example.org.uk", "dns.qry.name", query) }
  // Here the name is only a pointer to the question's.
  let answer = try frame { !$0.nodes(named: "dns.a").isEmpty }
  #expect(throws: FieldEditRefusal.self) { try typing("ftp.example.com", "dns.resp.name", answer) }
  #expect(try typing("0xc010", "dns.resp.name", answer) == "example.com")
  #expect(try typing("192.0.2.1", "dns.a", answer) == "192.0.2.1")
  let request = try frame("http")
  #expect(throws: FieldEditRefusal.self) { try typing("HEAD", "http.request.method", request) }
  #expect(try typing("PUT", "http.request.method", request) == "PUT")
  #expect(try typing("\"www.exbmple.com\"", "http.host", request) == "www.exbmple.com")
  #expect(try typing("reply", "arp.opcode", frame("arp")) == "2")
}

@Test func digitsInATextAreOverwrittenByDigits() throws {
  var dissector = Dissector()
  let message = HTTPMessage.response(200, "OK", headers: [("Content-Length", "0")])
  let response = dissector.dissect(message.encoded, start: .name("http"))
  let edit = try response.edit("http.response.code").applying("404", checksums: .fixed)
  #expect(String(decoding: edit.bytes, as: UTF8.self).hasPrefix("HTTP/1.1 404 OK\r\n"))
  #expect(throws: FieldEditRefusal.self) {
    try response.edit("http.response.code").applying("1000", checksums: .fixed)
  }
  // The page came in two segments.
  let page = try frame { !$0.nodes(named: "http.response.code").isEmpty }
  #expect(throws: FieldEditRefusal.self) { try page.edit("http.response.code") }
}

@Test func whatDoesNotFitIsRefusedInOneSentence() throws {
  let syn = try frame("tcp")
  func refusal(_ field: String, _ typed: String) throws -> String? {
    do {
      _ = try typing(typed, field, syn)
      return nil
    } catch let refusal as FieldEditRefusal {
      #expect(!refusal.text.ko.isEmpty)
      return refusal.text.en
    }
  }
  #expect(try refusal("ip.ttl", "256") == "ip.ttl has 8 bits: 0 to 255.")
  for typed in ["-1", "+1", "", "0x", "1.5", "sixty", "99999999999999999999999", "\u{1b}[2J", "0b2"] {
    #expect(try refusal("ip.ttl", typed) == "ip.ttl has 8 bits: 0 to 255.")
  }
  #expect(try refusal("ip.hdr_len", "21") == "ip.hdr_len has 4 bits: 0 to 60 in steps of 4.")
  #expect(try refusal("ip.hdr_len", "64") == "ip.hdr_len has 4 bits: 0 to 60 in steps of 4.")
  #expect(try refusal("ip.flags.df", "maybe") == "ip.flags.df is a flag: true or false.")
  #expect(try refusal("eth.src", "00:11") == "eth.src is a MAC address, like 00:00:5e:00:53:01.")
  #expect(try refusal("ip.src", "1.2.3") == "ip.src is an IPv4 address, like 192.0.2.1.")
  #expect(try refusal("tcp.flags", "SYNACK") == "tcp.flags has 12 bits: 0 to 4095.")
  #expect(try refusal("tcp.seq", "1") == "tcp.seq is computed from tcp.seq_raw: edit that field.")
  #expect(
    try refusal("tcp.stream", "1")
      == "tcp.stream is computed by the program: it is not in the frame's bytes.")
  #expect(try refusal("tcp.options", "0101") == "tcp.options has 20 bytes: 40 hexadecimal digits.")
}

/// Every field that can be edited is: what was typed is read back from its own bits, and no other bit changes.
@Test func anEditChangesTheFieldsBitsAndNoOther() throws {
  let timeline = try home.get()
  var random = SeededRandom(seed: 3)
  var edited = 0
  for number in 1...timeline.transmissions.count {
    let dissection = timeline.dissected(number)
    for (layer, owner) in dissection.layers.enumerated() {
      for node in owner.nodes.indices {
        guard let edit = try? FieldEdit(dissection, layer: layer, node: node) else { continue }
        // The value as it stands changes nothing.
        let same = try edit.applying(edit.current, checksums: .fixed)
        #expect(same.bytes == dissection.bytes, "\(edit.field.name) \(edit.current)")
        for typed in edit.trials(&random) {
          let result = try edit.applying(typed, checksums: .untouched)
          let place = dissection.layers[layer].nodes[node].bits
          let isSame = changedBits(dissection.bytes, result.bytes).map { $0.allSatisfy(place.contains) }
          #expect(isSame == true, "\(edit.field.name) \(typed)")
          edited += 1
        }
      }
    }
  }
  #expect(edited > 5000)
}

@Test func checksumsAreRightAgainWhateverIsEdited() throws {
  func statuses(_ bytes: [UInt8]) -> [String] {
    let dissection = read(bytes)
    return ["ip", "icmp", "udp", "tcp"].flatMap { dissection.shown("\($0).checksum.status") }
  }
  for (name, fields) in [
    ("dns", ["ip.src", "ip.id", "udp.srcport", "dns.id", "dns.qry.type"]),
    ("tcp", ["ip.dst", "ip.ttl", "tcp.srcport", "tcp.seq_raw", "tcp.flags.fin", "tcp.options.mss_val"]),
  ] {
    let dissection = try frame(name)
    #expect(statuses(dissection.bytes) == ["1", "1"])
    for field in fields {
      let edit = try dissection.edit(field)
      var random = SeededRandom(seed: 1)
      for typed in edit.trials(&random) {
        #expect(
          statuses(try edit.applying(typed, checksums: .fixed).bytes) == ["1", "1"], "\(field) \(typed)")
        let left = try edit.applying(typed, checksums: .left)
        if left.bytes != dissection.bytes { #expect(statuses(left.bytes).contains("0"), "\(field) \(typed)") }
      }
    }
    // A checksum that is typed stays.
    let wrong = try dissection.edit("ip.checksum").applying("0x1234", checksums: .fixed)
    #expect(statuses(wrong.bytes) == ["0", "1"])
  }
  // A UDP checksum that was left out stays left out (RFC 768).
  let query = try frame("dns")
  var without = query
  without.bytes = try query.edit("udp.checksum").applying("0", checksums: .fixed).bytes
  let edited = try without.edit("dns.id").applying("7", checksums: .fixed)
  #expect(read(edited.bytes).shown("udp.checksum") == ["0x0000"])
}

@Test(arguments: [
  ("ip.len", "65535"), ("ip.len", "20"), ("udp.length", "65535"), ("udp.length", "3"), ("ip.hdr_len", "60"),
  ("ip.hdr_len", "0"), ("ip.proto", "6"), ("ip.version", "6"), ("eth.type", "0x0806"),
])
func aLengthThatMakesNoSenseLeavesTheTransportChecksumAlone(field: String, typed: String) throws {
  let query = try frame("dns")
  let place = try query.edit("udp.checksum").bits
  let edit = try query.edit(field).applying(typed, checksums: .fixed)
  #expect(edit.bytes != query.bytes && edit.bytes.bits(place) == query.bytes.bits(place))
}
