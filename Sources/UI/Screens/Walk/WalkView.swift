import Analysis
import Documents
import Networking
import Terminal

extension WalkScreen {
  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    WalkView(
      walk: self, language: surroundings.language, isCovered: surroundings.isCovered,
      isNoticed: surroundings.isNoticed
    ).draw(on: &canvas)
  }

  /// The sentence line.
  func sentence(_ size: Size, _ language: Language) -> String {
    let view = WalkView(walk: self, language: language, isCovered: false, isNoticed: false)
    return view.sentence(view.inspector, pictureContext(size, language))
  }
}

/// The walk screen: picture and fields, the bytes, the bottom panel, the sentence line.
private struct WalkView {
  let walk: WalkScreen
  let language: Language
  /// A line that is typed into has the focus.
  let isCovered: Bool
  /// Something else stands in for the sentence.
  let isNoticed: Bool
  let context: WalkInspectorContext
  let panelContext: Panel.Context

  init(walk: WalkScreen, language: Language, isCovered: Bool, isNoticed: Bool) {
    self.walk = walk
    self.language = language
    self.isCovered = isCovered
    self.isNoticed = isNoticed
    context = walk.inspectorContext
    panelContext = walk.panelContext(language)
  }

  /// A panel or a line that is typed into has the focus.
  private var isElsewhere: Bool { walk.panel.hasKeys || isCovered }

  var inspector: InspectorDrawing<WalkInspectorContext> {
    let focus: InspectorPane? =
      switch walk.focus {
      case .fields: .fields
      case .bytes: .bytes
      case .question, .words, .picture, .suggestions: nil
      }
    return InspectorDrawing(
      inspector: walk.inspector, context: context, language: language, focus: isElsewhere ? nil : focus)
  }

  func draw(on canvas: inout Canvas) {
    let layout = walk.layout(canvas.size)
    let inspector = inspector
    let picture = walk.pictureContext(canvas.size, language)
    drawTitle(in: layout.title, on: &canvas)
    if !layout.places.isEmpty {
      walk.picture.drawPlaces(
        picture, in: layout.places, isFocused: walk.focus == .picture && !isElsewhere, on: &canvas)
    } else if !layout.picture.isEmpty {
      walk.picture.draw(
        picture, in: layout.picture, isFocused: walk.focus == .picture && !isElsewhere, on: &canvas)
    }
    if !layout.second.isEmpty { walk.picture.drawSecond(picture, in: layout.second, on: &canvas) }
    if walk.isBeforeAll, !layout.fields.isEmpty {
      drawDevice(picture, in: layout.fieldsAndField, on: &canvas)
    } else if !layout.fields.isEmpty {
      inspector.drawFields(title: fieldsTitle, in: layout.fields, rows: layout.fieldRows, on: &canvas)
    }
    if !layout.field.isEmpty, !walk.isBeforeAll {
      if let ledger = walk.panel.ledger(panelContext) {
        ledger.draw(in: layout.field, on: &canvas)
      } else {
        inspector.drawField(in: layout.field, on: &canvas)
      }
    }
    if !layout.tallPanel.isEmpty {
      drawPanel(layout, inspector, on: &canvas)
    } else if !layout.bytes.isEmpty {
      inspector.drawBytes(in: layout.bytes, on: &canvas)
    }
    if !isNoticed {
      let signs = signs(picture).map { " " + $0.sentence(language) }.joined()
      SentenceLine(sentence(inspector, picture) + signs).draw(in: layout.sentence, on: &canvas)
    }
    hideSecrets(layout, on: &canvas)
  }

  /// What would say the answer of the open question is nowhere to be read but in the question.
  private func hideSecrets(_ layout: WalkLayout, on canvas: inout Canvas) {
    guard let question = walk.openQuestion, !question.secrets.isEmpty else { return }
    var panes = [layout.title, layout.picture, layout.second, layout.fields, layout.field, layout.sentence]
    panes += layout.places
    // Below them the question itself may be; whatever else speaks there does not say it.
    let asks = walk.panel.mode == .words && context.spotlight == nil
    switch asks ? self.question(canvas.size).map({ $0.0.room($0.1) }) : nil {
    case .tall: break
    case .words: panes.append(layout.bytes)
    case nil: panes += [layout.bytes, layout.words, layout.tallPanel]
    }
    for pane in panes { canvas.hide(in: pane) { question.secretPlaces(in: $0) } }
  }

  /// The device under the cursor, or the one the person sits at.
  private func drawDevice(_ picture: PicturePane.Context, in rect: Rect, on canvas: inout Canvas) {
    let marked = walk.picture.row.flatMap { walk.picture.view(in: picture).device($0) }
    guard let device = marked ?? walk.scene.holder, let world = walk.scene.world else { return }
    DevicePane(
      device: device, world: world, topology: walk.recording.topology, reference: walk.reference,
      language: language
    ).draw(in: rect, isFocused: false, on: &canvas)
  }

  /// Bytes and what speaks below them.
  private func drawPanel(
    _ layout: WalkLayout, _ inspector: InspectorDrawing<WalkInspectorContext>, on canvas: inout Canvas
  ) {
    let panel = walk.panel
    if walk.showsSuggestions {
      let world = walk.recording.timeline.front
      SuggestionsPanel(
        suggestions: walk.suggestions, names: DeviceNames(devices: world.devices, language: language),
        cables: world.cables, hasFocus: walk.focus == .suggestions && !isElsewhere
      ).draw(in: layout.tallPanel, on: &canvas)
      return
    }
    if panel.drawTall(panelContext, in: layout.tallPanel, on: &canvas) { return }
    let question = question(canvas.size)
    if let (input, context) = question, panel.mode == .words, input.room(context) == .tall {
      input.draw(context, in: layout.tallPanel, on: &canvas)
      return
    }
    inspector.drawBytes(in: layout.bytes, on: &canvas)
    if panel.mode == .field {
      inspector.closer.drawFace(in: layout.words, on: &canvas)
    } else if context.spotlight != nil {
      panel.draw(panelContext, in: layout.words, on: &canvas)
    } else if let (input, context) = question {
      input.draw(context, in: layout.words, on: &canvas)
    } else if walk.focus == .words, let say = walk.authorsWords(language),
      let context = walk.wordsContext(language),
      !context.occurrences.isEmpty
    {
      if !isElsewhere { canvas.markFocus(over: layout.words) }
      walk.words.draw(say, context, language, in: layout.words, on: &canvas)
    } else {
      NarrationPanel(say: walk.authorsWords(language), note: note, context: panelContext).draw(
        in: layout.words, on: &canvas)
    }
  }

  private func question(_ size: Size) -> (QuestionInput, QuestionInput.Context)? {
    guard let input = walk.question?.input, let context = walk.questionContext(size, language) else {
      return nil
    }
    return (input, context)
  }

  private var note: Span? {
    if walk.isBeforeAll { return Span(Texts.whatShallHappenClosed[language], .notice) }
    if let course = course { return Span(course, .notice) }
    return walk.stop.flatMap { walk.lesson?.note(atStop: $0, language) }
      ?? walk.onboarding.line.map { Span($0[language], .notice) }
  }

  /// On a fork: where → leads.
  private var course: String? {
    guard let course = walk.branches.current.course, walk.moment >= course.done,
      walk.scene.moment.number == walk.moment,
      let next = course.next(.delivery, after: walk.moment)
    else { return nil }
    let moment = walk.recording.timeline.moment(next)
    let words = panelContext.words
    let later = moment.time - walk.scene.moment.time
    let what = "\(words.device(moment)): \(walk.reference.short(moment)[language])"
    let room = WalkLayout.smallest.width - 2
    let forms = Texts.follows(what, later, language)
    return forms.first { $0.displayWidth <= room } ?? forms.last?.wrapped(to: room, rows: 1).first
  }

  // MARK: Title

  private func drawTitle(in line: Rect, on canvas: inout Canvas) {
    var right: [Span] = []
    if let jump = walk.jumps.last {
      let label =
        walk.branches.isOnFork
        ? walk.runLabel ?? walk.label(of: jump)
        : walk.questionLabel(of: jump) ?? walk.label(of: jump.moment, branch: jump.branch, stop: jump.stop)
      right.append(Span(Sign.wayBack.text + " " + label[language] + "  ", .notice))
    }
    if walk.branches.isOnFork {
      right.append(Span(Texts.fork(walk.branches.index, language) + "  ", .changed))
    }
    let place = walk.place(language)
    if !place.isEmpty { right.append(Span(place + "  ", .text)) }
    right.append(Span(Texts.time(walk.scene.moment.time) + "  ", .quiet))
    right.append(
      Span(Texts.otherSwitch[language], .quiet, identity: ClickTarget.action(.language).identity))
    let start = line.endX - 1 - right.displayWidth
    canvas.put(right, at: Point(x: start, y: line.y))
    let (fork, room) = (walk.lessonFork?.title[language].string, max(0, start - 3))
    var title = fork ?? walk.subject.title[language]
    // What stands before the colon names a lesson, too.
    if fork == nil, walk.session != nil, title.displayWidth > room { title = title.shortTitle }
    canvas.put(
      title, at: line.droppingLeft(1).origin, role: fork == nil ? .strong : .changed, width: room)
  }

  private var fieldsTitle: String {
    guard let unit = context.unit else { return Texts.noBytesTitle[language] }
    if walk.scene.isFrame {
      let title = Texts.frameTitle(unit.number, unit.bytes.count, language)
      return walk.substitute != nil && walk.isAsking ? title + " ?" : title
    }
    let device = walk.scene.holder.map { walk.recording.topology.devices[$0].label[language] }
    return Texts.unitTitle(unit, in: device ?? Texts.you[language], language)
  }

  // MARK: The sentence line

  /// One spoken sentence on whatever has the keys, else on what is selected.
  func sentence(
    _ inspector: InspectorDrawing<WalkInspectorContext>, _ picture: PicturePane.Context
  ) -> String {
    if let text = walk.panel.sentence(panelContext) { return text }
    if let text = questionSentence { return text }
    if walk.focus == .words, let context = walk.wordsContext(language),
      let text = walk.words.sentence(context, language)
    {
      return text
    }
    if walk.focus == .suggestions, let text = suggestionSentence { return text }
    if walk.focus == .picture, let row = walk.picture.row,
      let text = walk.picture.view(in: picture).sentence(row)
    {
      return text
    }
    return inspector.sentence ?? panelContext.words.whole(walk.scene.moment)
  }

  /// What the marked suggestion does, its last part for the whole.
  private var suggestionSentence: String? {
    let (items, row) = (walk.suggestions.items, walk.suggestions.cursor)
    guard walk.showsSuggestions, items.indices.contains(row), let last = items[row].whatIfs.last else {
      return nil
    }
    return Texts.does(
      last, DeviceNames(devices: walk.recording.timeline.front.devices, language: language),
      walk.recording.topology, language)
  }

  /// The signs beside what the sentence speaks of.
  private func signs(_ picture: PicturePane.Context) -> [Sign] {
    walk.panel.sentence(panelContext) == nil && questionSentence == nil && walk.focus != .suggestions
      && walk.focus != .words
      ? walk.signs(picture) : []
  }

  /// In a question: a hint, a remark, or how to answer.
  private var questionSentence: String? {
    guard walk.panel.mode == .words, let context = walk.questionContext(nil, language) else { return nil }
    return walk.question?.input.sentence(context)
  }
}

extension Sign {
  static let wayBack = Sign("◂", .around, .notice, say("Esc leads back there", "Esc를 누르면 돌아갈 곳"))
}
