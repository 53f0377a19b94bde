import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A connection from both its ends: the states they went through, and the bytes each way as a ruler.
struct TCPPicture: PictureView {
  static let name = "tcp"
  static let title = say("TCP", "TCP")
  static let rowName = say("line", "줄")

  /// What the cursor can stand on.
  enum Line: Equatable {
    case state(end: Int, index: Int)
    /// `sender`: index of the end whose bytes the ruler shows.
    case mark(sender: Int, index: Int)
  }

  /// Columns that the states of both ends need side by side.
  private static let narrowest = 33

  let context: PictureContext
  let conversation: TCPConversation?
  /// The bytes that each end sends; nil before its SYN.
  let streams: [TCPByteStream?]
  let lines: [Line]

  init(_ context: PictureContext) {
    self.context = context
    let conversation = TCPConversation(at: context.scene, in: context.recording)
    self.conversation = conversation
    let streams = conversation.map { found in [0, 1].map { TCPByteStream(found, from: $0) } } ?? [nil, nil]
    self.streams = streams
    let states = (conversation?.ends ?? []).enumerated().flatMap { end, content in
      content.states.indices.map { Line.state(end: end, index: $0) }
    }
    let marks = streams.enumerated().flatMap { sender, stream in
      (stream?.marks.indices ?? 0..<0).map { Line.mark(sender: sender, index: $0) }
    }
    lines = states + marks
  }

  /// Why there is nothing to draw of what the walk shows; nil: there is.
  static func absence(in source: PictureSource) -> LocalizedText? {
    TCPConversation.endpoints(at: source.scene, in: source.recording) == nil ? Texts.noTCPPicture : nil
  }

  var count: Int { lines.count }

  /// The present state of the end that acts.
  var home: Int {
    guard let conversation else { return 0 }
    let end = conversation.ends.firstIndex { $0.device == context.scene.moment.device } ?? 0
    return lines.firstIndex(of: .state(end: end, index: conversation.ends[end].arcs.count)) ?? 0
  }

  func row(of device: Int) -> Int? {
    guard let end = conversation?.ends.firstIndex(where: { $0.device == device }) else { return nil }
    return lines.firstIndex(of: .state(end: end, index: conversation!.ends[end].arcs.count))
  }

  func name(_ end: Int) -> String {
    guard let content = conversation?.ends[end] else { return "" }
    return content.device.map { context.topology.devices[$0].label[context.language] }
      ?? "\(content.endpoint.address)"
  }

  func sentence(_ row: Int) -> String? {
    guard let conversation, lines.indices.contains(row) else { return nil }
    switch lines[row] {
    case .state(let end, 0):
      return conversation.ends[end].initial == .listen
        ? Texts.listensFromStart(name(end), context.language)
        : Texts.closedFromStart(name(end), context.language)
    case .state(let end, let index):
      let arc = conversation.ends[end].arcs[index - 1]
      return Texts.state(
        name(end), arc.to.rawValue, by: arc.label, at: arc.moment,
        isPast: index < conversation.ends[end].arcs.count, context.language)
    case .mark(let sender, let index):
      return streams[sender].map { stream in
        let mark = stream.marks[index]
        if context.source.asked?.asks(for: mark) == true { return Sign.hidden.text }
        return Texts.variable(
          mark, of: name(mark.variable.isOfSender ? sender : 1 - sender), context.language)
      }
    }
  }

  func open(_ row: Int) -> PictureDestination {
    guard let conversation, lines.indices.contains(row) else { return .notice(Texts.nothingToOpen) }
    switch lines[row] {
    case .state(_, 0): return .notice(Texts.startState)
    case .state(let end, let index): return .moment(conversation.ends[end].arcs[index - 1].moment)
    case .mark(let sender, let index):
      guard let moment = streams[sender]?.marks[index].moment, moment > 0 else {
        return .notice(Texts.noSetter)
      }
      return .moment(moment)
    }
  }

  // MARK: Drawing

  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {
    guard let conversation else {
      let reason = String(Texts.noTCPPicture[context.language].dropFirst(2))
      canvas.put(reason, at: rect.row(1).droppingLeft(2).origin, role: .quiet, width: rect.width - 3)
      if cursor != nil { canvas.cursor = rect.origin }
      return
    }
    let isTall = rect.height >= 18
    var room = rect
    var rulers = room.cutBottom(isTall ? 10 : min(4, max(0, rect.height - 3)))
    if isTall { _ = room.cutBottom(1) }
    // The whole diagram stands beside the two ways through it where there is room for both.
    if room.width >= TCPPicture.narrowest + TCPStateDiagram.size.width + 2,
      room.height >= TCPStateDiagram.size.height
    {
      let place = room.cutRight(TCPStateDiagram.size.width + 1).origin
      TCPStateDiagram(ends: conversation.ends, since: context.source.since).draw(at: place, on: &canvas)
    }
    let half = (room.width - 1) / 2
    for (end, area) in [room.left(half), room.droppingLeft(half + 1)].enumerated() {
      TCPStateHistoryDrawing(
        end: conversation.ends[end], name: name(end), since: context.source.since, rows: stateRows(end),
        cursor: cursor, asked: context.source.asked,
        focus: conversation.ends.firstIndex { $0.device == context.scene.moment.device } == end
      ).draw(in: area, on: &canvas)
    }
    let selected = context.source.selected.flatMap { context.scene.unit?.node($0).field.name }
    for sender in [0, 1] {
      TCPRulerDrawing(
        stream: streams[sender], names: [name(sender), name(1 - sender)], rows: markRows(sender),
        cursor: cursor, selected: selected, asked: context.source.asked, language: context.language
      ).draw(in: rulers.cutTop(isTall ? 5 : 2), isTall: isTall, on: &canvas)
    }
  }

  /// Rows of the cursor for the states of an end.
  private func stateRows(_ end: Int) -> Range<Int> {
    let first = lines.firstIndex { if case .state(end, _) = $0 { true } else { false } } ?? 0
    return first..<first + (conversation?.ends[end].states.count ?? 0)
  }

  private func markRows(_ sender: Int) -> Range<Int> {
    let first = lines.firstIndex { if case .mark(sender, _) = $0 { true } else { false } } ?? lines.count
    return first..<first + (streams[sender]?.marks.count ?? 0)
  }
}

extension PreparedQuestion {
  /// Whether a number of a byte, counted from the first or as it is on the wire, is what it asks for.
  func asks(for mark: TCPByteStream.Mark) -> Bool {
    asks(for: UInt64(mark.number)) || asks(for: UInt64(mark.absolute.value))
  }
}
