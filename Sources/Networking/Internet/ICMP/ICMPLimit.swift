/// How often a host sends ICMP errors, all together and to one receiver, and redirects (RFC 1812 §4.3.2.8, §5.2.7.2), with
/// Linux's numbers.
package struct ICMPLimit: Equatable, Sendable {
  /// What one receiver has had lately.
  struct Receiver: Equatable, Sendable {
    let address: IPv4Address
    /// Nanoseconds of credit: an error costs a second of it.
    var credit: Int64 = burst * second
    var refilled: Int64
    var redirects = 0
    var lastRedirect: Int64 = 0
  }

  /// Errors to anybody that may go at once; one more every millisecond.
  var credit = 50
  var refilled: Int64 = 0
  private(set) var receivers: [Receiver] = []

  private static let second: Int64 = 1_000_000_000
  /// Errors to one receiver that may go at once; one more every second.
  private static let burst: Int64 = 6
  /// Receivers that are remembered.
  private static let longest = 64
  /// The pause after the first redirect is twice that, and doubles with each.
  private static let redirectPause: Int64 = 20_000_000
  /// Redirects that somebody may ignore before there are no more …
  private static let redirectsInVain = 9
  /// … until nothing had to be redirected for so long.
  private static let redirectSilence: Int64 = 20_480_000_000

  package init() {}

  /// Nothing may be sent until `refilled`.
  init(credit: Int, refilled: Int64) {
    self.credit = credit
    self.refilled = refilled
  }

  /// Takes one error from both credits; false when there is none.
  mutating func take(for address: IPv4Address, at now: Int64) -> Bool {
    let index = receiver(address, at: now)
    var receiver = receivers[index]
    receiver.credit = min(Self.burst * Self.second, receiver.credit + now - receiver.refilled)
    receiver.refilled = now
    defer { receivers[index] = receiver }
    guard receiver.credit >= Self.second, takeFromAll(at: now) else { return false }
    receiver.credit -= Self.second
    return true
  }

  private mutating func takeFromAll(at now: Int64) -> Bool {
    let fresh = (now - refilled) / 1_000_000
    if fresh > 0 {
      credit = Int(min(50, Int64(credit) + fresh))
      refilled = now
    }
    guard credit > 0 else { return false }
    credit -= 1
    return true
  }

  /// Whether a receiver is to be told of a better way now.
  mutating func takeRedirect(for address: IPv4Address, at now: Int64) -> Bool {
    let index = receiver(address, at: now)
    var receiver = receivers[index]
    defer { receivers[index] = receiver }
    if now - receiver.lastRedirect > Self.redirectSilence { receiver.redirects = 0 }
    guard receiver.redirects < Self.redirectsInVain else {
      receiver.lastRedirect = now
      return false
    }
    let pause = Self.redirectPause << Int64(receiver.redirects)
    guard receiver.redirects == 0 || now - receiver.lastRedirect > pause else { return false }
    receiver.redirects += 1
    receiver.lastRedirect = now
    return true
  }

  /// Its place; the one that was used longest ago makes room for a new one.
  private mutating func receiver(_ address: IPv4Address, at now: Int64) -> Int {
    if let index = receivers.firstIndex(where: { $0.address == address }) {
      receivers.append(receivers.remove(at: index))
    } else {
      if receivers.count == Self.longest { receivers.removeFirst() }
      receivers.append(Receiver(address: address, refilled: now))
    }
    return receivers.count - 1
  }
}
