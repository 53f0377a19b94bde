import Documents

/// A value or a condition over frames, moments, marks and devices: the EXPR of lessons and of `run --until`. Read and
/// type-checked once, evaluated often.
///
/// Its names are Wireshark's (`ip.ttl`, `ip.ttl#2` for the second layer), `moment.kind` and the like, and with the
/// name of a mark or device in front `request.eth.dst`, `reply.moment.time`, `laptop.ip`, `router.lan.mac`; a device's
/// tables too, `laptop.arp[192.0.2.1].mac`, `count(switch.mac)`, `exists(web.tcp[syn])`.
package struct Expression: Equatable, Sendable {
  package enum Form: Sendable {
    /// A value: `64 - 14 - 28`, `request.eth.dst`.
    case value
    /// Yes or no: `arp.opcode == 1`; a bare field or protocol asks whether it is there.
    case condition
  }

  /// As written.
  package let text: String
  /// What a value will be; nil for a condition.
  package let type: ExpressionType?
  let root: ExpressionNode

  package init(_ text: String, as form: Form, _ vocabulary: ExpressionScope = ExpressionScope())
    throws(ExpressionError)
  {
    let part = try ExpressionParser.parse(text, vocabulary)
    let types = ExpressionTypeChecker(text: text, vocabulary: vocabulary)
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
    }
  }

  /// Whether it looks at moments themselves, or at tables, which every moment may change; without, it sees only the
  /// frames that cross cables.
  package var readsMoments: Bool {
    root.contains { node in
      if case .moment(_, mark: nil) = node { true } else { node.table.map { $0.mark == nil } ?? false }
    }
  }

  /// The marks it names.
  package var marks: Set<String> {
    var found: Set<String> = []
    _ = root.contains { node in
      switch node {
      case .moment(_, let mark?): found.insert(mark)
      case .field(let reference), .length(let reference):
        if let mark = reference.mark { found.insert(mark) }
      case .device(let reference): if let mark = reference.mark { found.insert(mark) }
      case .row(_, .frame(let mark)), .cell(_, .frame(let mark), _): found.insert(mark)
      default: break
      }
      if let mark = node.table?.mark { found.insert(mark) }
      return false
    }
    return found
  }

  /// The fields and protocols it reads where one looks, in their order: `ip.ttl#2`.
  package var names: [String] {
    var found: [(offset: Int, text: String)] = []
    _ = root.contains { node in
      if case .field(let reference) = node, reference.mark == nil {
        found.append((reference.offset, reference.text))
      }
      if case .length(let reference) = node, reference.mark == nil {
        found.append((reference.offset, reference.text))
      }
      return false
    }
    return found.sorted { $0.offset < $1.offset }.map(\.text)
  }

  /// The single field it reads, when it is nothing but one: what an answer on the screen is shown by.
  package var field: FieldReference? { if case .field(let reference) = root { reference } else { nil } }

  /// The field or protocol whose presence it asks for, when it asks for nothing else.
  package var fieldAsked: FieldReference? {
    if case .exists(.field(let reference)) = root { reference } else { nil }
  }
}

extension ExpressionNode {
  /// The table it reads itself.
  var table: TableReference? {
    switch self {
    case .table(let reference), .count(let reference), .row(let reference, _), .cell(let reference, _, _):
      reference
    default: nil
    }
  }

  /// Whether this node or one below it is such.
  func contains(_ isMatch: (ExpressionNode) -> Bool) -> Bool {
    if isMatch(self) { return true }
    switch self {
    case .literal, .network, .field, .moment, .device, .length, .table, .count: return false
    case .row(_, let key), .cell(_, let key, _):
      if case .value(let node) = key { return node.contains(isMatch) }
      return false
    case .negated(let node, _), .exists(let node), .not(let node): return node.contains(isMatch)
    case .arithmetic(_, let left, let right, _), .comparison(_, let left, let right),
      .and(let left, let right),
      .or(let left, let right):
      let isLeft = left.contains(isMatch)
      return right.contains(isMatch) || isLeft
    }
  }
}
