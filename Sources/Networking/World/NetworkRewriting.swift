/// Other addresses and switch ports for those of a network file. It works on the file's text, so that all that refers to
/// one follows: gateways, routes, DNS records and servers, scripts, marks, faults.
struct NetworkRewriting: Sendable {
  private var macs: [MACAddress: MACAddress] = [:]
  private var addresses: [IPv4Address: IPv4Address] = [:]
  /// By switch: the new label of a port, by the old one.
  private var ports: [String: [Int: Int]] = [:]

  var isEmpty: Bool { macs.isEmpty && addresses.isEmpty && ports.isEmpty }

  /// - Parameter number: other numbers, other values. What is varied has its own chance each: holding one changes no
  ///   other.
  init(_ file: NetworkFile, _ varied: Set<NetworkVariation>, _ number: UInt64) {
    func random(_ variation: NetworkVariation) -> SeededRandom {
      let place = UInt64(NetworkVariation.allCases.firstIndex(of: variation)!)
      var mixing = SeededRandom(seed: number)
      return SeededRandom(seed: mixing.next() &+ place)
    }
    let interfaces = file.devices.flatMap { $0.value.interfaces.map(\.value) }
    if varied.contains(.mac) { macs = Self.macs(interfaces, random(.mac)) }
    if varied.contains(.ip) {
      let mentioned = Self.words(file.source.text).compactMap { IPv4Address(String($0)) }
      addresses = Self.addresses(interfaces, avoiding: Set(mentioned), random(.ip))
    }
    if varied.contains(.ports) {
      var random = random(.ports)
      for device in file.devices where device.value.kind == .switch {
        let labels = Array(1...(device.value.ports ?? NetworkFile.usualPorts))
        ports[device.name.value] = Dictionary(
          uniqueKeysWithValues: zip(labels, Self.shuffled(labels, &random)))
      }
    }
  }

  // MARK: Choosing

  /// An address for documentation (RFC 7042 §2.1.1) is followed by another, one that software made up by another: what
  /// can be seen of an address's kind stays.
  private static func macs(
    _ interfaces: [NetworkFile.Interface], _ random: SeededRandom
  ) -> [MACAddress: MACAddress] {
    var random = random
    var (found, taken): ([MACAddress: MACAddress], Set<MACAddress>) = ([:], [])
    var examples = shuffled(Array(0...255), &random)
    for mac in interfaces.map(\.mac.value) where found[mac] == nil {
      var next: MACAddress
      repeat {
        if mac.value >> 8 == documentation, let last = examples.popLast() {
          next = MACAddress(documentation << 8 | UInt64(last))
        } else {
          // Unicast, and administered as before.
          next = MACAddress(random.next() & ~kind | mac.value & local)
        }
      } while next == .zero || !taken.insert(next).inserted
      found[mac] = next
    }
    return found
  }

  private static let documentation: UInt64 = 0x00_00_5e_00_53
  /// The bit of a group address, and that of one which software made up.
  private static let (group, local): (UInt64, UInt64) = (1 << 40, 1 << 41)
  private static let kind = group | local

  /// The first free one from a place by chance on. Who has whom in their own network, rightly or wrongly, stays: an address
  /// remains in all prefixes that it was in, and comes into no other. Addresses that the file speaks of and nobody has
  /// are meant to be nobody's.
  private static func addresses(
    _ interfaces: [NetworkFile.Interface], avoiding mentioned: Set<IPv4Address>, _ random: SeededRandom
  ) -> [IPv4Address: IPv4Address] {
    var random = random
    let prefixes = interfaces.map(\.address.value)
    let nobodys = mentioned.subtracting(prefixes.map(\.address))
    var taken: Set<IPv4Address> = []
    var found: [IPv4Address: IPv4Address] = [:]
    for address in prefixes.map(\.address) where found[address] == nil {
      let around = prefixes.filter { $0.contains(address) }
      let others = prefixes.filter { !$0.contains(address) }
      let range = around.max { $0.length < $1.length }!
      let size = UInt64(1) << UInt64(32 - range.length)
      let start = random.number(in: 0...size - 1)
      let places = (0..<size).lazy.map { IPv4Address(range.network.value | UInt32((start + $0) % size)) }
      let next = places.first { place in
        place.specialKind == nil && !taken.contains(place) && !nobodys.contains(place)
          && !around.contains { $0.isOwnOfNetwork(place) } && !others.contains { $0.contains(place) }
      }
      found[address] = next ?? address
      taken.insert(next ?? address)
    }
    return found
  }

  /// Fisher and Yates, with our own chance.
  private static func shuffled(_ labels: [Int], _ random: inout SeededRandom) -> [Int] {
    var labels = labels
    for last in labels.indices.dropFirst().reversed() {
      labels.swapAt(last, Int(random.number(in: 0...UInt64(last))))
    }
    return labels
  }

  // MARK: Rewriting

  func rewritten(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var rest = text[...]
    while !rest.isEmpty {
      let between = rest.prefix { !Self.isPart($0) }
      result += between
      rest = rest[between.endIndex...]
      let word = rest.prefix(while: Self.isPart)
      result += replacement(of: word)
      rest = rest[word.endIndex...]
    }
    return result
  }

  /// Of letters, digits and the signs within addresses and ports.
  private static func isPart(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return false }
    return (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || ".:-_".contains(character)
  }

  private static func words(_ text: String) -> [Substring] { text.split { !isPart($0) } }

  /// A word is an address, one with a port or a full stop after it, or a switch's port, perhaps with more of a path.
  private func replacement(of word: Substring) -> String {
    if let mac = MACAddress(String(word)), let next = macs[mac] { return next.description }
    let digits = word.prefix { $0.isNumber || $0 == "." }
    let address = digits.last == "." ? digits.dropLast() : digits
    if let next = IPv4Address(String(address)).flatMap({ addresses[$0] }) {
      return next.description + word[address.endIndex...]
    }
    let parts = word.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    if parts.count > 1, let labels = ports[String(parts[0])], let next = Int(parts[1]).flatMap({ labels[$0] })
    {
      return "\(parts[0]).\(next)" + (parts.count > 2 ? "." + parts[2] : "")
    }
    return String(word)
  }
}
