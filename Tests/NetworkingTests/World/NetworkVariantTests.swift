import Documents
import Foundation
import Testing

@testable import Networking

private func read(_ text: String) throws -> NetworkFile {
  try NetworkFile.decode(Source(name: "v", text: text))
}

private let varied = """
  format: 2
  id: varied
  title: {en: varied, ko: varied}
  clock: "2026-03-02T09:00:00+09:00"
  devices:
    laptop:
      kind: host
      label: {en: laptop, ko: laptop}
      resolver: "10.0.0.53"
      interfaces:
        eth0: {mac: "00:00:5e:00:53:10", address: "10.0.0.2/24", gateway: "10.0.0.1"}
      runs: [browser]
    phone:
      kind: host
      label: {en: phone, ko: phone}
      interfaces:
        eth0: {mac: "3a:91:c4:07:5e:d0", address: "10.0.0.3/24", gateway: "10.0.0.1"}
    names:
      kind: host
      label: {en: names, ko: names}
      interfaces:
        eth0: {mac: "00:00:5e:00:53:53", address: "10.0.0.53/24"}
      runs:
        - resolver: {records: ["www.example.com. 60 A 10.1.0.10", "no.example.com. 60 A 10.0.0.99"]}
    web:
      kind: host
      label: {en: web, ko: web}
      interfaces:
        eth0: {mac: "00:00:5e:00:53:10", address: "10.1.0.10/30", gateway: "10.1.0.9"}
      runs: [{web: {port: 80, pages: {"/": {body: "see http://10.1.0.10/x"}}}}]
    router:
      kind: router
      label: {en: router, ko: router}
      interfaces:
        lan: {mac: "00:00:5e:00:53:01", address: "10.0.0.1/24"}
        far: {mac: "00:00:5e:00:53:02", address: "10.1.0.9/30"}
      routes: ["10.9.0.0/16 via 10.1.0.10"]
    switch: {kind: switch, label: {en: switch, ko: switch}, ports: 6}
  cables:
    - {ends: [laptop.eth0, switch.1], rate: 1Gbps}
    - {ends: [phone.eth0, switch.2], rate: 1Gbps}
    - {ends: [names.eth0, switch.3], rate: 1Gbps}
    - {ends: [router.lan, switch.4], rate: 1Gbps}
    - {ends: [web.eth0, router.far], rate: 1Gbps}
  script:
    - "laptop: browse http://10.1.0.10:80/"
    - "phone: ping 10.0.0.2"
    - "laptop: browse http://www.example.com/"
    - "laptop: ping 10.0.0.98"
  marks:
    asked: "arp.dst.proto_ipv4 == 10.0.0.1"
    told: {kind: phy.receive, by: laptop, when: "eth.src == 00:00:5e:00:53:01"}
  vary: {seed: any, mac: any, ip: any, ports: any}
  faults:
    unplugged: {title: {en: out, ko: out}, do: [{cut: switch.3}]}
  """

/// What is as it was in every variant: each name with what it reaches.
private func shape(_ variant: NetworkVariant) -> [String] {
  let world = variant.file.world(seed: variant.seed)
  func name(_ address: IPv4Address) -> String {
    world.devices.first { $0.host?.interfaces.contains { $0.address.address == address } ?? false }?.name
      ?? "\(address)"
  }
  var lines = world.devices.map { device in
    let interfaces = (device.host?.interfaces ?? []).map {
      "\($0.name) \(IPv4Prefix($0.address.network, $0.address.length))"
    }
    let routes = (device.host?.routes ?? []).map { "\($0.prefix) \($0.gateway.map(name) ?? "-")" }
    return "\(device.name): \(interfaces) \(routes)"
  }
  lines += world.cables.map { $0.ends.map { world.devices[$0.device].name }.joined(separator: "-") }
  for line in world.script {
    switch line.command.object {
    case .address(let address, _): lines.append(name(address))
    case .url(let url): lines.append(IPv4Address(url.host).map(name) ?? url.host)
    }
  }
  let cut = variant.file.faults[0].value.actions[0].value
  if case .cut(let port) = cut, let end = try? world.devices.port(named: port.value) {
    lines.append(world.cables[world.port(end).cable!].ends.map { world.devices[$0.device].name }.joined())
  }
  return lines
}

@Test func aVariantIsTheSameNetworkWithOtherAddresses() throws {
  let file = try read(varied)
  let plain = file.variant(0, seed: 7)
  #expect(plain.seed == 7 && plain.file.source == file.source)
  var (macs, addresses, cables): (Set<[MACAddress]>, Set<[IPv4Address]>, Set<[Int]>) = ([], [], [])
  for number in 1...25 {
    let variant = file.variant(UInt64(number), seed: 7)
    #expect(shape(variant) == shape(plain), "\(number)")
    #expect(variant.seed == 7 + UInt64(number))
    let world = variant.file.world(seed: variant.seed)
    let interfaces = world.devices.flatMap { $0.host?.interfaces ?? [] }
    // The two that have one MAC address in two LANs still have one; all others are unique.
    #expect(Set(interfaces.map(\.mac)).count == 5 && interfaces[0].mac == interfaces[3].mac)
    #expect(
      interfaces.allSatisfy { !$0.mac.isGroup } && interfaces[1].mac.isLocal && !interfaces[0].mac.isLocal)
    #expect(Set(interfaces.map(\.address.address)).count == 6)
    #expect(interfaces.allSatisfy { !$0.address.isOwnOfNetwork($0.address.address) })
    // What nobody has, nobody gets.
    let nobodys = [IPv4Address("10.0.0.98")!, IPv4Address("10.0.0.99")!]
    #expect(!interfaces.contains { nobodys.contains($0.address.address) })
    macs.insert(interfaces.map(\.mac))
    addresses.insert(interfaces.map(\.address.address))
    cables.insert(world.cables.prefix(4).map { $0.ends[1].port })
  }
  #expect(macs.count == 25 && addresses.count == 25 && cables.count > 15)
}

@Test func aVariantRunsAsTheNetworkDoes() throws {
  let file = try read(varied)
  func kinds(_ number: UInt64) -> [MomentKind: Int] {
    let variant = file.variant(number, seed: 1)
    var timeline = Timeline(variant.file.world(seed: variant.seed))
    let isWhole = timeline.extendToEnd(limit: 20_000)
    #expect(isWhole)
    return Dictionary(grouping: timeline.moments, by: \.kind).mapValues(\.count)
  }
  let plain = kinds(0)
  #expect(plain[MomentKind.browser.response] == 2 && plain[MomentKind.ping.reply] == 1)
  for number: UInt64 in 1...5 {
    let other = kinds(number)
    #expect(other[MomentKind.browser.response] == 2 && other[MomentKind.ping.reply] == 1)
    #expect(other[MomentKind.arp.failed] == plain[MomentKind.arp.failed])
  }
}

@Test func theSameNumberGivesTheSameNetworkAndWhatIsHeldStays() throws {
  let file = try read(varied)
  let (one, again) = (file.variant(3, seed: 1), file.variant(3, seed: 1))
  #expect(one.file.source == again.file.source && one.seed == again.seed)
  let held = file.variant(3, seed: 1, hold: [.ip, .seed])
  #expect(held.seed == 1)
  let (all, some) = (one.file.world(seed: 1), held.file.world(seed: 1))
  func interfaces(_ world: World) -> [Networking.Host.Interface] {
    world.devices.flatMap { $0.host?.interfaces ?? [] }
  }
  // Holding one changes no other.
  #expect(interfaces(all).map(\.mac) == interfaces(some).map(\.mac))
  #expect(all.cables.map(\.ends) == some.cables.map(\.ends))
  #expect(interfaces(some).map(\.address) == interfaces(file.world(seed: 1)).map(\.address))
  #expect(file.variant(3, seed: 1, hold: Set(NetworkVariation.allCases)).file.source == file.source)
}

@Test func textsAboutTheNetworkFollow() throws {
  let variant = try read(varied).variant(3, seed: 1)
  let world = variant.file.world(seed: variant.seed)
  let laptop = world.host("laptop").interfaces[0]
  #expect(
    variant.rewritten("ip.src == 10.0.0.2 && eth.src == 00:00:5e:00:53:10")
      == "ip.src == \(laptop.address.address) && eth.src == \(laptop.mac)")
  #expect(
    variant.rewritten("laptop: browse http://10.0.0.2:8080/a.")
      == "laptop: browse http://\(laptop.address.address):8080/a.")
  // Neither other numbers nor longer ones that begin like them.
  for text in [
    "10.0.0.25", "110.0.0.2", "10.0.0.0/24", "version 10.0.0", "switch", "switch.x", "my-switch.1", "1.5s",
  ] {
    #expect(variant.rewritten(text) == text)
  }
  let port = world.cables[0].ends[1].port + 1
  #expect(variant.rewritten("cut: switch.1") == "cut: switch.\(port)")
}

@Test func aNetworkFileSaysWhatItMayVary() throws {
  func finding(_ vary: String) -> String? {
    let text = varied.replacingOccurrences(of: "vary: {seed: any, mac: any, ip: any, ports: any}", with: vary)
    do throws(DocumentError) {
      _ = try NetworkFile.decode(Source(name: "v", text: text))
      return nil
    } catch {
      return error.findings.map(\.text).joined(separator: "\n")
    }
  }
  #expect(finding("vary: {mac: any}") == nil)
  #expect(finding("vary: {mac: all}")?.hasPrefix(#""mac" should be any, found "all""#) == true)
  #expect(
    finding("vary: {port: any}")?.hasPrefix(#"unknown key "port" in vary; did you mean "ports"?"#) == true)
}
