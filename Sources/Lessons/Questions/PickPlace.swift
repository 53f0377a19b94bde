import Analysis
import Documents
import Networking

/// What a lesson asks to point at.
package enum PickPlace: Sendable {
  case field(Located<FieldReference>)
  /// A row of a device's table.
  case row(Located<RowReference>)
  case device(Located<String>)
  /// Bytes of the frame.
  case bytes(Located<ByteRange>)
  /// An arc of a diagram of states.
  case arc(Located<StateDiagram.Arc>)
  /// Of wrong places: every other field of a header, every other row of a table.
  case others(Located<Others>)

  /// Offsets in the frame, from 0, or all bytes of a field or header.
  package enum ByteRange: Sendable {
    case offsets(Range<Int>)
    case place(FieldReference)
  }

  /// Whether the two are pointed at in the same way; fields and bytes are.
  func isLike(_ other: PickPlace) -> Bool { sort == other.sort }

  private enum Sort { case unit, row, device, arc }

  private var sort: Sort {
    switch self {
    case .field, .bytes: .unit
    case .row: .row
    case .device: .device
    case .arc: .arc
    case .others(let others):
      if case .layer = others.value { .unit } else { .row }
    }
  }

  /// For messages.
  var noun: String {
    switch sort {
    case .unit: "a field"
    case .row: "a row"
    case .device: "a device"
    case .arc: "an arc"
    }
  }

  var place: Place {
    switch self {
    case .field(let it): it.place
    case .row(let it): it.place
    case .device(let it): it.place
    case .bytes(let it): it.place
    case .arc(let it): it.place
    case .others(let it): it.place
    }
  }

  // MARK: In files

  /// The keys of one place.
  static func cases(_ scope: LessonScope, isRight: Bool) -> [TaggedCase<PickPlace>] {
    let places: [TaggedCase<PickPlace>] = [
      TaggedCase("field", Shape<FieldReference>.field.located.map { .field($0) }, "a field: ip.ttl"),
      TaggedCase(
        "row", Shape<RowReference>.row(scope).located.map { .row($0) },
        "a row of a device's table: switch.mac[eth.dst]"),
      TaggedCase("device", Shape<String>.device(scope).located.map { .device($0) }, "a device"),
      TaggedCase(
        "bytes", Shape<ByteRange>.bytes.located.map { .bytes($0) },
        "bytes of the frame: 14-33, or those of a header: ip"),
      TaggedCase(
        "arc", Shape<StateDiagram.Arc>.arc.located.map { .arc($0) },
        "an arc of TCP's state diagram: LISTEN -> SYN-RECEIVED"),
    ]
    let others = TaggedCase<PickPlace>(
      "others", Shape<Others>.others(scope).located.map { .others($0) },
      "every other field of a header, or every other row of a table")
    return isRight ? places : places + [others]
  }
}

extension Shape<FieldReference> {
  /// A field of the frame that the question is about.
  static var field: Shape {
    .reading("a field like eth.dst or ip.ttl#2") { text throws(ExpressionError) in
      guard case .field(let reference) = try PlaceExpression(text, ExpressionScope()), !reference.isProtocol
      else { throw ExpressionError("expected a field, found \(text)", at: 0) }
      return reference
    }
  }
}

extension Shape<RowReference> {
  fileprivate static func row(_ scope: LessonScope) -> Shape {
    .reading("a row of a table like switch.mac[eth.dst]") { text throws(ExpressionError) in
      guard case .row(let reference) = try PlaceExpression(text, scope.names) else {
        throw ExpressionError("expected a row of a table like switch.mac[eth.dst], found \(text)", at: 0)
      }
      return reference
    }
  }
}

extension Shape<PickPlace.ByteRange> {
  fileprivate static var bytes: Shape {
    .reading("offsets like 14-33, or a field or protocol") { text throws(ExpressionError) in
      let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      if !ends.contains(nil), ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1] {
        guard 0 <= first, first <= last, last < Int(UInt16.max) else {
          throw ExpressionError("expected offsets in their order like 14-33, found \(text)", at: 0)
        }
        return .offsets(first..<last + 1)
      }
      guard case .field(let reference) = try PlaceExpression(text, ExpressionScope()) else {
        throw ExpressionError("expected offsets like 14-33, or a field or protocol, found \(text)", at: 0)
      }
      return .place(reference)
    }
  }
}

extension Shape<String> {
  fileprivate static func device(_ scope: LessonScope) -> Shape {
    .parsed("a device") { text throws(TextError) in
      if scope.names.devices.isEmpty || scope.names.devices[text] != nil { return text }
      let known = scope.names.devices.keys.sorted()
      throw TextError(
        "no device is called \(quoted(text))\(suggestion(for: text, in: known)) (known: \(known.joined(separator: ", ")))",
        atOffset: 0)
    }
  }
}

extension Shape<StateDiagram.Arc> {
  fileprivate static var arc: Shape {
    .parsed("an arc like LISTEN -> SYN-RECEIVED") { text throws(TextError) in
      if let arc = StateDiagram.tcp.arc(named: text) { return arc }
      let known = StateDiagram.tcp.arcs.map(\.name)
      throw TextError(
        "TCP's state diagram has no arc \(quoted(text))\(suggestion(for: text.uppercased(), in: known))",
        atOffset: 0)
    }
  }
}

extension Shape {
  /// A text in the language of expressions.
  static func reading(
    _ expected: String, _ read: @escaping @Sendable (String) throws(ExpressionError) -> Value
  ) -> Shape {
    .parsed(expected) { text throws(TextError) in
      do throws(ExpressionError) {
        return try read(text)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
    }
  }
}
