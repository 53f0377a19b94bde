import Networking

/// The Internet checksum of one layer (RFC 1071) as it is added up: 16-bit words, those of the pseudo-header first.
package struct ChecksumComputation: Sendable {
  package struct Word: Equatable, Sendable {
    package enum Part: Sendable { case pseudoHeader, header, payload }

    package var part: Part
    /// The bytes it comes from. A length or a protocol in the pseudo-header is made from them, all others are copied.
    package var bytes: Range<Int>
    package var value: UInt16
    /// It is the checksum, which counts as 0 while it is computed.
    package var isField = false
    /// The last byte stands alone: a zero that is not sent fills the word.
    package var isPadded = false
  }

  /// What adding one word did.
  package struct Step: Equatable, Sendable {
    package var before: UInt16
    /// Up to 17 bits.
    package var sum: UInt32
    /// With the carry added at the right.
    package var after: UInt16

    package init(_ before: UInt16, adding word: UInt16) {
      self.before = before
      sum = UInt32(before) + UInt32(word)
      after = UInt16(sum & 0xffff) + UInt16(sum >> 16)
    }

    package var hasCarry: Bool { sum > 0xffff }
  }

  package let layer: Int
  /// The checksum field.
  package let place: FieldPlace
  package let words: [Word]
  /// One a word.
  package let steps: [Step]
  /// What the field holds.
  package let held: UInt16
  /// What the sum says it should hold.
  package let result: UInt16
  /// Fields around the layer that the pseudo-header is made of.
  package let pseudoFields: Set<FieldPlace>

  package var sum: UInt16 { steps.last?.after ?? 0 }
  /// What a receiver gets who adds up all words, the field with them: all ones when nothing was changed.
  package var received: UInt16 { Step(sum, adding: held).after }
  package var isRight: Bool { received == 0xffff }

  package init(_ unit: Dissection, layer index: Int) throws(ChecksumCoverage.Absence) {
    let coverage = try unit.checksumCoverage(of: index)
    let content = unit.layers[index]
    let bytes = unit.bytes(of: content.source)
    layer = index
    place = FieldPlace(layer: index, node: coverage.node)
    held = coverage.held
    result = coverage.value(in: bytes)
    pseudoFields = Set(coverage.pseudoHeader.map { FieldPlace(layer: $0.layer, node: $0.node) })
    var words = coverage.pseudoHeader.map { Word(part: .pseudoHeader, bytes: $0.bytes, value: $0.value) }
    let end = coverage.body.upperBound
    for first in stride(from: coverage.body.lowerBound, to: end, by: 2) {
      let isField = first == coverage.field.lowerBound
      let low: UInt8 = first + 1 < end ? bytes[first + 1] : 0
      words.append(
        Word(
          part: first < content.bytes.upperBound ? .header : .payload, bytes: first..<min(first + 2, end),
          value: isField ? 0 : UInt16(bytes[first]) << 8 | UInt16(low), isField: isField,
          isPadded: first + 1 >= end))
    }
    self.words = words
    var steps: [Step] = []
    for word in words { steps.append(Step(steps.last?.after ?? 0, adding: word.value)) }
    self.steps = steps
  }
}
