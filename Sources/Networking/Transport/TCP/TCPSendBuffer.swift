/// What the application has handed over and the other side has not yet acknowledged, sent or not. Each `send` is one
/// chunk, so that PSH can stand at its end.
package struct TCPSendBuffer: Equatable, Sendable {
  struct Chunk: Equatable, Sendable {
    let bytes: [UInt8]
    /// The moment of the `send`.
    let moment: Int
  }

  package let capacity: Int
  /// Sequence number of the first octet.
  package private(set) var start: SequenceNumber
  package private(set) var count = 0
  private var chunks: [Chunk] = []
  /// Octets of the first chunk that are acknowledged.
  private var released = 0

  package init(capacity: Int, start: SequenceNumber) {
    self.capacity = capacity
    self.start = start
  }

  package var free: Int { max(0, capacity - count) }
  /// One after the last octet.
  package var end: SequenceNumber { start + count }

  /// Takes as many octets as fit and says how many.
  package mutating func append(_ bytes: [UInt8], moment: Int) -> Int {
    let taken = min(bytes.count, free)
    guard taken > 0 else { return 0 }
    chunks.append(Chunk(bytes: taken == bytes.count ? bytes : Array(bytes.prefix(taken)), moment: moment))
    count += taken
    return taken
  }

  /// Forgets what is acknowledged; returns how many octets that was.
  package mutating func release(upTo sequence: SequenceNumber) -> Int {
    let gone = min(max(0, sequence - start), count)
    start += gone
    count -= gone
    released += gone
    var whole = 0
    while whole < chunks.count, released >= chunks[whole].bytes.count {
      released -= chunks[whole].bytes.count
      whole += 1
    }
    chunks.removeFirst(whole)
    return gone
  }

  /// At most `length` octets from `sequence`, with the moments of their `send`s, and whether a `send` ends in them.
  package func octets(from sequence: SequenceNumber, length: Int) -> (
    bytes: [UInt8], moments: [Int], push: Bool
  ) {
    var skip = released + max(0, sequence - start)
    var bytes: [UInt8] = []
    var moments: [Int] = []
    var push = false
    for chunk in chunks {
      guard skip < chunk.bytes.count else {
        skip -= chunk.bytes.count
        continue
      }
      let wanted = length - bytes.count
      guard wanted > 0 else { break }
      let piece = chunk.bytes[skip...].prefix(wanted)
      bytes += piece
      moments.append(chunk.moment)
      push = push || piece.endIndex == chunk.bytes.count
      skip = 0
    }
    return (bytes, moments, push)
  }
}
