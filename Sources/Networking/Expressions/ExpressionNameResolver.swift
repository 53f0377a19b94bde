import Documents

/// Finds out what the words of an expression stand for.
struct ExpressionNameResolver {
  let vocabulary: ExpressionScope

  enum Meaning {
    case node(ExpressionNode, ExpressionType?)
    /// A field or protocol; a layer number may follow.
    case field(FieldReference)
    /// A table; a key in brackets may follow.
    case table(TableReference)
  }

  func meaning(of word: String, at offset: Int) throws(ExpressionError) -> Meaning {
    if let literal = try literal(word, at: offset) { return literal }
    if let reference = reference(word, mark: nil, at: offset) { return .field(reference) }
    let (first, tail) = Self.split(word)
    let rest = tail ?? ""
    let restOffset = offset + first.utf8.count + 1
    if let error = gap(in: word, first, rest, at: offset) { throw error }
    if first == "moment" {
      if rest.isEmpty { throw bareMoment("moment", at: offset) }
      return .node(try moment(rest, mark: nil, at: restOffset), MomentProperty(named: rest)?.type)
    }
    if vocabulary.marks.contains(first) { return try marked(first, tail, at: offset) }
    if let names = vocabulary.devices[first] { return try device(first, tail, names, mark: nil, at: offset) }
    throw unknown(word, first, rest, at: offset)
  }

  func reference(_ name: String, mark: String?, at offset: Int) -> FieldReference? {
    if let fields = Protocols.fields[name] {
      return FieldReference(mark: mark, name: name, fields: fields, layer: nil, offset: offset)
    }
    guard Protocols.named(name) != nil else { return nil }
    return FieldReference(mark: mark, name: name, fields: [], layer: nil, offset: offset)
  }

  // MARK: Marks, moments

  private func marked(_ mark: String, _ tail: String?, at offset: Int) throws(ExpressionError) -> Meaning {
    let restOffset = offset + mark.utf8.count + 1
    guard let rest = tail else { return .node(.frame(of: mark), nil) }
    guard !rest.isEmpty else { throw nothingOf(mark, at: offset) }
    if rest == "moment" { throw bareMoment("\(mark).moment", at: offset) }
    if rest.hasPrefix("moment.") {
      let property = String(rest.dropFirst(7))
      let node = try moment(property, mark: mark, at: restOffset + 7)
      return .node(node, MomentProperty(named: property)?.type)
    }
    if let reference = reference(rest, mark: mark, at: offset) { return .field(reference) }
    let (first, end) = Self.split(rest)
    if let names = vocabulary.devices[first] {
      return try device(first, end, names, mark: mark, at: restOffset)
    }
    throw ExpressionError(
      "no field or protocol is called \(quoted(rest))\(suggestion(for: rest, in: ExpressionScope.fieldNames))",
      ko: "그런 필드나 프로토콜이 없습니다: \(quoted(rest))",
      at: restOffset)
  }

  /// `laptop..ip`, `.ip`, `router.lan.`: what is missing beside a dot; nil: nothing, or what stands there is no name.
  private func gap(in word: String, _ first: String, _ rest: String, at offset: Int) -> ExpressionError? {
    // After one word and its dot it is told what can come there.
    guard first.isEmpty ? word != "" : !rest.isEmpty, first.first?.isNumber != true,
      !word.contains(":" as Character)
    else {
      return nil
    }
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard let index = parts.firstIndex(of: "") else { return nil }
    guard index > 0 else {
      return ExpressionError(
        "a name is missing before \(quoted("."))", ko: "\(quoted(".")) 앞에 이름이 빠졌습니다", at: offset)
    }
    let before = parts[..<index].joined(separator: ".") + "."
    return ExpressionError(
      "a name is missing after \(quoted(before))", ko: "\(quoted(before)) 뒤에 이름이 빠졌습니다",
      at: offset + before.utf8.count)
  }

  private func bareMoment(_ text: String, at offset: Int) -> ExpressionError {
    let examples = MomentProperty.ofEveryKind.map { "\(text).\($0.name)" }
    return ExpressionError(
      "\(quoted(text)) is a moment; expected something of it, as \(alternatives(examples))",
      ko: "\(quoted(text)) 뒤에 무엇이 와야 합니다: " + examples.joined(separator: ", "), at: offset)
  }

  /// A mark is a moment; a value is something of it.
  func nothingOf(_ mark: String, at offset: Int) -> ExpressionError {
    ExpressionError(
      "\(quoted(mark)) is a mark; expected something of it, as \(mark).eth.dst or \(mark).moment.time",
      ko: "\(quoted(mark)) 뒤에 무엇이 와야 합니다. 예: \(mark).eth.dst, \(mark).moment.time",
      at: offset)
  }

  private func moment(_ name: String, mark: String?, at offset: Int) throws(ExpressionError) -> ExpressionNode
  {
    if let property = MomentProperty(named: name) { return .moment(property, mark: mark) }
    let known = MomentProperty.ofEveryKind.map(\.name)
    let guess = suggestion(for: name, in: MomentProperty.all.map(\.name))
    throw ExpressionError(
      "a moment has no \(quoted(name))\(guess) (known: \(known.joined(separator: ", ")))",
      ko: "순간에는 이런 것만 있습니다: " + known.joined(separator: ", "), at: offset)
  }

  private func unknown(_ word: String, _ first: String, _ rest: String, at offset: Int) -> ExpressionError {
    if word.contains("-" as Character), word.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "." }) {
      return ExpressionError(
        "\(quoted(word)) is not a number; put blanks around \"-\"",
        ko: "숫자가 아닙니다. \"-\" 앞뒤를 띄우세요: \(quoted(word))",
        at: offset)
    }
    if word.first?.isNumber == true {
      return ExpressionError(
        "\(quoted(word)) is neither a number nor an address", ko: "숫자도 주소도 아닙니다: \(quoted(word))", at: offset)
    }
    if word.contains(":" as Character) {
      return ExpressionError(
        "\(quoted(word)) is neither a MAC address nor a row of bytes",
        ko: "MAC 주소도 바이트열도 아닙니다: \(quoted(word))",
        at: offset)
    }
    if word == "xor" {
      return ExpressionError(
        "\(quoted(word)) is not possible here", ko: "여기서는 쓸 수 없습니다: \(quoted(word))", at: offset)
    }
    if Relation.words[word] != nil || Comparison.allCases.contains(where: { $0.word == word }) {
      return ExpressionError(
        "\(quoted(word)) stands between two values", ko: "두 값 사이에 쓰는 말입니다: \(quoted(word))", at: offset)
    }
    if ExpressionFunction(rawValue: word) != nil {
      return ExpressionError(
        "\(quoted(word)) is a function; write \(ExpressionFunction(rawValue: word)!.signature)",
        ko: "함수 이름입니다: \(quoted(word)). 이렇게 쓰세요: \(ExpressionFunction(rawValue: word)!.signature)", at: offset
      )
    }
    let names = vocabulary.devices.keys.sorted() + vocabulary.marks.sorted()
    // A wrong field after what looks like a name, or a wrong name before a right field.
    let isName =
      reference(rest, mark: nil, at: 0) != nil || rest.hasPrefix("moment.")
      || DeviceProperty(rawValue: rest) != nil && !rest.isEmpty
    let guess =
      isName
      ? nearest(to: first, in: names + ["moment"]).map { $0 + "." + rest }
      : nearest(to: word, in: ExpressionScope.fieldNames + names)
    let devices = vocabulary.devices.keys.sorted().joined(separator: ", ")
    let expected =
      isName
      ? devices.isEmpty ? "" : " (devices: \(devices))"
      : "; expected a field, a protocol, a mark, a device or moment"
    let hint = guess.map { "; did you mean \(quoted($0))?" } ?? expected
    let what = isName ? "no device or mark is called \(quoted(first))" : "nothing is called \(quoted(word))"
    let korean =
      "그런 이름이 없습니다: \(quoted(isName ? first : word))"
      + (guess.map { ". \(quoted($0))?" } ?? (isName && !devices.isEmpty ? " (장치: \(devices))" : ""))
    return ExpressionError(what + hint, ko: korean, at: offset)
  }

  // MARK: Literals

  private func literal(_ word: String, at offset: Int) throws(ExpressionError) -> Meaning? {
    func value(_ value: ExpressionValue) -> Meaning { .node(.literal(value), value.type) }
    if word == "true" || word == "True" || word == "TRUE" { return value(.boolean(true)) }
    if word == "none" { return .node(.literal(.set(of: [])), .set(nil)) }
    if word == "you" { return value(.device(word)) }
    if word == "false" || word == "False" || word == "FALSE" { return value(.boolean(false)) }
    if word.contains("/" as Character) {
      guard let prefix = IPv4Prefix(word) else {
        throw ExpressionError(
          "\(quoted(word)) is not a network; expected as 192.0.2.0/26",
          ko: "네트워크가 아닙니다. 192.0.2.0/26처럼 쓰세요: \(quoted(word))", at: offset)
      }
      return .node(.network(prefix), .ipv4)
    }
    if word.contains(":" as Character) {
      let groups = word.split(separator: ":", omittingEmptySubsequences: false)
      let bytes = groups.compactMap { $0.utf8.count == 2 ? UInt8($0, radix: 16) : nil }
      guard bytes.count == groups.count else { return nil }
      return value(bytes.count == 6 ? .mac(MACAddress(word)!) : .bytes(bytes))
    }
    guard word.utf8.first.map({ (0x30...0x39).contains($0) }) == true else { return nil }
    if let address = IPv4Address(word) { return value(.ipv4(address)) }
    if let mac = MACAddress(word), word.contains("-" as Character) { return value(.mac(mac)) }
    if let number = Self.number(word) { return value(.number(number)) }
    return Self.seconds(word).map { value(.time($0)) }
  }

  /// `18`, `0x12`, `0b10010`; nil for anything else. A zero in front of decimal digits is refused: to some it means octal.
  static func number(_ word: some StringProtocol) -> Int64? {
    for (prefix, radix) in [("0x", 16), ("0X", 16), ("0b", 2), ("0B", 2)] where word.hasPrefix(prefix) {
      let digits = word.dropFirst(2)
      return digits.first == "+" || digits.first == "-" ? nil : Int64(digits, radix: radix)
    }
    guard word.utf8.allSatisfy({ (0x30...0x39).contains($0) }), word == "0" || word.first != "0" else {
      return nil
    }
    return Int64(word)
  }

  /// `0.25` seconds in nanoseconds.
  static func seconds(_ word: some StringProtocol) -> Int64? {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let whole = Int64(parts[0]), whole >= 0, whole < 1 << 32,
      (1...9).contains(parts[1].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let fraction = Int64(parts[1] + String(repeating: "0", count: 9 - parts[1].utf8.count))
    else { return nil }
    return whole * 1_000_000_000 + fraction
  }
}
