import Analysis
import Documents
import Networking

/// Checks what a lesson says of itself and of others: what it needs, cards, mistakes, chapters, texts of its head.
struct HeadCheck {
  let lesson: Lesson
  let library: LessonLibrary
  let measure: WrappedRowCount
  /// It is one of the program's own, where whatever a lesson names is registered. Of somebody's own that is only noted.
  let isBuiltIn: Bool

  /// What is wrong, whatever runs.
  func findings(_ nodes: QuestionNodes) -> [Finding] {
    let registries = library.registries()
    return needs(registries) + (isBuiltIn ? unregistered(nodes, registries) : []) + chapters + held
  }

  /// What could be said of it and need not be.
  func notes(_ nodes: QuestionNodes) -> [Finding] {
    if isBuiltIn { return [] }
    return unregistered(nodes, library.registries()).map {
      Finding(file: $0.file, position: $0.position, text: "note: " + $0.text)
    }
  }

  private func unregistered(_ nodes: QuestionNodes, _ registries: Registries) -> [Finding] {
    cards(registries) + mistakes(nodes, registries)
  }

  private func needs(_ registries: Registries) -> [Finding] {
    let known = library.heads().flatMap { [$0.id] + $0.aliases } + registries.planned.all.map(\.key)
    return lesson.needs.compactMap { need in
      if need.value == lesson.id { return need.place.finding("a lesson does not need itself") }
      if known.contains(need.value) { return nil }
      return need.place.finding(
        "no lesson is called \(quoted(need.value))\(suggestion(for: need.value, in: known)); one that is to come belongs into planned.yaml"
      )
    }
  }

  private func cards(_ registries: Registries) -> [Finding] {
    registries.findings(ofCards: lesson.questions.flatMap(\.cards), whereLessonIsThere: { _ in false })
  }

  /// Each tag is a mistake with a name, for statistics and for "the same mistake twice".
  private func mistakes(_ nodes: QuestionNodes, _ registries: Registries) -> [Finding] {
    nodes.tags.filter { registries.mistakes[$0.value] == nil }.map { tag in
      tag.place.finding(
        "no mistake is called \(quoted(tag.value))\(suggestion(for: tag.value, in: registries.mistakes.all.map(\.key))); add it to mistakes.yaml"
      )
    }
  }

  private var chapters: [Finding] {
    let steps = lesson.steps.map(\.id.value)
    var last = -1
    return lesson.chapters.enumerated().compactMap { index, chapter in
      let from = chapter.value.from
      guard let step = steps.firstIndex(of: from.value) else { return nil }
      defer { last = max(last, step) }
      if index == 0, step > 0 {
        return from.place.finding(
          "the first chapter begins with the first step, \(quoted(steps[0])), not with \(quoted(from.value))")
      }
      return step > last
        ? nil
        : from.place.finding(
          "chapters follow the order of their steps; this one begins before an earlier one ends")
    }
  }

  private var held: [Finding] {
    let known = NetworkVariation.allCases.map(\.rawValue)
    return lesson.network.hold.filter { !known.contains($0.value) }.map { name in
      name.place.finding(
        "networks vary no \(quoted(name.value))\(suggestion(for: name.value, in: known)) (known: \(known.joined(separator: ", ")))"
      )
    }
  }

  // MARK: Texts that are shown where nothing stands

  /// Goals, chapters and things to try, with their values, and whether they fit.
  func textFindings(_ run: LessonRun) -> [Finding] {
    let problems = Problems()
    var context = TimelineContext(run.branches.map(\.timeline), marks: run.marks)
    let texts =
      lesson.goals.map { ($0, TextBudget.goal) } + lesson.trials.map { ($0.look, TextBudget.goal) }
      + lesson.chapters.map { ($0.value.title, TextBudget.title) }
    for (text, budget) in texts {
      let rendering = text.rendered(in: &context, problems)
      for language in lesson.languages {
        budget.finding(rendering[language].string, at: text[language].place, measure).map(problems.report)
      }
    }
    return problems.ordered
  }
}
