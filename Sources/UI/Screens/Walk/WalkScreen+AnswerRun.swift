import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A wrong answer that is run: a fork of the learner's own, with one way back to the question from anywhere on it.
extension WalkScreen {
  mutating func runAnswer() -> Outcome {
    guard let open = question, let session else { return .done }
    guard case .run(let told) = open.offer else { return open.offer.refusal.map { .notice($0) } ?? .done }
    var way = here
    way.answered = open.saved
    way.isRun = true
    if let refusal = branches.run(told.run, of: session.run) { return .notice(refusal) }
    jumps.append(way)
    enterBranch(at: branches.current.moment)
    if let last = told.moments.last { branches.current.recording.record(toMoment: last) }
    panel.mode = .run(
      RunPanelState(title: told.title, moments: told.moments, so: told.so, isAsked: open.state.isOpen))
    if let first = told.moments.first { look(at: first) }
    return .done
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
