import Documents

/// `count(laptop.arp)`, `len(eth.dst)`, `who("arp.learned", request, reply)`.
extension ExpressionParser {
  /// `name` was read; a parenthesis opens here.
  mutating func function(_ name: String, from start: Int) throws(ExpressionError) -> Part {
    guard let function = ExpressionFunction(rawValue: name) else { throw unknownFunction(name, at: start) }
    position += 1
    let (node, type) = try call(function)
    guard take(sign: ")") else {
      if token.kind == .sign(",") { throw tooMuch(for: function) }
      throw expected(")")
    }
    return Part(node: node, type: type, isTest: type == nil, range: start..<end(after: position - 1))
  }

  /// What stands between the parentheses; without a type it is a test.
  private mutating func call(
    _ function: ExpressionFunction
  ) throws(ExpressionError) -> (ExpressionNode, ExpressionType?) {
    switch function {
    case .len: return (.length(try lengthened()), .number)
    case .count: return (.count(try counted()), .number)
    case .exists: return (.exists(try sought()), nil)
    case .before:
      let part = try alternatives()
      let node = part.isTest || part.type == nil ? try types.test(part) : part.node
      return (.before(node), part.isTest ? nil : part.type)
    case .happened: return (.happened(try mark(of: function)), nil)
    case .word:
      let reference = try header(of: function)
      try comma(in: function)
      let number = try sum()
      guard number.type == .number, !number.isTest else {
        throw ExpressionError(
          "\(function.signature) takes a number from 0, found \(types.words(number).en)",
          ko: "\(function.signature)에는 0부터 세는 숫자가 필요합니다", at: number.range.lowerBound)
      }
      return (.word(reference, number.node), .number)
    case .sum: return (.sum(try header(of: function)), .number)
    case .who, .frames, .bytes, .trips:
      let reference = try story(function)
      return (.story(reference), reference.type)
    }
  }

  // MARK: One thing

  private mutating func lengthened() throws(ExpressionError) -> FieldReference {
    let part = try operand()
    if case .field(let reference) = part.node { return reference }
    throw ExpressionError(
      "len() counts the bytes of a field or a protocol, found \(types.words(part).en)",
      ko: "len()은 필드나 프로토콜의 바이트를 셉니다. 여기에는 \(types.words(part).ko.with("이/가")) 있습니다",
      at: part.range.lowerBound)
  }

  private mutating func counted() throws(ExpressionError) -> ExpressionNode {
    let part = try operand()
    if case .table = part.node { return part.node }
    if part.type?.isSet == true { return part.node }
    throw ExpressionError(
      "count() counts the rows of a table like laptop.arp or the members of a set, found \(types.words(part).en)",
      ko: "count()는 laptop.arp 같은 표의 항목이나 집합의 원소를 셉니다. 여기에는 \(types.words(part).ko.with("이/가")) 있습니다",
      at: part.range.lowerBound)
  }

  private mutating func sought() throws(ExpressionError) -> ExpressionNode {
    let part = try operand()
    switch part.node {
    case .field, .moment, .device, .row, .cell: return part.node
    default:
      throw ExpressionError(
        "exists() asks whether something is there, as laptop.arp[192.0.2.1], found \(types.words(part).en)",
        ko: "exists()는 laptop.arp[192.0.2.1] 같은 것이 있는지 묻습니다. 여기에는 \(types.words(part).ko.with("이/가")) 있습니다",
        at: part.range.lowerBound)
    }
  }

  /// The protocol whose header is meant.
  private mutating func header(of function: ExpressionFunction) throws(ExpressionError) -> FieldReference {
    let part = try operand()
    if case .field(let reference) = part.node, reference.isProtocol { return reference }
    throw ExpressionError(
      "\(function.signature) takes a protocol like ip, found \(types.words(part).en)",
      ko: "\(function.signature)에는 ip 같은 프로토콜이 필요합니다. 여기에는 \(types.words(part).ko.with("이/가")) 있습니다",
      at: part.range.lowerBound)
  }

  // MARK: A stretch of the story

  private mutating func story(_ function: ExpressionFunction) throws(ExpressionError) -> StoryReference {
    let start = tokens[position - 2].offset
    var kind: MomentKind?
    if function == .who {
      kind = try momentKind()
      try comma(in: function)
    }
    let from = try mark(of: function)
    try comma(in: function)
    let to = try mark(of: function)
    let question: StoryReference.Question
    switch function {
    case .who: question = .devices(kind!)
    case .trips:
      try comma(in: function)
      question = .trips(device: try cable(of: function).device)
    default:
      let selection = try selection(function)
      question = function == .bytes ? .bytes(selection) : .frames(selection)
    }
    return StoryReference(question: question, from: from, to: to, offset: start)
  }

  /// `, laptop, "arp"`
  private mutating func selection(
    _ function: ExpressionFunction
  ) throws(ExpressionError) -> StoryReference.Selection {
    guard take(sign: ",") else { return StoryReference.Selection() }
    let (device, port) = try cable(of: function)
    guard take(sign: ",") else { return StoryReference.Selection(device: device, port: port) }
    let part = try operand()
    guard case .literal(.text(let text)) = part.node else {
      throw ExpressionError(
        "\(function.signature): the filter is written in quotes, found \(types.words(part).en)",
        ko: "조건은 따옴표로 묶습니다: \(function.signature)", at: part.range.lowerBound)
    }
    do throws(ExpressionError) {
      let filter = try Expression(text, as: .condition, names.vocabulary)
      if filter.root.contains({ if case .story = $0 { true } else { false } }) {
        throw ExpressionError(
          "a filter looks at one frame; it cannot count frames itself", ko: "조건은 프레임 하나만 봅니다", at: 0)
      }
      return StoryReference.Selection(device: device, port: port, filter: filter)
    } catch {
      throw ExpressionError(error.message, ko: error.korean, at: part.range.lowerBound + 1 + error.offset)
    }
  }

  private mutating func momentKind() throws(ExpressionError) -> MomentKind {
    let part = try operand()
    guard case .literal(.text(let word)) = part.node else {
      throw ExpressionError(
        "who() takes a kind of moment in quotes, as \"arp.learned\", found \(types.words(part).en)",
        ko: "who()에는 \"arp.learned\" 같은 순간의 종류를 따옴표로 묶어 씁니다", at: part.range.lowerBound)
    }
    if let kind = MomentKind.all.first(where: { $0.name == word }) { return kind }
    throw types.unknown(word, "kind of moment", in: MomentKind.all.map(\.name), at: part.range.lowerBound)
  }

  private mutating func mark(of function: ExpressionFunction) throws(ExpressionError) -> String {
    let part = try operand()
    if case .frame(let mark) = part.node { return mark }
    let known = names.vocabulary.marks.sorted()
    let word = types.spelling(part)
    throw ExpressionError(
      "\(function.signature) takes a mark, found \(types.words(part).en)\(suggestion(for: word, in: known))",
      ko: "표시가 필요합니다: \(function.signature)", at: part.range.lowerBound)
  }

  /// A device, or the cable in one of its ports: `router.lan`.
  private mutating func cable(
    of function: ExpressionFunction
  ) throws(ExpressionError) -> (device: String, port: String?) {
    if case .word(let word) = token.kind {
      let (device, port) = ExpressionNameResolver.split(word)
      if let names = names.vocabulary.devices[device], let port, names.ports.contains(port),
        function != .trips
      {
        position += 1
        return (device, port)
      }
    }
    let part = try operand()
    if case .device(let reference) = part.node, reference.property == .itself, reference.mark == nil {
      return (reference.device, nil)
    }
    throw ExpressionError(
      "\(function.signature) takes a device, found \(types.words(part).en)",
      ko: "장치가 필요합니다: \(function.signature)", at: part.range.lowerBound)
  }

  private mutating func comma(in function: ExpressionFunction) throws(ExpressionError) {
    if take(sign: ",") { return }
    throw ExpressionError(
      "expected \",\", found \(token.found.en); it is written \(function.signature)",
      ko: "\",\"가 와야 하는데 \(token.isHereInKorean). 이렇게 씁니다: \(function.signature)", at: token.offset)
  }

  // MARK: What is wrong

  private func tooMuch(for function: ExpressionFunction) -> ExpressionError {
    ExpressionError(
      "this is too much for \(function.signature)", ko: "너무 많습니다. 이렇게 씁니다: \(function.signature)",
      at: token.offset)
  }

  private func unknownFunction(_ name: String, at offset: Int) -> ExpressionError {
    let known = ExpressionFunction.allCases.map(\.rawValue)
    return ExpressionError(
      "no function is called \(quoted(name))\(suggestion(for: name, in: known)) (known: \(known.joined(separator: ", ")))",
      ko: "그런 함수가 없습니다: \(quoted(name)). 함수: " + known.joined(separator: ", "), at: offset)
  }
}
