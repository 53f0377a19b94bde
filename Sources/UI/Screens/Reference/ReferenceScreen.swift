import Analysis
import Documents
import Lessons
import Terminal

/// What words mean: the layers, the units of data, devices, the states of a TCP connection, and all terms of the glossary.
/// It is opened from anywhere, and lies over what was there.
struct ReferenceScreen: Screen {
  private var cursor = 0
  /// What is listed; nil: everything.
  private var section: ReferenceEntry.Section?
  private(set) var search = ListSearch()

  let isCover = true
  static let scopeSets: [[Action.Scope]] = [[.reference, .list, .everywhere]]

  static let actions = [
    Action(
      .findTerm, ["/"], "/", in: .reference, .find, say("find a word", "낱말 찾기"),
      say("Show only entries with these words, in English or Korean.", "영어나 한국어로 이 낱말이 있는 항목만 보여 줍니다."))
  ]

  var isTyping: Bool { search.isOpen }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    if search.isOpen { return ListSearch.activeKeys }
    return ActiveKeys(
      scopes: [.reference, .list, .everywhere],
      hints: [
        KeyHint(.down, "↑↓", "choose", "고르기"), KeyHint(.open, "Enter", "open", "열기"),
        KeyHint(.nextPane, "Tab", "section", "분류"), KeyHint(.findTerm, "/", "find", "찾기"),
        KeyHint(.back, "Esc", "back", "뒤로"), KeyHint(.language, "t", "한국어", "English"),
      ], fixed: [.keys, KeyHint(.leave, "q", "close", "닫기")], helpTitle: ListState.helpTitle)
  }

  /// What is shown of the section: all, or what has the words looked for.
  func entries(_ surroundings: Surroundings) -> [ReferenceEntry] {
    let words = search.words
    let found = surroundings.library.reference.filter {
      (section == nil || $0.section == section) && ListSearch.found(words, in: $0.searched)
    }
    if words.isEmpty { return found }
    // What has these words for its name, or begins with them, is meant rather than what speaks of them.
    let typed = words.joined(separator: " ")
    let ranked = Dictionary(grouping: found) { $0.rank(of: typed) }
    return ranked.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    let entries = entries(surroundings)
    let count = entries.count
    switch search.handle(press) {
    case .changed: cursor = 0
    case .done: break
    case .move(let action): move(action, count)
    case .none:
      switch press.action {
      case .findTerm: search.open()
      case .back, .leaveListed:
        guard search.clear() else { return .close }
        cursor = 0
      case .open, .enterListed:
        // The first click marks a line, the second opens it.
        if case .listed(let row)? = press.target, row != cursor {
          cursor = row
          return .done
        }
        return entries.isEmpty ? .done : .push(ReferencePage(entries[min(cursor, count - 1)]))
      case .nextPane, .previousPane:
        section = Self.section(after: section, press.action == .nextPane ? 1 : -1)
        cursor = 0
      default: move(press.action, count)
      }
    }
    return .done
  }

  /// All of it, then section by section.
  private static func section(after section: ReferenceEntry.Section?, _ step: Int) -> ReferenceEntry.Section?
  {
    let all: [ReferenceEntry.Section?] = [nil] + ReferenceEntry.Section.allCases
    let now = all.firstIndex(of: section) ?? 0
    return all[(now + step + all.count) % all.count]
  }

  private mutating func move(_ action: Action.ID, _ count: Int) {
    if count > 0 { cursor = Movement.moved(cursor, action, count: count, page: 10) }
  }

  mutating func type(_ key: Key, in surroundings: Surroundings) -> Outcome? {
    guard search.type(key) else { return nil }
    cursor = 0
    return .done
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let language = surroundings.language
    let entries = entries(surroundings)
    var area = canvas.bounds
    TitleLine.draw(Texts.reference[language], language, in: area.cutTop(1), on: &canvas)
    area = area.droppingTop(1).droppingBottom(3)
    let head = area.cutTop(1)
    _ = area.cutTop(1)
    let marked = entries.isEmpty ? nil : min(cursor, entries.count - 1)
    let name = entries.map { $0.name[language].displayWidth }.max() ?? 0
    let rows = entries.enumerated().map { index, entry in
      Row(
        [
          Span(entry.section.name[language].padded(to: 10), .quiet),
          Span(entry.name[language].padded(to: min(name, 28) + 2), .strong),
        ], trailing: [Span(entry.other(language), .quiet)], identity: ClickTarget.listed(index).identity)
    }
    let about = area.cutBottom(min(4, area.height / 3))
    let shown = Rows(rows, cursor: marked, isFocused: !search.isOpen).draw(
      in: area.droppingLeft(1).droppingRight(1), on: &canvas)
    var room = 0
    if shown.count < rows.count {
      let text = Texts.rowsOf(shown.lowerBound + 1, shown.upperBound, rows.count, language)
      room = text.displayWidth + 2
      canvas.put(text, at: Point(x: head.endX - 2 - text.displayWidth, y: head.y), role: .quiet)
    }
    if let marked {
      for (index, line) in entries[marked].says[language].wrapped(to: area.width - 4).prefix(about.height - 1)
        .enumerated()
      {
        canvas.put(line, at: about.row(index + 1).droppingLeft(2).origin)
      }
    }
    let sentence = marked == nil ? Texts.noSuchTerm : Texts.referenceSentence
    SentenceLine(sentence[language]).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
    search.draw(Texts.sections(section)[language], room: room, language, in: head, on: &canvas)
  }
}

extension Action.Scope {
  static let reference = Action.Scope(
    name: "reference", worksOnly: say("Works in the reference.", "용어집에서 됩니다."))
}

extension Action.ID {
  static let findTerm = Action.ID("find-term")
}
