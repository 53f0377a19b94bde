import Analysis
import Networking

/// A value of a wrong answer, with what it would change if it were run.
package struct AnsweredValue: Equatable, Sendable {
  package enum Target: Equatable, Sendable {
    /// A field of a frame.
    case field(ReadPlace)
    /// The field that the question's `as` names.
    case said
    /// The ports that a switch sends out of.
    case ports
    /// The next hop that a host or a router chooses.
    case nextHop
    /// Who acts at all.
    case sender
  }

  package let target: Target
  /// None: nothing is there, or nothing is sent.
  package let values: [ExpressionValue]
  /// The part of the answer that it is, from 0.
  package let part: Int

  package init(target: Target, values: [ExpressionValue], part: Int = 0) {
    self.target = target
    self.values = values
    self.part = part
  }
}
