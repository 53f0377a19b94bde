import Documents

/// What follows a device's name.
extension ExpressionNameResolver {
  /// `rest` is what stands after `name` and a dot.
  func device(
    _ name: String, _ rest: String?, _ names: DeviceScope, mark: String?, at offset: Int
  ) throws(ExpressionError) -> Meaning {
    func meaning(_ port: String?, _ property: DeviceProperty) -> Meaning {
      let reference = DeviceReference(
        mark: mark, device: name, port: port, property: property, offset: offset)
      return .node(.device(reference), property.type)
    }
    guard let rest else { return meaning(nil, .itself) }
    guard !rest.isEmpty else { throw nothingAfter(name, names, at: offset) }
    let (first, tail) = Self.split(rest)
    if let tail, names.ports.contains(first) {
      let place = offset + name.utf8.count + first.utf8.count + 2
      return meaning(first, try property(tail, of: "\(name).\(first)", names, ofPort: true, at: place))
    }
    if let table = vocabulary.tables(of: name).first(where: { $0.id == first }) {
      let reference = TableReference(mark: mark, device: name, table: table, offset: offset)
      guard let tail else { return .table(reference) }
      throw ExpressionError(
        "\(reference.text) is a table; name a row of it first, as \(reference.text)[…].\(tail)",
        ko: "\(reference.text.with("은/는")) 표입니다. 먼저 항목을 고르세요. 예: \(reference.text)[…].\(tail)",
        at: offset)
    }
    if let tail, DeviceProperty(rawValue: tail) != nil, DeviceProperty(rawValue: rest) == nil {
      throw ExpressionError(
        refusal(
          "\(quoted(name)) has no \(names.keeper == .host ? "interface" : "port") \(quoted(first))", first,
          names.ports),
        ko: "\(quoted(name))의 \(names.keeper == .host ? "인터페이스" : "포트"): "
          + names.ports.joined(separator: ", "),
        at: offset + name.utf8.count + 1)
    }
    let found = try property(rest, of: name, names, ofPort: false, at: offset + name.utf8.count + 1)
    guard names.needsPort(found) else {
      let hasPort = found.owner == .interface || found.owner == .port
      return meaning(hasPort ? names.ports[0] : nil, found)
    }
    throw severalPorts(name, found, names, at: offset)
  }

  /// `peer.port`, after a device's name or a port's.
  private func property(
    _ word: String, of owner: String, _ names: DeviceScope, ofPort: Bool, at offset: Int
  ) throws(ExpressionError) -> DeviceProperty {
    func isPossible(_ property: DeviceProperty) -> Bool {
      names.has(property) && (!ofPort || property.owner == .interface || property.owner == .port)
    }
    if let property = DeviceProperty(rawValue: word), property != .itself {
      if isPossible(property) { return property }
      guard ofPort == false, property.owner == .interface else {
        throw ExpressionError(
          "\(quoted(owner)) has no \(word)", ko: "\(quoted(owner))에는 없습니다: \(word)", at: offset)
      }
      throw ExpressionError(
        "\(quoted(owner)) has no addresses: its ports have no interfaces",
        ko: "주소가 없는 장치입니다: \(quoted(owner))",
        at: offset - owner.utf8.count - 1)
    }
    let device = String(owner.prefix { $0 != "." })
    let known =
      DeviceProperty.named.filter(isPossible).map(\.rawValue)
      + (ofPort ? [] : vocabulary.tables(of: device).map(\.id))
    let what = ofPort ? "\(quoted(owner)) has no \(quoted(word))" : "a device has no \(quoted(word))"
    throw ExpressionError(
      refusal(what, word, known), ko: "\(quoted(owner)) 뒤에는 이런 것만 옵니다: " + known.joined(separator: ", "),
      at: offset)
  }

  private func nothingAfter(_ name: String, _ names: DeviceScope, at offset: Int) -> ExpressionError {
    let paths = vocabulary.words(for: name).dropFirst().prefix(2)
    return ExpressionError(
      "\(quoted(name)) is a device; expected something of it after the dot, as \(alternatives(Array(paths)))",
      ko: "\(quoted(name)) 뒤에 무엇이 와야 합니다. 예: \(paths.joined(separator: ", "))", at: offset)
  }

  private func severalPorts(
    _ name: String, _ property: DeviceProperty, _ names: DeviceScope, at offset: Int
  ) -> ExpressionError {
    let ways = names.ports.prefix(4).map { "\(name).\($0).\(property.rawValue)" }
    let what = names.keeper == .host ? "interfaces" : "ports"
    guard !ways.isEmpty else {
      return ExpressionError(
        "\(quoted(name)) has no \(what)", ko: "포트가 없는 장치입니다: \(quoted(name))", at: offset)
    }
    return ExpressionError(
      "\(quoted(name)) has several \(what); write \(alternatives(ways))",
      ko: "\(names.keeper == .host ? "인터페이스가" : "포트가") 여럿입니다. 이렇게 쓰세요: " + ways.joined(separator: ", "),
      at: offset)
  }

  func refusal(_ text: String, _ word: String, _ known: [String]) -> String {
    "\(text)\(suggestion(for: word, in: known)) (known: \(known.joined(separator: ", ")))"
  }

  /// What stands before the first dot, and what after it.
  static func split(_ word: String) -> (first: String, rest: String?) {
    let parts = word.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts[0], parts.count == 2 ? parts[1] : nil)
  }
}
