import CSystem

/// Keys read and not yet asked for.
struct KeyQueue {
  /// Milliseconds after which the beginning of a sequence is taken for a key: `ESC`. Longer while the terminal owes an
  /// answer, which must not come apart into letters.
  var sequenceGap: Int64 { decoder.probe.isAwaited ? 100 : 8 }

  private var decoder: KeyDecoder
  private var hangul = HangulKeys()
  private var waiting: [(key: Key, read: Int, milliseconds: Int64)] = []
  /// How many of `waiting` were taken out.
  private var taken = 0
  /// The next key, looked for ahead.
  private var ready: Key?
  private var reads = 0
  private var asked: Int64 = 0

  init(sequences: [[UInt8]: Key]) { decoder = KeyDecoder(sequences: sequences) }

  var isWaiting: Bool { decoder.isWaiting }
  /// The terminal has answered that it draws lines two columns wide.
  var saysWide: Bool { decoder.probe.isWide }

  /// The terminal was asked `WidthProbe.question`.
  mutating func awaitWidth() {
    decoder.probe.isAwaited = true
    asked = guard_milliseconds()
  }

  mutating func next(typing: Bool) -> Key? {
    guard hasKey(typing: typing) else { return nil }
    defer { ready = nil }
    return ready
  }

  /// Whether `next` has one.
  mutating func hasKey(typing: Bool) -> Bool {
    while ready == nil, taken < waiting.count {
      let (key, read, milliseconds) = waiting[taken]
      taken += 1
      if taken == waiting.count {
        waiting.removeAll(keepingCapacity: true)
        taken = 0
      }
      let onlyCommits = hangul.onlyCommits(key, read: read, milliseconds: milliseconds)
      if typing || !onlyCommits { ready = key }
    }
    return ready != nil
  }

  /// Takes what is there. - Returns: false when the terminal is gone.
  mutating func read() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = guard_read(&bytes, bytes.count)
    guard count > 0 else { return false }
    reads += 1
    if guard_milliseconds() - asked > WidthProbe.patience { decoder.probe.isAwaited = false }
    add(decoder.keys(Array(bytes[..<count])))
    return true
  }

  /// What has begun does not go on.
  mutating func flush() { add(decoder.keys([], ended: true)) }

  private mutating func add(_ keys: [Key]) {
    let now = guard_milliseconds()
    waiting += keys.map { ($0, reads, now) }
  }
}
