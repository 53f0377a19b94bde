import Analysis
import Documents
import Networking

/// What decides whether things were put in their order. Items are indices of `choices`.
package struct OrderKey: QuestionKey {
  /// The first was put before the second.
  package struct Mistake: Equatable, Sendable {
    package let first: Int
    package let second: Int
    package let mistake: PreparedMistake
  }

  /// As they are shown.
  package let choices: [Choice]
  /// The right order.
  package let order: [Int]
  package let mistakes: [Mistake]
  package let reads: [ReadPlace]

  package var shapes: [InputShape] { [.order(choices)] }
  package var rightAnswer: Answer { .places(order) }
  package var hides: [Subject] { reads.map(\.subject) }

  package var solution: LocalizedRendering {
    func text(_ language: Language) -> RenderedText {
      RenderedText(order.map { choices[$0].text[language].string }.joined(separator: " → "))
    }
    return LocalizedRendering(en: text(.en), ko: text(.ko))
  }

  package var foreseen: [Answer] { mistakes.indices.compactMap(answer).map { .places($0) } }
  /// Indices of mistakes that are never judged: with each of them one of those before it is made.
  var unreachable: [Int] { mistakes.indices.filter { answer(with: $0) == nil } }

  package func grade(_ answer: Answer) -> Grade {
    guard case .places(let put) = answer, put.count == order.count else {
      return .invalid(.noOrder(choices.count))
    }
    if put == order { return .right }
    return .wrong(mistakes.first { isMade($0, in: put) }?.mistake)
  }

  /// Right are the items of the longest part that is in order; of the others each that a foreseen mistake names has it.
  package func parts(of answer: Answer) -> [PartGrade] {
    guard case .places(let put) = answer, put.count == order.count else { return [] }
    let inOrder = Set(longestOrdered(put))
    return put.map { item in
      if inOrder.contains(item) { return PartGrade(isRight: true) }
      let made = mistakes.first { ($0.first == item || $0.second == item) && isMade($0, in: put) }
      return PartGrade(isRight: false, mistake: made?.mistake)
    }
  }

  package func remark(on answer: Answer) -> LocalizedText? {
    guard case .places(let put) = answer, put.count == order.count else { return nil }
    let count = longestOrdered(put).count
    return LocalizedText(
      en: count == 1
        ? "No two of them are in their order." : "\(count) of the \(order.count) are in their order.",
      ko: count == 1 ? "순서가 맞는 것이 둘도 없습니다." : "\(order.count)개 중 \(count)개가 순서대로 놓였습니다.")
  }

  private func isMade(_ mistake: Mistake, in put: [Int]) -> Bool {
    guard let first = put.firstIndex(of: mistake.first), let second = put.firstIndex(of: mistake.second)
    else { return false }
    return first < second
  }

  /// The items of the longest part of an order, gaps or not, that is in the right one; the first of several.
  private func longestOrdered(_ put: [Int]) -> [Int] {
    let ranks = put.map { item in order.firstIndex(of: item) ?? 0 }
    var best: [[Int]] = []
    for index in put.indices {
      let before = best.indices.filter { ranks[$0] < ranks[index] }.map { best[$0] }
      let longest = before.reduce([]) { $1.count > $0.count ? $1 : $0 }
      best.append(longest + [put[index]])
    }
    return best.reduce([]) { $1.count > $0.count ? $1 : $0 }
  }

  /// The order nearest to the right one in which a mistake is made and none of those before it; nil: there is none.
  private func answer(with index: Int) -> [Int]? {
    var after: [Int: Set<Int>] = [:]
    func put(_ first: Int, before second: Int) { after[first, default: []].insert(second) }
    put(mistakes[index].first, before: mistakes[index].second)
    for earlier in mistakes[..<index] { put(earlier.second, before: earlier.first) }
    var left = order
    var found: [Int] = []
    while !left.isEmpty {
      guard
        let next = left.first(where: { item in
          !left.contains { other in after[other]?.contains(item) ?? false }
        })
      else { return nil }
      found.append(next)
      left.removeAll { $0 == next }
    }
    return found
  }
}
