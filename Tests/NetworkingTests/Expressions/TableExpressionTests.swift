import Testing

@testable import Networking

/// Tables of devices in expressions; the rows are those of `ExpressionSample.tables`.
struct TableExpressionTests {
  @Test(arguments: [
    ("laptop.arp[192.0.2.129]", "yes"), ("laptop.arp[192.0.2.140]", "no"),
    ("!laptop.arp[192.0.2.140]", "yes"), ("exists(laptop.arp[192.0.2.129])", "yes"),
    ("exists(laptop.arp[ip.src])", "no"), ("exists(laptop.arp[ 192.0.2.129 ].mac)", "yes"),
    ("exists(laptop.tcp[syn].ssthresh)", "no"), ("exists(router.wan.gateway)", "no"),
    ("exists(laptop.ip) && exists(syn.tcp) && exists(moment.gateway)", "yes"),
    ("laptop.arp[192.0.2.129].mac == eth.dst", "yes"), ("eth.dst == laptop.arp[192.0.2.129].mac", "yes"),
    ("laptop.arp[192.0.2.129].state == \"stale\"", "yes"),
    ("laptop.arp[192.0.2.140].state == \"stale\"", "no"),
    ("laptop.arp[192.0.2.129].age == 20", "yes"), ("laptop.arp[192.0.2.129].age < 1.5", "no"),
    ("count(laptop.arp) == 1", "yes"), ("count(switch.mac) > 0", "no"),
    ("count(laptop.routes) + count(laptop.tcp) == 4", "yes"),
    ("laptop.routes[ip.dst].prefix == 0.0.0.0/0", "yes"),
    ("laptop.routes[laptop.ip].prefix == 0.0.0.0/0", "no"),
    ("ip.src == laptop.routes[ip.src].prefix", "yes"), ("ip.dst != laptop.routes[laptop.ip].prefix", "yes"),
    ("laptop.routes[ip.dst].prefix == laptop.routes[198.51.100.7].prefix", "yes"),
    ("laptop.routes[192.0.2.140].via == 192.0.2.129", "no"),
    ("laptop.routes[syn.ip.dst].via == 192.0.2.129", "yes"),
    ("laptop.tcp[syn].state == \"CLOSED\"", "yes"), ("laptop.tcp[22].state == \"LISTEN\"", "yes"),
    ("laptop.tcp[80]", "no"), ("syn.laptop.tcp[syn].cwnd > 0", "yes"), ("syn.laptop.ip == ip.src", "yes"),
    ("quiet.laptop.arp[192.0.2.129]", "no"), ("count(quiet.laptop.arp) == 1", "no"),
    ("switch.mac[00:00:5e:00:53:10].port == 1", "no"),
  ])
  func aConditionHoldsOrNot(text: String, expected: String) {
    #expect(ExpressionSample.test(text) == expected)
  }

  @Test(arguments: [
    ("laptop.arp[192.0.2.129].mac", "00:00:5e:00:53:01"), ("laptop.arp[192.0.2.129].age", "20.000000000"),
    ("laptop.arp[\"192.0.2.129\"].mac", "00:00:5e:00:53:01"), ("laptop.tcp[\"22\"].port", "22"),
    ("laptop.routes[ip.dst].prefix", "0.0.0.0/0"), ("laptop.routes[ip.dst].length", "0"),
    ("laptop.routes[192.0.2.140].interface", "eth0"), ("count(laptop.arp)", "1"),
    ("laptop.tcp[syn].remote", "198.51.100.10:80"), ("laptop.tcp[syn].rto", "1.000000000"),
    ("laptop.tcp[(20 + 2)].port", "22"),
    ("laptop.arp[192.0.2.140].mac", "0: laptop.arp has no such row here"),
    ("laptop.tcp[syn].ssthresh", "0: this row of laptop.tcp has no ssthresh"),
    ("quiet.laptop.arp[192.0.2.129].mac", "6: there is no moment at \"quiet\" to read quiet.laptop.arp at"),
    (
      "laptop.routes[udp.srcport].via",
      "14: laptop.routes is looked up by an IPv4 address, found udp.srcport (a number)"
    ),
    ("laptop.routes[arp.src.proto_ipv4].via", "14: the frame here has no arp.src.proto_ipv4"),
    ("laptop.arp", "0: expected a value, found laptop.arp (a table)"),
    ("laptop.arp[192.0.2.129]", "0: expected a value, found laptop.arp[192.0.2.129] (a row of a table)"),
  ])
  func aValueIsReadOrWhyNot(text: String, expected: String) {
    #expect(ExpressionSample.value(text) == expected)
  }

  @Test(arguments: [
    ("laptop.arp", "0: expected a condition like count(laptop.arp) > 0, found laptop.arp (a table)"),
    ("switch.mac == 1", "0: expected a value, found switch.mac (a table)"),
    ("laptop.arp.mac == eth.dst", "0: laptop.arp is a table; name a row of it first, as laptop.arp[…].mac"),
    (
      "laptop.arpp[1.2.3.4]",
      "7: a device has no \"arpp\"; did you mean \"arp\"? (known: \(ExpressionSample.known))"
    ),
    ("laptop.arp[5].mac == eth.dst", "11: laptop.arp is looked up by an IPv4 address, found 5 (a number)"),
    (
      "laptop.arp[syn].mac == eth.dst",
      "11: \"syn\" is a mark; expected something of it, as syn.eth.dst or syn.moment.time"
    ),
    (
      "laptop.tcp[ip.dst].state == \"LISTEN\"",
      "11: laptop.tcp is looked up by a mark or the number of a port, found ip.dst (an IPv4 address)"
    ),
    (
      "laptop.arp[192.0.2.129].mc == eth.dst",
      "24: a row of laptop.arp has no \"mc\"; did you mean \"mac\"? (known: address, mac, state, age)"
    ),
    (
      "laptop.tcp[syn].age > 1",
      "16: a row of laptop.tcp has no \"age\" (known: port, remote, state, program, cwnd, ssthresh, flight, rto, sendbuffer, receivebuffer, fd)"
    ),
    ("laptop.arp[192.0.2.129", "22: expected \"]\", found the end"),
    ("laptop.arp[", "11: expected a value, found the end"),
    ("laptop.arp[]", "11: expected an IPv4 address between the brackets, found \"]\""),
    (
      "laptop.arp[192.0.2.129].state == \"stael\"",
      "33: no state of laptop.arp is called \"stael\"; did you mean \"stale\"? (known: reachable, stale, delay, probe)"
    ),
    (
      "laptop.arp[192.0.2.129].mac == 5",
      "0: cannot compare laptop.arp[192.0.2.129].mac (a MAC address) with 5 (a number)"
    ),
    ("laptop.routes[ip.dst].prefix < 0.0.0.0/0", "0: a network can only be compared with == and !="),
    (
      "count(laptop) == 1",
      "6: count() counts the rows of a table like laptop.arp or the members of a set, found laptop (a device)"
    ),
    (
      "laptop.arp[\"a\"].mac == eth.dst",
      "11: laptop.arp is looked up by an IPv4 address, found \"a\" (text)"
    ),
    (
      "count(tcp) == 1",
      "6: count() counts the rows of a table like laptop.arp or the members of a set, found tcp (a protocol)"
    ),
    ("count(laptop.arp", "16: expected \")\", found the end"),
    (
      "exists(5)", "7: exists() asks whether something is there, as laptop.arp[192.0.2.1], found 5 (a number)"
    ),
    ("laptop.ip[0]", "9: slices like eth.src[0:3] are not possible here yet"),
    ("(eth.src[0:3]) == 00:00:5e", "8: slices like eth.src[0:3] are not possible here yet"),
    (
      "syn.laptop.arpp",
      "11: a device has no \"arpp\"; did you mean \"arp\"? (known: \(ExpressionSample.known))"
    ),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, expected: String) {
    #expect(ExpressionSample.test(text) == expected)
  }

  @Test func everyErrorIsSaidInKoreanToo() {
    for text in [
      "laptop.arp", "laptop.arp.mac", "laptop.arp[5]", "laptop.arp[1.2.3.4].mc == 1", "laptop.arp[1.2.3.4",
      "count(tcp)", "exists(5)", "eth.src[0:3]",
    ] {
      do throws(ExpressionError) {
        _ = try Expression(text, as: .condition, ExpressionSample.vocabulary)
        Issue.record("\(text) can be read")
      } catch { #expect(error.korean != nil, "\(text)") }
    }
  }

  @Test func anExpressionSaysWhatItReads() throws {
    func read(_ text: String) throws -> Expression {
      try Expression(text, as: .condition, ExpressionSample.vocabulary)
    }
    #expect(try read("laptop.arp[192.0.2.1]").readsMoments)
    #expect(try read("count(laptop.arp) == 1").readsMoments)
    #expect(try !read("syn.laptop.tcp[quiet]").readsMoments)
    #expect(try read("syn.laptop.tcp[quiet]").marks == ["syn", "quiet"])
    #expect(try read("syn.laptop.ip == 1.2.3.4").marks == ["syn"])
    #expect(try read("laptop.routes[ip.dst]").names == ["ip.dst"])
  }

  @Test func tablesAreThoseOfTheMoment() throws {
    var story = try Story(Networks.world("home"))
    let vocabulary = ExpressionScope(devices: story.world.vocabulary)
    func first(_ text: String) throws -> Moment? {
      var context = TimelineContext(story.timeline)
      let condition = try Expression(text, as: .condition, vocabulary)
      return context.next(condition, after: 0).map { story.timeline.moment($0) }
    }
    let learned = try first("laptop.arp[192.0.2.129]")
    #expect(learned?.kind == MomentKind.arp.learned)
    let open = try first("web.tcp[80] && count(web.tcp) == 2")
    #expect(open?.kind == MomentKind.tcp.receive && open.map(story.name) == "web")
    let port = try first("exists(switch.mac[laptop.mac].port)")
    #expect(port?.kind == MomentKind.bridge.learn)
    let back = try first("laptop.arp[192.0.2.129].age > 0.001")
    #expect(back != nil && back!.time > learned!.time)
    let laptop = story.world.device(named: "laptop")
    story.goOn { $0.kind == MomentKind.arp.stale && $0.device == laptop }
    #expect(try first("laptop.arp[192.0.2.129].state == \"stale\"")?.kind.name == "arp.stale")
  }

  /// One moment after the other, there and back: the same rows as from the start.
  @Test func lookingCostsNothingOfWhatIsSeen() throws {
    var timeline = try Story(Networks.world("two-hosts")).timeline
    let numbers = Array(0...timeline.moments.count)
    for number in numbers + numbers.reversed() {
      let seen = timeline.look(after: number) { $0 }
      #expect(seen == timeline.world(after: number))
    }
  }
}
