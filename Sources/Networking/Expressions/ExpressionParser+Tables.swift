import Documents

/// Tables of devices: `laptop.arp[192.0.2.1].mac`, `web.tcp[syn]`.
extension ExpressionParser {
  /// What follows the name of a table.
  mutating func table(_ reference: TableReference, at offset: Int) throws(ExpressionError) -> Part {
    guard take(sign: "[") else {
      return Part(node: .table(reference), type: nil, range: offset..<end(after: position - 1))
    }
    let key = try key(of: reference)
    guard take(sign: "]") else { throw expected("]") }
    guard case .word(let word) = token.kind, word.hasPrefix(".") else {
      return Part(node: .row(reference, key), type: nil, range: offset..<end(after: position - 1))
    }
    let (column, type) = try column(String(word.dropFirst()), of: reference, at: token.offset + 1)
    position += 1
    return Part(
      node: .cell(reference, key, column: column), type: type, range: offset..<end(after: position - 1))
  }

  private mutating func key(of reference: TableReference) throws(ExpressionError) -> TableRowKey {
    let table = reference.table
    if case .word(let mark) = token.kind, names.vocabulary.marks.contains(mark), table.isKeyedByFrame {
      position += 1
      return .frame(of: mark)
    }
    guard token.kind != .sign("]") else {
      throw ExpressionError(
        "expected \(table.keyWords.en) between the brackets, found \"]\"",
        ko: "대괄호 안에는 \(table.keyWords.ko.with("이/가")) 옵니다", at: token.offset)
    }
    var part = try sum()
    // A key may stand in quotes, whatever it is.
    if case .literal(.text(let word)) = part.node, part.type != table.key.type,
      case .node(let node, let type)? = try? names.meaning(of: word, at: part.range.lowerBound + 1),
      case .literal = node
    {
      (part.node, part.type) = (node, type)
    }
    if case .frame(let mark) = part.node { throw names.nothingOf(mark, at: part.range.lowerBound) }
    guard !part.isTest, part.type == table.key.type else {
      let by = table.keyWords
      throw ExpressionError(
        "\(reference.text) is looked up by \(by.en), found \(types.words(part).en)",
        ko: "\(reference.text)에서는 \(by.ko.with("으로/로")) 찾습니다. 여기에는 \(types.words(part).ko.with("이/가")) 있습니다",
        at: part.range.lowerBound)
    }
    return .value(part.node)
  }

  /// nil: the age.
  private func column(
    _ name: String, of reference: TableReference, at offset: Int
  ) throws(ExpressionError) -> (Int?, ExpressionType) {
    let table = reference.table
    if let column = table.column(name) { return (column, table.columns[column].type) }
    if name == "age", table.hasAge { return (nil, .time) }
    guard !name.isEmpty else {
      throw ExpressionError(
        "a name is missing after \(quoted("]."))", ko: "\(quoted("].")) 뒤에 이름이 빠졌습니다", at: offset)
    }
    let known = table.columns.map(\.id) + (table.hasAge ? ["age"] : [])
    let list = known.joined(separator: ", ")
    throw ExpressionError(
      "a row of \(reference.text) has no \(quoted(name))\(suggestion(for: name, in: known)) (known: \(list))",
      ko: "\(reference.text)의 항목에는 이런 것만 있습니다: \(list)", at: offset)
  }

  // MARK: Brackets elsewhere

  var isBracket: Bool { token.kind == .sign("[") || token.kind == .sign("]") }

  var noSlices: ExpressionError {
    ExpressionError(
      "slices like eth.src[0:3] are not possible here yet", ko: "eth.src[0:3] 같은 조각은 아직 쓸 수 없습니다",
      at: token.offset)
  }
}

extension TableDescriptor {
  /// What its rows are named by, for messages.
  package var keyWords: LocalizedText {
    isKeyedByFrame
      ? LocalizedText(en: "a mark or the number of a port", ko: "표시나 포트 번호")
      : LocalizedText(en: key.type.words, ko: key.type.koreanWords)
  }
}
