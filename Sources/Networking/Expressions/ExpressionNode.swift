/// The tree of an expression that was read and type-checked.
indirect enum ExpressionNode: Equatable, Sendable {
  case literal(ExpressionValue)
  /// Only beside `==`, `!=` and `in`: is the address in it?
  case network(IPv4Prefix)
  case field(FieldReference)
  case moment(MomentProperty, mark: String?)
  case device(DeviceReference)
  /// Only inside of `count()`, and to point at.
  case table(TableReference)
  /// Only there or not.
  case row(TableReference, TableRowKey)
  /// A value of a row; nil: its age.
  case cell(TableReference, TableRowKey, column: Int?)
  /// The frame of a mark, only to point at.
  case frame(of: String)
  /// What stands between braces.
  case set([ExpressionNode])
  case negated(ExpressionNode, at: Int)
  /// - Parameter isCircular: counts modulo 2^32, as sequence numbers do (RFC 9293 §3.4).
  case arithmetic(Arithmetic, ExpressionNode, ExpressionNode, at: Int, isCircular: Bool)
  case length(FieldReference)
  /// Members of a set, rows of a table.
  case count(ExpressionNode)
  /// A word of a header; the number counts from 0.
  case word(FieldReference, ExpressionNode)
  case sum(FieldReference)
  /// A value or a test, one moment earlier.
  case before(ExpressionNode)
  case happened(String)
  case story(StoryReference)
  case comparison(Comparison, ExpressionNode, ExpressionNode)
  /// Whether two sets have the same members, or not the same.
  case sameSet(Bool, ExpressionNode, ExpressionNode)
  /// Whether one of the left's values is in the right's set; `isSubset`: whether all are.
  case membership(ExpressionNode, ExpressionNode, isSubset: Bool)
  /// Whether one of the left's texts or rows of bytes has the right's inside.
  case containment(ExpressionNode, ExpressionNode)
  case match(ExpressionNode, TextPattern)
  /// A field, a protocol, a moment's value, a device's or a row of a table is there.
  case exists(ExpressionNode)
  case not(ExpressionNode)
  case and(ExpressionNode, ExpressionNode)
  case or(ExpressionNode, ExpressionNode)
}

extension ExpressionNode {
  /// Those right below it.
  var children: [ExpressionNode] {
    switch self {
    case .literal, .network, .field, .moment, .device, .length, .table, .frame, .sum, .happened, .story: []
    case .row(_, let key), .cell(_, let key, _): if case .value(let node) = key { [node] } else { [] }
    case .set(let members): members
    case .word(_, let node), .negated(let node, _), .count(let node), .before(let node), .match(let node, _),
      .exists(let node), .not(let node):
      [node]
    case .arithmetic(_, let left, let right, _, _), .comparison(_, let left, let right),
      .sameSet(_, let left, let right), .membership(let left, let right, _),
      .containment(let left, let right),
      .and(let left, let right), .or(let left, let right):
      [left, right]
    }
  }

  /// This node, then those below it.
  func visit(_ body: (ExpressionNode) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }

  /// Whether this node or one below it is such.
  func contains(_ isMatch: (ExpressionNode) -> Bool) -> Bool {
    isMatch(self) || children.contains { $0.contains(isMatch) }
  }

  /// The table it reads itself.
  var table: TableReference? {
    switch self {
    case .table(let reference), .row(let reference, _), .cell(let reference, _, _): reference
    default: nil
    }
  }

  /// The field or protocol it reads itself.
  var fieldReference: FieldReference? {
    switch self {
    case .field(let reference), .length(let reference), .word(let reference, _), .sum(let reference):
      reference
    default: nil
    }
  }

  /// The marks it names itself.
  var marks: [String] {
    var marks = [table?.mark, fieldReference?.mark].compactMap { $0 }
    switch self {
    case .moment(_, let mark?), .frame(let mark), .happened(let mark): marks.append(mark)
    case .device(let reference): if let mark = reference.mark { marks.append(mark) }
    case .row(_, .frame(let mark)), .cell(_, .frame(let mark), _): marks.append(mark)
    case .story(let reference): marks += reference.marks
    default: break
    }
    return marks
  }

  /// Whether it is a number of the circle of sequence numbers.
  var isSequenceNumber: Bool {
    switch self {
    case .field(let reference): reference.fields.contains { $0.isSequenceNumber }
    // The distance of two is none itself.
    case .arithmetic(let operation, let left, let right, _, isCircular: true):
      operation == .plus || left.isSequenceNumber != right.isSequenceNumber
    case .before(let node): node.isSequenceNumber
    default: false
    }
  }
}
