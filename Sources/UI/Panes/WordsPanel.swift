import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// What the author says at this stop; between stops, what happens in this moment. The last row is the program's.
struct WordsPanel {
  let walk: WalkModel
  let language: Language

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let area = rect.droppingLeft(1).droppingRight(1)
    let lines = lines(width: area.width)
    let last = note
    let room = last == nil ? area.height : area.height - 1
    for (index, line) in lines.prefix(room).enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
    }
    if let last { canvas.put([last], at: area.row(area.height - 1).origin, width: area.width) }
  }

  private func lines(width: Int) -> [[Span]] {
    if let lesson = walk.lesson, let stop = walk.stop, walk.scene.moment.number == walk.moment,
      !lesson.isAsking
    {
      return SpokenText(lesson.stops[stop].say[language]).wrapped(to: width)
    }
    return momentLines(width: width)
  }

  private func momentLines(width: Int) -> [[Span]] {
    let moment = walk.scene.moment
    let words = MomentText(walk: walk, language: language)
    var lines = words.whole(moment).wrapped(to: width).map { [Span($0)] }
    if let drop = moment.drop {
      let reason = walk.reference.drop(drop)?[language] ?? Texts.dropped(drop.rawValue, language)
      lines += ("✗ " + reason).wrapped(to: width).map { [Span($0, .wrong)] }
    }
    for change in moment.changes {
      lines.append([Span(Texts.change(change, words.device(moment), language), .changed)])
    }
    return lines
  }

  private var note: Span? {
    if let after = walk.lesson?.note(at: walk.moment, language) { return after }
    return walk.coach.line.map { Span($0[language], .notice) }
  }
}

/// A text with its computed values told apart.
struct SpokenText: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    var text: String
    var isValue: Bool
  }
  var pieces: [Piece]

  init(_ rendered: RenderedText) {
    pieces = rendered.pieces.map { Piece(text: $0.text, isValue: $0.expression != nil) }
  }

  /// Lines of at most `width` columns, values in the role of what is lit.
  func wrapped(to width: Int) -> [[Span]] {
    let whole = pieces.map(\.text).joined()
    var values: [Bool] = []
    for piece in pieces { values += piece.text.unicodeScalars.map { _ in piece.isValue } }
    var position = 0
    let scalars = Array(whole.unicodeScalars)
    return whole.wrapped(to: width).map { line in
      var spans: [Span] = []
      // What wrapping left out (blanks at a break) is skipped here too.
      for scalar in line.unicodeScalars {
        while position < scalars.count, scalars[position] != scalar { position += 1 }
        let role: Role = position < values.count && values[position] ? .lit : .text
        position += 1
        if spans.last?.role == role {
          spans[spans.count - 1].text.unicodeScalars.append(scalar)
        } else {
          spans.append(Span(String(scalar), role))
        }
      }
      return spans
    }
  }
}
