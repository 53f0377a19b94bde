import Analysis
import Terminal

extension Loop {
  /// A draw that takes longer than this (a slow line) ends the motion.
  private static let slow = Duration.milliseconds(50)

  /// Draws one model after the other, each for a moment.
  /// - Returns: the key that ended it, which acts as any other; a key that was waiting already shows no motion.
  func play(_ models: [Model]) -> Key? {
    for model in models {
      if let key = terminal.nextKey(timeout: 0) { return key }
      let time = ContinuousClock().measure { terminal.draw(view(model)) }
      if time > Self.slow { return nil }
      if let key = terminal.nextKey(timeout: MapMotion.pause) { return key }
    }
    return nil
  }
}
