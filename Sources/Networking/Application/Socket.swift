/// What an application asks of the kernel, at the border between user and kernel mode.
package enum SystemCall: Equatable, Sendable {
  /// Opens a UDP socket on a free port.
  case openDatagram(Int)
  /// The origin is the address's.
  case sendTo(Int, Endpoint, [UInt8], ValueOrigin)
  case connect(Int, Endpoint, ValueOrigin)
  case send(Int, [UInt8])
  /// Reads, from now on, what comes in on a socket whose listener lets it lie until then.
  case receive(Int)
  /// Nothing more will be sent; what comes is still read (RFC 9293 §3.6).
  case shutdown(Int)
  case close(Int)
}

package struct SocketMoments: MomentSet {
  package let open = MomentKind("socket.open", .socket, .text("protocol"), .number("port"))
  package let connect = MomentKind(
    "socket.connect", .socket, [.ipv4("address"), .number("port"), .number("source")] + .transition)
  package let connected = MomentKind("socket.connected", .socket, .ipv4("address"), .number("port"))
  package let accept = MomentKind("socket.accept", .socket, .ipv4("address"), .number("port"))
  package let send = MomentKind("socket.send", .socket, .number("bytes"))
  package let receive = MomentKind("socket.receive", .socket, .number("bytes"))
  /// The other side has closed: reading returns 0.
  package let end = MomentKind("socket.end", .socket)
  package let shutdown = MomentKind("socket.shutdown", .socket, [.number("port")] + .transition)
  package let close = MomentKind("socket.close", .socket, [.text("protocol"), .number("port")] + .transition)
  package let error = MomentKind(
    "socket.error", .socket,
    [.word("reason"), .ipv4("address").sometimes, .number("port").sometimes] + .transition)
}

extension MomentKind { package static let socket = SocketMoments() }

/// What the kernel tells an application.
package enum ApplicationEvent: Equatable, Sendable {
  case command(Command)
  /// Goes on with what the application said it would do next, its own number.
  case next(Int)
  case resolved(String, [IPv4Address], moment: Int)
  /// The name has no address, or nobody said.
  case unresolved(String, reason: String)
  /// Asks the stub resolver, on behalf of the application with that index; `named`: the moment the name comes from.
  case lookup(String, by: Int, named: Int)
  case datagram(Int, from: Endpoint, [UInt8], moment: Int)
  case connected(Int)
  /// A listening socket's new connection.
  case accepted(Int, listener: UInt16, from: Endpoint)
  case data(Int, [UInt8])
  case ended(Int)
  /// The kernel has taken all that a `send` gave it.
  case sent(Int)
  case failed(Int, SocketError)
  case echoReply(IPv4Address, identifier: UInt16, sequence: UInt16, payload: [UInt8])
  /// An echo request did not arrive.
  case unreachable(IPv4Address, sequence: UInt16)
  case deadline
}

package enum SocketError: String, Equatable, Sendable {
  case refused, timedOut = "timed-out", reset, unreachable
  /// All ports are taken.
  case noPort = "no-port"
}
