@testable import Networking

/// The devices of the networks that several drafts run on.
extension [String: DeviceScope] {
  static let home: Self = [
    "laptop": .host("eth0"),
    "phone": .host("eth0"),
    "printer": .host("eth0"),
    "switch": .bridge("1", "2", "3", "4"),
    "router": .host("lan", "wan"),
    "isp": .host("access", "service", "up"),
    "resolver": .host("eth0"),
    "core": .host("isp", "hall", "root", "tld"),
    "root": .host("eth0"),
    "tld": .host("eth0"),
    "hall": .host("up", "servers", "names"),
    "rack": .bridge("1", "2", "3", "4"),
    "web": .host("eth0"),
    "mail": .host("eth0"),
    "files": .host("eth0"),
    "ns1": .host("eth0"),
  ]

  static let guestLAN: Self = [
    "laptop": .host("eth0"),
    "phone": .host("eth0"),
    "printer": .host("eth0"),
    "switch": .bridge("1", "2", "3", "4"),
    "router": .host("lan", "wan", "guest"),
    "guests": .bridge("1", "2", "3", "4"),
    "tablet": .host("eth0"),
    "camera": .host("eth0"),
    "isp": .host("access"),
  ]

  static let printing: Self = [
    "laptop": .host("eth0"),
    "printer": .host("eth0"),
    "switch": .bridge("1", "2", "3", "4"),
  ]
}
