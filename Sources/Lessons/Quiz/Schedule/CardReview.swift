/// One review of a card, as the log tells it.
package struct CardReview: Equatable, Sendable {
  package var card: String
  package var rating: Rating
  /// When, and in which sitting.
  package var at: StudyTime
  package var session: String?
  package var role: JudgedAnswer.Role

  package init(
    card: String, _ rating: Rating, at: StudyTime, session: String? = nil, role: JudgedAnswer.Role = .question
  ) {
    self.card = card
    self.rating = rating
    self.at = at
    self.session = session
    self.role = role
  }

  /// nil of a second try.
  package init?(_ answer: LoggedAnswer) {
    guard let rating = answer.judged.rating else { return nil }
    self.init(
      card: answer.judged.card, rating, at: StudyTime(answer.time, day: answer.studyDay),
      session: answer.session, role: answer.judged.role)
  }

  /// What it is after somebody said it was easy: what was wrong stays so.
  package var easy: CardReview {
    var review = self
    if rating != .again { review.rating = .easy }
    return review
  }
}

/// A time with the study day it is on.
package struct StudyTime: Hashable, Sendable {
  /// Since 1970.
  package var milliseconds: Int64
  package var day: Int

  package init(_ milliseconds: Int64, day: Int) {
    self.milliseconds = milliseconds
    self.day = day
  }

  /// As the clock and the time zone of this machine have it.
  package init(_ milliseconds: Int64) {
    self.init(milliseconds, day: StudyDay.number(at: milliseconds / 1000))
  }
}
