import Documents
import Lessons
import Terminal
import Testing

@testable import UI

/// Terms in the sentences of all lessons there are.
@Suite struct LessonWordsTests {
  /// From the first sentence of a lesson that has it every term opens: Tab goes to the words, ↓ to the term, Enter opens it.
  @Test(arguments: Language.allCases) func everyTermOpensFromASentenceThatHasIt(_ language: Language) throws {
    let loader = WalkLoader(LessonLibrary(folders: [Fixture.library.folders[1]]), seed: nil)
    let terms = loader.library.registries().terms
    var opened: Set<String> = []
    for lesson in loader.contents.lessons {
      let walk = try loader.open(.lesson(lesson.id))
      let run = try #require(walk.session?.run)
      for stop in run.stops {
        let context = Words.Context(stop.say[language].string, run.registries, topics: run.topics, language)
        for (index, occurrence) in context.occurrences.enumerated()
        where opened.insert(occurrence.id).inserted {
          let term = try #require(terms[occurrence.id])
          let topics = Set(term.topics.map(\.value))
          #expect(
            topics.isEmpty || !topics.isDisjoint(with: run.topics),
            "\(occurrence.id) is an everyday word in \(lesson.id)")
          var there = walk
          there.enter(stop)
          there.question = nil
          var model = Fixture.model(there, language)
          for _ in 0..<6 where model.shownWalk?.focus != .words { try model.press(keys("TAB")) }
          try model.press(Array(repeating: .down, count: index) + [.enter])
          let text = view(model).text
          let label = "\(lesson.id)/\(stop.id): \(occurrence.id)"
          #expect(model.shownWalk?.words.isOpen == true, "\(label)")
          #expect(text.contains(term.name[language]), "\(label)")
          #expect(text.contains(term.say[language].prefix(20)), "\(label)")
        }
      }
    }
    #expect(opened.count > 60, "\(opened.count)")
  }
}
