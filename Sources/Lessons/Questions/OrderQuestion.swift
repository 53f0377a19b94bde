import Analysis
import Documents
import Networking

/// `order`: put moments, layers or steps in their order.
package struct OrderQuestion: Question {
  package static let kind = "order"
  package static let documentation = "put moments, layers or steps in their order"

  /// Two items the wrong way round: the first was put before the second.
  package struct Wrong: Sendable {
    package let first: Located<String>
    package let second: Located<String>
    package let mistake: Mistake
  }

  package let common: QuestionCommon
  package let items: [KeyedValue<LessonText>]
  /// The items are marks or steps: the run says their order. Else they stand in the right order.
  package let areMarks: Bool
  package let wrong: [Wrong]

  package var textsWhileOpen: [LessonText] { items.map(\.value) }

  package static let mostItems = 6

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> OrderQuestion?
  {
    let items = m.required(
      "items", Shape<LessonText>.lessonText(scope).entries(keys: .questionID),
      "three to six, each with its text: marks or steps, or other names in the right order")
    let names = items?.map(\.key) ?? []
    let item = Shape<String>.parsed("an item of this question") { text throws(TextError) in
      if names.contains(text) { return text }
      throw TextError("no item is called \(quoted(text))\(suggestion(for: text, in: names))", atOffset: 0)
    }.located
    let other = Shape<Wrong>.mapping("wrong order") { m in
      let put = m.required(
        "put", Shape<(Located<String>, Located<String>)>.pair(item, item), "[a, b]: a before b")
      let mistake = Mistake(m, scope)
      guard let put, let mistake else { return nil }
      if put.0.value == put.1.value {
        m.report("an item cannot come before itself", at: "put")
        return nil
      }
      return Wrong(first: put.0, second: put.1, mistake: mistake)
    }
    let wrong = m.optional("wrong", other.list, default: [], "mistakes that can be foreseen")
    guard let items else { return nil }
    let count = m.node["items"]?.entries?.count ?? items.count
    if !(3...mostItems).contains(count) {
      m.report("an order needs 3 to \(mostItems) items, found \(count)", at: "items")
    }
    let marks = items.filter { scope.names.marks.contains($0.key) }
    if !marks.isEmpty, let other = items.first(where: { !scope.names.marks.contains($0.key) }) {
      m.node.problems.report(
        other.keyPlace.finding(
          "\(quoted(other.key)) names no mark or step, but \(quoted(marks[0].key)) does: all items must, or none"
        ))
      return nil
    }
    return OrderQuestion(common: common, items: items, areMarks: !marks.isEmpty, wrong: wrong)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let right = rightOrder(&preparation) else { return nil }
    let texts = items.map { preparation.rendered($0.value, as: .choice) }
    var reads: [ReadPlace] = []
    for expression in items.flatMap(\.value.en.expressions) {
      reads += preparation.places(readBy: expression).filter { !reads.contains($0) }
    }
    // As it is shown it is never right.
    var shown = preparation.shuffled(Array(items.indices), of: common)
    if shown == right { shown.append(shown.removeFirst()) }
    let choices = shown.map { Choice(texts[$0]) }
    let place = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0.element, $0.offset) })
    let mistakes = mistakes(right, &preparation)
    let key = OrderKey(
      choices: choices, order: right.map { place[$0]! },
      mistakes: mistakes.map { each in
        OrderKey.Mistake(first: place[each.first]!, second: place[each.second]!, mistake: each.mistake)
      }, reads: reads)
    for index in key.unreachable {
      preparation.drop(
        mistakes[index].place,
        "whoever makes this mistake makes one of those above, whose sentence is said")
    }
    return preparation.question(common, key)
  }

  /// Indices of items in their order; nil after a finding.
  private func rightOrder(_ preparation: inout Preparation) -> [Int]? {
    guard areMarks else { return Array(items.indices) }
    var places: [(index: Int, at: BranchMoment)] = []
    for (index, item) in items.enumerated() {
      guard let at = preparation.context.marks[item.key] else {
        preparation.problems.report(
          item.keyPlace.finding("\(quoted(item.key)) is not reached, so that it has no place in an order"))
        return nil
      }
      places.append((index, at))
    }
    places.sort { ($0.at.moment, $0.index) < ($1.at.moment, $1.index) }
    for (one, other) in zip(places, places.dropFirst()) where one.at.moment == other.at.moment {
      preparation.problems.report(
        items[other.index].keyPlace.finding(
          "\(quoted(items[one.index].key)) and \(quoted(items[other.index].key)) are one moment (\(one.at.moment)): neither comes first"
        ))
      return nil
    }
    if let stray = places.first(where: { $0.at.branch != places[0].at.branch }) {
      preparation.problems.report(
        items[stray.index].keyPlace.finding(
          "\(quoted(items[stray.index].key)) is on another fork than \(quoted(items[places[0].index].key)): they have no order"
        ))
      return nil
    }
    return places.map(\.index)
  }

  /// By indices of items.
  private typealias Swap = (first: Int, second: Int, mistake: PreparedMistake, place: Place)

  /// Those that are wrong on this walk.
  private func mistakes(_ right: [Int], _ preparation: inout Preparation) -> [Swap] {
    let rank = Dictionary(uniqueKeysWithValues: right.enumerated().map { ($0.element, $0.offset) })
    var kept: [Swap] = []
    for each in wrong {
      guard let first = items.firstIndex(where: { $0.key == each.first.value }),
        let second = items.firstIndex(where: { $0.key == each.second.value })
      else { continue }
      if rank[first]! < rank[second]! {
        preparation.drop(
          each.first.place,
          "\(quoted(each.first.value)) does come before \(quoted(each.second.value)): this is not wrong")
      } else if kept.contains(where: { $0.first == first && $0.second == second }) {
        preparation.drop(each.first.place, "this wrong order is given twice")
      } else {
        kept.append((first, second, preparation.prepared(each.mistake), each.first.place))
      }
    }
    return kept
  }
}
