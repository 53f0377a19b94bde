import Analysis
import Documents
import Networking
import Terminal

/// The walk screen: picture and fields, the bytes, the bottom panel, the sentence line.
struct WalkView {
  let model: Model
  let walk: WalkModel

  private var language: Language { model.language }
  /// A panel or a line that is typed into has the focus.
  private var isElsewhere: Bool { walk.isInPanel || model.prompt != nil }

  func draw(on canvas: inout Canvas) {
    let layout = walk.layout(canvas.size)
    drawTitle(in: layout.title, on: &canvas)
    if !layout.picture.isEmpty { drawPicture(in: layout.picture, on: &canvas) }
    if !layout.second.isEmpty { drawSecondPicture(in: layout.second, on: &canvas) }
    if !layout.fields.isEmpty { drawFields(in: layout.fields, rows: layout.fieldRows, on: &canvas) }
    if !layout.field.isEmpty { drawField(in: layout.field, on: &canvas) }
    if !layout.tallPanel.isEmpty {
      drawPanels(layout, on: &canvas)
    } else if !layout.bytes.isEmpty {
      drawBytes(in: layout.bytes, on: &canvas)
    }
    canvas.put(
      SentenceLine(walk: walk, language: language).text(canvas.size),
      at: layout.sentence.droppingLeft(1).origin, width: layout.sentence.width - 1)
  }

  /// Bytes and what speaks below them.
  private func drawPanels(_ layout: WalkLayout, on canvas: inout Canvas) {
    if case .why(let why) = walk.face {
      WhyPanel(walk: walk, why: why, language: language).draw(in: layout.tallPanel, on: &canvas)
    } else if case .hop(let state) = walk.face, let diff = walk.hop {
      HopPanel(walk: walk, diff: diff, state: state, language: language).draw(
        in: layout.tallPanel, on: &canvas)
    } else if let open = walk.lesson?.open, open.isChoice, walk.face == .words, walk.focus == .question {
      QuestionPanel(
        open: open, number: number(open), count: walk.lesson?.run.questions.count ?? 0, isFocused: true,
        language: language
      ).draw(in: layout.tallPanel, on: &canvas)
    } else {
      drawBytes(in: layout.bytes, on: &canvas)
      if let sum = walk.checksum, let unit = walk.scene.unit {
        ChecksumFace(sum: sum, unit: unit, language: language).draw(in: layout.words, on: &canvas)
      } else if walk.face == .field {
        FieldFace(walk: walk, language: language).draw(in: layout.words, on: &canvas)
      } else if let open = walk.lesson?.open {
        QuestionWords(
          open: open, number: number(open), count: walk.lesson?.run.questions.count ?? 0,
          isFocused: walk.focus == .question, isAside: walk.questionSituation == .lookingAround,
          language: language
        ).draw(in: layout.words, on: &canvas)
      } else {
        WordsPanel(walk: walk, language: language).draw(in: layout.words, on: &canvas)
      }
    }
  }

  private func number(_ open: OpenQuestion) -> Int { walk.lesson?.run.number(of: open.question) ?? 0 }

  // MARK: Title

  private func drawTitle(in line: Rect, on canvas: inout Canvas) {
    var right: [Span] = []
    if let jump = walk.jumps.last { right.append(Span("◂ " + jump.label[language] + "  ", .notice)) }
    if walk.isOnFork { right.append(Span(Texts.fork(walk.branch, language) + "  ", .changed)) }
    right.append(Span(place + "  ", .text))
    right.append(Span(Texts.time(walk.scene.moment.time) + "  ", .quiet))
    right.append(
      Span(Texts.otherSwitch[language], .quiet, identity: Target.action(.language).identity))
    let start = line.endX - 1 - right.displayWidth
    canvas.put(right, at: Point(x: start, y: line.y))
    canvas.put(walk.title[language], at: line.droppingLeft(1).origin, role: .strong, width: max(0, start - 3))
  }

  /// `stop 4/12`, or `moment 23/412`.
  private var place: String {
    let number = walk.scene.moment.number
    if let lesson = walk.lesson, let open = lesson.open, open.isBefore,
      let next = lesson.stops.firstIndex(where: { $0.moment > walk.moment })
    {
      return Texts.stop(next + 1, lesson.stops.count, language)
    }
    if let lesson = walk.lesson, let stop = walk.stop, number == walk.moment {
      return Texts.stop(stop + 1, lesson.stops.count, language)
    }
    return "\(Texts.moment(number, language))/\(walk.journey.last)"
  }

  // MARK: Picture

  private func drawPicture(in rect: Rect, on canvas: inout Canvas) {
    let isFocused = walk.focus == .picture && !isElsewhere
    let inner = Frame(title: tabs(width: rect.width - 6, isFocused: isFocused), isFocused: isFocused).draw(
      in: rect, on: &canvas)
    let view = walk.picture.view(of: walk, size: inner.size, language)
    view.draw(cursor: isFocused ? walk.pictureRow ?? view.home : nil, in: inner, on: &canvas)
  }

  /// Beside the first picture, without a cursor: its digit makes it the first.
  private func drawSecondPicture(in rect: Rect, on canvas: inout Canvas) {
    let picture = walk.secondPicture
    let tab = Span(
      "\(picture.rawValue) \(picture.name[language])", .quiet, identity: Target.picture(picture).identity)
    let inner = Frame(title: [tab]).draw(in: rect, on: &canvas)
    picture.view(of: walk, size: inner.size, language).draw(cursor: nil, in: inner, on: &canvas)
    canvas.identify(inner, as: nil)
  }

  /// `1 Stack [2 Ladder=] 3 Map`: the pictures that fit; where there is no room for all names the last ones have only
  /// their digit.
  private func tabs(width: Int, isFocused: Bool) -> [Span] {
    var pictures = Picture.offered(in: walk)
    if !pictures.contains(walk.picture) { pictures.append(walk.picture) }
    func spans(named: Int) -> [Span] {
      pictures.enumerated().flatMap { index, picture -> [Span] in
        let isShown = picture == walk.picture
        let name = isShown || index < named ? " " + picture.name[language] : ""
        let text = "\(picture.rawValue)\(name)\(isShown && walk.isPictureKept ? "=" : "")"
        let tab = Span(
          isShown ? "[\(text)]" : text, isShown ? (isFocused ? .focus : .strong) : .quiet,
          identity: Target.picture(picture).identity)
        return index == 0 ? [tab] : [Span(" ", .quiet), tab]
      }
    }
    let named = pictures.indices.reversed().first { spans(named: $0 + 1).displayWidth <= width }
    return spans(named: named.map { $0 + 1 } ?? 0)
  }

  // MARK: Fields

  private func drawFields(in rect: Rect, rows height: Int, on canvas: inout Canvas) {
    let isFocused = walk.focus == .fields && !isElsewhere
    let inner = Frame(title: [Span(fieldsTitle)], isFocused: isFocused).draw(in: rect, on: &canvas)
    guard let unit = walk.scene.unit, let tree = walk.tree(height: height) else {
      for (index, line) in Texts.noBytes[language].wrapped(to: inner.width - 4).enumerated() {
        canvas.put(line, at: inner.row(index + 1).droppingLeft(2).origin, role: .quiet)
      }
      if isFocused { canvas.cursor = inner.origin }
      return
    }
    let pane = FieldsPane(
      dissection: unit, tree: tree, changes: walk.scene.changes, lit: walk.litPlaces, language: language,
      width: inner.width)
    let cursor = walk.cursor(in: tree)
    let top = tree.top(cursor: cursor, lit: walk.litPlaces, height: inner.height)
    Rows(pane.rows(), cursor: cursor, isFocused: isFocused).draw(in: inner, on: &canvas, top: top)
    if let error = unit.error, tree.rows.count < inner.height {
      let line = inner.row(tree.rows.count)
      canvas.put(
        "✗ " + error.description, at: line.droppingLeft(1).origin, role: .wrong, width: line.width - 1)
    }
  }

  private var fieldsTitle: String {
    guard let unit = walk.scene.unit else { return Texts.noBytesTitle[language] }
    if walk.scene.isFrame { return Texts.frameTitle(unit.number, unit.bytes.count, language) }
    let device = walk.scene.holder.map { walk.journey.topology.devices[$0].label[language] }
    return Texts.unitTitle(unit, in: device ?? Texts.you[language], language)
  }

  /// The selected field, or the words of the checksum that is added up.
  private func drawField(in rect: Rect, on canvas: inout Canvas) {
    if let sum = walk.checksum, let unit = walk.scene.unit {
      ChecksumLedger(sum: sum, unit: unit, language: language).draw(in: rect, on: &canvas)
    } else {
      FieldPane(walk: walk, language: language).draw(in: rect, on: &canvas)
    }
  }

  // MARK: Bytes

  private func drawBytes(in rect: Rect, on canvas: inout Canvas) {
    let isFocused = walk.focus == .bytes && !isElsewhere
    guard let unit = walk.scene.unit else {
      Frame(title: [Span(Texts.bytesTitle[language])], isFocused: isFocused).draw(in: rect, on: &canvas)
      if isFocused { canvas.cursor = rect.inset().origin }
      return
    }
    let source = walk.source
    let bytes = unit.bytes(of: source)
    let pane = BytesPane(
      bytes: bytes, selected: walk.selectedBytes, lit: walk.litBytes, cursor: isFocused ? walk.byte : nil)
    let rows = rect.height - 2
    let offsets =
      source == .frame ? UnitBar(unit).offsets(language) : Texts.reassembled(bytes.count, language)
    let count = extent(pane.window(height: rows), of: bytes.count)
    let room = rect.width - 8 - count.displayWidth
    let name = Texts.bytesTitle[language]
    let inner = Frame(
      title: [Span(name), Span(("  " + offsets).truncated(to: max(0, room - name.displayWidth)), .quiet)],
      trailing: [Span(count, .quiet)], isFocused: isFocused
    ).draw(in: rect, on: &canvas)
    pane.draw(in: inner, on: &canvas)
  }

  /// `60 of 60`, `64 of 130 ▾`, `▴ 16-74 of 74`.
  private func extent(_ rows: Range<Int>, of count: Int) -> String {
    let first = rows.lowerBound * BytesPane.perRow
    let end = min(count, rows.upperBound * BytesPane.perRow)
    let shown = first == 0 ? "\(end)" : "\(first)-\(end)"
    return (first > 0 ? "▴ " : "") + Texts.of(shown, count, language) + (end < count ? " ▾" : "")
  }
}

extension WalkModel {
  var isInWhy: Bool {
    if case .why = face { true } else { false }
  }

  /// The panel at the bottom has the keys.
  var isInPanel: Bool {
    switch face {
    case .why, .checksum, .hop: true
    case .words, .field: false
    }
  }
}
