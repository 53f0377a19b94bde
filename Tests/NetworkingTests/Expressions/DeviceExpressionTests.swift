import Documents
import Testing

@testable import Networking

/// What devices, interfaces and ports know, and arithmetic with addresses and sequence numbers.
struct DeviceExpressionTests {
  /// A home network as it begins.
  private static func value(_ text: String, seed: UInt64 = 1) throws -> String {
    var context = TimelineContext(Timeline(try Networks.world("home", seed: seed)))
    let scope = ExpressionScope(devices: context.timeline.front.vocabulary)
    do throws(ExpressionError) {
      return try context.value(of: Expression(text, as: .value, scope)).text
    } catch { return "\(error.offset): \(error.message)" }
  }

  @Test(arguments: [
    ("laptop", "laptop"), ("laptop.name", "laptop"), ("switch.name", "switch"),
    ("laptop.ip", "192.0.2.130"), ("laptop.eth0.ip", "192.0.2.130"), ("laptop.mask", "255.255.255.192"),
    ("laptop.network", "192.0.2.128"), ("laptop.broadcast", "192.0.2.191"),
    ("laptop.broadcast - laptop.network + 1", "64"), ("laptop.broadcast - laptop.network - 1", "62"),
    ("laptop.network + 64", "192.0.2.192"), ("1 + laptop.network", "192.0.2.129"),
    ("laptop.network - 128", "192.0.2.0"), ("laptop.peer.device", "switch"),
    ("router.lan.network", "192.0.2.128"), ("router.lan.peer.device", "switch"),
    (
      "switch.1.peer.device == {laptop}",
      "0: expected a value, found the condition switch.1.peer.device == {laptop}"
    ),
    ("switch.ageing", "300.000000000"), ("count(switch.ports)", "4"), ("laptop.ports", "eth0"),
    ("255.255.255.255 + 1", "16: there is no such address: it is outside of 0.0.0.0 to 255.255.255.255"),
    ("0.0.0.0 - 1", "8: there is no such address: it is outside of 0.0.0.0 to 255.255.255.255"),
    (
      "laptop.ip + laptop.ip", "10: + cannot join laptop.ip (an IPv4 address) and laptop.ip (an IPv4 address)"
    ),
    ("laptop.ip * 2", "10: * cannot join laptop.ip (an IPv4 address) and 2 (a number)"),
    ("5 - laptop.ip", "2: - cannot join 5 (a number) and laptop.ip (an IPv4 address)"),
    ("192.0.2.0/26 + 1", "0: + needs numbers, found 192.0.2.0/26 (a network)"),
    ("laptop.cable", "0: expected a value, found laptop.cable (a cable)"),
    ("laptop.ageing", "7: \"laptop\" has no ageing"),
    (
      "switch.cable",
      "0: \"switch\" has several ports; write switch.1.cable, switch.2.cable, switch.3.cable or switch.4.cable"
    ),
    ("router.lan.name", "11: \"router.lan\" has no name"), ("switch.1.ip", "9: \"switch.1\" has no ip"),
    (
      "laptop.",
      "0: \"laptop\" is a device; expected something of it after the dot, as laptop.ip or laptop.mac"
    ),
    ("laptop.peer", "7: a device has no \"peer\""),
    ("laptop.eth0.pear.port", "12: \"laptop.eth0\" has no \"pear.port\"; did you mean \"peer.port\"?"),
    ("switch.9.peer.port", "7: \"switch\" has no port \"9\""),
  ])
  func aDeviceIsReadOrWhyNot(text: String, expected: String) throws {
    let found = try Self.value(text)
    #expect(
      found == expected || found.hasPrefix(expected + " (known") || found.hasPrefix(expected + ":"),
      "\(found)")
  }

  @Test func peersAreEachOthersPeers() throws {
    let world = try Networks.world("home")
    let scope = world.vocabulary
    var count = 0
    for (device, names) in scope {
      for port in names.ports {
        let reference = { DeviceReference(mark: nil, device: $0, port: $1, property: $2, offset: 0) }
        guard case .device(let peer)? = world.value(of: reference(device, port, .peerDevice)),
          case .port(let peerPort)? = world.value(of: reference(device, port, .peerPort))
        else { continue }
        count += 1
        #expect(world.value(of: reference(peer, peerPort, .peerDevice)) == .device(device))
        #expect(world.value(of: reference(peer, peerPort, .peerPort)) == .port(port))
        #expect(world.value(of: reference(device, port, .cable)) == .text("\(peer).\(peerPort)"))
      }
    }
    #expect(count == world.cables.count * 2)
  }

  @Test func aPulledCableIsNoPortOfASwitchAnyMore() throws {
    var world = try Networks.world("home")
    let ports = DeviceReference(mark: nil, device: "switch", port: nil, property: .ports, offset: 0)
    let port = try #require(
      world.value(
        of: DeviceReference(mark: nil, device: "laptop", port: "eth0", property: .peerPort, offset: 0)))
    let before = try #require(world.value(of: ports)).members
    world.unplug("laptop")
    #expect(world.value(of: ports)?.members == before.filter { $0 != port })
  }

  @Test(arguments: [
    ("tcp.seq_raw + 1", "2295813970"), ("tcp.seq_raw - tcp.seq_raw", "0"), ("tcp.seq - 1", "4294967295"),
    ("1 + tcp.seq_raw - 2295813971", "4294967295"), ("tcp.seq_raw + 4294967296", "2295813969"),
    ("syn.tcp.ack_raw - tcp.seq_raw", "1999153327"), ("tcp.seq_raw - tcp.seq_raw - 1", "-1"),
    ("ip.ttl - 65", "-1"), ("tcp.seq_raw * 2", "4591627938"), ("before(tcp.seq) - 1", "4294967295"),
    ("ip.hdr_len / 4", "5"), ("7 / 2 * 2", "6"),
  ])
  func sequenceNumbersCountInACircle(text: String, expected: String) {
    #expect(ExpressionSample.value(text) == expected)
  }

  @Test func everyPropertyHasWordsAndAName() {
    for property in DeviceProperty.allCases {
      #expect(!property.words.en.isEmpty && !property.words.ko.isEmpty)
      #expect(DeviceProperty(rawValue: property.rawValue) == property)
    }
    let names = DeviceScope.host("eth0")
    #expect(names.paths.contains("peer.port") && !names.paths.contains("ageing"))
    #expect(DeviceScope.host("lan", "wan").paths.contains("wan.ip"))
    #expect(DeviceScope.bridge("1", "2").paths.contains("2.peer.device"))
    #expect(!DeviceScope.bridge("1").paths.contains("ip"))
  }
}
