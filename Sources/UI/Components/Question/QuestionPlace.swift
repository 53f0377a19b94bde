import Analysis
import Documents
import Lessons
import Networking

/// The part of the walk that the learner points at.
enum QuestionPlace: Equatable, Sendable {
  case fields, bytes
  case picture(Picture)

  /// What has the keys there.
  var pane: Pane {
    switch self {
    case .fields: .fields
    case .bytes: .bytes
    case .picture: .picture
    }
  }
}

extension Pointable {
  /// nil: none has all of it in rows.
  var place: QuestionPlace? {
    switch kind {
    case .field, .byte: .fields
    case .row, .cell, .table: .picture(.tables)
    case .device: .picture(.map)
    case .layer, .cable, .setting, .detail, .arc: nil
    }
  }
}

extension PreparedQuestion {
  /// Where it is pointed; nil where it is not answered by pointing. What sort of thing is asked for is no secret.
  var place: QuestionPlace? {
    for case .point(let targets, _) in shapes {
      guard let place = targets.place else { return nil }
      if case .subjects(let subjects) = rightAnswer, subjects.first?.kind == .byte { return .bytes }
      return place
    }
    return nil
  }

  /// The moment to be seen while it is asked: what is pointed at, or has the blanks, stands there. nil: any.
  var sight: BranchMoment? { pointMoment ?? blankMoment }
}
