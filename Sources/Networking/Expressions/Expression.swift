import Documents

/// A value or a condition over frames, moments, marks and devices: the EXPR of lessons and of `run --until`. Read and
/// type-checked once, evaluated often.
///
/// Its names are Wireshark's (`ip.ttl`, `ip.ttl#2` for the second layer), `moment.kind` and the like, and with the
/// name of a mark or device in front `request.eth.dst`, `reply.moment.time`, `laptop.ip`, `router.lan.mac`; a device's
/// tables too, `laptop.arp[192.0.2.1].mac`, `web.tcp[syn].state`. Sets stand between braces, `moment.ports == {2, 3}`;
/// functions are those of `ExpressionFunction`.
package struct Expression: Equatable, Sendable {
  package enum Form: Sendable {
    /// A value: `64 - 14 - 28`, `request.eth.dst`.
    case value
    /// Yes or no: `arp.opcode == 1`; a bare field or protocol asks whether it is there.
    case condition
    /// Something to point at: `eth.dst`, `ip`, `laptop`, `laptop.cable`, `switch.mac[eth.dst]`, a mark for all of its frame;
    /// or a value, for all that it reads.
    case place
  }

  /// As written.
  package let text: String
  /// What a value will be; nil for a condition, and for a place without a value.
  package let type: ExpressionType?
  let root: ExpressionNode

  package init(_ text: String, as form: Form, _ vocabulary: ExpressionScope = ExpressionScope())
    throws(ExpressionError)
  {
    let part = try ExpressionParser.parse(text, vocabulary)
    let types = ExpressionTypeChecker(text: text, names: ExpressionNameResolver(vocabulary: vocabulary))
    self.text = text
    switch form {
    case .condition:
      root = try types.test(part)
      type = nil
    case .value:
      if case .network = part.node {
        throw ExpressionError(
          "a network is not a value; expected an address or a number", at: part.range.lowerBound)
      }
      type = try types.valueType(part)
      root = part.node
    case .place:
      root = try types.place(part)
      type = part.type
    }
  }

  /// Whether it looks at moments themselves, or at tables, which every moment may change; without, it sees only the
  /// frames that cross cables.
  package var readsMoments: Bool {
    root.contains { node in
      switch node {
      case .moment(_, mark: nil), .before, .happened: true
      default: node.table.map { $0.mark == nil } ?? false
      }
    }
  }

  /// The marks it names.
  package var marks: Set<String> {
    var found: Set<String> = []
    root.visit { found.formUnion($0.marks) }
    return found
  }

  /// The fields and protocols it reads where one looks, in their order: `ip.ttl#2`.
  package var names: [String] { fieldsRead.filter { $0.mark == nil }.map(\.text) }

  /// The fields and protocols it reads, in the frames of marks or where one looks; in their order.
  package var fieldsRead: [FieldReference] {
    var found: [FieldReference] = []
    root.visit { if let reference = $0.fieldReference { found.append(reference) } }
    return found.sorted { $0.offset < $1.offset }
  }

  /// The single field it reads, when it is nothing but one: what an answer on the screen is shown by.
  package var field: FieldReference? { if case .field(let reference) = root { reference } else { nil } }

  /// The field or protocol whose presence it asks for, when it asks for nothing else.
  package var fieldAsked: FieldReference? {
    if case .exists(.field(let reference)) = root { reference } else { nil }
  }
}
