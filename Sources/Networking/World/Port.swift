/// Where a device meets a cable.
package struct Port: Equatable, Sendable {
  /// `eth0`, `lan`; a switch's are `1`, `2` ….
  package var name: String
  /// Index in `World.cables`; nil when nothing is plugged in.
  package var cable: Int?
  /// When the wire is free again (nanoseconds).
  package var busyUntil: Int64 = 0
  /// Frames waiting for the wire, first out first.
  package var queue: [Outgoing] = []

  /// Frames that may wait; more are dropped (Linux: txqueuelen 1000).
  package static let queueLimit = 1000

  package init(_ name: String) { self.name = name }
}

/// A frame on its way out of a port, with the moments that built it.
package struct Outgoing: Equatable, Sendable {
  package var port: Int
  package var bytes: [UInt8]
  package var cause: Int
  package var provenance: [Int]
  /// It has stood in the queue and its turn has come.
  package var hasWaited = false
}
