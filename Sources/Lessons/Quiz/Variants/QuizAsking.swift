import Analysis
import Documents
import Networking

/// A question of a quiz in its recorded world: what "show it in the walk" opens.
package struct QuizAsking: Sendable {
  /// The lesson it is out of, as this variant has it.
  package let run: LessonRun
  package let question: PreparedQuestion
}

/// Makes the questions of a quiz: for each turn a fresh variant of one of the card's questions.
package struct QuizVariants: Sendable {
  private let library: LessonLibrary
  private let reference: ReferenceLibrary
  /// All questions in this variant of their lesson, so that they can be asked once more as they were; nil: in another one
  /// each time.
  package let fixed: UInt64?
  /// Decides together with the card which question and which variant.
  private let seed: UInt64

  /// - Parameter seed: of this session, when none is fixed.
  package init(
    _ library: LessonLibrary, _ reference: ReferenceLibrary, fixed: UInt64? = nil,
    seed: UInt64 = .random(in: 0...UInt64.max)
  ) {
    (self.library, self.reference, self.fixed) = (library, reference, fixed)
    self.seed = fixed ?? seed
  }

  /// The question of a turn: not the last one where the card has another, and not in the variant it was asked in. nil when none of
  /// its questions can be asked, as after a lesson was edited.
  ///
  /// - Parameter number: of the turn: another one draws anew.
  package func asking(_ turn: QuizSession.Turn, number: Int, last: AskedQuestion? = nil) -> QuizAsking? {
    for (question, variants) in choices(turn, number: number, last: last) {
      for variant in variants {
        if let asking = asking(question, variant: variant) { return asking }
      }
    }
    return nil
  }

  /// The questions in the order of trying, each with its variants.
  func choices(
    _ turn: QuizSession.Turn, number: Int, last: AskedQuestion?
  ) -> [(question: QuizQuestion, variants: [UInt64])] {
    var random = SeededRandom(seed: seed &+ UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9, for: turn.card)
    func wasLast(_ question: QuizQuestion) -> Bool {
      question.lesson == last?.lesson && question.question == last?.question
    }
    let questions = random.shuffled(turn.questions)
    return (questions.filter { !wasLast($0) } + questions.filter(wasLast)).map { question in
      // Any variant may have been the last one where it is another question that was asked in it.
      let usual = random.shuffled(LessonCheck.seeds.filter { !wasLast(question) || $0 != last?.seed })
      return (question, fixed.map { [$0] } ?? Array(usual.prefix(Self.tries)))
    }
  }

  /// Of each question: all variants that `check` proved can be asked, so that a few are enough.
  private static let tries = 3

  private func asking(_ question: QuizQuestion, variant: UInt64) -> QuizAsking? {
    guard let path = library.lessonPath(question.lesson), let source = try? library.source(path),
      let run = try? LessonRun(source, variant: variant, library: library, reference: reference),
      let prepared = run.allQuestions.first(where: { $0.id == question.question })
    else { return nil }
    return QuizAsking(run: run, question: prepared)
  }
}

extension QuizAsking {
  /// As it is logged.
  package func asked(_ language: Language) -> LoggedAnswer.Asking {
    LoggedAnswer.Asking(run, lesson: run.id, language: language)
  }
}

extension ProgressStore {
  /// What a card was asked last, in whichever way it was answered; nil: never.
  package func lastAsked(_ card: String) throws(ProgressError) -> AskedQuestion? {
    try loggedAnswers(of: card).last?.asked
  }
}
