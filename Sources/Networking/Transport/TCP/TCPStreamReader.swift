/// One direction's bytes, put in order and cut into messages.
struct TCPStreamReader: Sendable {
  /// A run of bytes out of one frame. The bytes are a slice of the frame's own: a stream of megabytes, and a snapshot
  /// of it, costs little more than this list.
  struct Piece: Sendable {
    var frame: Int
    /// Where the run begins in its own frame, in bytes.
    var offset: Int
    var bytes: ArraySlice<UInt8>
    /// The number of its first byte, once it has its place.
    var first = SequenceNumber(0)
    /// Bytes before it are lost.
    var isBehindGap = false
  }

  /// The number of the next byte in order; nil before the first.
  private(set) var next: SequenceNumber?
  /// The number after the last byte, once the sender's FIN has said it.
  var finish: SequenceNumber?
  /// The sender has closed, and every byte before that is here.
  var isFinished: Bool { finish != nil && finish == next }
  /// The runs of the unfinished message, and their octets.
  private(set) var pieces: [Piece] = []
  private(set) var count = 0
  /// After a gap: nobody knows yet where the next message begins.
  var isSearching = false
  /// Octets at its beginning that are known to be parts of it; they need not all be there yet.
  var parts = 0
  /// How far that message goes, once it can be said.
  var extent = MessageExtent.unknown
  /// Runs that came too early, by their number.
  private var early: [(first: SequenceNumber, piece: Piece)] = []
  private var earlyBytes = 0
  /// How much may wait for a missing segment before it is taken for lost.
  static let mostEarly = 1 << 20
  /// A longer message is not put together.
  static let longestMessage = 1 << 24

  mutating func begin(at first: SequenceNumber) {
    next = first
    finish = nil
    isSearching = false
    drop()
    early = []
    earlyBytes = 0
  }

  /// Takes a segment's bytes; returns the runs that are in order now, each byte once. `acknowledged`: what the receiver
  /// has up to there, it has; bytes that are missing before that were never captured.
  mutating func accept(
    _ piece: Piece, at first: SequenceNumber, acknowledged: SequenceNumber? = nil
  ) -> [Piece] {
    var expected = next ?? first
    var found: [Piece] = []
    if piece.bytes.isEmpty {
      if next == nil { return [] }
    } else if first <= expected {
      found = take(piece, at: first, &expected) + drain(from: expected)
    } else {
      early.append((first, piece))
      earlyBytes += piece.bytes.count
    }
    // Acknowledged, or too much waits: the gap is lost.
    while let waiting = early.map(\.first).min(by: { $0 < $1 }),
      acknowledged.map({ waiting <= $0 }) ?? false || earlyBytes > Self.mostEarly
    {
      var behind = drain(from: waiting)
      if !behind.isEmpty { behind[0].isBehindGap = true }
      found += behind
    }
    return found
  }

  /// The part of a run that is new.
  private mutating func take(
    _ piece: Piece, at first: SequenceNumber, _ expected: inout SequenceNumber
  ) -> [Piece] {
    let known = expected - first
    next = expected
    // Two numbers half the number space apart are each before the other.
    guard known >= 0, known < piece.bytes.count else { return [] }
    expected = first + piece.bytes.count
    next = expected
    return [
      Piece(
        frame: piece.frame, offset: piece.offset + known, bytes: piece.bytes.dropFirst(known),
        first: first + known)
    ]
  }

  private mutating func drain(from start: SequenceNumber) -> [Piece] {
    var expected = start
    var found: [Piece] = []
    while let index = early.firstIndex(where: { $0.first <= expected }) {
      let (first, piece) = early.remove(at: index)
      earlyBytes -= piece.bytes.count
      found += take(piece, at: first, &expected)
    }
    return found
  }

  mutating func append(_ piece: Piece) {
    count += piece.bytes.count
    pieces.append(piece)
  }

  /// The unfinished message behind its known parts. A long message is looked at from its end, once a segment.
  var rest: ArraySlice<UInt8> {
    guard parts > 0 else { return joined[...] }
    var (first, left) = (pieces.count, count - parts)
    while left > 0, first > 0 {
      first -= 1
      left -= pieces[first].bytes.count
    }
    return Array(pieces[first...].lazy.map(\.bytes).joined()).dropFirst(-left)
  }

  /// The unfinished message so far.
  var joined: [UInt8] { Array(pieces.lazy.map(\.bytes).joined()) }

  /// Takes the first `count` bytes out, with the runs that made them.
  mutating func remove(_ octets: Int) -> (bytes: [UInt8], pieces: [(frame: Int, offset: Int, count: Int)]) {
    var taken: [UInt8] = []
    taken.reserveCapacity(min(octets, count))
    var runs: [(frame: Int, offset: Int, count: Int)] = []
    var whole = 0
    while taken.count < octets, whole < pieces.count {
      let piece = pieces[whole]
      let part = piece.bytes.prefix(octets - taken.count)
      taken += part
      runs.append((piece.frame, piece.offset, part.count))
      if part.count == piece.bytes.count {
        whole += 1
      } else {
        pieces[whole].offset += part.count
        pieces[whole].first = pieces[whole].first + part.count
        pieces[whole].bytes = piece.bytes.dropFirst(part.count)
      }
    }
    pieces.removeFirst(whole)
    count -= taken.count
    (parts, extent) = (0, .unknown)
    return (taken, runs)
  }

  /// Gives up the unfinished message, and returns what was there of it.
  mutating func lose() -> [UInt8] {
    defer { drop() }
    return joined
  }

  private mutating func drop() {
    pieces = []
    count = 0
    (parts, extent) = (0, .unknown)
  }
}
