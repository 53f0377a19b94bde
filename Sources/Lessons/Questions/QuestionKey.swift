import Analysis
import Documents

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
  /// Judges an answer, which has the form of `shapes`.
  func grade(_ answer: Answer) -> Grade

  /// What each part of an answer is worth: each choice of an order, each slot, each pair. None where only the whole
  /// counts.
  func parts(of answer: Answer) -> [PartGrade]
  /// What is said of a wrong answer that nobody foresaw: how much of it is right.
  func remark(on answer: Answer) -> LocalizedText?
  /// What an answer, or none, says of several cards; nil: it is of the question's own card, as it is judged.
  func ratings(of answer: Answer?) -> [CardRating]?
}

/// What an answer is read from: the same field of another frame is another place.
package struct ReadPlace: Equatable, Sendable {
  /// Number of the moment whose unit it is in.
  package let moment: Int
  package let subject: Subject

  package init(moment: Int, subject: Subject) {
    self.moment = moment
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

extension QuestionKey {
  package func ratings(of answer: Answer?) -> [CardRating]? { nil }
  package func parts(of answer: Answer) -> [PartGrade] { [] }
  package func remark(on answer: Answer) -> LocalizedText? { nil }

  fileprivate func isEqual(to other: any QuestionKey) -> Bool { (other as? Self) == self }
}

func isSame(_ one: any QuestionKey, _ other: any QuestionKey) -> Bool { one.isEqual(to: other) }
