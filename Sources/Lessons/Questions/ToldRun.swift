import Analysis
import Documents
import Networking

/// A wrong answer that is run, as screen and plain dialogue tell it: what was done, what follows, and what came of it.
package struct ToldRun: Sendable {
  package let run: AnswerRun
  /// What was answered: of several parts those that are done.
  package let title: LocalizedText
  /// The run that it leads to, recorded to its end.
  package let fork: Timeline
  /// Moments of the fork that tell it, in their order.
  package let moments: [Int]
  /// What became of what the walk was about.
  package let so: LocalizedText
  /// Without what a question that is still open asks for.
  fileprivate let reference: any ReferenceTexts

  /// What can be done with the last wrong answer.
  package enum Offer: Sendable {
    case run(ToldRun)
    /// Its rows would say the right answer while there is a try left.
    case later
    /// Nothing of it can be done, or nothing was wrong.
    case none

    /// Why it is not run; nil: it is.
    package var refusal: LocalizedText? {
      switch self {
      case .run: nil
      case .later:
        LocalizedText(
          en: "That run would show the answer: try once more first.",
          ko: "실행하면 정답이 보입니다. 먼저 한 번 더 답해 보세요.")
      case .none: LocalizedText(en: "Nothing of this answer can be run.", ko: "이 답은 실행할 수 없습니다.")
      }
    }
  }

  /// Over its rows.
  /// - Parameter title: what was answered.
  package static func heading(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(en: "Your answer, run: \(title.en)", ko: "내 답을 실행: \(title.ko)")
  }
}

extension QuestionState {
  /// What the last wrong answer comes to when it is run. It records the fork to its end.
  package func offer(in run: LessonRun, _ reference: any ReferenceTexts) -> ToldRun.Offer {
    guard let answer = attempts.last(where: { !$0.isRight })?.answer,
      let found = question.run(of: answer, in: run),
      let fork = found.fork(of: run.branches[found.start.branch].timeline)
    else { return .none }
    var original = run.branches[found.start.branch].timeline
    _ = original.extend(toMoment: Recording.mostCompared)
    let divergence = Divergence(original: original, fork: fork)
    let story = AnswerStory(original: original, fork: fork, divergence)
    let shown = isOpen ? question.masked(reference) : reference
    let words = RunWords(original: original, fork: fork, divergence: divergence, reference: shown)
    let told = ToldRun(
      run: found, title: question.title(of: answer, found.parts), fork: fork, moments: story.moments,
      so: words.so(story.end), reference: shown)
    return isOpen && told.tells(question.secrets + question.rightTexts(besides: answer), reference)
      ? .later : .run(told)
  }
}

extension ToldRun {
  /// One row of it, as it may be read.
  package func row(_ moment: Int, _ language: Language) -> String {
    ToldRun.row(fork.moment(moment), reference, language)
  }

  /// What a row says of a moment: `✗ drops the packet (no route)`.
  package static func row(_ moment: Moment, _ reference: any ReferenceTexts, _ language: Language) -> String {
    let says = reference.short(moment)[language]
    guard let drop = moment.drop else { return says }
    let why = withoutReason.contains(moment.kind) ? reference.name(of: drop)?[language] : nil
    return "✗ " + says + (why.map { " (\($0))" } ?? "")
  }

  /// Kinds of moments whose sentences say that something ends there, and not why.
  private static let withoutReason: [MomentKind] = [
    .physical.drop, .link.drop, .internet.drop, .icmp.drop, .udp.drop, .tcp.drop, .tcp.receive, .dns.drop,
  ]

  /// Whether the rows have the right answer in them.
  fileprivate func tells(_ secrets: [String], _ reference: any ReferenceTexts) -> Bool {
    let rows = Language.allCases.flatMap { language in
      moments.map { ToldRun.row(fork.moment($0), reference, language) } + [so[language]]
    }
    return secrets.contains { secret in rows.contains { $0.tells(secret) } }
  }
}

extension AnswerRun {
  /// The fork on which all of it is done, recorded to its end; nil when something of it cannot be done.
  fileprivate func fork(of timeline: Timeline) -> Timeline? {
    var fork = timeline
    for whatIf in whatIfs {
      guard let next = try? fork.fork(whatIf, after: start.moment) else { return nil }
      fork = next
    }
    _ = fork.extend(toMoment: Recording.mostCompared)
    return fork
  }
}

extension PreparedQuestion {
  /// The answer that is run, of several parts those that are.
  fileprivate func title(of answer: Answer, _ parts: [Int]) -> LocalizedText {
    func text(_ language: Language) -> String {
      guard case .type(let slots)? = shapes.last, slots.count > 1, case .lines(let lines) = answer else {
        return self.text(of: answer, language)
      }
      let done = parts.filter { slots.indices.contains($0) && lines.indices.contains($0) }
      return done.map { index in
        let label = slots[index].label.map { $0[language].string + ": " } ?? ""
        return label + slots[index].text(lines[index], language)
      }.joined(separator: "; ")
    }
    return LocalizedText(en: text(.en), ko: text(.ko))
  }

  /// What the wrong parts of an answer should have been, as rows may write it, where that is long enough to be told from
  /// other values.
  fileprivate func rightTexts(besides answer: Answer) -> [String] {
    guard case .type(let slots)? = shapes.last, case .lines(let lines) = rightAnswer else { return [] }
    let grades = parts(of: answer)
    let wrong = slots.indices.filter { index in
      // A set stands in every larger one.
      if case .anyOf = slots[index].form { return false }
      return lines.indices.contains(index) && !(grades.indices.contains(index) && grades[index].isRight)
    }
    let texts = wrong.flatMap { index in Language.allCases.map { slots[index].text(lines[index], $0) } }
    return texts.filter { $0.count >= 4 }
  }
}

/// What is said of the end of a run.
private struct RunWords {
  let original: Timeline
  let fork: Timeline
  let divergence: Divergence
  let reference: any ReferenceTexts

  func so(_ end: AnswerStory.End) -> LocalizedText {
    switch end {
    case .same(let moment):
      let what = told(moment, of: fork)
      return both("So: it works all the same. \(what.en)", "그래서: 결과는 똑같습니다. \(what.ko)")
    case .later(let moment, let late):
      let (what, span) = (told(moment, of: fork), SelectionNarration.span(late))
      return both("So: it comes \(span) later. \(what.en)", "그래서: \(span) 늦어집니다. \(what.ko)")
    case .other(let moment):
      let what = told(moment, of: fork)
      return both("So: the result differs. \(what.en)", "그래서: 결과가 달라집니다. \(what.ko)")
    case .never(let moment):
      let what = told(moment, of: original)
      return both("So: this never happens. \(what.en)", "그래서: 이 일은 일어나지 않습니다. \(what.ko)")
    case .unknown:
      func outcome(_ language: Language) -> String { words(language).outcome(divergence, fork: fork) }
      return both("So: \(outcome(.en))", "그래서: \(outcome(.ko))")
    }
  }

  private func told(_ number: Int, of timeline: Timeline) -> LocalizedText {
    let moment = timeline.moment(number)
    return both(words(.en).whole(moment), words(.ko).whole(moment))
  }

  /// The devices are the same on every branch.
  private func words(_ language: Language) -> MomentNarration {
    MomentNarration(Topology(original.front), reference, language)
  }

  private func both(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }
}
