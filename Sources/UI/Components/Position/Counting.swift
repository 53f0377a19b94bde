/// What the last walking key counted, and so what the list of everything that happens has rows of.
enum Counting: String, Codable, Equatable, Sendable {
  case frames, moments

  /// nil for a key that counts neither.
  init?(_ action: Action.ID) {
    switch action {
    case .nextMoment, .previousMoment: self = .moments
    case .nextFrame, .previousFrame, .nextStop, .previousStop: self = .frames
    default: return nil
    }
  }
}
