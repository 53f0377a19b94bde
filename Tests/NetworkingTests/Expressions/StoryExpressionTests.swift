import Documents
import Testing

@testable import Networking

/// The page of the home network, with marks in its story.
struct MarkedPage {
  var context: TimelineContext
  var story: Story

  /// Marks, each the first moment of a kind at a device after the mark before it.
  static let marks: [(name: String, kind: String, device: String)] = [
    ("enter", "you.browse", "you"), ("asked", "arp.request", "laptop"), ("learned", "arp.learned", "laptop"),
    ("query", "dns.query", "laptop"), ("syn", "tcp.syn", "laptop"), ("sent", "phy.transmit", "laptop"),
    ("get", "browser.request", "laptop"), ("served", "web.request", "web"),
    ("page", "browser.response", "laptop"),
  ]

  init() throws {
    story = try Story(Networks.world("home"))
    context = TimelineContext(story.timeline)
    var moment = 0
    for mark in Self.marks {
      let found = story.moments.first {
        $0.number > moment && $0.kind.name == mark.kind && story.name($0) == mark.device
      }
      moment = try #require(found, "no \(mark.name)").number
      // The question is asked before the MAC address is; what comes after is in order again.
      context.marks[mark.name] = BranchMoment(moment: moment)
      if mark.name == "learned" { moment = 0 }
    }
  }

  var scope: ExpressionScope {
    ExpressionScope(devices: story.world.vocabulary, marks: Set(context.marks.keys).union(["never"]))
  }

  func moment(_ mark: String) -> Int { context.marks[mark]!.moment }

  mutating func value(_ text: String, at mark: String = "page") -> String {
    context.here = context.marks[mark]!
    do throws(ExpressionError) {
      return try context.value(of: Expression(text, as: .value, scope)).text
    } catch { return "\(error.offset): \(error.message)" }
  }

  mutating func test(_ text: String, at mark: String = "page") -> String {
    context.here = context.marks[mark]!
    do throws(ExpressionError) {
      return context.holds(try Expression(text, as: .condition, scope)) ? "yes" : "no"
    } catch { return "\(error.offset): \(error.message)" }
  }
}

struct StoryExpressionTests {
  @Test func framesAreCountedOnOneCableOrInAll() throws {
    var page = try MarkedPage()
    let (from, to) = (page.moment("enter"), page.moment("page"))
    let all = page.story.timeline.transmissions.filter { (from...to).contains($0.moment) }
    let laptop = page.story.world.device(named: "laptop")!
    let router = page.story.world.device(named: "router")!
    let wan = page.story.world.devices[router].port(named: "wan")!
    let own = all.filter { $0.from.device == laptop || $0.to.device == laptop }
    let outside = all.filter {
      [$0.from, $0.to].contains(PortReference(device: router, port: wan))
    }
    #expect(own.count > 10 && outside.count > 10 && own.count + outside.count < all.count)
    #expect(page.value("frames(enter, page)") == "\(all.count)")
    #expect(page.value("frames(enter, page, laptop)") == "\(own.count)")
    #expect(page.value("frames(enter, page, router.wan)") == "\(outside.count)")
    #expect(page.value("bytes(enter, page, laptop)") == "\(own.reduce(0) { $0 + $1.bytes.count })")
    #expect(page.value("bytes(enter, page)") == "\(all.reduce(0) { $0 + $1.bytes.count })")
    let arp = own.filter { $0.bytes[12...13] == [0x08, 0x06] }
    #expect(arp.count == 2)
    #expect(page.value("frames(enter, page, laptop, \"arp\")") == "2")
    #expect(page.value("bytes(enter, page, laptop, \"arp\")") == "\(arp.reduce(0) { $0 + $1.bytes.count })")
    #expect(page.value("frames(enter, page, laptop, \"eth.dst == laptop.mac && arp\")") == "1")
    #expect(
      page.value("frames(enter, page, laptop, \"moment.number > sent.moment.number && tcp.flags.syn == 1\")")
        == "1")
    // Both ends belong to the stretch.
    #expect(page.value("frames(sent, sent)") == "1" && page.value("frames(page, page)") == "0")
  }

  @Test func whoDidSomethingIsASetOfDevices() throws {
    var page = try MarkedPage()
    #expect(page.value("who(\"arp.learned\", enter, learned)") == "laptop, router")
    #expect(page.test("who(\"arp.learned\", enter, learned) == {router, laptop}") == "yes")
    #expect(page.value("who(\"eth.accept\", asked, learned)").contains("printer"))
    #expect(page.value("who(\"you.browse\", enter, page)") == "you")
    #expect(page.value("who(\"ping.send\", enter, page)") == "–")
    #expect(page.value("count(who(\"web.request\", enter, page))") == "1")
  }

  /// ARP, the name, the connection, the page: each waits for an answer before the next begins.
  @Test func roundTripsAreThoseThatOneWaitsFor() throws {
    var page = try MarkedPage()
    #expect(page.value("trips(syn, page, laptop)") == "2")
    #expect(page.value("trips(get, page, laptop)") == "1")
    #expect(page.value("trips(enter, page, laptop)") == "4")
    #expect(page.value("trips(get, served, laptop)") == "0")
    #expect(page.value("trips(page, page, laptop)") == "0")
  }

  @Test func aMomentHasHappenedOrNot() throws {
    var page = try MarkedPage()
    #expect(page.test("happened(enter)") == "yes" && page.test("happened(page)") == "yes")
    #expect(page.test("happened(page)", at: "syn") == "no" && page.test("happened(syn)", at: "syn") == "yes")
    #expect(page.test("before(happened(syn))", at: "syn") == "no")
    #expect(page.test("happened(never)") == "no")
  }

  @Test func theSameIsReadOneMomentEarlier() throws {
    var page = try MarkedPage()
    #expect(page.value("count(laptop.arp)", at: "learned") == "1")
    #expect(page.value("before(count(laptop.arp))", at: "learned") == "0")
    #expect(page.value("before(before(moment.number)) + 2 - moment.number", at: "syn") == "0")
    #expect(
      page.test("before(!laptop.arp[router.lan.ip]) && laptop.arp[router.lan.ip]", at: "learned") == "yes")
    #expect(page.value("before(moment.number)", at: "enter") == "0: there is no moment.number")
    // The row of the brackets is the one of now: before, nobody knew whom this frame names.
    #expect(page.test("before(exists(laptop.arp[arp.src.proto_ipv4]))", at: "learned") == "no")
    #expect(page.test("exists(laptop.arp[arp.src.proto_ipv4])", at: "learned") == "yes")
    #expect(page.value("learned.moment.number - before(learned.moment.number)") == "1")
  }

  @Test func aBranchHasAStoryOfItsOwn() throws {
    var page = try MarkedPage()
    let sent = page.moment("sent")
    let frame = try #require(page.story.timeline.moment(sent).frame)
    var fork = try page.story.timeline.fork(.lose(frame: frame))
    let isReached = fork.extend(toMoment: sent + 40)
    #expect(isReached)
    let again = try #require(fork.moments.first { $0.number > sent && $0.kind == MomentKind.tcp.retransmit })
    let branch = page.context.add(fork)
    page.context.marks["again"] = BranchMoment(branch: branch, moment: again.number)
    #expect(page.value("frames(sent, again, laptop, \"tcp\")") == "1")
    #expect(page.test("happened(sent)", at: "again") == "yes")
    #expect(page.test("happened(get)", at: "again") == "no")
    #expect(page.test("happened(again)", at: "page") == "no")
    #expect(page.value("frames(again, page)").hasSuffix("again and page are not on one branch"))
    #expect(page.value("who(\"tcp.retransmit\", sent, again)") == "laptop")
    #expect(page.value("moment.device", at: "again") == "laptop")
    #expect(page.value("laptop.tcp[syn].state", at: "again") == "SYN-SENT")
  }

  @Test func aHeaderIsReadInWords() throws {
    var page = try MarkedPage()
    #expect(page.value("word(ip, 0)", at: "sent") == "\(0x4500)")
    #expect(page.value("word(ip, 4)", at: "sent") == "\(64 << 8 | 6)")
    #expect(page.value("word(eth, 6)", at: "sent") == "\(0x0800)")
    #expect(page.value("word(ip, 5) - ip.checksum", at: "sent") == "0")
    // RFC 1071: the carry comes back at the right, and all is flipped.
    let folded = "(sum(ip) % 65536 + sum(ip) / 65536)"
    #expect(page.value("65535 - \(folded) - ip.checksum", at: "sent") == "0")
    let words = (0...9).filter { $0 != 5 }.map { "word(ip, \($0))" }.joined(separator: " + ")
    #expect(page.value("sum(ip) - (\(words))", at: "sent") == "0")
    #expect(
      page.value("word(ip, 10)", at: "sent")
        == "5: the words of this ip are counted 0 to 9; there is none with number 10")
    #expect(page.value("word(ip, 0 - 1)", at: "sent").hasSuffix("there is none with number -1"))
    #expect(page.value("word(udp, 0)", at: "sent") == "5: the frame here has no udp")
    #expect(page.value("sum(sent.ip) - sum(ip)", at: "sent") == "0")
  }

  @Test func lengthsAreThoseOfTheWire() throws {
    var page = try MarkedPage()
    for (text, length) in [
      ("eth.dst", 6), ("eth.type", 2), ("ip.version", 1), ("tcp.flags", 2), ("tcp.seq_raw", 4), ("eth", 14),
      ("ip", 20), ("tcp", 40),
    ] {
      #expect(page.value("len(\(text))", at: "sent") == "\(length)", "\(text)")
    }
    #expect(page.value("len(tcp.seq)", at: "sent") == "4: tcp.seq is computed; it has no bytes of its own")
    #expect(page.value("len(eth.padding)", at: "asked").contains("the frame here has no eth.padding"))
  }

  @Test(arguments: [
    (
      "frames(enter)", "12: expected \",\", found \")\"; it is written frames(A, B [, DEVICE [, \"FILTER\"]])"
    ),
    ("frames(enter, pag)", "14: nothing is called \"pag\"; did you mean \"page\"?"),
    (
      "frames(enter, laptop)",
      "14: frames(A, B [, DEVICE [, \"FILTER\"]]) takes a mark, found laptop (a device)"
    ),
    ("frames(page, enter)", "0: page comes after enter; write the earlier one first"),
    ("frames(enter, never)", "0: there is no moment at \"never\""),
    (
      "frames(enter, page, laptop, arp)",
      "28: frames(A, B [, DEVICE [, \"FILTER\"]]): the filter is written in quotes, found arp (a protocol)"
    ),
    (
      "frames(enter, page, laptop, \"arp.opcod == 1\")",
      "29: nothing is called \"arp.opcod\"; did you mean \"arp.opcode\"?"
    ),
    (
      "frames(enter, page, laptop, \"frames(enter, page) > 1\")",
      "29: a filter looks at one frame; it cannot count frames itself"
    ),
    (
      "frames(enter, page, laptop, \"arp\", 1)",
      "33: this is too much for frames(A, B [, DEVICE [, \"FILTER\"]])"
    ),
    (
      "frames(enter, page, ip.src)",
      "20: frames(A, B [, DEVICE [, \"FILTER\"]]) takes a device, found ip.src (an IPv4 address)"
    ),
    ("trips(enter, page)", "17: expected \",\", found \")\"; it is written trips(A, B, DEVICE)"),
    ("trips(enter, page, router.lan)", "26: a device has no \"lan\""),
    (
      "who(\"arp.lerned\", enter, page)",
      "4: no kind of moment is called \"arp.lerned\"; did you mean \"arp.learned\"?"
    ),
    (
      "who(arp, enter, page)",
      "4: who() takes a kind of moment in quotes, as \"arp.learned\", found arp (a protocol)"
    ),
    ("happened(laptop)", "9: happened(MARK) takes a mark, found laptop (a device)"),
    ("frame(enter, page)", "0: no function is called \"frame\"; did you mean \"frames\"?"),
    ("word(ip.src, 0)", "5: word(PROTOCOL, N) takes a protocol like ip, found ip.src (an IPv4 address)"),
    ("word(ip, \"a\")", "9: word(PROTOCOL, N) takes a number from 0, found \"a\" (text)"),
    ("count", "0: \"count\" is a function; write count(TABLE or set)"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, expected: String) throws {
    var page = try MarkedPage()
    let found = page.value(text)
    #expect(found == expected || found.hasPrefix(expected + " (known"), "\(found)")
  }

  @Test func everyFunctionHasASignatureAndWords() {
    for function in ExpressionFunction.allCases {
      #expect(function.signature.hasPrefix(function.rawValue + "("))
      #expect(function.purpose.en.hasSuffix(".") && function.purpose.ko.hasSuffix("."))
    }
  }

  @Test func anExpressionSaysWhatItReads() throws {
    let scope = try MarkedPage().scope
    func reads(_ text: String) throws -> [ExpressionPlace.What] {
      try Expression(text, as: .value, scope).reads.map(\.what)
    }
    #expect(try reads("ip.ttl + 1").count == 1)
    // Which row is meant is not read.
    let cell = try reads("switch.mac[eth.dst].port")
    guard cell.count == 1, case .cell(let table, let column) = cell[0] else {
      Issue.record("\(cell)")
      return
    }
    #expect(table.text == "switch.mac" && column == 1)
    #expect(try reads("frames(enter, page, laptop)").isEmpty)
    #expect(try reads("{laptop.ip, syn.ip.dst}").count == 2)
    #expect(try reads("before(count(laptop.arp)) + len(ip)").count == 2)
    let frame = try Expression("syn", as: .place, scope).place?.what
    #expect(frame == .frame(of: "syn"))
    #expect(try Expression("len(eth)", as: .place, scope).place == nil)
    #expect(throws: ExpressionError.self) { try Expression("ip.ttl == 1", as: .place, scope) }
    #expect(throws: ExpressionError.self) { try Expression("5", as: .place, scope) }
    #expect(throws: ExpressionError.self) { try Expression("frames(enter, page)", as: .place, scope) }
  }
}
