/// One field of a frame, about to be overwritten in place by what a person types: exactly its own bits.
package struct FieldEdit: Sendable {
  package let field: Field
  /// The bits that are overwritten.
  package let bits: Range<Int>
  /// The value as it stands, in a form that can be typed.
  package let current: String
  let encoding: FieldEncoding
  private let dissection: Dissection
  private let old: String

  /// The field at node `node` of layer `layer`, which must exist; `dissection` is the whole frame's.
  package init(_ dissection: Dissection, layer: Int, node: Int) throws(FieldEditRefusal) {
    let owner = dissection.layers[layer]
    let found = owner.nodes[node]
    field = found.field
    guard found.source == .frame else { throw .reassembled(found.field) }
    let place = found.bits.clamped(to: 0..<dissection.bytes.count * 8)
    let twin = owner.nodes.first {
      !$0.field.isGenerated && $0.field !== found.field && $0.bits == found.bits && !$0.bits.isEmpty
    }
    if found.field.isGenerated, twin != nil || place.isEmpty {
      throw .computed(found.field, from: twin?.field)
    }
    guard found.field.type != .none else { throw .heading(found.field) }
    guard !place.isEmpty, place == found.bits else { throw .notInFrame(found.field) }
    let isName =
      owner.protocol === DNSMessage.descriptor && found.field.type == .text
      && found.field !== DNSMessage.fields.text
    (encoding, bits) = try FieldEncoding.of(found, in: dissection.bytes, isName: isName)
    current = encoding.typed(found)
    old = found.show
    self.dissection = dissection
  }

  /// The frame with `typed` in the field.
  package func applying(
    _ typed: String, checksums: EditedFrame.Checksums
  ) throws(FieldEditRefusal) -> EditedFrame {
    let value = try encoding.read(typed, for: field, before: dissection.bytes.bits(bits))
    var bytes = dissection.bytes
    let place = value.isWhole ? encoding.whole ?? bits : bits
    bytes.overwrite(place, with: value.bits)
    if checksums == .fixed { bytes = dissection.repaired(bytes, changed: place) }
    return EditedFrame(
      field: field, old: EditedFrame.short(old), new: EditedFrame.short(value.shown), bytes: bytes,
      checksums: checksums)
  }

  /// Its bits as one number, as they are on the wire; 0 for more than 64.
  var now: UInt64 { bits.count <= 64 ? dissection.bytes.bits(bits).number : 0 }

  /// What can be typed: `0 to 255`.
  package var fits: FieldEditRefusal { encoding.expectation(of: field) }
}

/// A frame with one field overwritten.
package struct EditedFrame: Equatable, Sendable {
  /// What becomes of the checksums over the overwritten bits. A checksum that was itself overwritten stays as typed.
  package enum Checksums: String, CaseIterable, Sendable {
    /// All of them fit again, the frame check sequence too.
    case fixed
    /// Those in headers stay: the layer that checks them finds it. The frame check sequence fits.
    case left
    /// The frame check sequence stays too, as if bits had changed on the cable: the next device finds it.
    case untouched
  }

  package let field: Field
  /// Shown values before and after, short enough for a sentence.
  package let old: String
  package let new: String
  /// As on the cable: padded, without frame check sequence.
  package let bytes: [UInt8]
  package let checksums: Checksums

  init(field: Field, old: String, new: String, bytes: [UInt8], checksums: Checksums) {
    self.field = field
    self.old = old
    self.new = new
    self.bytes = bytes
    self.checksums = checksums
  }

  /// One that was kept, with the field by its name; nil when there is no such field.
  package init?(field name: String, old: String, new: String, bytes: [UInt8], checksums: Checksums) {
    guard let field = Protocols.fields[name]?.first else { return nil }
    self.init(field: field, old: old, new: new, bytes: bytes, checksums: checksums)
  }

  static func short(_ text: String) -> String {
    text.unicodeScalars.count <= 17
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(16))) + "…"
  }
}

extension [UInt8] {
  /// The bits of a range from the first on, each 0 or 1.
  func bits(_ range: Range<Int>) -> [UInt8] { range.map { self[$0 / 8] >> UInt8(7 - $0 % 8) & 1 } }

  mutating func overwrite(_ range: Range<Int>, with bits: [UInt8]) {
    precondition(range.count == bits.count, "\(bits.count) bits for \(range.count)")
    for (place, bit) in zip(range, bits) {
      let mask: UInt8 = 0x80 >> UInt8(place % 8)
      self[place / 8] = bit == 0 ? self[place / 8] & ~mask : self[place / 8] | mask
    }
  }
}
