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
      if let key = terminal.nextKey(timeout: MapAnimation.pause) { return key }
    }
    return nil
  }
}

extension Model {
  /// What to draw before the still picture, after a key that led here from another moment; empty: nothing moves.
  func moving(by key: Key, from moment: Int?) -> [Model] {
    guard motion, !isTooSmall, let moment, let walk = top as? WalkScreen, walk.moment != moment,
      walk.picture.picture == .map, walk.scene.moment.number == walk.moment,
      let action = keymap.action(for: key, in: activeKeys)?.id,
      [.nextStop, .previousStop, .nextFrame, .previousFrame].contains(action)
    else { return [] }
    let room = walk.layout(size).picture.inset().size
    let context = PictureContext(source: walk.pictureSource, size: room, language: language)
    return MapAnimation.frames(context).indices.map { step in
      var moving = self
      var walk = walk
      walk.motionStep = step
      moving.top = walk
      return moving
    }
  }
}
