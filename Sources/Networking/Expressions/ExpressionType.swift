/// What sort of value an expression has, known before it is evaluated.
package indirect enum ExpressionType: Hashable, Sendable {
  case number, boolean, mac, ipv4, network, bytes, text, time
  /// A device of the network, by its name.
  case device
  /// A port of a device: `3` on a switch, `eth0` on a host.
  case port
  /// A set of such values; nil: the empty set, which is one of any.
  case set(ExpressionType?)

  /// nil for a heading.
  package init?(_ type: FieldType) {
    switch type {
    case .decimal, .hex, .signed: self = .number
    case .bool: self = .boolean
    case .mac: self = .mac
    case .ipv4: self = .ipv4
    case .bytes: self = .bytes
    case .text, .ipv6: self = .text
    case .duration, .milliseconds, .time: self = .time
    case .none: return nil
    }
  }

  /// With its article, for messages.
  package var words: String {
    switch self {
    case .number: "a number"
    case .boolean: "true or false"
    case .mac: "a MAC address"
    case .ipv4: "an IPv4 address"
    case .network: "a network"
    case .bytes: "a row of bytes"
    case .text: "text"
    case .time: "a time"
    case .device: "a device"
    case .port: "a port"
    case .set(let element?): "a set of \(element.plural)"
    case .set(nil): "the empty set"
    }
  }

  private var plural: String {
    switch self {
    case .number: "numbers"
    case .boolean: "truth values"
    case .mac: "MAC addresses"
    case .ipv4: "IPv4 addresses"
    case .network: "networks"
    case .bytes: "rows of bytes"
    case .text: "texts"
    case .time: "times"
    case .device: "devices"
    case .port: "ports"
    case .set: "sets"
    }
  }

  package var koreanWords: String {
    switch self {
    case .number: "숫자"
    case .boolean: "참/거짓"
    case .mac: "MAC 주소"
    case .ipv4: "IPv4 주소"
    case .network: "네트워크"
    case .bytes: "바이트열"
    case .text: "텍스트"
    case .time: "시간"
    case .device: "장치"
    case .port: "포트"
    case .set(let element?): "\(element.koreanWords) 집합"
    case .set(nil): "빈 집합"
    }
  }

  package var isSet: Bool { if case .set = self { true } else { false } }

  /// What a set holds, else the type itself; nil for the empty set.
  package var element: ExpressionType? { if case .set(let element) = self { element } else { self } }

  package func isComparable(with other: ExpressionType) -> Bool {
    if isSet || other.isSet {
      guard let one = element, let two = other.element else { return true }
      return one.isComparable(with: two)
    }
    return common(with: other) != nil
  }

  /// The type of a set that holds values of both; nil when they cannot be compared.
  func common(with other: ExpressionType) -> ExpressionType? {
    if self == other { return self }
    switch (self, other) {
    case (.number, .boolean), (.boolean, .number): return .number
    case (.number, .time), (.time, .number): return .time
    case (.ipv4, .network), (.network, .ipv4): return .network
    case (.device, .text), (.text, .device): return .device
    case (.port, .text), (.text, .port), (.port, .number), (.number, .port): return .port
    default: return nil
    }
  }

  var isNumeric: Bool { self == .number || self == .boolean || self == .time }
}
