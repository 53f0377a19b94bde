/// Bytes that are no valid header: which field, where, what was needed, what was there and which length set the
/// limit. Reads as one sentence.
package struct WireError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What set the end of the bytes a field may use.
  package enum Limit: Equatable, Sendable {
    /// The frame, or the reassembled data, ends there.
    case end
    /// A length field of some header says so.
    case field(String, UInt64)
  }

  package enum Problem: Equatable, Sendable {
    /// Bits needed and bits left before the limit.
    case short(need: Int, have: Int, limit: Limit)
    /// A length field that promises more bytes than there are.
    case overlong(says: Int, have: Int, limit: Limit)
    /// A value that no valid header has there, with the reason in words.
    case invalid(String)
    /// A capture of a kind of link that this program does not read (LINKTYPE_…).
    case unknownLink(UInt16)
    /// A capture's time that is before 1970 or does not fit 64 bits of nanoseconds.
    case timeOutOfRange
  }

  /// The protocol's filter name, `tcp`.
  package var layer: String
  package var field: Field?
  /// Byte offset in the frame, or in the reassembled data.
  package var offset: Int
  package var problem: Problem

  package init(layer: String, field: Field?, offset: Int, problem: Problem) {
    self.layer = layer
    self.field = field
    self.offset = offset
    self.problem = problem
  }

  /// Of the whole frame, not of a place in it.
  init(frame problem: Problem) {
    self.init(layer: FrameHeader.descriptor.name, field: nil, offset: 0, problem: problem)
  }

  package var description: String {
    switch problem {
    case .unknownLink(let type):
      let name = Self.linkNames[type].map { " (\($0))" } ?? ""
      return "link type \(type)\(name) is not read here, so its frames are only bytes"
    case .timeOutOfRange: return "the frame's time is before 1970 or after April 2262, and is not read"
    case .short, .overlong, .invalid: return "\(place)\(complaint)"
    }
  }

  /// Of tcpdump.org/linktypes.html, what captures at home have.
  private static let linkNames: [UInt16: String] = [
    0: "BSD loopback", 9: "PPP", 105: "Wi-Fi", 113: "Linux cooked", 127: "Wi-Fi with radiotap header",
    195: "IEEE 802.15.4", 201: "Bluetooth", 220: "USB", 276: "Linux cooked, version 2",
  ]

  private var place: String {
    let what = field.map { "\($0.label) (\($0.name))" } ?? "the header"
    return "\(layer) at byte \(offset): \(what)"
  }

  private var complaint: String {
    switch problem {
    case .short(let need, let have, let limit):
      let end =
        switch limit {
        case .end where have == 0: "nothing is left"
        case .end: "only \(amount(have)) \(have == 8 || have == 1 ? "is" : "are") left"
        case .field(let name, let value): "\(name) = \(value) leaves \(have == 0 ? "nothing" : amount(have))"
        }
      return " needs \(amount(need)), but \(end)"
    case .overlong(let says, let have, let limit):
      let end =
        switch limit {
        case .end: "only \(have) are there"
        case .field(let name, let value): "\(name) = \(value) leaves only \(have)"
        }
      return " says \(amount(says * 8)), but \(end)"
    case .invalid(let reason):
      return ": \(reason)"
    case .unknownLink, .timeOutOfRange: return ""
    }
  }

  private func amount(_ bits: Int) -> String {
    let (number, unit) = bits % 8 == 0 ? (bits / 8, "byte") : (bits, "bit")
    return "\(number) \(unit)\(number == 1 ? "" : "s")"
  }
}
