extension DNSName {
  /// Visits a name: in a message, where offsets count from the header's first octet.
  mutating func visitFields(_ w: inout FieldVisitor, _ field: Field) throws(WireError) {
    guard w.isDecoding else {
      write(&w)
      return
    }
    let first = w.position
    let place = w.distance
    let (literal, target, read) = try Self.read(&w, field)
    labels = read
    let usual = Self.usualPointer(labels, in: w.writtenNames)
    layout =
      if literal == usual.after, target == usual.to {
        .compressed
      } else if let target {
        .pointer(after: literal, to: target)
      } else {
        .whole
      }
    remember(literal: literal, at: place, &w)
    w.note(field, .text(description), first)
  }

  /// The labels that stand here, where the pointer after them goes, and all labels of the name.
  private static func read(
    _ w: inout FieldVisitor, _ field: Field
  ) throws(WireError) -> (literal: Int, target: UInt16?, labels: [[UInt8]]) {
    var labels: [[UInt8]] = []
    var length = 1
    var literal: Int?
    var target: UInt16?
    var comeBack = w.position
    // A pointer may only go back before everything read so far: then no chain of pointers can loop.
    var lowest = w.distance
    while true {
      let size = try w.take(1, field)[0]
      switch size >> 6 {
      case 0 where size == 0:
        if literal != nil { w.back(to: comeBack) }
        return (literal ?? labels.count, target, labels)
      case 0:
        labels.append(try w.take(Int(size), field))
        length += 1 + Int(size)
        if length > longest { throw w.invalid(field, "the name is longer than \(longest) bytes") }
      case 3:
        let offset = UInt16(size & 0x3f) << 8 | UInt16(try w.take(1, field)[0])
        guard Int(offset) < lowest else {
          throw w.invalid(
            field,
            "the pointer goes to byte \(offset) of the message, not back before this name's byte \(lowest)")
        }
        if literal == nil {
          literal = labels.count
          target = offset
          comeBack = w.position
        }
        lowest = Int(offset)
        _ = w.jump(to: Int(offset))
      default:
        throw w.invalid(field, "a label's length octet 0x\(hexByte(size)) is neither 0 to 63 nor a pointer")
      }
    }
  }

  private func write(_ w: inout FieldVisitor) {
    let place = w.distance
    let (literal, target): (Int, UInt16?) =
      switch layout {
      case .compressed: Self.usualPointer(labels, in: w.writtenNames)
      case .whole: (labels.count, nil)
      case .pointer(let after, let to): (min(after, labels.count), to)
      }
    for label in labels.prefix(literal) { w.append([UInt8(truncatingIfNeeded: label.count)] + label) }
    if let target {
      w.append([0xc0 | UInt8(target >> 8), UInt8(target & 0xff)])
    } else {
      w.append([0])
    }
    remember(literal: literal, at: place, &w)
  }

  /// The longest end of the name that stands in the message already.
  private static func usualPointer(_ labels: [[UInt8]], in written: [[[UInt8]]: Int]) -> (
    after: Int, to: UInt16?
  ) {
    for after in labels.indices {
      if let place = written[Array(labels[after...])] { return (after, UInt16(place)) }
    }
    return (labels.count, nil)
  }

  /// Notes where each end of the name that was written out begins; a pointer has 14 bits.
  private func remember(literal: Int, at place: Int, _ w: inout FieldVisitor) {
    var place = place
    for index in 0..<min(literal, labels.count) {
      let end = Array(labels[index...])
      if place < 0x4000, w.writtenNames[end] == nil { w.writtenNames[end] = place }
      place += 1 + labels[index].count
    }
  }
}
