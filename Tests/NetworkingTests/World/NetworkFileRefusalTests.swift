import Documents
import Testing

@testable import Networking

/// What a network file cannot mean is said where it stands.
@Test(arguments: [
  (
    "network-clock-2300", 4,
    #""clock" should be a date like 2026-03-02T09:00:00+09:00, found "2300-01-01T09:00:00+09:00"; it can be from 1970 to 2099, as a capture file counts time from 1970 to 2106"#
  ),
  (
    "network-clock-1900", 4,
    #""clock" should be a date like 2026-03-02T09:00:00+09:00, found "1900-01-01T09:00:00+09:00"; it can be from 1970 to 2099, as a capture file counts time from 1970 to 2106"#
  ),
  (
    "overflow", 18,
    #""delay" should be a duration like 200ms or 1.5s, found "106000d"; it can be from 0ns to 1h"#
  ),
  ("fast", 18, #""rate" should be a rate like 1Gbps, found "9223372Tbps"; it can be from 100bps to 1Tbps"#),
  (
    "network-address-multicast", 11,
    "no interface can have 224.0.0.5: it lies in 224.0.0.0/4, whose addresses are groups of hosts"
  ),
  (
    "network-address-loopback", 11,
    "no interface can have 127.0.0.1: it lies in 127.0.0.0/8, with which a host reaches itself"
  ),
  (
    "network-address-class-e", 11,
    "no interface can have 240.0.0.2: it lies in 240.0.0.0/4, which is reserved"
  ),
  (
    "network-address-all-ones", 11, "no interface can have 255.255.255.255: it means all hosts on a link"
  ),
  (
    "network-address-this-network", 11,
    #"no interface can have 0.0.0.1: it lies in 0.0.0.0/8, which means "this network""#
  ),
  (
    "network-gateway-is-itself", 11,
    "gateway 10.0.0.2 is this device's own address; it is another device's"
  ),
  (
    "network-mac-all-zero", 11,
    #"00:00:00:00:00:00 stands for "not known"; an interface has its own address"#
  ),
])
func aNetworkThatCannotBeIsRefused(name: String, line: Int, message: String) throws {
  let findings = try CaseNetworks.findings(name)
  #expect(findings.count == 1)
  let finding = findings.first ?? ""
  #expect(finding.hasPrefix("\(name):\(line):") && finding.hasSuffix(": \(message)"))
}

/// The message of the only finding in a network of two hosts with these interfaces.
private func finding(
  _ one: String, _ other: String = #"mac: "00:00:5e:00:53:12", address: "10.0.0.3/24""#, more: String = "",
  format: Int = 1, cables: String = "[{ends: [a.eth0, b.eth0], rate: 1Gbps}]", devices: String = ""
) -> String? {
  let text = """
    format: \(format)
    id: test
    title: {en: test, ko: test}
    clock: "2026-03-02T09:00:00+09:00"
    devices:
      a: {kind: host, label: {en: a, ko: a}, interfaces: {eth0: {\(one)}}\(more)}
      b: {kind: host, label: {en: b, ko: b}, interfaces: {eth0: {\(other)}}}
    \(devices)
    cables: \(cables)
    """
  do throws(DocumentError) {
    _ = try NetworkFile.decode(Source(name: "f", text: text))
    return nil
  } catch {
    return error.findings.map(\.text).joined(separator: "\n")
  }
}

private let a = #"mac: "00:00:5e:00:53:10", address: "10.0.0.2/24""#

@Test(arguments: [
  (
    #", gateway: "10.0.0.255""#,
    "10.0.0.255 cannot be a gateway: it is the network's own or its broadcast address"
  ),
  (
    #", gateway: "10.0.0.0""#,
    "10.0.0.0 cannot be a gateway: it is the network's own or its broadcast address"
  ),
  (#", gateway: "10.0.1.1""#, "gateway 10.0.1.1 is not in 10.0.0.2/24"), (#", gateway: "10.0.0.3""#, nil),
])
func aGatewayIsAnotherHostOnTheLink(gateway: String, message: String?) {
  #expect(finding(a + gateway) == message)
}

@Test(arguments: [
  (
    ", routes: [\"10.9.0.0/24 via 10.0.0.2\"]",
    "gateway 10.0.0.2 is this device's own address; it is another device's"
  ),
  (
    ", routes: [\"10.9.0.0/24 via 10.0.0.255\"]",
    "10.0.0.255 cannot be a gateway: it is the network's own or its broadcast address"
  ),
  (", routes: [\"10.9.0.0/24 via 10.0.0.3\"]", nil),
  (
    ", resolver: \"224.0.0.251\"",
    "no DNS server has the address 224.0.0.251: it lies in 224.0.0.0/4, whose addresses are groups of hosts"
  ),
  (", resolver: \"127.0.0.53\"", nil),
])
func routesAndResolversAreHostsToo(more: String, message: String?) {
  #expect(finding(a, more: more) == message)
}

@Test func anAddressIsOneInterfacesUnlessItSaysOtherwise() {
  let same = #"mac: "00:00:5e:00:53:12", address: "10.0.0.2/24""#
  #expect(
    finding(a, same)
      == "address 10.0.0.2 is used twice (to do so on purpose: \"duplicate: true\")")
  #expect(finding(a, same + ", duplicate: true") == nil)
  #expect(finding(a + ", duplicate: true", same) == nil)
  #expect(
    finding(a, #"mac: "00:00:5e:00:53:10", address: "10.0.0.3/24""#)
      == "MAC address 00:00:5e:00:53:10 is used twice in one LAN")
  #expect(
    finding(a + ", duplicate: true") == "\"eth0\" says \"duplicate\", but nobody has its addresses too")
}

/// In one LAN it would take the other's frames; behind a router nobody notices.
@Test func aMACAddressIsOneInterfacesInItsLAN() {
  let same = #"mac: "00:00:5e:00:53:10", address: "10.0.1.2/24""#
  let middle = { (kind: String) in
    """
      m:
        kind: \(kind)
        label: {en: m, ko: m}
    """
  }
  let router =
    middle("router")
      + """

          interfaces:
            one: {mac: "00:00:5e:00:53:01", address: "10.0.0.1/24"}
            two: {mac: "00:00:5e:00:53:02", address: "10.0.1.1/24"}
      """
  let cables = { (one: String, two: String) in
    "[{ends: [a.eth0, m.\(one)], rate: 1Gbps}, {ends: [b.eth0, m.\(two)], rate: 1Gbps}]"
  }
  #expect(finding(a, same, cables: cables("one", "two"), devices: router) == nil)
  #expect(
    finding(a, same, cables: cables("1", "2"), devices: middle("switch"))
      == "MAC address 00:00:5e:00:53:10 is used twice in one LAN")
}

@Test func aSwitchForgetsAsTheFileSaysFromFormat2On() {
  let cables = "[{ends: [a.eth0, s.1], rate: 1Gbps}, {ends: [b.eth0, s.2], rate: 1Gbps}]"
  let device = "  s: {kind: switch, label: {en: s, ko: s}, ageing: 20s}"
  #expect(finding(a, format: 2, cables: cables, devices: device) == nil)
  #expect(
    finding(a, format: 1, cables: cables, devices: device)
      == "\"ageing\" belongs to format 2: say \"format: 2\" at the top")
  #expect(
    finding(a, more: ", ageing: 20s", format: 2)
      == "only a switch forgets addresses: \"a\" has no \"ageing\"")
}

@Test func aLinkOfTwoHasNoBroadcastAddress() {
  #expect(finding(#"mac: "00:00:5e:00:53:10", address: "10.0.0.2/31""#) == nil)
  #expect(IPv4Prefix("10.0.0.0/31")!.broadcast == nil && IPv4Prefix("10.0.0.1/32")!.broadcast == nil)
  #expect(IPv4Prefix("10.0.0.0/30")!.broadcast == IPv4Address("10.0.0.3"))
}

/// The message of the only finding in a resolver's records; nil: there is none.
private func finding(records: String...) -> String? {
  let lines = records.map { "\"\($0)\"" }.joined(separator: ", ")
  return finding(a, more: ", runs: [{resolver: {records: [\(lines)]}}]")
}

@Test func anAliasStandsAlone() {
  let (alias, address) = ("w.example. 60 CNAME x.example.", "w.example. 60 A 192.0.2.7")
  let message = "w.example has a CNAME record and A: an alias has no other record (RFC 1034 §3.6.2)"
  #expect(finding(records: alias, address) == message)
  #expect(finding(records: address, alias) == message)
  #expect(
    finding(records: alias, "W.Example. 60 CNAME y.example.")
      == "W.Example has a CNAME record already: an alias stands for one name (RFC 2181 §10.1)")
  #expect(
    finding(records: "example. 60 CNAME x.test.", "example. 60 NS ns.test.")
      == "example has a CNAME record and NS: an alias has no other record (RFC 1034 §3.6.2)")
  // Another name may be below it, and several addresses are no alias.
  #expect(finding(records: alias, "x.example. 60 A 192.0.2.7", "x.example. 60 A 192.0.2.8") == nil)
  #expect(finding(records: alias, "a.w.example. 60 A 192.0.2.7") == nil)
}
