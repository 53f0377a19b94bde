import Documents

/// The names that an expression may use besides fields and protocols.
package struct ExpressionScope: Hashable, Sendable {
  /// Devices with the names of their interfaces; a switch has none.
  package var devices: [String: [String]]
  package var marks: Set<String>

  package init(devices: [String: [String]] = [:], marks: Set<String> = []) {
    self.devices = devices
    self.marks = marks
  }

  /// The tables that a device keeps: what has no interfaces is a switch.
  package func tables(of device: String) -> [TableDescriptor] {
    guard let interfaces = devices[device] else { return [] }
    return TableDescriptor.all.filter { $0.keeper == (interfaces.isEmpty ? .bridge : .host) }
  }

  /// Functions that expressions know.
  package static let functions = ["len", "count", "exists"]
  private static let words = [
    "and", "or", "not", "in", "contains", "matches", "true", "false", "xor", "you", "moment",
  ]

  /// Why a device or mark must not have this name; nil when it may.
  package static func objection(to name: String) -> String? {
    if Protocols.named(name) != nil || name == "frame" { return "\(quoted(name)) is the name of a protocol" }
    if functions.contains(name) { return "\(quoted(name)) is the name of a function" }
    if words.contains(name) || Comparison.allCases.contains(where: { $0.word == name }) {
      return "\(quoted(name)) is a word of the expressions"
    }
    if fieldPrefixes.contains(name) {
      return "fields of Wireshark begin with \(quoted(name + "."))"
    }
    return nil
  }

  /// What stands before a dot in the name of a field: `tcp` and `tcp.flags`.
  private static let fieldPrefixes: Set<String> = {
    var prefixes: Set<String> = []
    for name in Protocols.fields.keys {
      for dot in name.utf8.indices where name.utf8[dot] == UInt8(ascii: ".") {
        prefixes.insert(String(name[..<dot]))
      }
    }
    return prefixes
  }()

  /// Every name of a protocol or field, in alphabetical order.
  static let fieldNames: [String] = (Protocols.all.map(\.name) + Protocols.fields.keys).sorted()
}
