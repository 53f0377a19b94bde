import Analysis
import Documents
import Terminal

/// The lessons in teaching order.
struct LessonsScreen: Screen {
  var list = ListState()

  static let scopeSets: [[Action.Scope]] = [[.list, .everywhere]]

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys { ListState.coveringKeys }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    list.handle(press, surroundings.library.lessons.map { .lesson($0.id) })
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let language = surroundings.language
    let rows = surroundings.library.lessons.enumerated().map { index, lesson in
      Row(
        [Span("\(index + 1)".padded(to: 3, alignRight: true) + "  "), Span(lesson.title[language], .strong)],
        trailing: [Span(Texts.extent(lesson, language), .quiet)])
    }
    WalkListDrawing(
      title: Texts.lessons[language], introduction: Texts.lessonsIntroduction[language], rows: rows,
      sentence: Texts.lessonsSentence[language]
    ).draw(list, language, on: &canvas)
  }
}
