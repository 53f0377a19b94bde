/// A UDP socket of a host.
package struct UDPSocket: Equatable, Sendable {
  package var descriptor: Int
  /// Index of the application that has it.
  package var owner: Int
  package var port: UInt16
  /// The moment in which the port was chosen; 0 for a server's.
  package var moment: Int
  /// IPv4 identification of the next datagram; nil before the first, which takes one at random.
  package var identification: UInt16?
  /// The moment of the last datagram sent.
  package var lastSent = 0
  /// Datagrams that have come in and were not read yet.
  package var received: [Datagram] = []

  package struct Datagram: Equatable, Sendable {
    package var from: Endpoint
    package var payload: [UInt8]
    /// The moment in which it was delivered.
    package var moment: Int
  }
}
