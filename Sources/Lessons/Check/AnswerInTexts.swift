import Analysis
import Documents
import Networking

/// Finds texts that say the right answer before it is given, on every seed that is looked at.
///
/// Hints, and sentences on mistakes, must not say it in any form (`RightAnswer`). What the question asks with, what was said
/// just before and the title of a fork may name values that are equal to it: they are what somebody thinks with. There a value
/// counts that is read where the answer is (`Preparation.value(telling:…)`), and what its author wrote in words, where it is
/// to be typed.
struct AnswerInTexts {
  private let questions: [String: any Question]
  private let says: [String: LessonText]
  /// One for each branch but the trunk.
  private let forks: [Lesson.Fork]
  private let nodes: QuestionNodes
  private let languages: [Language]
  private(set) var findings: [Finding] = []

  init(_ lesson: Lesson, _ nodes: QuestionNodes) {
    questions = lesson.questionsByID
    says = Dictionary(lesson.steps.map { ($0.id.value, $0.say) }, uniquingKeysWith: { first, _ in first })
    forks = lesson.forks
    languages = lesson.languages
    self.nodes = nodes
  }

  /// A text that is read before the answer is given.
  private struct TextRead {
    let text: LocalizedRendering
    /// As the file has it.
    let written: LessonText
    /// What it is, for messages.
    let what: String
    let instead: String
    /// Where its bare names are read.
    let at: BranchMoment
  }

  /// - Parameters:
  ///   - variant: the lesson as it runs, with the addresses of this run.
  ///   - isOwnSeed: the run that learners have first; there short answers are looked for, too, which on others meet an
  ///     unlike number by chance.
  mutating func look(
    at run: LessonRun, of variant: Lesson, isOwnSeed: Bool, _ preparation: inout Preparation
  ) {
    let asked = variant.questionsByID
    for (index, stop) in run.stops.enumerated() {
      // What is on the screen while it is asked.
      let before = index > 0 ? run.stops[index - 1] : nil
      for question in stop.before.flatMap(\.withInner) {
        guard let own = asked[question.id] else { continue }
        let beside = inView(with: question, before?.at == question.stand ? before : nil, run)
        look(at: question, own, beside, isOwnSeed, &preparation)
      }
      for question in stop.after.flatMap(\.withInner) {
        guard let own = asked[question.id] else { continue }
        look(at: question, own, inView(with: question, stop, run), isOwnSeed, &preparation)
      }
    }
  }

  private mutating func look(
    at question: PreparedQuestion, _ variant: any Question, _ beside: [TextRead], _ isOwnSeed: Bool,
    _ preparation: inout Preparation
  ) {
    guard let written = questions[question.id] else { return }
    let reading = ofQuestion(question, written, variant, &preparation) + beside
    for language in languages {
      let answers = question.answers(language)
      for text in reading {
        let rendering = text.text[language]
        let told =
          preparation.value(telling: answers, of: question, in: rendering, at: text.at)
          ?? answers.lazy.filter(\.isRecalled).compactMap { $0.told(in: rendering.words) }.first
        if let told { report(told, at: text.written[language].place, text.what, text.instead) }
      }
      lookAtHelp(question, written, answers, isOwnSeed, language, &preparation)
    }
  }

  // MARK: What is read with the question

  private func ofQuestion(
    _ question: PreparedQuestion, _ written: any Question, _ variant: any Question,
    _ preparation: inout Preparation
  ) -> [TextRead] {
    preparation.context.here = question.about
    func rendered(_ texts: [LessonText], _ own: [LessonText], _ what: String, _ instead: String) -> [TextRead]
    {
      zip(texts, own).map { text, own in
        TextRead(
          text: preparation.rendered(text), written: own, what: what, instead: instead, at: question.about)
      }
    }
    return rendered(
      variant.common.ask, written.common.ask, "the question", "ask without it, or for something else")
      + rendered(
        variant.textsWhileOpen, written.textsWhileOpen, "this text, which is read with the question,",
        "name what it is, not its value")
  }

  /// The words of the stop at which it is asked, and the title of the fork.
  private func inView(with question: PreparedQuestion, _ stop: LessonRun.Stop?, _ run: LessonRun)
    -> [TextRead]
  {
    var texts: [TextRead] = []
    if let stop, let say = says[stop.id] {
      texts.append(
        TextRead(
          text: stop.say, written: say,
          what: "the sentence at step \(quoted(stop.id)), read just before question \(quoted(question.id)),",
          instead: "say it in \"why\", or ask at a later step", at: stop.at))
    }
    let branch = question.stand.branch
    if branch > 0, let fork = run.branches[branch].fork {
      texts.append(
        TextRead(
          text: fork.title, written: forks[branch - 1].title,
          what: "the title of this fork, in view at question \(quoted(question.id)),",
          instead: "name what is done, not what comes of it",
          at: BranchMoment(branch: branch, moment: fork.done)))
    }
    return texts
  }

  // MARK: Hints and mistakes

  private mutating func lookAtHelp(
    _ question: PreparedQuestion, _ written: any Question, _ answers: [RightAnswer], _ isOwnSeed: Bool,
    _ language: Language, _ preparation: inout Preparation
  ) {
    let asked = question.ask[language].string
    let secret = answers.filter { answer in
      // What the question says itself is no secret.
      (isOwnSeed || !answer.isShort) && answer.told(in: asked) == nil
    }
    func told(_ text: RenderedText) -> String? {
      secret.lazy.compactMap { $0.told(in: text.string) }.first
        ?? preparation.value(
          telling: answers, of: question, in: text, at: question.about, whatIsPointedAt: true)
    }
    for (hint, text) in zip(question.hints, written.common.hints) {
      guard let told = told(hint[language]) else { continue }
      report(told, at: text[language].place, "this hint", "say where to look, not what is there")
    }
    let mistakes = question.key.foreseen.flatMap { answer -> [PreparedMistake] in
      if case .wrong(let mistakes) = question.grade(answer) { mistakes } else { [] }
    }
    for mistake in mistakes {
      guard let told = told(mistake.say[language]) else { continue }
      let place = nodes.place(ofMistake: mistake.tag, in: question.id, language) ?? written.common.id.place
      report(told, at: place, "the sentence of \(quoted(mistake.tag))", "a second try follows")
    }
  }

  private mutating func report(_ told: String, at place: Place, _ what: String, _ instead: String) {
    let finding = place.finding("\(what) says the answer, \(quoted(told)); \(instead)")
    if !findings.contains(where: { $0.position == finding.position }) { findings.append(finding) }
  }
}

extension RenderedText {
  /// What its author wrote, with a sign for each value.
  fileprivate var words: String { pieces.map { $0.expression == nil ? $0.text : "◇" }.joined() }
}
