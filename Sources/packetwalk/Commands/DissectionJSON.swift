import Analysis
import Documents
import Networking
import UI

extension Dissection {
  /// The object that `--format json` prints for a frame.
  func json(_ frame: CapturedFrame, since start: Int64?) -> JSONValue {
    .object([
      ("frame", .number(number)),
      ("time", frame.seconds(since: start).map { .string($0) } ?? .null),
      ("length", .number(frame.wireLength)),
      ("layers", .array(layers.map(\.json))),
      ("error", error?.json ?? .null),
    ])
  }
}

extension Dissection.Layer {
  fileprivate var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("protocol", .string(`protocol`.name)),
      ("name", .string(`protocol`.title)),
      ("offset", .number(bytes.lowerBound)),
      ("length", .number(bytes.count)),
    ]
    if source != .frame { members.append(("source", .string(source.rawValue))) }
    members.append(("fields", .array(children(of: -1, from: 0))))
    return .object(members)
  }

  /// The fields under a node, which stand after it.
  private func children(of parent: Int, from first: Int) -> [JSONValue] {
    nodes.indices[first...].filter { nodes[$0].parent == parent }.map { index in
      nodes[index].json(fields: children(of: index, from: index + 1))
    }
  }
}

extension FieldNode {
  fileprivate func json(fields: [JSONValue]) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(field.name)),
      ("label", .string(field.label)),
      ("value", value.json(of: field)),
      ("text", .string(text)),
      ("offset", field.isGenerated ? .null : .number(bytes.lowerBound)),
      ("length", field.isGenerated ? .null : .number(bytes.count)),
      ("bits", field.isGenerated ? .null : [.number(bits.lowerBound), .number(bits.upperBound)]),
      ("generated", .bool(field.isGenerated)),
    ]
    if source != .frame, !field.isGenerated { members.append(("source", .string(source.rawValue))) }
    members.append(("fields", .array(fields)))
    return .object(members)
  }
}

extension FieldValue {
  /// Numbers that a double cannot hold are strings; so are times, which would lose their nanoseconds.
  fileprivate func json(of field: Field) -> JSONValue {
    switch self {
    case .number(let number): number <= 1 << 53 ? .number(Int(number)) : .string(String(number))
    case .signed(let number):
      number.magnitude <= 1 << 53 ? .number(Int(number)) : .string(String(number))
    case .bool(let flag): .bool(flag)
    case .bytes(let bytes): .string(colonHexText(bytes))
    case .text(let text): .string(text)
    case .mac, .ipv4, .ipv6, .network, .nanoseconds: .string(field.show(self))
    case .none: .null
    }
  }
}

extension WireError {
  fileprivate var json: JSONValue {
    .object([
      ("layer", .string(layer)),
      ("field", field.map { .string($0.name) } ?? .null),
      ("offset", .number(offset)),
      ("text", .string(description)),
    ])
  }
}
