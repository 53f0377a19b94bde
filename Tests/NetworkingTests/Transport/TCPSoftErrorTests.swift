import Testing

@testable import Networking

/// A laptop whose request is on its way, and the segment with it as a packet.
private func waiting() throws -> (Networking.Host, TCPConnection, [UInt8]) {
  let story = try Story(Networks.world("home")) { $0.kind.name == "tcp.data" }
  let host = story.world.host("laptop")
  let connection = try #require(host.tcp.sockets.first?.connection)
  var header = TCP()
  header.sourcePort = connection.local.port
  header.destinationPort = connection.remote.port
  header.sequence = connection.send.unacknowledged.value
  var packet = IPv4()
  packet.source = connection.local.address
  packet.destination = connection.remote.address
  packet.proto = .tcp
  return (host, connection, packet.sealed(payloadLength: 20).encoded + header.encoded)
}

@Test func anErrorAboutAnOpenConnectionEndsNothing() throws {
  var (host, connection, packet) = try waiting()
  #expect(connection.state == .established)
  let told = try moment(of: .icmpError(quote: packet, .host), &host)
  #expect(told.kind.name == "tcp.told" && told.detail("reason") == "unreachable")
  #expect(host.tcp.sockets.first?.connection == connection)
}

@Test func anErrorQuotesASegmentThatIsOnItsWay() throws {
  var (host, connection, packet) = try waiting()
  // After what was sent, and before what is acknowledged.
  for number in [connection.send.next.value, connection.send.unacknowledged.value - 1] {
    var quote = packet
    for (index, shift) in [24, 16, 8, 0].enumerated() {
      quote[24 + index] = UInt8(truncatingIfNeeded: number.value >> UInt32(shift))
    }
    #expect(try moment(of: .icmpError(quote: quote, .host), &host).drop == .icmp.quotesNothingSent)
  }
  // Another port of ours, and the loopback address.
  packet[21] ^= 1
  #expect(try moment(of: .icmpError(quote: packet, .host), &host).drop == .icmp.nobodyWaits)
}
