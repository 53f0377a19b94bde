import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// Who said what to whom, from top to bottom; arrows grow hop by hop.
struct LadderPicture: PictureView {
  static let name = "ladder"
  static let title = say("Ladder", "시퀀스")
  static let rowName = say("message", "메시지")

  /// The sentence of a message under the cursor counts the cables it has still to cross.
  static func reading(in context: PictureContext, cursor: Int?) -> PictureReading {
    let moment = context.scene.moment.number
    return PictureReading(messages: cursor == nil ? moment : moment + context.recording.lookAhead)
  }

  let topology: Topology
  let language: Language
  /// The moment shown: later messages are not there yet.
  private let moment: Int
  private let recording: Recording
  /// Devices with a line of their own, from left to right.
  private let columns: [Int]
  /// What was said so far, and of it, by index, what was said between devices that have a line. A long walk has
  /// thousands: none is copied.
  private let messages: [Message]
  private let rows: [Int]
  /// The row of the message that this is about; between frames, of the one that went on last. nil where it has none.
  private let current: Int?
  /// Columns before the first line: the cursor, and the number of a message's first frame.
  private let gutter: Int

  init(_ context: PictureContext) {
    topology = context.topology
    language = context.language
    recording = context.recording
    let moment = context.scene.moment.number
    let columns = recording.ladderColumns(LadderPicture.columnCount(width: context.size.width), at: moment)
    self.columns = columns
    self.moment = moment
    let messages = recording.messages(upTo: moment)
    self.messages = messages
    // They stand in the order in which they began.
    let begun = messages.orderedIndex { $0.moment > moment }
    var hasLine = [Bool](repeating: false, count: topology.devices.count)
    for column in columns { hasLine[column] = true }
    let rows = messages.indices[..<begun].filter {
      hasLine[messages[$0].from] && (messages[$0].isToNobody || hasLine[messages[$0].to])
    }
    self.rows = rows
    let frame = context.scene.moment.frame
    var last = frame ?? recording.timeline.frames(by: moment)
    var current: Int?
    while current == nil, !rows.isEmpty, last > 0 {
      let index = context.recording.message(ofFrame: last).number - 1
      let row = rows.orderedIndex { $0 >= index }
      if row < rows.count, rows[row] == index { current = row }
      last = frame == nil ? last - 1 : 0
    }
    self.current = current
    // They stand in the order of their first frames.
    gutter = 2 + max(2, String(rows.last.map { messages[$0].hops[0].frame } ?? 0).utf8.count)
  }

  var count: Int { rows.count }
  var home: Int { current ?? max(0, count - 1) }

  func sentence(_ row: Int) -> String? {
    guard rows.indices.contains(row) else { return nil }
    let message = messages[rows[row]]
    // The cables that it has still to cross are counted too.
    let whole = recording.messages(upTo: moment + recording.lookAhead)[message.number - 1]
    let sentence = SelectionNarration.message(
      message.label, firstFrame: message.hops[0].frame, from: topology.devices[message.from].label[language],
      to: message.isToNobody ? nil : topology.devices[message.to].label[language], hops: whole.hops.count,
      language)
    return "\(sentence) \(Texts.enterGoesThere[language])"
  }

  func open(_ row: Int) -> PictureDestination {
    rows.indices.contains(row) ? .moment(messages[rows[row]].moment) : .notice(Texts.noMessages)
  }

  /// How many lines there is room for.
  static func columnCount(width: Int) -> Int { max(2, (width - 6) / 11 + 1) }

  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {
    guard columns.count > 1, rect.height > 2 else {
      canvas.put(Texts.noMessages[language], at: rect.droppingLeft(1).origin, role: .quiet)
      return
    }
    var area = rect
    drawHeads(in: area.cutTop(1), on: &canvas)
    drawHidden(in: area.cutBottom(1), on: &canvas)
    if rows.isEmpty {
      canvas.put(Texts.noMessages[language], at: area.droppingLeft(1).origin, role: .quiet)
    }
    let marked = cursor ?? home
    let window = Rows.window(count: count, height: area.height, cursor: marked)
    for index in window {
      draw(
        messages[rows[index]], index, isCurrent: index == current, isCursor: index == cursor,
        in: area.row(index - window.lowerBound), on: &canvas)
    }
  }

  /// Columns from the first line to the last.
  private func span(_ rect: Rect) -> Int { rect.width - gutter - 2 }

  private func x(_ column: Int, _ rect: Rect) -> Int {
    rect.x + gutter + column * span(rect) / max(1, columns.count - 1)
  }

  private func drawHeads(in line: Rect, on canvas: inout Canvas) {
    for (index, device) in columns.enumerated() {
      let width = span(line) / max(1, columns.count - 1) - 1
      let name = topology.devices[device].label[language].truncated(to: max(4, width))
      var left = x(index, line) - name.displayWidth / 2
      left = max(line.x + 1, min(left, line.endX - name.displayWidth))
      canvas.put(name, at: Point(x: left, y: line.y), role: .strong)
    }
  }

  private func drawHidden(in line: Rect, on canvas: inout Canvas) {
    let hidden = recording.devicesOnTheWay(at: moment).subtracting(columns).sorted()
    if hidden.isEmpty { return }
    let names = hidden.map { topology.devices[$0].label[language] }.joined(separator: " ")
    canvas.put(
      Texts.hidden(names, language), at: line.droppingLeft(1).origin, role: .quiet, width: line.width - 1)
  }

  private func draw(
    _ message: Message, _ index: Int, isCurrent: Bool, isCursor: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    let from = columns.firstIndex(of: message.from)!
    let path = self.path(of: message)
    let target = self.target(of: message, on: path)
    // Where no line is on its way it points to the next one, half of the distance.
    let aside = from + 1 < columns.count ? from + 1 : from - 1
    let step = from < target ?? aside ? 1 : -1
    let start = x(from, line)
    let loss = recording.loss(of: message, on: path, by: moment)
    let tip =
      target.map {
        self.tip(of: message, on: path, to: $0, isLostOnCable: loss?.isLossOnCable == true, in: line)
      }
      ?? (start + x(aside, line)) / 2
    for column in columns.indices { canvas.put("│", at: Point(x: x(column, line), y: line.y), role: .quiet) }
    let role: Role = isCurrent ? .strong : .text
    var place = start + step
    // Its head stands before the line of the device that it has reached.
    let isAtLine = tip != start && columns.indices.contains { x($0, line) == tip }
    var end = isAtLine ? tip - step : tip
    end = leavingRoom(for: message.label, from: start, to: end, step, in: line)
    while step > 0 ? place <= end : place >= end {
      let isLine = columns.indices.contains { x($0, line) == place }
      canvas.put(isLine ? "┼" : "─", at: Point(x: place, y: line.y), role: role)
      place += step
    }
    if loss != nil {
      canvas.put("✗", at: Point(x: end == start ? start + step : end, y: line.y), role: .wrong)
    } else if end != start {
      canvas.put(step > 0 ? "▸" : "◂", at: Point(x: end, y: line.y), role: role)
    }
    label(
      message, from: min(start, end), to: max(start, end), isRightward: step > 0, role, in: line, on: &canvas)
    canvas.put(isCurrent ? ">" : " ", at: line.origin)
    canvas.put(
      String(message.hops[0].frame).padded(to: gutter - 2, alignRight: true),
      at: Point(x: line.x + 1, y: line.y),
      role: .quiet)
    canvas.identify(line, as: ClickTarget.pictureRow(index).identity)
    if isCursor {
      canvas.mark(line, .select)
      canvas.put(">", at: line.origin, role: .select)
      canvas.cursor = line.origin
    }
  }

  /// The devices that a message comes to: up to the one it is addressed to; of what is addressed to none, up to the last it has
  /// come to.
  private func path(of message: Message) -> [Int] {
    let reached = message.isToNobody ? message.hops.last { $0.moment <= moment }?.to : nil
    return topology.path(from: message.from, to: reached ?? message.to)
  }

  /// The column that its arrow goes to; nil: none of the devices on its way has a line.
  private func target(of message: Message, on path: [Int]) -> Int? {
    if !message.isToNobody { return columns.firstIndex(of: message.to) }
    return path.dropFirst().reversed().lazy.compactMap { columns.firstIndex(of: $0) }.first
  }

  /// Where a message has come: to the line of the last device that a cable has led it to; where that has none, between the
  /// lines before and after it on the way, as many parts of the distance as cables. What was lost on the last cable is in
  /// the middle of it.
  private func tip(
    of message: Message, on path: [Int], to target: Int, isLostOnCable: Bool, in line: Rect
  ) -> Int {
    let goal = x(target, line)
    guard path.count > 1 else { return goal }
    let place = message.reach(on: path, at: moment).flatMap(path.firstIndex) ?? 0
    let reached = max(0, Double(place) - (isLostOnCable ? 0.5 : 0))
    var before = (index: 0, x: x(columns.firstIndex(of: message.from)!, line))
    for index in path.indices.dropFirst() {
      guard let column = columns.firstIndex(of: path[index]) else { continue }
      let place = x(column, line)
      // A line that stands outside the way, as the order in the network file may have it, is none of its marks.
      guard place == goal || (before.x < place) == (place < goal) else { continue }
      if Double(index) > reached {
        let share = (reached - Double(before.index)) / Double(index - before.index)
        return before.x + Int((Double(place - before.x) * share).rounded(.towardZero))
      }
      before = (index, place)
    }
    return before.x
  }

  /// Where an arrow that is still short ends so that its label fits between its tip and the next line.
  private func leavingRoom(for label: String, from start: Int, to end: Int, _ step: Int, in line: Rect) -> Int
  {
    let width = label.displayWidth
    let lines = columns.indices.map { x($0, line) }
    let isShort = abs(end - start) <= 6 && abs(end - start) < width + 2
    guard isShort else { return end }
    if step > 0 {
      let next = lines.first { $0 > end } ?? line.endX
      return max(start + 1, min(end, next - 1 - width))
    }
    let next = lines.last { $0 < end } ?? line.x
    return min(start - 1, max(end, next + 1 + width))
  }

  /// Writes the label on the shaft, after its first dash and never over a line.
  private func label(
    _ message: Message, from left: Int, to right: Int, isRightward: Bool, _ role: Role, in line: Rect,
    on canvas: inout Canvas
  ) {
    var first = left + 2
    let next = columns.indices.map { x($0, line) }.first { $0 > left } ?? right
    let width = message.label.displayWidth
    if min(right, next) - first == width - 1 { first -= 1 }
    let room = min(right, next) - first
    if width <= room || right - left > 6 {
      if room > 1 { canvas.put(message.label, at: Point(x: first, y: line.y), role: role, width: room) }
    } else if isRightward {
      // The arrow is still short: the label stands before its tip.
      let following = columns.indices.map { x($0, line) }.first { $0 > right } ?? line.endX
      canvas.put(message.label, at: Point(x: right + 1, y: line.y), role: role, width: following - right - 1)
    } else {
      let previous = columns.indices.map { x($0, line) }.last { $0 < left } ?? line.x
      let start = max(previous + 1, left - width)
      canvas.put(message.label, at: Point(x: start, y: line.y), role: role, width: left - start)
    }
  }
}

extension Sign {
  static let head = Sign(
    "▸ ◂ ▴ ▾", .picture, .strong,
    say("where a frame or message goes; ▾ in TCP: the number confirmed", "프레임이나 메시지가 가는 쪽, TCP의 ▾: 확인하는 번호"))
}
