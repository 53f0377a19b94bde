import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A wrong answer that is run: a fork of the learner's own, with one way back to the question from anywhere on it.
extension WalkScreen {
  mutating func runAnswer() -> Outcome {
    guard let open = question, let session, let run = open.run else { return .notice(Texts.nothingToRun) }
    let before = self
    var way = here
    way.answered = open.saved
    way.isRun = true
    if let refusal = branches.run(run, of: session.run) { return .notice(refusal) }
    jumps.append(way)
    enterBranch(at: branches.current.moment)
    let original = branches.path.last { branches.all[$0].lesson != nil } ?? 0
    let comparison = branches.comparison(of: branches.index, with: original)
    let story = AnswerStory(comparison)
    let panel = RunPanelState(
      title: what(open, run), moments: story.moments, so: so(story, comparison), isAsked: open.state.isOpen)
    if open.state.isOpen, tells(open.question.secrets + rightTexts(open), panel, comparison.fork) {
      self = before
      return .notice(Texts.runLater)
    }
    if let last = story.moments.last { branches.current.recording.record(toMoment: last) }
    self.panel.mode = .run(panel)
    if let first = story.moments.first { look(at: first) }
    return .done
  }

  /// The answer that is run, of several parts those that are.
  private func what(_ open: OpenQuestion, _ run: AnswerRun) -> LocalizedText {
    guard let answer = open.state.attempts.last(where: { !$0.isRight })?.answer else {
      return Texts.both("", "")
    }
    func text(_ language: Language) -> String {
      guard case .type(let slots)? = open.question.shapes.last, slots.count > 1,
        case .lines(let lines) = answer
      else { return open.question.text(of: answer, language) }
      let parts = run.parts.filter { slots.indices.contains($0) && lines.indices.contains($0) }
      return parts.map { index in
        let label = slots[index].label.map { $0[language].string + ": " } ?? ""
        return label + slots[index].text(lines[index], language)
      }.joined(separator: "; ")
    }
    return Texts.both(text(.en), text(.ko))
  }

  private func so(_ story: AnswerStory, _ comparison: ForkComparison) -> LocalizedText {
    func told(_ number: Int, _ timeline: Timeline) -> LocalizedText {
      let moment = timeline.moment(number)
      return Texts.both(
        panelContext(.en).words.whole(moment), panelContext(.ko).words.whole(moment))
    }
    switch story.end {
    case .same(let moment): return Texts.soSame(told(moment, comparison.fork))
    case .later(let moment, let late): return Texts.soLater(told(moment, comparison.fork), by: late)
    case .never(let moment): return Texts.soNever(told(moment, comparison.original))
    case .unknown:
      func outcome(_ language: Language) -> String {
        Texts.outcome(
          comparison.divergence, fork: comparison.fork, words: panelContext(language).words, language)
      }
      return Texts.so(Texts.both(outcome(.en), outcome(.ko)))
    }
  }

  /// What the wrong parts should have been, as rows may write it, where that is long enough to be told from other values.
  private func rightTexts(_ open: OpenQuestion) -> [String] {
    guard case .type(let slots)? = open.question.shapes.last,
      case .lines(let lines) = open.question.rightAnswer,
      let answer = open.state.attempts.last(where: { !$0.isRight })?.answer
    else { return [] }
    let grades = open.question.parts(of: answer)
    let wrong = slots.indices.filter { index in
      // A set stands in every larger one.
      if case .anyOf = slots[index].form { return false }
      return lines.indices.contains(index) && !(grades.indices.contains(index) && grades[index].isRight)
    }
    let texts = wrong.flatMap { index in Language.allCases.map { slots[index].text(lines[index], $0) } }
    return texts.filter { $0.count >= 4 }
  }

  /// Whether the rows that are told have the right answer in them.
  private func tells(_ secrets: [String], _ panel: RunPanelState, _ fork: Timeline) -> Bool {
    let rows =
      panel.moments.map { subject.reference.short(fork.moment($0)) } + [panel.so]
    return secrets.contains { secret in rows.contains { $0.en.tells(secret) || $0.ko.tells(secret) } }
  }

  /// Where Esc leads from anywhere on the fork of an answer; nil: it is none.
  private var wayToQuestion: Int? {
    branches.isOnFork ? jumps.lastIndex { $0.isRun == true } : nil
  }

  /// Straight back to the question whose answer is run; false where none is.
  mutating func returnToQuestion() -> Bool {
    guard let way = wayToQuestion else { return false }
    jumps.removeSubrange((way + 1)...)
    panel.mode = .words
    return returnFromJump()
  }

  /// The question in front, or the one whose answer is run: what it hides stays hidden while a try is left.
  var openQuestion: PreparedQuestion? {
    if let question { return question.state.isOpen ? question.question : nil }
    guard let way = wayToQuestion, let id = jumps[way].answered?.id,
      let asked = session?.run.allQuestions.first(where: { $0.id == id }),
      session?.state(of: asked).isOpen == true
    else { return nil }
    return asked
  }

  /// In the title: the question that Esc leads back to.
  var runLabel: LocalizedText? {
    guard let way = wayToQuestion, let id = jumps[way].answered?.id,
      let number = session?.run.number(ofQuestion: id)
    else { return nil }
    return Texts.question(number)
  }
}
