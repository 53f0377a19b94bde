import Testing

@testable import Networking

/// Frame 5 of page-laptop.pcap: glibc's question answered, the answer's name a pointer (c00c).
private let answer = hexBytes(
  """
  8f75 8180 0001 0001 0000 0000 03777777076578616d706c6503636f6d00 0001 0001
  c00c 0001 0001 0000012c 0004 c633640a
  """)

@Test func dnsAnswerReadsAndWritesTheSameBytes() throws {
  let (message, used) = try DNSMessage.decode(answer)
  #expect(used == answer.count)
  #expect(message.identifier == 0x8f75)
  #expect(message.isResponse && message.recursionDesired && message.recursionAvailable)
  #expect(message.questions == [DNSQuestion(DNSName("www.example.com")!, .a)])
  #expect(message.answers.first?.name.layout == .compressed)
  #expect(message.answers.first?.data == .address(IPv4Address("198.51.100.10")!))
  #expect(message.encoded == answer)
}

@Test func dnsResponseMadeFromItsQueryIsTheKernelCapturesBytes() throws {
  let name = DNSName("www.example.com")!
  let query = DNSMessage.query(name, .a, identifier: 0x8f75)
  let response = query.response(
    answers: [DNSRecord(name, .address(IPv4Address("198.51.100.10")!), timeToLive: 300)],
    recursionAvailable: true)
  #expect(response.encoded == answer)
}

/// RFC 1035 §4.1.4: F.ISI.ARPA at 20, FOO.F.ISI.ARPA at 40 ends in a pointer to 20, ARPA at 64 is a pointer to 26.
@Test func dnsPointersReadAsTheRFCShows() throws {
  var bytes = [UInt8](repeating: 0, count: 93)
  bytes.replaceSubrange(
    20..<32, with: [1] + Array("F".utf8) + [3] + Array("ISI".utf8) + [4] + Array("ARPA".utf8) + [0])
  bytes.replaceSubrange(40..<46, with: [3] + Array("FOO".utf8) + [0xc0, 20])
  bytes.replaceSubrange(64..<66, with: [0xc0, 26])
  func name(at place: Int) throws -> (String, Int) {
    var w = FieldVisitor(decoding: bytes, layer: "dns")
    _ = w.jump(to: place)
    var name = DNSName.root
    try name.visitFields(&w, DNSMessage.fields.name)
    return (name.description, w.walked - place)
  }
  #expect(try name(at: 20) == ("F.ISI.ARPA", 12))
  #expect(try name(at: 40) == ("FOO.F.ISI.ARPA", 6))
  #expect(try name(at: 64) == ("ARPA", 2))
  #expect(try name(at: 92) == ("<Root>", 1))
}

/// The same answer, its name written out: nothing forbids that, and it goes out again as it came.
@Test func dnsNameWrittenOutAlthoughAPointerWasPossibleStaysSo() throws {
  let bytes = hexBytes(
    """
    8f75 8180 0001 0001 0000 0000 03777777076578616d706c6503636f6d00 0001 0001
    03777777076578616d706c6503636f6d00 0001 0001 0000012c 0004 c633640a
    """)
  let (message, _) = try DNSMessage.decode(bytes)
  #expect(message.answers[0].name.layout == .whole)
  #expect(message.encoded == bytes)
}

/// A pointer to the middle of the question's name, where the whole name was possible.
@Test func dnsPointerThatIsNotTheLongestStaysSo() throws {
  let bytes = hexBytes(
    """
    8f75 8180 0001 0001 0000 0000 03777777076578616d706c6503636f6d00 0001 0001
    03777777 c010 0001 0001 0000012c 0004 c633640a
    """)
  let (message, _) = try DNSMessage.decode(bytes)
  #expect(message.answers[0].name.description == "www.example.com")
  #expect(message.answers[0].name.layout == .pointer(after: 1, to: 16))
  #expect(message.encoded == bytes)
}

@Test func dnsPointerToItselfIsRefused() {
  let bytes = hexBytes("8f75 0100 0001 0000 0000 0000 c00c 0001 0001")
  let error = #expect(throws: WireError.self) { _ = try DNSMessage.decode(bytes) }
  #expect(
    error?.description
      == "dns at byte 14: Name (dns.qry.name): the pointer goes to byte 12 of the message, not back before this "
      + "name's byte 12")
}

@Test func dnsNamesKeepTheirSpellingAndMatchInAnyCase() throws {
  let name = try #require(DNSName("WwW.Example.com."))
  #expect(name.description == "WwW.Example.com")
  #expect(name.matches(DNSName("www.example.COM")!))
  #expect(name != DNSName("www.example.com"))
  #expect(name.isWithin(DNSName("example.com")!))
  #expect(DNSName("a..b") == nil)
  #expect(DNSName(String(repeating: "a", count: 64)) == nil)
  #expect(
    DNSName(Array(repeating: String(repeating: "a", count: 63), count: 4).joined(separator: ".")) == nil)
}

@Test(arguments: [(DNSType.a, 1), (.a, 3), (.a, 6), (.aaaa, 4)])
func anAddressOfAWrongSizeIsTold(type: DNSType, size: Int) throws {
  let name = DNSName("www.example.com")!
  let record = DNSRecord(
    name, .other([UInt8](repeating: 7, count: size)), timeToLive: 300, type: type)
  let bytes = DNSMessage.query(name, type, identifier: 1).response(answers: [record]).encoded
  var dissector = Dissector()
  let dissection = dissector.dissect(bytes, start: .name("dns"))
  #expect(dissection.error?.field?.name == "dns.resp.len")
  #expect(dissection.nodes(named: "dns.data").map(\.bytes.count) == [size])
}
