import Analysis
import Documents
import Lessons

/// What the list of lessons has rows of, and in which order: the lessons that are there, a teacher's own, those to come.
struct LessonList {
  enum Entry: Equatable {
    /// With its number in the list.
    case lesson(LessonHead, number: Int)
    case broken(Library.BrokenLesson)
    case coming(Library.ComingLesson)
  }

  /// Rows that are not chosen stand between the entries: the name of what follows.
  enum Line: Equatable {
    case heading(LocalizedText)
    /// Index of the entry.
    case entry(Int)
  }

  private(set) var entries: [Entry] = []
  private(set) var lines: [Line] = []
  /// Index of what to go on with: the lesson that was left on its way, else the next.
  private(set) var usual = 0

  /// - Parameter words: what an entry must have, in either language; none: all are there.
  init(_ surroundings: Surroundings, words: [String] = []) {
    let library = surroundings.library
    func has(_ texts: @autoclosure () -> [String]) -> Bool { ListSearch.found(words, in: texts()) }
    let numbered = library.lessons.enumerated().map { (lesson: $0.element, number: $0.offset + 1) }
      .filter { has(LessonList.words(of: $0.lesson, library)) }
    for (lesson, number) in numbered where library.ownFolders[lesson.id] == nil {
      add(.lesson(lesson, number: number))
    }
    for folder in Set(library.ownFolders.values).sorted() {
      let own = numbered.filter { library.ownFolders[$0.lesson.id] == folder }
      if !own.isEmpty { lines.append(.heading(Texts.ownLessons(folder))) }
      for (lesson, number) in own { add(.lesson(lesson, number: number)) }
    }
    let broken = library.broken.filter { has([$0.path]) }
    if !broken.isEmpty { lines.append(.heading(Texts.brokenLessons)) }
    for lesson in broken { add(.broken(lesson)) }
    let coming = library.coming.filter { has([$0.id, $0.title.en, $0.title.ko] + $0.topics) }
    if !coming.isEmpty { lines.append(.heading(Texts.comingLessons)) }
    for lesson in coming { add(.coming(lesson)) }
    usual = usualEntry(surroundings)
  }

  private mutating func add(_ entry: Entry) {
    lines.append(.entry(entries.count))
    entries.append(entry)
  }

  private func usualEntry(_ surroundings: Surroundings) -> Int {
    func index(_ id: String) -> Int? {
      entries.firstIndex { if case .lesson(let lesson, _) = $0 { lesson.id == id } else { false } }
    }
    if case .lesson(let name)? = surroundings.resumable?.opening, let row = index(name) { return row }
    let next = surroundings.library.lessons.next(done: surroundings.progress.done)
    return next.flatMap { index($0.id) } ?? 0
  }

  /// All that is found of a lesson: its words, its topics, its cards.
  private static func words(of lesson: LessonHead, _ library: Library) -> [String] {
    let cards = library.cards.filter { $0.lesson == lesson.id }
    return [lesson.id] + lesson.aliases + lesson.topics
      + ([lesson.title] + lesson.goals + cards.map(\.title)).flatMap { [$0.en, $0.ko] }
  }
}
