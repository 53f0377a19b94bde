import Analysis
import Documents
import Terminal

/// The frame crossing its cable on the map, draw by draw. Off unless the learner asked for it.
enum MapAnimation {
  /// Draws before the still picture.
  static let draws = 3
  /// How long each of them stands (milliseconds): all in less than a quarter of a second.
  static let pause = 70

  /// Which of a cable's cells the frame is in, draw by draw; short cables need fewer draws.
  static func places(_ cells: Int) -> [Int] {
    guard cells > 0 else { return [] }
    var places: [Int] = []
    for draw in 0..<draws {
      let place = (2 * draw + 1) * cells / (2 * draws)
      if places.last != place { places.append(place) }
    }
    return places
  }

  /// Where the frame is in each draw before the still picture; none when no frame is on a drawn cable.
  static func frames(_ context: PictureContext) -> [Point] {
    let cells = MapPicture(context).passage
    return places(cells.count).map { cells[$0] }
  }
}
