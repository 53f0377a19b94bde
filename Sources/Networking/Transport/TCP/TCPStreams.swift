/// The TCP connections of a capture, numbered as they come (`tcp.stream`).
struct TCPStreams: DissectorState {
  /// The newest stream between two sockets.
  var indices = BoundedTable<SocketPair, Int>(limit: 4096)
  var streams = BoundedTable<Int, TCPStream>(limit: 4096)
  /// The newest pair of sockets with two ports.
  private var pairs = BoundedTable<Ports, SocketPair>(limit: 4096)
  var count = 0

  private struct Ports: Hashable {
    let low: UInt16
    let high: UInt16

    init(_ one: UInt16, _ other: UInt16) { (low, high) = (min(one, other), max(one, other)) }
  }

  /// The stream of a segment. A SYN with another initial number than the last opens a new one on the same ports.
  mutating func index(of pair: SocketPair, _ header: TCP, at time: Int64, isQuote: Bool) -> Int {
    if let index = indices[pair], let stream = streams[index] {
      let base = stream.sides[pair.isUpward ? 0 : 1].base
      let isReused = header.syn && !header.ack && base != nil && base != header.sequence && !isQuote
      if !isReused { return index }
      return open(pair, TCPStream(first: time, previous: time, isReusing: true, completeness: .syn))
    }
    return open(pair, TCPStream(first: time, previous: time))
  }

  private mutating func open(_ pair: SocketPair, _ stream: TCPStream) -> Int {
    let index = count
    count += 1
    indices[pair] = index
    streams[index] = stream
    pairs[Ports(pair.low.port, pair.high.port)] = pair
    return index
  }

  /// The newest stream between two ports, and which of its sides sends from `source`: for a segment whose addresses are
  /// not there. nil: none was seen.
  func stream(from source: UInt16, to destination: UInt16) -> (stream: TCPStream, own: Int)? {
    guard let pair = pairs[Ports(source, destination)], let stream = indices[pair].flatMap({ streams[$0] })
    else { return nil }
    return (stream, pair.low.port == source ? 0 : 1)
  }
}

/// One connection as a capture sees it.
struct TCPStream: Sendable {
  var first: Int64
  var previous: Int64
  /// Its first segment, not read yet, takes the ports of an earlier connection.
  var isReusing = false
  /// Its first segment was not read yet.
  var isNew = true
  /// The side with the lower socket, then the other.
  var sides = [TCPSide(), TCPSide()]
  /// What of a connection's life was seen so far.
  var completeness = Completeness()
  /// The latest SYN, and how long after it the first acknowledgment without SYN came.
  var lastSYN: Int64?
  var initialRoundTrip: Int64?

  /// Wireshark's bits of `tcp.completeness`.
  struct Completeness: OptionSet, Sendable {
    let rawValue: UInt8
    static let syn = Completeness(rawValue: 1)
    static let synAck = Completeness(rawValue: 2)
    static let ack = Completeness(rawValue: 4)
    static let data = Completeness(rawValue: 8)
    static let fin = Completeness(rawValue: 16)
    static let rst = Completeness(rawValue: 32)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ header: TCP, payloadLength: Int) {
      self = []
      if header.syn { insert(header.ack ? .synAck : .syn) }
      if header.syn, payloadLength > 0 { insert(.data) }
      if header.ack, !header.syn { insert(payloadLength > 0 ? .data : .ack) }
      if header.ack, header.fin { insert(.fin) }
      if header.rst { insert(.rst) }
    }
  }
}

/// What one side of a connection has sent.
struct TCPSide: Sendable {
  /// What relative number 0 stands for.
  var base: SequenceNumber?
  /// The window's shift; −1 while unknown, −2 when scaling is not used.
  var windowShift = -1
  var analysis = TCPSideAnalysis()
  var reader = TCPStreamReader()

  /// A number of this side, counted from its base.
  func relative(_ number: SequenceNumber) -> UInt64 { UInt64(number.value &- (base?.value ?? 0)) }
}
