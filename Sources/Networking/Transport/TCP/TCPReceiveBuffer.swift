/// What has arrived and the application has not yet read: octets in order, and ranges ahead of a gap.
package struct TCPReceiveBuffer: Equatable, Sendable {
  struct Chunk: Equatable, Sendable {
    let bytes: [UInt8]
    /// The moment of its arrival.
    let moment: Int
  }
  /// Octets ahead of a gap.
  package struct Island: Equatable, Sendable {
    package let start: SequenceNumber
    package let bytes: [UInt8]
    package let moment: Int
    package var end: SequenceNumber { start + bytes.count }
  }

  package let capacity: Int
  /// Octets in order that can be read.
  package private(set) var unread = 0
  private var chunks: [Chunk] = []
  /// Octets of the first chunk that were read.
  private var read = 0
  /// By sequence number, without overlap.
  package private(set) var islands: [Island] = []
  /// Number of the other side's FIN, once it has come, in order or not.
  package var finish: SequenceNumber?
  /// The moment in which its free space last changed.
  package private(set) var changed: Int

  package init(capacity: Int, moment: Int) {
    self.capacity = capacity
    changed = moment
  }

  package var free: Int { max(0, capacity - unread) }
  package var outOfOrder: Int { islands.reduce(0) { $0 + $1.bytes.count } }

  /// Takes in what lies between `next` (RCV.NXT) and `edge` (the right edge of the window). Returns how far the
  /// octets in order now reach, and how many were kept ahead of a gap.
  package mutating func insert(
    _ bytes: [UInt8], at sequence: SequenceNumber, next: SequenceNumber, edge: SequenceNumber, moment: Int
  ) -> (advanced: Int, queued: Int) {
    let from = min(max(0, next - sequence), bytes.count)
    let to = min(max(0, edge - sequence), bytes.count)
    guard from < to else { return (0, 0) }
    let start = sequence + from
    guard start == next else {
      let before = outOfOrder
      keep(Array(bytes[from..<to]), at: start, moment: moment)
      return (0, outOfOrder - before)
    }
    append(from == 0 && to == bytes.count ? bytes : Array(bytes[from..<to]), moment: moment)
    changed = moment
    var reached = start + (to - from)
    while let island = islands.first, island.start <= reached {
      islands.removeFirst()
      let fresh = island.bytes.dropFirst(reached - island.start)
      guard !fresh.isEmpty else { continue }
      append(Array(fresh), moment: island.moment)
      reached += fresh.count
    }
    return (reached - next, 0)
  }

  /// Takes out at most `maximum` octets, with the moments in which they arrived.
  package mutating func take(_ maximum: Int, moment: Int) -> (bytes: [UInt8], arrived: [Int]) {
    var bytes: [UInt8] = []
    var arrived: [Int] = []
    var whole = 0
    while whole < chunks.count, bytes.count < maximum {
      let chunk = chunks[whole]
      let piece = chunk.bytes[read...].prefix(maximum - bytes.count)
      bytes += piece
      if arrived.last != chunk.moment { arrived.append(chunk.moment) }
      read += piece.count
      if read == chunk.bytes.count {
        whole += 1
        read = 0
      }
    }
    chunks.removeFirst(whole)
    unread -= bytes.count
    if !bytes.isEmpty { changed = moment }
    return (bytes, arrived)
  }

  private mutating func append(_ bytes: [UInt8], moment: Int) {
    chunks.append(Chunk(bytes: bytes, moment: moment))
    unread += bytes.count
  }

  /// Puts the pieces that no island has yet between the islands.
  private mutating func keep(_ bytes: [UInt8], at sequence: SequenceNumber, moment: Int) {
    var start = sequence
    var rest = bytes[...]
    var index = 0
    while !rest.isEmpty {
      guard index < islands.count else {
        islands.append(Island(start: start, bytes: Array(rest), moment: moment))
        return
      }
      let island = islands[index]
      let ahead = min(max(0, island.start - start), rest.count)
      if ahead > 0 {
        islands.insert(Island(start: start, bytes: Array(rest.prefix(ahead)), moment: moment), at: index)
        index += 1
      }
      let known = min(max(ahead, island.end - start), rest.count)
      rest = rest.dropFirst(known)
      start += known
      index += 1
    }
  }
}
