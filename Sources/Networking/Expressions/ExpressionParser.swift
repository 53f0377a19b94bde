import Documents

/// Reads an expression from left to right: `or`, `and`, `not`, comparison, `+ -`, `* / %`, sign, operand.
struct ExpressionParser {
  /// A part that was read, with what messages need to know about it.
  struct Part {
    var node: ExpressionNode
    /// nil for a heading or a protocol, which can only be there or not.
    var type: ExpressionType?
    /// Whether it says yes or no rather than being a value.
    var isTest = false
    var range: Range<Int>
  }

  let text: String
  let names: ExpressionNameResolver
  let types: ExpressionTypeChecker
  let tokens: [ExpressionToken]
  var position = 0
  private var depth = 0
  /// Parts inside one another; more than this is not meant seriously.
  private static let deepest = 64
  /// Words and signs: a row of operators is as deep a tree as it is long.
  private static let longest = 500

  init(_ text: String, _ vocabulary: ExpressionScope) throws(ExpressionError) {
    self.text = text
    names = ExpressionNameResolver(vocabulary: vocabulary)
    types = ExpressionTypeChecker(text: text, names: names)
    tokens = try ExpressionLexer.tokens(of: text)
    guard tokens.count <= Self.longest else {
      throw ExpressionError(
        "this is longer than \(Self.longest) words and signs", ko: "\(Self.longest)개 낱말과 기호보다 깁니다",
        at: tokens[Self.longest].offset)
    }
  }

  static func parse(_ text: String, _ vocabulary: ExpressionScope) throws(ExpressionError) -> Part {
    var parser = try ExpressionParser(text, vocabulary)
    guard parser.token.kind != .end else {
      throw ExpressionError("there is no expression here", ko: "아직 아무것도 없습니다", at: 0)
    }
    let part = try parser.alternatives()
    guard parser.token.kind == .end else {
      if parser.isBracket { throw parser.noSlices }
      throw ExpressionError(
        "expected an operator or the end, found \(parser.token.found.en)",
        ko: "연산자가 오거나 끝나야 하는데 \(parser.token.isHereInKorean)", at: parser.token.offset)
    }
    return part
  }

  // MARK: Tests

  mutating func alternatives() throws(ExpressionError) -> Part {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw ExpressionError(
        "this is nested more than \(Self.deepest) deep", ko: "괄호가 \(Self.deepest)단계보다 깊습니다", at: token.offset)
    }
    var left = try conjunction()
    while take(sign: "||") || take(word: "or") {
      let right = try conjunction()
      left = Part(
        node: .or(try test(left), try test(right)), isTest: true,
        range: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private mutating func conjunction() throws(ExpressionError) -> Part {
    var left = try negation()
    while take(sign: "&&") || take(word: "and") {
      let right = try negation()
      left = Part(
        node: .and(try test(left), try test(right)), isTest: true,
        range: left.range.lowerBound..<right.range.upperBound)
    }
    return left
  }

  private mutating func negation() throws(ExpressionError) -> Part {
    let start = token.offset
    var count = 0
    while take(sign: "!") || take(word: "not") { count += 1 }
    var part = try comparison()
    guard count > 0 else { return part }
    let node = try test(part)
    part.node = count % 2 == 1 ? .not(node) : node
    part.isTest = true
    part.type = nil
    part.range = start..<part.range.upperBound
    return part
  }

  private mutating func comparison() throws(ExpressionError) -> Part {
    let left = try sum()
    guard let relation = takeRelation() else { return left }
    let right = try sum()
    if takeRelation() != nil {
      let again = tokens[position - 1]
      throw ExpressionError(
        "\(spelling(again)) cannot follow another comparison; join them with &&",
        ko: "비교 뒤에 \(spelling(again)) 비교를 또 쓸 수 없습니다. &&로 이으세요",
        at: again.offset)
    }
    let node = try types.test(relation, left, right)
    return Part(node: node, isTest: true, range: left.range.lowerBound..<right.range.upperBound)
  }

  /// A test as it is; a field or protocol becomes the question whether it is there.
  private func test(_ part: Part) throws(ExpressionError) -> ExpressionNode {
    try types.test(part)
  }

  // MARK: Values

  mutating func sum() throws(ExpressionError) -> Part {
    var left = try product()
    while case .sign(let sign) = token.kind, sign == "+" || sign == "-" {
      left = try arithmetic(left, sign) { (parser) throws(ExpressionError) in try parser.product() }
    }
    return left
  }

  private mutating func product() throws(ExpressionError) -> Part {
    var left = try signed()
    while case .sign(let sign) = token.kind, ["*", "/", "%"].contains(sign) {
      left = try arithmetic(left, sign) { (parser) throws(ExpressionError) in try parser.signed() }
    }
    return left
  }

  private mutating func arithmetic(
    _ left: Part, _ sign: String, _ next: (inout ExpressionParser) throws(ExpressionError) -> Part
  ) throws(ExpressionError) -> Part {
    let token = token
    guard sign != "-" || token.isBlankBehind else {
      throw ExpressionError("put blanks around \"-\"", ko: "\"-\" 앞뒤를 띄우세요", at: token.offset)
    }
    position += 1
    let right = try next(&self)
    return try types.arithmetic(Arithmetic(rawValue: sign)!, left, right, at: token.offset)
  }

  private mutating func signed() throws(ExpressionError) -> Part {
    let start = token.offset
    var isNegative = false
    while take(sign: "-") { isNegative.toggle() }
    let part = try operand()
    guard start != part.range.lowerBound, isNegative else { return part }
    return try types.negated(part, at: start)
  }

  mutating func operand() throws(ExpressionError) -> Part {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw ExpressionError(
        "this is nested more than \(Self.deepest) deep", ko: "괄호가 \(Self.deepest)단계보다 깊습니다", at: token.offset)
    }
    let token = token
    position += 1
    switch token.kind {
    case .string(let value):
      return Part(node: .literal(.text(value)), type: .text, range: token.offset..<end(after: position - 1))
    case .sign("("):
      var part = try alternatives()
      guard take(sign: ")") else { throw expected(")") }
      part.range = token.offset..<end(after: position - 1)
      return part
    case .sign("{"): return try set(from: token.offset)
    case .word(let word) where self.token.kind == .sign("("):
      return try function(word, from: token.offset)
    case .word(let word):
      return try named(word, at: token.offset)
    default:
      position -= 1
      if isBracket { throw noSlices }
      throw ExpressionError(
        "expected a value, found \(token.found.en)", ko: "값이 와야 하는데 \(token.isHereInKorean)", at: token.offset
      )
    }
  }

  private mutating func named(_ word: String, at offset: Int) throws(ExpressionError) -> Part {
    switch try names.meaning(of: word, at: offset) {
    case .node(let node, let type):
      return Part(node: node, type: type, range: offset..<offset + word.utf8.count)
    case .table(let reference): return try table(reference, at: offset)
    case .field(var reference):
      let type = reference.fields.first.flatMap { ExpressionType($0.type) }
      if take(sign: "#") {
        let number = token
        position = min(position + 1, tokens.count - 1)
        guard case .word(let digits) = number.kind, let layer = Int(digits), (1...255).contains(layer) else {
          throw ExpressionError(
            "expected the number of a layer from 1, found \(number.found.en)",
            ko: "1부터 세는 계층 번호가 와야 하는데 \(number.isHereInKorean)", at: number.offset)
        }
        reference = FieldReference(
          mark: reference.mark, name: reference.name, fields: reference.fields, layer: layer, offset: offset)
      }
      if token.kind == .sign("[") { throw noSlices }
      return Part(node: .field(reference), type: type, range: offset..<end(after: position - 1))
    }
  }

  /// What stands between braces.
  private mutating func set(from start: Int) throws(ExpressionError) -> Part {
    guard token.kind != .sign("}") else {
      throw ExpressionError(
        "expected a value, found \"}\"; the empty set is written none", ko: "값이 와야 합니다. 빈 집합은 none으로 씁니다",
        at: token.offset)
    }
    var members: [Part] = []
    repeat { members.append(try sum()) } while take(sign: ",")
    guard take(sign: "}") else { throw expected("}") }
    let (node, type) = try types.set(of: members)
    return Part(node: node, type: type, range: start..<end(after: position - 1))
  }

  // MARK: Tokens

  var token: ExpressionToken { tokens[min(position, tokens.count - 1)] }

  func end(after index: Int) -> Int {
    switch tokens[index].kind {
    case .word(let word): return tokens[index].offset + word.utf8.count
    case .sign(let sign): return tokens[index].offset + sign.utf8.count
    case .string, .end:
      let next = tokens[min(index + 1, tokens.count - 1)].offset
      let between = text.utf8.dropFirst(tokens[index].offset).prefix(next - tokens[index].offset)
      return tokens[index].offset + between.count - between.reversed().prefix { $0 == 0x20 }.count
    }
  }

  mutating func take(sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    position += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard token.kind == .word(word) else { return false }
    position += 1
    return true
  }

  private mutating func takeRelation() -> Relation? {
    let found: Relation? =
      switch token.kind {
      case .sign(let sign): Comparison(rawValue: sign).map(Relation.comparison)
      case .word(let word):
        Comparison.allCases.first { $0.word == word }.map(Relation.comparison) ?? Relation.words[word]
      default: nil
      }
    if found != nil { position += 1 }
    return found
  }

  /// A sign or word as it stands there, a comparison's word as its sign.
  private func spelling(_ token: ExpressionToken) -> String {
    switch token.kind {
    case .sign(let text): text
    case .word(let word): Comparison.allCases.first { $0.word == word }?.rawValue ?? word
    case .string, .end: ""
    }
  }

  /// The sign that is missing here.
  func expected(_ sign: String) -> ExpressionError {
    ExpressionError(
      "expected \"\(sign)\", found \(token.found.en)", ko: "\"\(sign)\" 기호가 와야 하는데 \(token.isHereInKorean)",
      at: token.offset)
  }
}
