import Documents

/// What a network may have otherwise in every run, so that nobody learns its values by heart.
package enum NetworkVariation: String, CaseIterable, Sendable {
  /// Everything that the world leaves to chance: ports, sequence numbers, identifications.
  case seed
  /// The MAC addresses.
  case mac
  /// The host part of the IP addresses; each stays in its prefix.
  case ip
  /// Which cable is in which port of a switch.
  case ports

  /// `hold: [ports]`
  package static let shape = Shape<NetworkVariation>.oneOf(allCases.map { ($0.rawValue, $0) })

  var documentation: String {
    switch self {
    case .seed: "ports, sequence numbers and all else that chance decides"
    case .mac: "unique unicast MAC addresses"
    case .ip: "unique host addresses, each in its interface's own prefix"
    case .ports: "which cable is in which port of which switch"
    }
  }

  /// `{seed: any, mac: any}`
  static let set = Shape<Set<NetworkVariation>>.mapping("vary") { m in
    let any = Shape<Bool>.oneOf([("any", true)])
    var found: Set<NetworkVariation> = []
    for each in allCases where m.optional(each.rawValue, any, each.documentation) == true {
      found.insert(each)
    }
    return found
  }
}

/// A network with other addresses and cables, and what became of those in its file.
package struct NetworkVariant: Sendable {
  package let file: NetworkFile
  package let seed: UInt64
  private let rewriting: NetworkRewriting

  /// A text that speaks of the network as its file has it, with the addresses and switch ports of this variant: a line of
  /// a script, an expression, a whole lesson.
  package func rewritten(_ text: String) -> String { rewriting.rewritten(text) }

  init(_ file: NetworkFile, seed: UInt64, _ rewriting: NetworkRewriting) {
    self.file = file
    self.seed = seed
    self.rewriting = rewriting
  }
}

extension NetworkFile {
  /// The network as it may be otherwise: all that its `vary` names and nobody holds. The same number gives the same
  /// network; 0 gives the file as it is.
  /// - Parameter seed: the world's, where the number is 0 or the seed is held.
  package func variant(_ number: UInt64, seed: UInt64, hold: Set<NetworkVariation> = []) -> NetworkVariant {
    let varied = number == 0 ? [] : vary.subtracting(hold)
    let seed = varied.contains(.seed) ? seed &+ number : seed
    let rewriting = NetworkRewriting(self, varied, number)
    if rewriting.isEmpty { return NetworkVariant(self, seed: seed, rewriting) }
    let text = rewriting.rewritten(source.text)
    // What a file says of an address may hold for few others; then the addresses stay.
    guard let file = try? NetworkFile.decode(Source(name: source.name, text: text)) else {
      return variant(
        number, seed: seed,
        hold: hold.union(varied.contains(.ip) ? [.ip, .seed] : Set(NetworkVariation.allCases)))
    }
    return NetworkVariant(file, seed: seed, rewriting)
  }
}
