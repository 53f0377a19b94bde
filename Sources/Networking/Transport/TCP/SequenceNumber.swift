/// A number of the 32-bit sequence space; comparison and arithmetic wrap (RFC 9293 §3.4).
package struct SequenceNumber: Hashable, Sendable, CustomStringConvertible {
  package var value: UInt32

  package init(_ value: UInt32) { self.value = value }

  package static func + (number: SequenceNumber, octets: Int) -> SequenceNumber {
    SequenceNumber(number.value &+ UInt32(truncatingIfNeeded: octets))
  }
  package static func += (number: inout SequenceNumber, octets: Int) { number = number + octets }
  package static func - (number: SequenceNumber, octets: Int) -> SequenceNumber { number + -octets }
  /// How far `a` is ahead of `b`: −2³¹ … 2³¹ − 1.
  package static func - (a: SequenceNumber, b: SequenceNumber) -> Int {
    Int(Int32(truncatingIfNeeded: a.value &- b.value))
  }
  package static func < (a: SequenceNumber, b: SequenceNumber) -> Bool { a - b < 0 }
  package static func <= (a: SequenceNumber, b: SequenceNumber) -> Bool { a - b <= 0 }
  package static func > (a: SequenceNumber, b: SequenceNumber) -> Bool { a - b > 0 }
  package static func >= (a: SequenceNumber, b: SequenceNumber) -> Bool { a - b >= 0 }
  package var description: String { String(value) }
}
