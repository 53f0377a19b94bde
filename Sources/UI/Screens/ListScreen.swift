import Analysis
import Documents
import Terminal

/// A list to choose from: the lessons, the networks.
struct ListScreen {
  let title: String
  let introduction: String
  let rows: [Row]
  let sentence: String
  let state: ListState
  let language: Language

  static func lessons(_ model: Model, _ state: ListState) -> ListScreen {
    let language = model.language
    let rows = model.library.lessons.enumerated().map { index, lesson in
      Row(
        [Span("\(index + 1)".padded(to: 3, alignRight: true) + "  "), Span(lesson.title[language], .strong)],
        trailing: [Span(Texts.extent(lesson, language), .quiet)])
    }
    return ListScreen(
      title: Texts.lessons[language], introduction: Texts.lessonsIntroduction[language], rows: rows,
      sentence: Texts.lessonsSentence[language], state: state, language: language)
  }

  static func networks(_ model: Model, _ state: ListState) -> ListScreen {
    let language = model.language
    let rows = model.library.networks.map { network in
      Row([Span(network.id.fitted(to: 14), .strong), Span(network.title[language])])
    }
    return ListScreen(
      title: Texts.explore[language], introduction: Texts.networksIntroduction[language], rows: rows,
      sentence: Texts.networksSentence[language], state: state, language: language)
  }

  func draw(on canvas: inout Canvas) {
    var area = canvas.bounds
    TitleLine.draw(title, language, in: area.cutTop(1), on: &canvas)
    _ = area.cutTop(1)
    for line in introduction.wrapped(to: area.width - 4) {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    Rows(rows.listed, cursor: rows.isEmpty ? nil : state.cursor, isFocused: true).draw(
      in: area.droppingBottom(3).droppingLeft(1).droppingRight(1), on: &canvas)
    canvas.put(sentence, at: area.bottom(2).droppingLeft(1).origin, width: area.width - 2)
  }
}

extension [Row] {
  /// With their numbers as what a click means.
  var listed: [Row] {
    enumerated().map { index, row in
      var row = row
      row.identity = Target.listed(index).identity
      return row
    }
  }
}
