import Analysis
import Documents
import Terminal

/// Several pictures beside each other on a wide screen: each in a place, none twice. `picture` stands in the place that
/// has, or last had, the focus.
extension PicturePane {
  /// The pictures by their places.
  func arranged(_ count: Int) -> [Picture] {
    // What was kept with other places than there are now is forgotten.
    var pictures = others.flatMap { $0.count == Picture.places.count ? $0 : nil } ?? Picture.places
    let here = min(focused, Picture.places.count - 1)
    // Where it stood before stands what it takes the place of.
    if let twin = pictures.firstIndex(of: picture), twin != here { pictures[twin] = pictures[here] }
    pictures[here] = picture
    // Of a screen with fewer places the one with the focus is always seen.
    return Array(pictures.prefix(count))
  }

  /// The place that has, or last had, the focus.
  var focused: Int { place ?? 0 }

  /// Another place gets the focus.
  mutating func focus(place wanted: Int, of count: Int) {
    let pictures = arranged(Picture.places.count)
    guard wanted < count, wanted != focused, pictures.indices.contains(wanted) else { return }
    others = pictures
    place = wanted
    // What is kept stays the one that was meant.
    if isKept { kept = picture }
    picture = pictures[wanted]
    isKept = kept == picture
    (row, top) = (nil, nil)
  }

  /// A digit puts its picture into the place with the focus, or beside what is kept there; one that is drawn already gets the
  /// focus.
  mutating func show(_ wanted: Picture, in context: Context, places count: Int) -> [Request] {
    if let drawn = arranged(count).firstIndex(of: wanted), drawn != focused {
      focus(place: drawn, of: count)
      return [.focus]
    }
    if isKept, wanted != picture, wanted.absence(in: context.source) == nil,
      let free = (0..<count).first(where: { $0 != focused })
    {
      focus(place: free, of: count)
    }
    let requests = show(wanted, in: context)
    return requests + [.focus]
  }

  /// Puts the author's picture to the left above.
  mutating func place(first wanted: Picture) {
    let pictures = arranged(Picture.places.count)
    others = pictures
    if let old = pictures.firstIndex(of: wanted), old > 0 { others?[old] = pictures[0] }
    others?[0] = wanted
    place = 0
    picture = wanted
    isKept = kept == wanted
  }

  // MARK: Reading and drawing

  /// What all of them read of the recording before they are drawn.
  func readings(in context: Context, places: [Rect]) -> [PictureReading] {
    var source = context.source
    source.hasCursor = false
    let others = zip(arranged(places.count), places).enumerated().filter { $0.offset != focused }
    return [reading(in: context)]
      + others.map { _, other in
        other.0.reading(
          in: PictureContext(source: source, size: other.1.inset().size, language: context.language),
          cursor: nil)
      }
  }

  /// All of them; the one with the focus has the cursor, and the first names those that are not drawn.
  func drawPlaces(_ context: Context, in places: [Rect], isFocused: Bool, on canvas: inout Canvas) {
    let pictures = arranged(places.count)
    var source = context.source
    source.hasCursor = false
    for (index, (picture, rect)) in zip(pictures, places).enumerated() {
      let hasFocus = isFocused && index == focused
      let others = index == 0 ? Picture.offered(in: source).filter { !pictures.contains($0) } : []
      let titles =
        [tab(picture, context.language, isChosen: index == focused, isFocused: hasFocus)]
        + others.flatMap { [Span(" ", .quiet), tab($0, context.language)] }
      let view = picture.view(
        in: PictureContext(
          source: index == focused ? context.source : source, size: rect.inset().size,
          language: context.language, top: index == focused ? top : nil))
      let cursor = hasFocus ? cursor(context, view) : nil
      let border = PaneBorder(title: titles, trailing: view.edge(cursor: cursor), isFocused: hasFocus)
      let inner = border.draw(in: rect, on: &canvas)
      view.draw(cursor: cursor, in: inner, on: &canvas)
      if hasFocus, cursor == nil { canvas.cursor = inner.origin }
    }
  }

  /// A picture's digit and name in an edge; a click shows it.
  func tab(
    _ picture: Picture, _ language: Language, isChosen: Bool = false, isFocused: Bool = false
  ) -> Span {
    let text =
      "\(picture.digit) \(picture.title[language])\(isChosen && isKept || picture == kept ? "=" : "")"
    return Span(
      isChosen ? "[\(text)]" : text, isFocused ? .focus : isChosen ? .strong : .quiet,
      identity: ClickTarget.picture(picture).identity)
  }
}
