import Testing

@testable import Networking

struct ExpressionTests {
  @Test(arguments: [
    ("tcp", "yes"), ("udp", "no"), ("tcp.checksum", "yes"), ("!udp", "yes"), ("not tcp", "no"),
    ("tcp.dstport == 80", "yes"), ("tcp.dstport eq 0x50", "yes"), ("tcp.dstport == 0b1010000", "yes"),
    ("tcp.port == 80", "yes"), ("tcp.port != 80", "no"), ("tcp.port != 81", "yes"), ("tcp.port > 80", "yes"),
    ("tcp.flags.syn == 1 && tcp.flags.ack == 0", "yes"), ("tcp.flags.syn == true", "yes"),
    ("tcp.flags.ack == 1 || tcp.flags.syn == 1", "yes"), ("udp or tcp and not tcp", "no"),
    ("(udp or tcp) and tcp.window_size_value >= 64240", "yes"), ("tcp.window_size_value lt 64240", "no"),
    ("eth.dst == 00:00:5e:00:53:01", "yes"), ("eth.src == 00-00-5e-00-53-10", "yes"),
    ("eth.dst == router.lan.mac", "yes"),
    ("ip.src == 192.0.2.130", "yes"), ("ip.src == 192.0.2.128/26", "yes"), ("192.0.2.0/26 != ip.src", "yes"),
    ("ip.addr == 198.51.100.0/24", "yes"), ("ip.addr != 198.51.100.0/24", "no"), ("ip.src < ip.dst", "yes"),
    ("udp.srcport == 53", "no"), ("udp.srcport != 53", "no"), ("!(udp.srcport == 53)", "yes"),
    ("moment.kind == \"phy.transmit\"", "yes"), ("moment.drop", "no"), ("moment.time < 0.5", "yes"),
    ("moment.time > 1", "no"), ("syn.moment.number < moment.number", "yes"), ("syn.tcp", "yes"),
    ("quiet.tcp", "no"),
    ("ip.ttl#1 == 64", "yes"), ("ip.ttl#2 == 64", "no"), ("ip#2", "no"), ("ip.ttl == 2 * 32", "yes"),
    ("tcp.srcport % 2 == 0", "yes"), ("ip.ttl / 0 == 1", "no"),
    ("moment.gateway == 192.0.2.128/26", "yes"), ("moment.gateway", "yes"), ("moment.mac", "no"),
    ("syn.moment.gateway == moment.gateway", "yes"), ("moment.mac == laptop.mac", "no"),
  ])
  func aConditionHoldsOrNot(text: String, expected: String) {
    #expect(ExpressionSample.test(text) == expected)
  }

  @Test(arguments: [
    ("64 - 14 - 28", "22"), ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("7 / 2", "3"), ("7 % 4", "3"),
    ("-5 + 3", "-2"),
    ("- (2 + 3)", "-5"), ("0x0806", "2054"), ("tcp.seq_raw + 1", "2295813970"), ("eth.type", "0x0800"),
    ("tcp.flags", "0x0002"), ("tcp.flags.syn", "1"), ("syn.ip.dst", "198.51.100.10"),
    ("laptop.ip", "192.0.2.130"),
    ("router.lan.mac", "00:00:5e:00:53:01"), ("tcp.port", "51632"), ("len(tcp)", "40"), ("len(eth)", "14"),
    ("len(ip) + len(syn.tcp)", "60"), ("moment.time", "0.001500000"),
    ("syn.moment.time * 2", "0.003000000"), ("moment.time - syn.moment.time", "0.000000000"),
    ("ff:ff:ff:ff:ff:ff", "ff:ff:ff:ff:ff:ff"), ("00:11:22", "00:11:22"),
    ("\"a \\\"b\\\" \\x41\"", "a \"b\" A"),
  ])
  func aValueIsWrittenAsTsharkWritesIt(text: String, expected: String) {
    #expect(ExpressionSample.value(text) == expected)
  }

  @Test(arguments: [
    ("", "0: there is no expression here"),
    ("tcp.flag.syn == 1", "0: nothing is called \"tcp.flag.syn\"; did you mean \"tcp.flags.syn\"?"),
    ("tcp && syn.ip.tttl == 1", "11: no field or protocol is called \"ip.tttl\"; did you mean \"ip.ttl\"?"),
    ("sny.ip.ttl == 64", "0: no device or mark is called \"sny\"; did you mean \"syn.ip.ttl\"?"),
    ("labtop.ip == 1.2.3.4", "0: no device or mark is called \"labtop\"; did you mean \"laptop.ip\"?"),
    ("router.ip == 1.2.3.4", "0: \"router\" has several interfaces; write router.lan.ip or router.wan.ip"),
    (
      "router.lann.ip == 1.2.3.4",
      "7: \"router\" has no interface \"lann\"; did you mean \"lan\"? (known: lan, wan)"
    ),
    (
      "laptop.adress == 1",
      "7: a device has no \"adress\" (known: \(ExpressionSample.known))"
    ),
    ("switch.ip == 1", "0: \"switch\" has no addresses: its ports have no interfaces"),
    (
      "switch.arp",
      "7: a device has no \"arp\" (known: name, ports, ageing, cable, peer.device, peer.port, mac)"
    ),
    (
      "moment.knd == \"x\"",
      "7: a moment has no \"knd\"; did you mean \"kind\"? (known: number, time, device, layer, kind, cause, frame, drop)"
    ),
    (
      "moment.gatway == 1.2.3.4",
      "7: a moment has no \"gatway\"; did you mean \"gateway\"? (known: number, time, device, layer, kind, cause, frame, drop)"
    ),
    (
      "moment == 10",
      "0: \"moment\" is a moment; expected something of it, as moment.number, moment.time, moment.device, moment.layer, moment.kind, moment.cause, moment.frame or moment.drop"
    ),
    (
      "1 == syn.moment",
      "5: \"syn.moment\" is a moment; expected something of it, as syn.moment.number, syn.moment.time, syn.moment.device, syn.moment.layer, syn.moment.kind, syn.moment.cause, syn.moment.frame or syn.moment.drop"
    ),
    ("1 == syn.moment.", "16: a name is missing after \"syn.moment.\""),
    (".ip == 1", "0: a name is missing before \".\""),
    ("1 == ip..ttl", "8: a name is missing after \"ip.\""),
    ("laptop..ip == 1.2.3.4", "7: a name is missing after \"laptop.\""),
    ("router.lan. == 1", "11: a name is missing after \"router.lan.\""),
    ("moment..kind == \"x\"", "7: a name is missing after \"moment.\""),
    ("syn..eth.dst == 1", "4: a name is missing after \"syn.\""),
    ("laptop.arp[1.2.3.4]. == 1", "20: a name is missing after \"].\""),
    ("moment.gateway == 5", "0: cannot compare moment.gateway (an IPv4 address) with 5 (a number)"),
    (
      "moment.device == \"labtop\"",
      "17: no device is called \"labtop\"; did you mean \"laptop\"? (known: laptop, router, switch, you)"
    ),
    (
      "moment.layer == \"transprt\"",
      "16: no layer is called \"transprt\"; did you mean \"transport\"? (known: physical, link, internet, transport, socket, application)"
    ),
    ("eth.dst == 5", "0: cannot compare eth.dst (a MAC address) with 5 (a number)"),
    ("tcp.port == \"80\"", "0: cannot compare tcp.port (a number) with \"80\" (text)"),
    ("tcp.port == tcp", "12: expected a value, found tcp (a protocol)"),
    ("64-14 == 50", "0: \"64-14\" is not a number; put blanks around \"-\""),
    ("64 -14 == 50", "3: put blanks around \"-\""),
    ("ip.ttl = 64", "7: \"=\" is not used here; write == to compare"),
    ("ip.ttl == 64 & tcp", "13: \"&\" is not used here; write && for \"and\""),
    ("eth.src[0:3] == 00:00:5e", "7: slices like eth.src[0:3] are not possible here yet"),
    ("tcp.port in", "11: expected a value, found the end"),
    ("(tcp", "4: expected \")\", found the end"), ("tcp &&", "6: expected a value, found the end"),
    ("tcp udp", "4: expected an operator or the end, found \"udp\""),
    ("1 < 2 < 3", "6: < cannot follow another comparison; join them with &&"),
    ("ip.ttl#0 == 1", "7: expected the number of a layer from 1, found \"0\""),
    ("64", "0: expected a condition like 64 == …, found 64 (a number)"),
    ("ip.ttl == 300.1.1.1", "10: \"300.1.1.1\" is neither a number nor an address"),
    ("ip.src == 192.0.2.0/33", "10: \"192.0.2.0/33\" is not a network; expected as 192.0.2.0/26"),
    ("ip.src > 192.0.2.0/26", "9: a network can only be compared with == and !="),
    ("eth.src + 1 == 2", "0: + needs numbers, found eth.src (a MAC address)"),
    ("len(64) == 1", "4: len() counts the bytes of a field or a protocol, found 64 (a number)"),
    ("moment.kind == \"abc", "15: the closing quote of this text is missing"),
    ("syn == 1", "0: \"syn\" is a mark; expected something of it, as syn.eth.dst or syn.moment.time"),
    ("ip.ttl == 한", "10: \"한\" has no meaning here"),
  ])
  func whatIsWrongIsSaidWithItsPlace(text: String, expected: String) {
    #expect(ExpressionSample.test(text) == expected)
  }

  @Test(arguments: [
    ("udp.srcport", "0: the frame here has no udp.srcport"),
    ("syn.udp.srcport", "0: the frame of \"syn\" has no udp.srcport"),
    ("quiet.ip.ttl + 1", "0: there is no frame at \"quiet\" to read ip.ttl from"),
    ("ip.ttl#2", "0: the frame here has no ip.ttl#2"),
    ("router.wan.gateway", "0: router.wan has no gateway"), ("1 / (2 - 2)", "2: this divides by zero"),
    ("9223372036854775807 + 1", "20: this number becomes too large"),
    ("tcp == 1", "0: expected a value, found tcp (a protocol)"),
    ("1 == 1", "0: expected a value, found the condition 1 == 1"),
    ("moment.drop", "0: there is no moment.drop"),
    ("99999999999999999999", "0: \"99999999999999999999\" is neither a number nor an address"),
  ])
  func aValueThatIsNotThereIsAnError(text: String, expected: String) {
    #expect(ExpressionSample.value(text) == expected)
  }

  @Test func anExpressionSaysWhatItReads() throws {
    let condition = try Expression(
      "syn.ip.ttl == ip.ttl && moment.number > 1", as: .condition, ExpressionSample.vocabulary)
    #expect(condition.readsMoments)
    #expect(condition.marks == ["syn"])
    #expect(try !Expression("syn.moment.time < 1", as: .condition, ExpressionSample.vocabulary).readsMoments)
    #expect(try Expression("syn.ip.ttl", as: .value, ExpressionSample.vocabulary).field?.name == "ip.ttl")
  }

  @Test(arguments: [
    ("tcp", "\"tcp\" is the name of a protocol"), ("none", "\"none\" is a word of the expressions"),
    ("you", "\"you\" is a word of the expressions"), ("frame", "\"frame\" is the name of a protocol"),
    ("eq", "\"eq\" is a word of the expressions"),
  ])
  func someNamesAreTaken(name: String, expected: String) {
    #expect(ExpressionScope.objection(to: name) == expected)
    #expect(ExpressionScope.objection(to: "laptop") == nil)
    // Known by its parenthesis.
    #expect(ExpressionScope.objection(to: "count") == nil)
  }

  @Test func deepAndLongExpressionsAreRefused() {
    let deep = String(repeating: "(", count: 5000) + "tcp" + String(repeating: ")", count: 5000)
    #expect(ExpressionSample.test(deep).hasSuffix("this is longer than 500 words and signs"))
    let nested = String(repeating: "(", count: 200) + "tcp" + String(repeating: ")", count: 200)
    #expect(ExpressionSample.test(nested).hasSuffix("this is nested more than 64 deep"))
    let functions = String(repeating: "len(", count: 100) + "tcp" + String(repeating: ")", count: 100)
    #expect(ExpressionSample.test(functions).hasSuffix("this is nested more than 64 deep"))
    #expect(ExpressionSample.test(String(repeating: "!", count: 400) + "tcp") == "yes")
  }

  @Test func noPrefixAndNoChangeOfALetterTraps() {
    let texts = [
      "(syn.tcp.flags.syn == 1 && !(ip.ttl#2 > 0x40)) or len(tcp.options) * 2 % 7 != -3",
      "eth.dst == ff:ff:ff:ff:ff:ff and ip.addr == 192.0.2.0/26 and moment.time <= 1.25 and moment.kind eq \"a\\x41\\\"\"",
      "tcp.port in {80, 443} && moment.ports == {2, 3} or http.host matches \"^w{1,3}\\\\.[a-z]+$\" or eth.src contains 00:5e",
      "word(syn.ip, 2 + 1) + sum(ip) % 65536 == 0 && happened(syn) or before(count(laptop.arp)) in {laptop.broadcast - laptop.network, 4}",
      "frames(syn, quiet, router.lan, \"arp.opcode == 1\") + trips(syn, quiet, laptop) > 0 and who(\"arp.learned\", syn, quiet) == {laptop, router}",
      "exists(syn.laptop.arp[192.0.2.129].mac) or count(laptop.tcp) > laptop.tcp[syn].cwnd and laptop.routes[ip.dst].prefix != 0.0.0.0/0",
    ]
    let letters = Array("()!#-+*/%<>=&|\"\\.:0xaf 9한\u{0}[{,~".unicodeScalars)
    var random = Sequence(seed: 7)
    for text in texts {
      let scalars = Array(text.unicodeScalars)
      for count in 0...scalars.count {
        _ = ExpressionSample.test(String(String.UnicodeScalarView(scalars[..<count])))
        _ = ExpressionSample.value(String(String.UnicodeScalarView(scalars[count...])))
      }
      for _ in 0..<800 {
        var changed = scalars
        for _ in 0...random.next(3) {
          changed[random.next(changed.count)] = letters[random.next(letters.count)]
        }
        _ = ExpressionSample.test(String(String.UnicodeScalarView(changed)))
        _ = ExpressionSample.value(String(String.UnicodeScalarView(changed)))
      }
    }
  }

  /// Numbers that are the same in every run.
  struct Sequence {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }
}
