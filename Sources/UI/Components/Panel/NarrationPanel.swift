import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// What the author says at this stop; between stops, what happens in this moment. The last row is the program's.
struct NarrationPanel {
  /// The author's words; nil between stops.
  let say: RenderedText?
  /// What the program adds in the last row.
  let note: Span?
  let context: Panel.Context
  private var language: Language { context.language }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let area = rect.droppingLeft(1).droppingRight(1)
    let room = note == nil ? area.height : area.height - 1
    let lines =
      say.map { ValueMarkedText($0).wrapped(to: area.width) } ?? momentLines(width: area.width, rows: room)
    for (index, line) in lines.prefix(room).enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
    }
    if let note { canvas.put([note], at: area.row(area.height - 1).origin, width: area.width) }
  }

  /// Each thing that is said stands there in whole sentences, as many as there are rows for.
  private func momentLines(width: Int, rows: Int) -> [[Span]] {
    let moment = context.scene.moment
    let words = context.words
    let reason = moment.drop.map { drop in
      "✗ " + (context.reference.drop(drop)?[language] ?? Texts.dropped(drop, context.reference, language))
    }
    let room = reason == nil ? rows : rows - 1
    var lines = words.whole(moment).wrapped(to: width, rows: room).map { [Span($0)] }
    if let reason {
      lines += reason.wrapped(to: width, rows: rows - lines.count).map { [Span($0, .wrong)] }
    }
    for change in moment.changes {
      let narration = TableNarration(context.reference, language)
      lines.append([Span(Texts.change(change, words.device(moment), narration), .changed)])
    }
    return lines
  }
}

/// A text with its computed values told apart.
struct ValueMarkedText: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    var text: String
    var isValue: Bool
  }
  var pieces: [Piece]

  init(_ rendered: RenderedText) {
    pieces = rendered.pieces.map { Piece(text: $0.text, isValue: $0.expression != nil) }
  }

  /// Without values.
  init(_ text: String) { pieces = [Piece(text: text, isValue: false)] }

  /// Lines of at most `width` columns, values in the role of what is lit.
  ///
  /// - Parameters:
  ///   - terms: words to be marked, by Unicode scalars.
  ///   - chosen: index of the one under the cursor.
  func wrapped(to width: Int, terms: [Range<Int>] = [], chosen: Int? = nil) -> [[Span]] {
    let whole = pieces.map(\.text).joined()
    var roles: [Role] = []
    for piece in pieces { roles += piece.text.unicodeScalars.map { _ in piece.isValue ? .lit : .text } }
    for (index, term) in terms.enumerated() {
      for place in term.clamped(to: 0..<roles.count) { roles[place] = index == chosen ? .select : .notice }
    }
    var position = 0
    let scalars = Array(whole.unicodeScalars)
    return whole.wrapped(to: width).map { line in
      var spans: [Span] = []
      // What wrapping left out (blanks at a break) is skipped here too.
      for scalar in line.unicodeScalars {
        while position < scalars.count, scalars[position] != scalar { position += 1 }
        let role = position < roles.count ? roles[position] : .text
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
