import Analysis
import Documents
import Networking
import Terminal

/// Everything that happens, in order: a row a frame, or a row a moment, whichever the last walking key counted. However
/// many rows there are, only those that are shown are read.
struct ListPicture: PictureView {
  static let name = "list"
  static let title = say("List", "목록")
  static let rowName = say("row", "줄")
  static let hints: [KeyHint]? = [
    .row, KeyHint(.open, "Enter", "go there", "이동"),
    KeyHint(.zoom, "z", "wide", "넓게"), .find, KeyHint(.nextMatch, "n p", "match", "결과"),
    KeyHint(.nextFrame, "] [", "frames", "프레임"), KeyHint(.nextMoment, ". ,", "moments", "순간"), .pane, .view,
  ]

  let context: PictureContext
  let count: Int
  /// More happens after the last row.
  let goesOn: Bool
  // Of the context what every row asks for.
  private let recording: Recording
  private let timeline: Timeline
  private let isOfFrames: Bool
  /// The moment the walk stands at.
  private let present: Moment
  private let isAsking: Bool
  /// By moment: whether what is looked for holds there.
  private let marked: [Int: Bool]

  init(_ context: PictureContext) {
    self.context = context
    recording = context.recording
    timeline = recording.timeline
    isOfFrames = context.source.counting == .frames
    present = context.scene.moment
    isAsking = context.source.isAsking
    marked = context.source.marked
    let last = min(recording.last, max(context.source.lastListed ?? recording.last, present.number))
    count = isOfFrames ? timeline.frames(by: last) : last
    goesOn = last < recording.last || !recording.isWhole
  }

  // MARK: Rows

  /// Where the walk stands: its moment, or the frame that this is about; between frames the one before.
  private var here: Int? {
    let number = isOfFrames ? present.frame ?? timeline.frames(by: present.number) : present.number
    return (1...max(1, count)).contains(number) ? number - 1 : nil
  }

  var home: Int { here ?? 0 }

  /// The moment that a row stands for; of a frame the one it was sent in.
  func moment(_ row: Int) -> Int { isOfFrames ? timeline.transmission(row + 1).moment : row + 1 }

  /// The frame that a row is about.
  private func frame(_ row: Int) -> Int? { isOfFrames ? row + 1 : timeline.moment(row + 1).frame }

  func open(_ row: Int) -> PictureDestination {
    (0..<count).contains(row) ? .moment(moment(row)) : .notice(Texts.noFramesYet)
  }

  func sentence(_ row: Int) -> String? {
    guard (0..<count).contains(row), !isHidden(row) else { return nil }
    let language = context.language
    guard isOfFrames else {
      let narration = MomentNarration(context.topology, context.source.reference, language)
      return narration.whole(timeline.moment(row + 1))
    }
    let transmission = timeline.transmission(row + 1)
    let message = recording.message(ofFrame: row + 1)
    let place = message.hops.firstIndex { $0.frame == row + 1 } ?? 0
    let devices = [transmission.from.device, transmission.to.device].map {
      context.topology.devices[$0].label[language]
    }
    return SelectionNarration.frame(
      row + 1, message.label, from: devices[0], to: devices[1], cable: place + 1, of: message.hops.count,
      language)
  }

  /// A question is open: what comes later may be what it asks for.
  private func isHidden(_ row: Int) -> Bool {
    isAsking && moment(row) > present.number
  }

  // MARK: What is shown

  /// How many rows: `120`; `120+` where more is recorded as one looks; `…` where more comes as one walks.
  private var total: String {
    if !goesOn { return String(count) }
    return context.source.lastListed == nil ? "\(count)+" : Texts.total(nil)
  }

  /// The heads take a row.
  private var height: Int { context.size.height - 1 }

  private func window(_ cursor: Int?, height: Int) -> Range<Int> {
    let total = count + (goesOn ? 1 : 0)
    guard let cursor, let top = context.top else {
      return Rows.window(count: total, height: height, cursor: nil, top: (cursor ?? home) - height / 2)
    }
    return Rows.window(count: total, height: height, cursor: cursor, top: top)
  }

  func top(showing row: Int) -> Int? {
    // What was in sight before stays as it is as long as the cursor allows.
    let top = context.top ?? window(nil, height: height).lowerBound
    return Rows.window(count: count + (goesOn ? 1 : 0), height: height, cursor: row, top: top).lowerBound
  }

  static func reading(in context: PictureContext, cursor: Int?) -> PictureReading {
    let picture = ListPicture(context)
    guard picture.count > 0 else { return PictureReading() }
    let rows = picture.window(cursor, height: picture.height).clamped(to: 0..<picture.count)
    let ahead = context.recording.lookAhead
    let latest = picture.moment(max(rows.last ?? 0, cursor ?? 0))
    // The sentence of the row under the cursor counts the cables that its message has still to cross.
    return PictureReading(
      recorded: latest + ahead, messages: cursor.map { max(latest, picture.moment($0) + ahead) } ?? latest,
      moments: rows.map(picture.moment))
  }

  func edge(cursor: Int?) -> [Span] {
    let rows = window(cursor, height: height).clamped(to: 0..<count)
    guard !rows.isEmpty else { return [] }
    let shown = Texts.listed(rows, of: total, context.language)
    return (context.source.sought.map { [Span("/ \($0)  ", .strong)] } ?? []) + [Span(shown, .quiet)]
  }

  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {
    let language = context.language
    guard count > 0 else {
      canvas.put(Texts.noFramesYet[language], at: rect.droppingLeft(1).origin, role: .quiet)
      if cursor != nil { canvas.cursor = rect.origin }
      return
    }
    let columns = ListColumns(
      width: rect.width, counting: context.source.counting, last: count,
      time: timeline.moment(moment(count - 1)).time, topology: context.topology, language)
    var area = rect
    columns.drawHeads(
      at: here.map { $0 + 1 }, of: total, sought: context.source.sought, in: area.cutTop(1), on: &canvas)
    let rows = window(cursor, height: area.height)
    let (here, packet) = (here, packet)
    for row in rows {
      let line = area.row(row - rows.lowerBound)
      if row == count {
        let rest = context.source.lastListed == nil ? Texts.listGoesOn : Texts.listComes
        canvas.put(rest[language], at: line.droppingLeft(3).origin, role: .quiet, width: line.width - 3)
        continue
      }
      var sign = " "
      if row == here, cursor == nil { sign = ">" }
      if row != here, let frame = frame(row), packet.contains(frame) { sign = Sign.samePacket.text }
      columns.draw(content(row, columns, isHere: row == here, sign), in: line, on: &canvas)
      canvas.identify(line, as: ClickTarget.pictureRow(row).identity)
      if row == cursor {
        canvas.mark(line, .select)
        canvas.put(">", at: line.origin, role: .select)
        canvas.cursor = line.origin
      }
    }
  }

  /// The frames that carry what the present one carries.
  private var packet: Set<Int> {
    guard let row = here, let frame = frame(row) else { return [] }
    return Set(recording.message(ofFrame: frame).hops.map(\.frame)).subtracting([frame])
  }

  private func content(_ row: Int, _ columns: ListColumns, isHere: Bool, _ sign: String) -> ListColumns.Row {
    let moment = timeline.moment(moment(row))
    var content = ListColumns.Row(number: row + 1, time: moment.time, sign: sign, isHere: isHere)
    content.matches = marked[moment.number] == true
    if isHidden(row) {
      content.isHidden = true
    } else if isOfFrames {
      let transmission = timeline.transmission(row + 1)
      let line = recording.line(ofFrame: row + 1)
      (content.from, content.to) = (transmission.from.device, transmission.to.device)
      content.isLost = transmission.isLost
      content.topic = line.protocol
      content.badge = line.topic?.layer.badge ?? .text
      content.length = transmission.bytes.count
      content.says = columns.says(line) {
        recording.message(ofFrame: row + 1).label
      }
    } else {
      content.from = moment.device
      content.topic = moment.device == nil ? "" : Texts.layer(moment.layer, context.language)
      content.says = context.source.reference.short(moment)[context.language]
    }
    return content
  }
}

extension Sign {
  static let here = Sign("{58}", .picture, .strong, say("List: where the walk stands", "목록: 여정이 지금 있는 곳"))
  static let samePacket = Sign(
    "=", .picture, .text, say("List: the same packet on another cable", "목록: 다른 케이블을 지나는 같은 패킷"))
}
