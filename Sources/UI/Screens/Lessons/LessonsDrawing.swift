import Analysis
import Documents
import Lessons
import Terminal

/// How the list of lessons is drawn: above the lessons, below what the marked one is about.
struct LessonsDrawing {
  let list: LessonList
  let cursor: Int?
  let search: ListSearch
  let surroundings: Surroundings

  private var language: Language { surroundings.language }
  private var library: Library { surroundings.library }

  /// Columns of what names the parts of the lower half.
  private static let label = 15

  func draw(on canvas: inout Canvas) {
    var area = canvas.bounds
    TitleLine.draw(Texts.lessons[language], language, in: area.cutTop(1), on: &canvas)
    area = area.droppingTop(1).droppingBottom(3)
    let head = area.cutTop(1)
    _ = area.cutTop(1)
    let height = min(area.height / 2, canvas.size.height >= 40 ? 14 : 7)
    let about = area.cutBottom(max(0, height))
    let shown = drawList(in: area.droppingBottom(1), on: &canvas)
    var room = 0
    if shown.count < list.lines.count {
      let text = Texts.rowsOf(shown.lowerBound + 1, shown.upperBound, list.lines.count, language)
      room = text.displayWidth + 2
      canvas.put(text, at: Point(x: head.endX - 2 - text.displayWidth, y: head.y), role: .quiet)
    }
    if let cursor { drawAbout(list.entries[cursor], in: about.droppingLeft(2).droppingRight(2), on: &canvas) }
    SentenceLine(sentence).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
    search.draw(Texts.lessonsIntroduction[language], room: room, language, in: head, on: &canvas)
  }

  // MARK: The list

  private func drawList(in rect: Rect, on canvas: inout Canvas) -> Range<Int> {
    let rows = list.lines.map { line in
      switch line {
      case .heading(let text): Row([Span(text[language], .quiet)])
      case .entry(let index): row(index)
      }
    }
    let marked = cursor.flatMap { cursor in list.lines.firstIndex(of: .entry(cursor)) }
    return Rows(rows, cursor: marked, isFocused: !search.isOpen).draw(
      in: rect.droppingLeft(1).droppingRight(1), on: &canvas)
  }

  private func row(_ index: Int) -> Row {
    let identity = ClickTarget.listed(index).identity
    switch list.entries[index] {
    case .lesson(let lesson, let number):
      let progress = surroundings.progress[lesson.id]
      let extent =
        Texts.stops(lesson.stops, language).padded(to: 9, alignRight: true)
        + Texts.minutes(lesson.minutes, language).padded(to: 8, alignRight: true)
        + "  " + state(progress).padded(to: 7)
      return Row(
        sign: sign(progress),
        [
          Span("\(number)".padded(to: 4, alignRight: true) + "  ", .quiet),
          Span(lesson.title[language], .strong),
        ], trailing: [Span(extent, .quiet)], identity: identity)
    case .broken(let broken):
      return Row(sign: Span("✗", .wrong), [Span("      " + broken.path)], identity: identity)
    case .coming(let coming):
      return Row([Span("      " + coming.title[language], .quiet)], identity: identity)
    }
  }

  private func sign(_ progress: LessonProgress?) -> Span {
    // What was done stays done while it is walked once more.
    guard let done = progress?.done else { return progress?.place == nil ? " " : Span("▸", .strong) }
    return done.missed.isEmpty ? Span("✓", .right) : Span("2", .strong)
  }

  private func state(_ progress: LessonProgress?) -> String {
    if let place = progress?.place { return "\(place.stop)/\(place.stops)" }
    return progress?.done == nil ? "" : Texts.done[language]
  }

  // MARK: The marked one

  private func drawAbout(_ entry: LessonList.Entry, in rect: Rect, on canvas: inout Canvas) {
    let lines: [[Span]]
    switch entry {
    case .lesson(let lesson, let number): lines = about(lesson, number, rect)
    case .broken(let broken):
      lines =
        [[Span(broken.path, .strong)]] + broken.finding.wrapped(to: rect.width).map { [Span($0, .wrong)] }
    case .coming(let coming):
      lines =
        [[Span(coming.title[language], .strong)]]
        + part(Texts.needs, [needs(coming.needs)], rect.width)
        + part(Texts.topics, [coming.topics.joined(separator: ", ")], rect.width)
    }
    for (index, line) in lines.prefix(rect.height).enumerated() {
      canvas.put(line, at: rect.row(index).origin, width: rect.width)
    }
  }

  /// The goals give way where there is little room.
  private func about(_ lesson: LessonHead, _ number: Int, _ rect: Rect) -> [[Span]] {
    let title: [[Span]] = [
      [Span("\(number)  "), Span(lesson.title[language], .strong)]
    ]
    let room = rect.width - LessonsDrawing.label
    let cards = library.cards.filter { $0.lesson == lesson.id }.map { $0.title[language] }
    let end =
      part(
        Texts.needs, [lesson.needs.isEmpty ? Texts.nothingNeeded[language] : needs(lesson.needs)], rect.width)
      + part(Texts.standing, [standing(lesson)], rect.width)
    let goals = lesson.goals.map { $0[language] }
    // All cards, a line each, where there is room for them; else their number, with what fits into a line.
    let few = cards.isEmpty ? [] : part(Texts.cards, [someCards(cards, columns: room)], rect.width)
    let most = (0...goals.count).last { count in
      let above = part(Texts.youCan, Array(goals.prefix(count)), rect.width).count
      return above + title.count + end.count + few.count <= rect.height
    }
    let above = title + part(Texts.youCan, Array(goals.prefix(most ?? 0)), rect.width) + end
    let all = part(Texts.cards, cards, rect.width)
    return above + (above.count + all.count <= rect.height ? all : few)
  }

  /// `8: An ARP request is broadcast; and 7 more`
  private func someCards(_ cards: [String], columns: Int) -> String {
    let names = Texts.someOf(cards, columns: columns - 4, language)
    return cards.contains { names.hasPrefix($0) } ? "\(cards.count): \(names)" : "\(cards.count)"
  }

  /// A part with its name in front of its first line.
  private func part(_ name: LocalizedText, _ texts: [String], _ width: Int) -> [[Span]] {
    let lines = texts.flatMap { $0.wrapped(to: width - LessonsDrawing.label) }
    return lines.enumerated().map { index, line in
      [Span((index == 0 ? name[language] : "").padded(to: LessonsDrawing.label), .quiet), Span(line)]
    }
  }

  /// `3 Encapsulation (done), Ethernet (not done)`
  private func needs(_ ids: [String]) -> String {
    ids.map { id in
      let isDone = surroundings.progress[id]?.done != nil
      let name =
        library.lessons.firstIndex { $0.id == id }.map {
          "\($0 + 1) \(library.lessons[$0].shortTitle(language))"
        }
        ?? library.coming.first { $0.id == id }?.title[language].shortTitle ?? id
      let isThere = library.lessons.contains { $0.id == id }
      return "\(name) (\((isDone ? Texts.done : isThere ? Texts.notDone : Texts.toCome)[language]))"
    }.joined(separator: ", ")
  }

  private func standing(_ lesson: LessonHead) -> String {
    let progress = surroundings.progress[lesson.id]
    if let place = progress?.place {
      let left = RelativeTime.text(place.leftAt, now: surroundings.now)[language]
      return Texts.standsAt(place, of: lesson.questions, left, spent: progress?.minutes, language)
    }
    guard let done = progress?.done else { return Texts.notBegun[language] }
    let when = RelativeTime.text(done.at, now: surroundings.now)[language]
    let missed = done.missed.compactMap { id in library.cards.first { $0.id == id }?.title[language] }
    return Texts.doneOn(when, spent: progress?.minutes, missed: missed, columns: 60, language)
  }

  private var sentence: String {
    if search.isOpen { return Texts.searchSentence[language] }
    guard let cursor else { return Texts.noSuchLesson[language] }
    switch list.entries[cursor] {
    case .lesson(let lesson, _):
      let progress = surroundings.progress[lesson.id]
      if let place = progress?.place { return Texts.goesOn(place, language) }
      return (progress?.done == nil ? Texts.lessonsSentence : Texts.beginsAgain)[language]
    case .broken: return Texts.brokenSentence[language]
    case .coming: return Texts.stillToCome[language]
    }
  }
}

extension LessonHead {
  /// What stands before the colon: `Encapsulation`.
  func shortTitle(_ language: Language) -> String { title[language].shortTitle }
}

extension String {
  var shortTitle: String { split(separator: ":").first.map(String.init) ?? self }
}
