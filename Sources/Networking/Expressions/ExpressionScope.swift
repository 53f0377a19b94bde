import Documents

/// The names that an expression may use besides fields and protocols.
package struct ExpressionScope: Hashable, Sendable {
  /// Devices with the names of their ports.
  package var devices: [String: DeviceScope]
  package var marks: Set<String>

  package init(devices: [String: DeviceScope] = [:], marks: Set<String> = []) {
    self.devices = devices
    self.marks = marks
  }

  /// The tables that a device keeps.
  package func tables(of device: String) -> [TableDescriptor] {
    guard let names = devices[device] else { return [] }
    return TableDescriptor.all.filter { $0.keeper == names.keeper }
  }

  /// All that may be written for a device: `laptop`, `laptop.ip`, `laptop.arp`.
  package func words(for device: String) -> [String] {
    [device] + (devices[device]?.paths ?? []).map { "\(device).\($0)" }
      + tables(of: device).map { "\(device).\($0.id)" }
  }

  private static let words = [
    "and", "or", "not", "in", "contains", "matches", "true", "false", "xor", "you", "moment", "none",
  ]

  /// Why a device or mark must not have this name; nil when it may. A function's it may have: that is known by its
  /// parenthesis.
  package static func objection(to name: String) -> String? {
    if Protocols.named(name) != nil || name == "frame" { return "\(quoted(name)) is the name of a protocol" }
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
