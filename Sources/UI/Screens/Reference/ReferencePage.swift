import Analysis
import Documents
import Lessons
import Terminal

/// An entry of the reference on a page of its own: what it means, its other spellings, and the words of its sentence, which
/// lead to their pages.
struct ReferencePage: Screen {
  private(set) var entry: ReferenceEntry
  /// Pages that led here, the last one last, each with its chosen link.
  private var trail: [(entry: ReferenceEntry, link: Int)] = []
  private var link = 0

  let isCover = true
  static let scopeSets: [[Action.Scope]] = [[.list, .everywhere]]

  init(_ entry: ReferenceEntry) { self.entry = entry }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    let hints =
      links(surroundings.language).isEmpty
      ? [] : [KeyHint(.down, "↑↓", "choose a word", "낱말 고르기"), KeyHint(.open, "Enter", "open", "열기")]
    return ActiveKeys(
      scopes: [.list, .everywhere],
      hints: hints + [
        KeyHint(.back, "Esc", "back", "뒤로"), KeyHint(.language, "t", "한국어", "English"),
      ], fixed: [.keys, KeyHint(.leave, "q", "close", "닫기")], helpTitle: ListState.helpTitle)
  }

  private func links(_ language: Language) -> [Words.Occurrence] { entry.links[language] }

  /// The entry that the chosen link leads to; nil: there is none.
  private func target(_ surroundings: Surroundings) -> ReferenceEntry? {
    let links = links(surroundings.language)
    guard !links.isEmpty else { return nil }
    let id = links[min(link, links.count - 1)].id
    return surroundings.library.reference.first { $0.term == id }
  }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    switch press.action {
    case .back, .leaveListed:
      guard let last = trail.popLast() else { return .close }
      (entry, link) = last
    case .open, .enterListed:
      guard let target = target(surroundings) else { return .notice(Texts.noLinks) }
      trail.append((entry, link))
      (entry, link) = (target, 0)
    case .nextPane, .previousPane: return .notice(Texts.onlyOnePane)
    default:
      let count = links(surroundings.language).count
      guard count > 0 else { return .notice(Texts.noLinks) }
      link = Movement.moved(min(link, count - 1), press.action, count: count, page: 3)
    }
    return .done
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let language = surroundings.language
    var area = canvas.bounds
    let title = "\(Texts.reference[language]): \(entry.name[language])"
    TitleLine.draw(title, language, in: area.cutTop(1), on: &canvas)
    area = area.droppingTop(1).droppingBottom(3).droppingLeft(2).droppingRight(2)
    let other = entry.other(language)
    canvas.put(
      [
        Span(entry.name[language], .strong), Span(other.isEmpty ? "" : "  \(other)", .quiet),
        Span("  (\(entry.section.name[language]))", .quiet),
      ], at: area.cutTop(1).origin, width: area.width)
    _ = area.cutTop(1)
    let links = links(language)
    let chosen = links.isEmpty ? nil : min(link, links.count - 1)
    let lines = ValueMarkedText(entry.says[language]).wrapped(
      to: area.width, terms: links.map(\.range), chosen: chosen)
    for line in lines {
      let row = area.cutTop(1)
      canvas.put(line, at: row.origin, width: row.width)
      guard canvas.cursor == nil, let column = line.firstIndex(where: { $0.role == .select }) else {
        continue
      }
      canvas.cursor = Point(x: row.x + Array(line[..<column]).displayWidth, y: row.y)
    }
    let others = Set(entry.also).subtracting([entry.name.en, entry.name.ko]).sorted()
    if !others.isEmpty {
      _ = area.cutTop(1)
      for line in Texts.alsoCalled(others.joined(separator: ", "), language).wrapped(to: area.width) {
        canvas.put(line, at: area.cutTop(1).origin, role: .quiet)
      }
    }
    SentenceLine(sentence(surroundings)).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
  }

  /// What the chosen word means.
  private func sentence(_ surroundings: Surroundings) -> String {
    let language = surroundings.language
    guard let target = target(surroundings) else { return Texts.noLinks[language] }
    return "\(target.name[language]): \(target.says[language])"
  }
}

extension Texts {
  static let noLinks = both("No other term in it. Esc goes back.", "다른 용어가 없습니다. Esc를 누르면 뒤로 갑니다.")
}
