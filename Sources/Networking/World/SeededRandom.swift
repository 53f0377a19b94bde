/// The world's only source of chance: SplitMix64 (Steele, Lea, Flood 2014), equal on every machine.
package struct SeededRandom: RandomNumberGenerator, Equatable, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// Numbers that depend on a seed and a name alone.
  package init(seed: UInt64, for name: String) {
    // FNV-1a, 64 bits.
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    self.init(seed: seed ^ hash)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }

  /// A number in the range, the same for the same state on every version of the standard library.
  package mutating func number(in range: ClosedRange<UInt64>) -> UInt64 {
    range.lowerBound + next() % (range.upperBound - range.lowerBound + 1)
  }

  /// In another order.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for last in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(last, Int(number(in: 0...UInt64(last))))
    }
    return elements
  }

  package mutating func uint16() -> UInt16 { UInt16(truncatingIfNeeded: next() >> 16) }
}
