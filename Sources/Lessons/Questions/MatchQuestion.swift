import Analysis
import Documents
import Networking

/// `match`: each of the left side gets its partner on the right.
package struct MatchQuestion: Question {
  package static let kind = "match"
  package static let documentation = "give each of the left side its partner on the right"

  /// A word or a sentence, or a value that is computed.
  package enum Side: Sendable {
    case text(LessonText)
    case value(Located<Expression>)
  }

  package struct Pair: Sendable {
    package let left: Side
    package let right: Side
  }

  /// Of the right side, without a partner; named where a mistake leads to it.
  package struct Extra: Sendable {
    package let id: Located<String>?
    package let side: Side
    package let place: Place
  }

  /// The left of one pair with the right of another.
  package struct Wrong: Sendable {
    package let left: Located<String>
    package let right: Located<String>
    package let mistake: Mistake
    package let place: Place
  }

  package let common: QuestionCommon
  package let pairs: [KeyedValue<Pair>]
  package let extras: [Extra]
  package let wrong: [Wrong]

  package var textsWhileOpen: [LessonText] {
    pairs.compactMap { if case .text(let text) = $0.value.left { text } else { nil } }
  }

  /// Rows for the left side, and how many more the right side may have.
  static let (mostPairs, mostExtras) = (6, 2)
  /// For a left side and the right side beside it, on the smallest screen.
  static let sideColumns = 66

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> MatchQuestion?
  {
    let side = Side.shape(scope)
    let pair = Shape<Pair>.mapping("pair") { m in
      let left = m.required("left", side, "what gets a partner")
      let right = m.required("right", side, "its partner; equal ones are one")
      guard let left, let right else { return nil }
      return Pair(left: left, right: right)
    }
    let pairs = m.required("pairs", pair.entries(keys: .questionID), "left and right by a name: 2 to 6")
    let extras = m.optional(
      "extra", Extra.shape(side), default: [], "of the right side, without a partner: up to two")
    if let pairs, !(2...mostPairs).contains(pairs.count) {
      m.report("a match needs 2 to \(mostPairs) pairs, found \(pairs.count)", at: "pairs")
    }
    if extras.count > mostExtras {
      m.report("a match has room for \(mostExtras) extra ones, found \(extras.count)", at: "extra")
    }
    let left = pairs?.map(\.key) ?? []
    let right = left + extras.compactMap { $0.id?.value }
    for extra in extras.compactMap(\.id) where left.contains(extra.value) {
      m.report("a pair is called \(quoted(extra.value)), too", at: "extra")
    }
    let wrong = m.optional(
      "wrong", Wrong.shape(scope, left, right).list, default: [], "mistakes that can be foreseen")
    guard let pairs else { return nil }
    return MatchQuestion(common: common, pairs: pairs, extras: extras, wrong: wrong)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    var left: [AnswerOption.Shown] = []
    var right: [AnswerOption.Shown] = []
    // By name which of the right side it is.
    var partners: [String: Int] = [:]
    func index(of shown: AnswerOption.Shown) -> Int {
      if let index = right.firstIndex(where: { $0.isSame(as: shown) }) { return index }
      right.append(shown)
      return right.count - 1
    }
    for pair in pairs {
      let one = preparation.shown(pair.value.left)
      guard let other = preparation.shown(pair.value.right), let one else { return nil }
      if left.contains(where: { $0.isSame(as: one) }) {
        preparation.problems.report(pair.keyPlace.finding("this left side is given twice"))
      }
      left.append(one)
      partners[pair.key] = index(of: other)
    }
    guard right.count > 1 else {
      preparation.problems.report(
        common.id.place.finding(
          "question \(quoted(common.id.value)): all partners are equal, so that nothing is asked"))
      return nil
    }
    let own = right.count
    for extra in extras {
      guard let shown = preparation.shown(extra.side) else { return nil }
      let found = index(of: shown)
      if found < own { preparation.drop(extra.place, "this extra one is a partner") }
      if let id = extra.id { partners[id.value] = found }
    }
    preparation.checkRoom(for: left, beside: right, of: common)
    return question(&preparation, left, right, partners)
  }

  private func question(
    _ preparation: inout Preparation, _ left: [AnswerOption.Shown], _ right: [AnswerOption.Shown],
    _ partners: [String: Int]
  ) -> PreparedQuestion? {
    let order = preparation.shuffled(Array(right.indices), of: common)
    func place(_ index: Int) -> Int { order.firstIndex(of: index) ?? 0 }
    let solution = pairs.map { place(partners[$0.key] ?? 0) }
    var mistakes: [MatchKey.Mistake] = []
    for each in wrong {
      guard let index = pairs.firstIndex(where: { $0.key == each.left.value }),
        let partner = partners[each.right.value].map(place)
      else { continue }
      if solution[index] == partner {
        preparation.drop(each.place, "this wrong pair is a right one")
      } else if mistakes.contains(where: { $0.left == index && $0.right == partner }) {
        preparation.drop(each.place, "this wrong pair is given twice")
      } else {
        mistakes.append(
          MatchKey.Mistake(left: index, right: partner, mistake: preparation.prepared(each.mistake)))
      }
    }
    var reads: [ReadPlace] = []
    for shown in right { reads += preparation.places(shownBy: shown.text).filter { !reads.contains($0) } }
    return preparation.question(
      common,
      MatchKey(
        left: left.map { Choice($0.text) }, right: order.map { Choice(right[$0].text) }, partners: solution,
        mistakes: mistakes, reads: reads))
  }
}

/// What decides whether each has its partner.
package struct MatchKey: QuestionKey {
  package struct Mistake: Equatable, Sendable {
    package let left: Int
    package let right: Int
    package let mistake: PreparedMistake
  }

  package let left: [Choice]
  package let right: [Choice]
  /// For each of the left side its partner.
  package let partners: [Int]
  /// In the author's order: the first that was made is said.
  package let mistakes: [Mistake]
  package let reads: [ReadPlace]

  package var shapes: [InputShape] { [.pair(left, right)] }
  package var rightAnswer: Answer { .pairs(partners) }
  package var hides: [Subject] { reads.map(\.subject) }

  package var solution: LocalizedRendering {
    func text(_ language: Language) -> RenderedText {
      let pairs = zip(left, partners).map {
        "\($0.text[language].string): \(right[$1].text[language].string)"
      }
      return RenderedText(pairs.joined(separator: LocalizedRendering.separator(of: pairs)))
    }
    return LocalizedRendering(en: text(.en), ko: text(.ko))
  }

  /// All right but for the one pair.
  package var foreseen: [Answer] {
    mistakes.map { mistake in
      var pairs = partners
      pairs[mistake.left] = mistake.right
      return .pairs(pairs)
    }
  }

  package func grade(_ answer: Answer) -> Grade {
    guard case .pairs(let given) = answer, given.count == partners.count else {
      return .invalid(.noPairs(left.count, right.count))
    }
    if given == partners { return .right }
    return .wrong(mistakes: mistakes.filter { given[$0.left] == $0.right }.map(\.mistake))
  }

  /// One for each of the left side.
  package func parts(of answer: Answer) -> [PartGrade] {
    guard case .pairs(let given) = answer, given.count == partners.count else { return [] }
    return given.indices.map { index in
      PartGrade(
        isRight: given[index] == partners[index],
        mistake: mistakes.first { $0.left == index && $0.right == given[index] }?.mistake)
    }
  }

  package func remark(on answer: Answer) -> LocalizedText? {
    let count = parts(of: answer).count(where: \.isRight)
    return LocalizedText(
      en: "\(count) of the \(partners.count) pairs \(count == 1 ? "is" : "are") right.",
      ko: "\(partners.count)쌍 중 \(count)쌍이 맞습니다.")
  }
}

extension MatchQuestion.Side {
  static func shape(_ scope: LessonScope) -> Shape<Self> {
    let text = Shape<LessonText>.lessonText(scope)
    let value = Shape<Expression>.expression(.value, scope.names).located
    return Shape(
      expected: "\(text.expected) or \(value.expected)",
      describe: { ["anyOf": [text.describe($0), value.describe($0)]] },
      read: { node in
        node.entries == nil ? value(node).map { .value($0) } : text(node).map { .text($0) }
      })
  }
}

extension MatchQuestion.Extra {
  /// A list, or with names: `{everyone: {en: …, ko: …}}`.
  static func shape(_ side: Shape<MatchQuestion.Side>) -> Shape<[Self]> {
    let named = side.entries(keys: .questionID)
    return Shape(
      expected: "a list of right sides, or right sides by a name",
      describe: { ["anyOf": [side.list.describe($0), named.describe($0)]] },
      read: { node in
        if node.entries != nil {
          return named(node)?.map {
            Self(id: Located($0.key, at: $0.keyPlace), side: $0.value, place: $0.keyPlace)
          }
        }
        guard let items = node.items else {
          node.reportMismatch("a list of right sides, or right sides by a name")
          return nil
        }
        return items.compactMap { item in side(item).map { Self(id: nil, side: $0, place: item.place) } }
      })
  }
}

extension MatchQuestion.Wrong {
  static func shape(_ scope: LessonScope, _ left: [String], _ right: [String]) -> Shape<Self> {
    func name(_ known: [String], _ what: String) -> Shape<Located<String>> {
      Shape<String>.parsed("the name of \(what)") { text throws(TextError) in
        if known.contains(text) || known.isEmpty { return text }
        throw TextError(
          "\(what) called \(quoted(text)) is not there\(suggestion(for: text, in: known)) (known: \(known.joined(separator: ", ")))",
          atOffset: 0)
      }.located
    }
    let put = Shape<(Located<String>, Located<String>)>.pair(
      name(left, "a pair"), name(right, "a pair or extra one"))
    return .mapping("wrong pair") { m in
      let put = m.required("put", put, "[a, b]: a's left with b's right")
      let mistake = Mistake(m, scope)
      guard let put, let mistake else { return nil }
      return Self(left: put.0, right: put.1, mistake: mistake, place: m.node.place)
    }
  }
}

extension Preparation {
  fileprivate mutating func shown(_ side: MatchQuestion.Side) -> AnswerOption.Shown? {
    switch side {
    case .text(let text): return AnswerOption.Shown(rendered(text))
    case .value(let expression): return value(expression).map { AnswerOption.Shown($0, of: expression.value) }
    }
  }
}

extension Preparation {
  /// All of both sides stand beside each other.
  fileprivate mutating func checkRoom(
    for left: [AnswerOption.Shown], beside right: [AnswerOption.Shown], of common: QuestionCommon
  ) {
    guard let measure else { return }
    for language in Language.allCases {
      let isTooWide = left.contains { one in
        right.contains { other in
          measure(
            one.text[language].string + " " + other.text[language].string, MatchQuestion.sideColumns + 1) > 1
        }
      }
      guard isTooWide else { continue }
      problems.report(
        common.id.place.finding(
          "question \(quoted(common.id.value)): the longest left and right sides (\(language.rawValue)) have more than \(MatchQuestion.sideColumns) columns together"
        ))
    }
  }
}
