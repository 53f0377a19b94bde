import Analysis
import Documents
import Networking
import Terminal

/// The pane of the pictures: which one is shown, whether it stays, and its cursor.
struct PicturePane: Component, Codable, Equatable {
  var picture = Picture.stack
  /// The learner's choice stands over the author's.
  var isKept = false
  /// On a wide screen: the picture that the learner keeps, though another has the focus.
  var kept: Picture?
  /// The row under the cursor, once the learner has moved it.
  var row: Int?
  /// The row that was shown first then, of a picture that scrolls.
  var top: Int?
  /// On a wide screen: the place that has, or last had, the focus, and the pictures by their places; nil: the first, and
  /// as they stand before anything is chosen.
  var place: Int?
  var others: [Picture]?

  enum Request {
    case notice(LocalizedText)
    case jump(to: Int)
    case select(FieldPath)
    /// The same, and the fields get the keys.
    case choose(FieldPath)
    case copy(Copied)
    case zoom
    /// The picture gets the keys.
    case focus
  }

  struct Context {
    let source: PictureSource
    /// The room inside the edges.
    let size: Size
    var language = Language.en
    /// How many pictures are drawn beside each other on a wide screen; else none.
    var places = 0
    /// An author chooses the picture at stops.
    var isLesson = false

    func picture(top: Int?) -> PictureContext {
      PictureContext(source: source, size: size, language: language, top: top)
    }
  }

  func view(in context: Context) -> any PictureView { picture.view(in: context.picture(top: top)) }

  /// What is read of the recording before it is drawn.
  func reading(in context: Context) -> PictureReading {
    picture.reading(in: context.picture(top: top), cursor: context.source.hasCursor ? row : nil)
  }

  mutating func handle(_ press: Press, in context: Context) -> [Request]? {
    switch press.action {
    case .view:
      guard let wanted = press.digit.flatMap({ Picture(digit: $0) }) else {
        return [.notice(Texts.noSuchView)]
      }
      return context.places > 0
        ? show(wanted, in: context, places: context.places) : show(wanted, in: context)
    case .zoom: return [.zoom]
    case .open: return open(in: context)
    case .copy:
      let view = view(in: context)
      return [view.sentence(row ?? view.home).map { .copy(Copied(text: $0)) } ?? .notice(Texts.nothingToCopy)]
    case let action where Action.ID.movements.contains(action):
      let view = view(in: context)
      guard view.count > 0 else { return [.notice(Texts.nothingInPicture)] }
      guard let now = row ?? (context.source.isPointedAt ? nil : view.home) else {
        // Nothing was chosen: it begins at an end, not where something acts.
        let isLast = [.up, .pageUp, .last].contains(action)
        return stand(on: isLast ? view.count - 1 : 0, in: view)
      }
      return stand(
        on: Movement.moved(now, action, count: view.count, page: context.size.height - 1), in: view)
    default: return nil
    }
  }

  /// Shows a picture; the one that is shown already stays from now on, or no longer.
  mutating func show(_ wanted: Picture, in context: Context) -> [Request] {
    if let reason = wanted.absence(in: context.source), wanted != picture { return [.notice(reason)] }
    if picture == wanted {
      isKept.toggle()
      kept = isKept ? picture : nil
      return [
        .notice(
          isKept
            ? Texts.pictureStays(wanted, isLesson: context.isLesson)
            : Texts.pictureFree(isLesson: context.isLesson))
      ]
    }
    if isKept { kept = nil }
    (picture, isKept, row, top) = (wanted, kept == wanted, nil, nil)
    return []
  }

  /// Puts the cursor on a row, and selects what the row is of.
  mutating func stand(on row: Int, in view: any PictureView) -> [Request] {
    self.row = row
    top = view.top(showing: row)
    return view.field(row).map { [.select($0)] } ?? []
  }

  /// A click on a row; a second one opens it.
  mutating func clicked(row wanted: Int, in context: Context, hasFocus: Bool) -> [Request] {
    if hasFocus, row == wanted { return open(in: context) }
    return stand(on: wanted, in: view(in: context))
  }

  private mutating func open(in context: Context) -> [Request] {
    let view = view(in: context)
    switch view.open(row ?? view.home) {
    case .moment(let target): return [.jump(to: target)]
    case .picture(let other, let device):
      top = nil
      if let drawn = arranged(context.places).firstIndex(of: other) {
        focus(place: drawn, of: context.places)
      } else {
        picture = other
      }
      row = self.view(in: context).row(of: device)
      return []
    case .field(let path): return [.choose(path)]
    case .notice(let text): return [.notice(text)]
    }
  }

  // MARK: Another moment

  /// - Parameter wanted: the picture of the stop that is reached; nil: between stops it stays.
  mutating func arrive(atStop wanted: Picture?, in source: PictureSource) {
    (row, top) = (nil, nil)
    let keepsFirst = kept.map { $0 == arranged(Picture.places.count).first } ?? false
    if let wanted, !isKept, !keepsFirst, picture != wanted || focused != 0 { place(first: wanted) }
    fit(to: source)
  }

  /// Of what does not fit what is shown the stack takes the place, unless the learner wanted it to stay.
  mutating func fit(to source: PictureSource) {
    if !isKept, picture.absence(in: source) != nil { picture = .stack }
  }

  // MARK: Drawing

  func draw(_ context: Context, in rect: Rect, isFocused: Bool, on canvas: inout Canvas) {
    let tabs = tabs(context, width: rect.width - 6, isFocused: isFocused)
    let view = view(in: context)
    let cursor = isFocused ? cursor(context, view) : nil
    let border = PaneBorder(title: tabs, trailing: view.edge(cursor: cursor), isFocused: isFocused)
    let inner = border.draw(in: rect, on: &canvas)
    view.draw(cursor: cursor, in: inner, on: &canvas)
    if isFocused, cursor == nil { canvas.cursor = inner.origin }
  }

  /// The row that is drawn under the cursor while the picture has the keys.
  func cursor(_ context: Context, _ view: any PictureView) -> Int? {
    row ?? (context.source.isPointedAt ? nil : view.home)
  }

  /// The picture under the first one on a tall screen.
  var second: Picture { picture == .tables ? .stack : .tables }

  /// Beside the first picture, without a cursor: its digit makes it the first.
  func drawSecond(_ context: Context, in rect: Rect, on canvas: inout Canvas) {
    let picture = second
    let inner = PaneBorder(title: [tab(picture, context.language)]).draw(in: rect, on: &canvas)
    picture.view(of: context.source, size: inner.size, context.language).draw(
      cursor: nil, in: inner, on: &canvas)
    canvas.identify(inner, as: nil)
  }

  /// `1 Stack [2 Ladder=] 3 Map`: the pictures that fit; where there is no room for all names the last ones have only
  /// their digit.
  private func tabs(_ context: Context, width: Int, isFocused: Bool) -> [Span] {
    var pictures = Picture.offered(in: context.source)
    if !pictures.contains(picture) { pictures.append(picture) }
    func spans(named: Int) -> [Span] {
      pictures.enumerated().flatMap { index, picture -> [Span] in
        let isShown = picture == self.picture
        let name = isShown || index < named ? " " + picture.title[context.language] : ""
        let text = "\(picture.digit)\(name)\(isShown && isKept ? "=" : "")"
        let tab = Span(
          isShown ? "[\(text)]" : text, isShown ? (isFocused ? .focus : .strong) : .quiet,
          identity: ClickTarget.picture(picture).identity)
        return index == 0 ? [tab] : [Span(" ", .quiet), tab]
      }
    }
    let named = pictures.indices.reversed().first { spans(named: $0 + 1).displayWidth <= width }
    return spans(named: named.map { $0 + 1 } ?? 0)
  }

  static let actions = [
    Action(
      .view, (1...9).map { .character(Character(String($0))) }, "1 … \(Picture.all.count)", in: .walk, .place,
      say("picture", "그림"),
      say("Show this picture; again: keep it while walking.", "이 그림을 봅니다. 한 번 더 누르면 여정 내내 그대로 둡니다."),
      isOfDigits: true, rebinding: .never("keeps its digits: each stands for a picture or a choice")),
    Action(
      .zoom, ["z"], "z", in: .walk, .place, say("zoom this pane", "창 크게 보기"),
      say("Make this pane fill the screen, and back.", "이 창을 화면 가득 보고, 다시 누르면 돌아옵니다.")),
  ]
}

extension Action.ID {
  static let view = Action.ID("view")
  static let zoom = Action.ID("zoom")
}

extension KeyHint {
  static let zoomBack = KeyHint(.zoom, "z", "small", "작게")
  static let view = KeyHint(.view, "1-\(Picture.all.count)", "view", "그림")
}

extension Sign {
  static let shownPicture = Sign("[2]", .around, .strong, say("the picture that is shown", "지금 보이는 그림"))
  static let keptPicture = Sign("[2=]", .around, .strong, say("it stays: you kept it", "그대로 두기로 한 그림"))
}
