import Analysis
import Networking
import Terminal

/// What is read of the walk before it is drawn, once and for good.
extension WalkScreen {
  /// Reads what the picture will show on a screen of `size`.
  mutating func readPicture(_ size: Size) {
    var readings = readings(size)
    let recorded = readings.map(\.recorded).max() ?? 0
    if recorded > recording.last, !recording.isWhole {
      branches.current.recording.record(toMoment: recorded)
      readings = self.readings(size)
    }
    if let end = readings.compactMap(\.messages).max() {
      branches.current.recording.findMessages(upTo: end)
    }
    mark(readings.flatMap(\.moments))
  }

  private func readings(_ size: Size) -> [PictureReading] {
    picture.readings(in: pictureContext(size), places: layout(size).places)
  }

  /// Looks at which of the moments what is looked for holds.
  private mutating func mark(_ moments: [Int]) {
    guard let expression = search.expression, !moments.isEmpty else {
      marked = nil
      return
    }
    let source = MarkedMoments.Source(sought: expression.text, branch: branches.index, here: moment)
    var now = marked.flatMap { $0.source == source ? $0 : nil } ?? MarkedMoments(source: source)
    let unknown = moments.filter { now.holds[$0] == nil }
    let context = searchContext
    let found = branches.current.recording.moments(
      unknown, where: expression, here: moment, marks: context.marks.filter { $0.value <= context.reach })
    for number in unknown { now.holds[number] = found.contains(number) }
    marked = now
  }
}

/// Whether what is looked for holds at moments that rows were shown of.
struct MarkedMoments: Sendable {
  /// What it depends on: devices are read as they are where the walk stands.
  struct Source: Equatable, Sendable {
    var sought: String
    var branch: Int
    var here: Int
  }

  let source: Source
  var holds: [Int: Bool] = [:]
}
