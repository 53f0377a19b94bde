import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// One direction's bytes on a line, after the figure of RFC 9293 §3.3.1: `═` acknowledged, `▪` on the way, `─` may be sent,
/// `.` not yet; `S` and `F` the numbers that SYN and FIN cost. `( )` around what the acknowledgment in hand confirms.
/// ```
///  laptop▸│S│══(▪▪▪▪)──────────│....
///          0 1  146  291        65160
/// ```
struct TCPRulerDrawing {
  let stream: TCPByteStream?
  /// Sender, receiver.
  let names: [String]
  /// Rows of the picture, a mark each.
  let rows: Range<Int>
  let cursor: Int?
  /// Filter name of the selected field.
  let selected: String?
  /// The question that is open: the numbers it asks for are not written.
  let asked: PreparedQuestion?
  let language: Language

  private static let nameWidth = 6

  func draw(in rect: Rect, isTall: Bool, on canvas: inout Canvas) {
    guard rect.height > 0 else { return }
    let senderLine = rect.row(isTall ? 1 : 0)
    put(names[0], "▸", in: senderLine, on: &canvas)
    let room = senderLine.droppingLeft(TCPRulerDrawing.nameWidth + 2).droppingRight(1)
    guard let stream else {
      canvas.put(Texts.noStreamYet[language], at: room.origin, role: .quiet, width: room.width)
      return
    }
    let ruler = TCPRuler(stream, width: room.width)
    draw(ruler, stream, ofSender: true, in: room, on: &canvas)
    var lines = rect.droppingTop(isTall ? 2 : 1).droppingLeft(TCPRulerDrawing.nameWidth + 2).droppingRight(1)
    if isTall {
      heads(
        ruler, stream, in: rect.row(0).droppingLeft(TCPRulerDrawing.nameWidth + 2).droppingRight(1),
        on: &canvas)
      put(names[1], " ", in: rect.row(2), on: &canvas)
      draw(ruler, stream, ofSender: false, in: lines.cutTop(1), on: &canvas)
    }
    numbers(ruler, stream, in: lines.cutTop(1), on: &canvas) { number($0, String($0.number)) }
    if isTall {
      numbers(ruler, stream, in: lines.cutTop(1), role: .quiet, on: &canvas) {
        number($0, $0.absolute.description)
      }
    }
  }

  private func number(_ mark: TCPByteStream.Mark, _ text: String) -> String {
    asked?.asks(for: mark) == true ? Sign.hidden.text : text
  }

  private func put(_ name: String, _ sign: String, in line: Rect, on canvas: inout Canvas) {
    let text = name.truncated(to: TCPRulerDrawing.nameWidth)
    canvas.put(text, at: line.droppingLeft(1).origin, role: .strong, width: TCPRulerDrawing.nameWidth)
    canvas.put(sign, at: line.droppingLeft(1 + text.displayWidth).origin, role: .strong)
  }

  // MARK: The line

  private func draw(
    _ ruler: TCPRuler, _ stream: TCPByteStream, ofSender: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    for stretch in ruler.stretches {
      let fill = fill(stretch.bytes, stream, ofSender)
      let isLit = ofSender && stream.covered.map { $0.contains(stretch.bytes.lowerBound) } ?? false
      let isPicked = ofSender && picked(stream).map { $0.contains(stretch.bytes.lowerBound) } ?? false
      for column in stretch.columns.dropFirst() where column < line.width {
        // What costs a number is drawn once.
        let glyph = fill.isLetter && column > stretch.columns.lowerBound + 1 ? " " : String(fill)
        let point = Point(x: line.x + column, y: line.y)
        canvas.put(
          glyph, at: point,
          role: fill.isLetter ? .strong : fill == Character(Sign.underWay.text) ? .text : .quiet)
        if isLit { canvas.mark(Rect(x: point.x, y: point.y, width: 1, height: 1), .lit) }
        if isPicked { canvas.mark(Rect(x: point.x, y: point.y, width: 1, height: 1), .select) }
      }
      let first = stretch.columns.lowerBound
      guard first < line.width else { continue }
      let (sign, role) = sign(stretch.bytes.lowerBound, fill, stream, ofSender)
      canvas.put(sign, at: Point(x: line.x + first, y: line.y), role: role)
    }
    for (index, mark) in stream.marks.enumerated()
    where mark.variable.isOfSender == ofSender || line.height == 0 {
      guard let column = ruler.column(of: mark.number), column < line.width else { continue }
      let cell = Rect(x: line.x + column, y: line.y, width: 1, height: 1)
      canvas.identify(cell, as: ClickTarget.pictureRow(rows.lowerBound + index).identity)
    }
  }

  private func fill(_ bytes: Range<Int>, _ stream: TCPByteStream, _ ofSender: Bool) -> Character {
    if bytes == 0..<1 { return (ofSender || (stream[.expected]?.number ?? 0) > 0) ? "S" : "." }
    if let finish = stream.finish, bytes == finish..<finish + 1,
      ofSender || (stream[.expected]?.number ?? 0) > finish
    {
      return "F"
    }
    if ofSender {
      if bytes.upperBound <= stream[.unacknowledged]?.number ?? 0 { return "═" }
      if bytes.upperBound <= stream[.next]?.number ?? 0 { return Character(Sign.underWay.text) }
      return bytes.upperBound <= stream[.sendEdge]?.number ?? 0 ? "─" : "."
    }
    if bytes.upperBound <= stream[.expected]?.number ?? 0 { return "═" }
    return bytes.upperBound <= stream[.receiveEdge]?.number ?? 0 ? "─" : "."
  }

  /// What stands in front of a byte: `( )` around what is confirmed, `[ ]` around what the selected field speaks of, `│` at
  /// a variable, else the line goes on.
  private func sign(_ number: Int, _ fill: Character, _ stream: TCPByteStream, _ ofSender: Bool) -> (
    String, Role
  ) {
    if ofSender, let picked = picked(stream) {
      if picked.lowerBound == number { return ("[", .strong) }
      if picked.upperBound == number { return ("]", .strong) }
    }
    if ofSender, let covered = stream.covered {
      if covered.lowerBound == number { return ("(", .lit) }
      if covered.upperBound == number { return (")", .lit) }
    }
    if ofSender, isAcknowledgment, stream.acknowledgment == number { return ("▾", .select) }
    if stream.marks.contains(where: { $0.number == number && $0.variable.isOfSender == ofSender }) {
      return ("│", .strong)
    }
    return (fill.isLetter ? "│" : String(fill), .quiet)
  }

  /// The bytes that the selected field speaks of.
  private func picked(_ stream: TCPByteStream) -> Range<Int>? {
    guard let selected, ["tcp.seq", "tcp.seq_raw", "tcp.nxtseq", "tcp.len", "tcp.payload"].contains(selected)
    else { return nil }
    return stream.carried.flatMap { $0.isEmpty ? nil : $0 }
  }

  private var isAcknowledgment: Bool { selected == "tcp.ack" || selected == "tcp.ack_raw" }

  // MARK: Names and numbers

  /// Names of the sender's variables over their marks, as far as there is room.
  private func heads(_ ruler: TCPRuler, _ stream: TCPByteStream, in line: Rect, on canvas: inout Canvas) {
    label(ruler, stream.marks.filter(\.variable.isOfSender), in: line, role: .quiet, on: &canvas) { mark in
      mark.variable == .sendEdge ? "+WND" : String(mark.variable.name.dropFirst(4))
    }
  }

  private func numbers(
    _ ruler: TCPRuler, _ stream: TCPByteStream, in line: Rect, role: Role = .text, on canvas: inout Canvas,
    _ text: (TCPByteStream.Mark) -> String
  ) {
    label(ruler, stream.marks, in: line, role: role, on: &canvas, text)
  }

  /// Writes under their columns those that fit whole: the one under the cursor first, then in their order.
  private func label(
    _ ruler: TCPRuler, _ marks: [TCPByteStream.Mark], in line: Rect, role: Role, on canvas: inout Canvas,
    _ text: (TCPByteStream.Mark) -> String
  ) {
    var taken: [Range<Int>] = []
    let current = cursor.flatMap { rows.contains($0) ? stream?.marks[$0 - rows.lowerBound] : nil }
    for mark in marks.filter({ $0 == current }) + marks.filter({ $0 != current }) {
      guard let column = ruler.column(of: mark.number) else { continue }
      let label = text(mark)
      let room = column..<column + label.displayWidth + 1
      guard room.upperBound <= line.width + 1, !taken.contains(where: { $0.overlaps(room) }) else { continue }
      taken.append(room)
      let isCurrent = mark == current
      canvas.put(
        label, at: Point(x: line.x + column, y: line.y), role: isCurrent ? .select : role,
        identity: stream?.marks.firstIndex(of: mark).map {
          ClickTarget.pictureRow(rows.lowerBound + $0).identity
        })
      if isCurrent, role == .text {
        let left = line.x - TCPRulerDrawing.nameWidth - 2
        canvas.put(">", at: Point(x: left, y: line.y), role: .select)
        canvas.cursor = Point(x: left, y: line.y)
      }
    }
  }
}

extension Sign {
  static let open = Sign(
    "─ .", .picture, .quiet,
    say("TCP: bytes that may be sent; bytes beyond the window", "TCP: 보낼 수 있는 바이트, 윈도우 밖의 바이트"))
}
