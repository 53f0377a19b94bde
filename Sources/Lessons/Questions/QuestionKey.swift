import Analysis
import Documents
import Networking

/// What a kind of question knows of one question that is ready to be asked. Nothing of it has a default but what few
/// kinds need: the compiler names what a new kind leaves out.
package protocol QuestionKey: Equatable, Sendable {
  /// How it is answered; where there are two, one after the other.
  var shapes: [InputShape] { get }
  /// The right answer as it is shown.
  var solution: LocalizedRendering { get }
  /// An answer that is right.
  var rightAnswer: Answer { get }
  /// Wrong answers that were foreseen: each is judged to be its own mistake.
  var foreseen: [Answer] { get }
  /// The places that the right answer is read from, to be lit with the explanation where they are in view.
  var reads: [ReadPlace] { get }
  /// What would show the answer while the question is open: mostly what it reads.
  var hides: [Subject] { get }
  /// A frame that is shown in the place of the one the question is about, which is not shown then; nil: none.
  var substitute: SubstituteFrame? { get }
  /// Judges an answer, which has the form of `shapes`.
  func grade(_ answer: Answer) -> Grade

  /// What each part of an answer is worth: each choice of an order, each slot, each pair. None where only the whole
  /// counts.
  func parts(of answer: Answer) -> [PartGrade]
  /// What is said of a wrong answer that nobody foresaw: how much of it is right.
  func remark(on answer: Answer) -> LocalizedText?
  /// What an answer, or none, says of several cards; nil: it is of the question's own card, as it is judged.
  func ratings(of answer: Answer?) -> [CardRating]?

  /// The same for all ways to write one answer, so that none is a try of its own.
  func normal(_ answer: Answer) -> Answer
  /// After so many the solution is shown.
  var attemptsAllowed: Int { get }
  /// The learner says what of it was right, so that nothing is called wrong.
  var isSelfRated: Bool { get }
  /// All ways to write what is right, where it is a word with several.
  var spellings: [String] { get }
  /// Questions that follow from what was answered.
  var followUps: [FollowUp] { get }
  /// What it would take to run a wrong answer: values for fields of a frame.
  func values(in answer: Answer) -> [AnsweredValue]
}

/// What an answer is read from: the same field of another frame is another place.
package struct ReadPlace: Hashable, Sendable {
  /// The moment whose unit or tables it is in.
  package let at: BranchMoment
  package let subject: Subject

  package init(at: BranchMoment, subject: Subject) {
    self.at = at
    self.subject = subject
  }
}

/// Whether an answer showed that a card is known.
package struct CardRating: Equatable, Sendable {
  package let card: String
  package let isRight: Bool

  package init(card: String, isRight: Bool) {
    self.card = card
    self.isRight = isRight
  }
}

/// What is never masked while a question is asked: its inputs.
package struct GivenPlaces: Equatable, Sendable {
  /// Moments of whose frames all may be seen.
  package var moments: [BranchMoment] = []
  package var places: [ReadPlace] = []

  package init() {}
}

extension QuestionKey {
  package func ratings(of answer: Answer?) -> [CardRating]? { nil }
  package var substitute: SubstituteFrame? { nil }
  package func parts(of answer: Answer) -> [PartGrade] { [] }
  package func remark(on answer: Answer) -> LocalizedText? { nil }
  package func normal(_ answer: Answer) -> Answer { answer }
  package var attemptsAllowed: Int { 2 }
  package var isSelfRated: Bool { false }
  package var spellings: [String] { [] }
  package var followUps: [FollowUp] { [] }
  package func values(in answer: Answer) -> [AnsweredValue] { [] }

  fileprivate func isEqual(to other: any QuestionKey) -> Bool { (other as? Self) == self }
}

func isSame(_ one: any QuestionKey, _ other: any QuestionKey) -> Bool { one.isEqual(to: other) }
