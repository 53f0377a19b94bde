import Documents

/// How a lesson or a network file says which moment it means: the WHERE of lesson format 2.
package enum Where: Equatable, Sendable {
  /// A mark or a step, by its name.
  case mark(Located<String>)
  /// The first transmission at which it holds; where it reads `moment.*` or tables, the first moment.
  case condition(Located<Expression>)
  /// `{kind: phy.transmit, by: laptop, when: "tcp.flags == 0x002", after: get}`
  case moment(MomentRule)
}

/// Which of the moments of a walk is meant: all that it says must hold.
package struct MomentRule: Equatable, Sendable {
  package enum Order: Equatable, Sendable {
    /// From 1.
    case nth(Int)
    case last
  }

  package var kind: MomentKind?
  /// The device whose moment it is; `you` for the person at the keyboard.
  package var by: String?
  package var when: Located<Expression>?
  /// The mark or step after which it is looked for.
  package var after: Located<String>?
  package var order = Order.nth(1)
  package let place: Place
}

extension Where {
  /// The marks that must be known before.
  package var marks: [Located<String>] {
    switch self {
    case .mark(let name): [name]
    case .condition(let expression): expression.value.marks.sorted().map { Located($0, at: expression.place) }
    case .moment(let rule):
      (rule.after.map { [$0] } ?? [])
        + (rule.when.map { when in when.value.marks.sorted().map { Located($0, at: when.place) } } ?? [])
    }
  }

  package var place: Place {
    switch self {
    case .mark(let name): name.place
    case .condition(let expression): expression.place
    case .moment(let rule): rule.place
    }
  }

  /// - Parameter scope: devices and marks that expressions may name.
  package static func shape(_ scope: ExpressionScope) -> Shape<Where> {
    let rule = MomentRule.shape(scope)
    let expected = "a mark, a condition in quotes or {kind: …, by: …, when: …}"
    let written = Shape<Written>.parsed(expected) { text throws(TextError) in
      if scope.marks.contains(text) { return .mark(text) }
      if isName(text), Protocols.named(text) == nil {
        throw TextError(
          "no mark or step is called \(quoted(text))\(suggestion(for: text, in: scope.marks.sorted()))",
          atOffset: 0)
      }
      do throws(ExpressionError) {
        return .condition(try Expression(text, as: .condition, scope))
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
    }
    return Shape(
      expected: expected,
      describe: { ["anyOf": [written.describe($0), rule.describe($0)]] },
      read: { node in
        if node.entries != nil { return rule(node).map(Where.moment) }
        return written(node).map { written in
          switch written {
          case .mark(let name): .mark(Located(name, at: node.place))
          case .condition(let expression): .condition(Located(expression, at: node.place))
          }
        }
      })
  }

  private enum Written {
    case mark(String)
    case condition(Expression)
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: "-")
    }
  }
}

extension MomentRule {
  static func shape(_ scope: ExpressionScope) -> Shape<MomentRule> {
    let kind = Shape<MomentKind>.parsed("a kind of moment like arp.learned") { text throws(TextError) in
      if let kind = MomentKind.all.first(where: { $0.name == text }) { return kind }
      throw TextError(
        "no kind of moment is called \(quoted(text))\(suggestion(for: text, in: MomentKind.all.map(\.name)))",
        atOffset: 0)
    }
    let device = Shape<String>.parsed("a device") { text throws(TextError) in
      if text == "you" || scope.devices.isEmpty || scope.devices[text] != nil { return text }
      let known = scope.devices.keys.sorted()
      throw TextError(
        "no device is called \(quoted(text))\(suggestion(for: text, in: known)) (known: \(known.joined(separator: ", ")))",
        atOffset: 0)
    }
    let condition = Shape<Expression>.parsed("a condition like tcp.flags == 0x002") {
      text throws(TextError) in
      do throws(ExpressionError) {
        return try Expression(text, as: .condition, scope)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
    }
    let mark = Shape<String>.parsed("a mark or step") { text throws(TextError) in
      if scope.marks.contains(text) { return text }
      throw TextError(
        "no mark or step is called \(quoted(text))\(suggestion(for: text, in: scope.marks.sorted()))",
        atOffset: 0)
    }
    return .mapping("moment") { m in
      var rule = MomentRule(place: m.node.place)
      rule.kind = m.optional("kind", kind, "what happens")
      rule.by = m.optional("by", device, "whose moment it is")
      rule.when = m.optional("when", condition.located, "what must hold then")
      rule.after = m.optional("after", mark.located, "the mark or step after which it is looked for")
      let nth = m.optional("nth", .integer(in: 1...10_000), "which of them, counted from 1")
      let last = m.optional("last", .bool, default: false, "the last of them")
      if last { rule.order = .last } else if let nth { rule.order = .nth(nth) }
      if last, nth != nil { m.report("\"nth\" and \"last\" exclude each other; keep one", at: "last") }
      if !["kind", "by", "when"].contains(where: m.has) {
        m.report("a moment needs \"kind\", \"by\" or \"when\"")
        return nil
      }
      return rule
    }
  }
}

extension TimelineContext {
  /// Moments after which a place counts as never reached.
  package static let longestSearch = 200_000

  /// The moment on the branch that is looked at which a place means, looked for after moment `start`; the walk is
  /// recorded as far as needed. A mark is where it is, whatever the start. nil: never reached.
  package mutating func find(_ place: Where, after start: Int) -> BranchMoment? {
    switch place {
    case .mark(let name): return marks[name.value]
    case .condition(let expression):
      return next(expression.value, after: start).map { BranchMoment(branch: here.branch, moment: $0) }
    case .moment(let rule):
      var start = start
      if let after = rule.after {
        guard let mark = marks[after.value] else { return nil }
        start = mark.moment
      }
      return find(rule, after: start).map { BranchMoment(branch: here.branch, moment: $0) }
    }
  }

  private mutating func find(_ rule: MomentRule, after start: Int) -> Int? {
    let looked = here.moment
    defer { here.moment = looked }
    var (candidate, found, count) = (start, Int?.none, 0)
    while candidate < Self.longestSearch, timeline.extend(toMoment: candidate + 1) {
      candidate += 1
      guard isMeant(candidate, rule) else { continue }
      count += 1
      switch rule.order {
      case .nth(let number): if count == number { return candidate }
      case .last: found = candidate
      }
    }
    return found
  }

  private mutating func isMeant(_ number: Int, _ rule: MomentRule) -> Bool {
    let moment = timeline.moment(number)
    if let kind = rule.kind, moment.kind != kind { return false }
    if let by = rule.by {
      if timeline.front.name(of: moment.device) != by { return false }
    }
    guard let when = rule.when else { return true }
    here.moment = number
    return holds(when.value)
  }
}
