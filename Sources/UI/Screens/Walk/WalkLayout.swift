import Terminal

/// Where the walk screen's parts are. 80×22 is the smallest; more rows first unfold fields, then show a second picture
/// (from 32 rows), more bytes, more words; more columns go to the fields, and one in three to the picture. From 160
/// columns pictures have places of their own. A pane that fills the screen leaves the others empty.
struct WalkLayout {
  static let smallest = Size(width: 80, height: 22)
  /// Rows from which the selected field has a pane of its own.
  static let tall = 40
  /// Columns from which three pictures stand beside the fields, and rows from which there are as many as there are places.
  static let wide = 160
  static let wideAndTall = 50

  let title: Rect
  /// With their edges, which they share. On a wide screen the place that has, or last had, the focus.
  let picture: Rect
  /// The places of pictures on a wide screen; none on others.
  let places: [Rect]
  /// Under the picture, with its edges; empty on a screen of fewer rows.
  let second: Rect
  let fields: Rect
  /// The selected field looked at closely, under the fields, with its edges; empty below 40 rows.
  let field: Rect
  let bytes: Rect
  /// Rows without edges.
  let words: Rect
  /// With edges, over bytes and words: question and why.
  let tallPanel: Rect
  let sentence: Rect
  let footer: Rect

  /// - Parameters:
  ///   - zoom: the pane that fills the screen.
  ///   - place: of the pictures' places the one that has, or last had, the focus.
  init(_ size: Size, zoom: Pane? = nil, place: Int = 0) {
    var rest = Rect(size)
    title = rest.cutTop(1)
    footer = rest.cutBottom(1)
    sentence = rest.cutBottom(1)
    if let zoom {
      let none = Rect(x: 0, y: rest.y, width: 0, height: 0)
      picture = zoom == .picture ? rest : none
      fields = zoom == .fields ? rest : none
      bytes = zoom == .bytes ? rest : none
      (second, field, words, tallPanel) = (none, none, none, none)
      places = []
      return
    }
    let extra = max(0, size.height - 24)
    // From 40 rows the bits of the selected field come first.
    let more = size.height < WalkLayout.tall ? extra - 8 : (size.height - WalkLayout.tall) / 2
    let bytesRows = (size.height >= 24 ? 4 : max(2, size.height - 20)) + min(4, max(0, more))
    let wordsRows = 4 + min(2, max(0, extra - 12))
    words = rest.cutBottom(wordsRows)
    let bytesTop = rest.endY - bytesRows - 2
    bytes = Rect(x: 0, y: bytesTop, width: size.width, height: bytesRows + 2)
    tallPanel = Rect(x: 0, y: bytesTop, width: size.width, height: bytesRows + 2 + wordsRows)
    let height = bytesTop - rest.y + 1
    let count = WalkLayout.places(size)
    if count > 0 {
      places = WalkLayout.places(count, in: Rect(x: 0, y: rest.y, width: size.width, height: height))
      picture = places[min(place, count - 1)]
      second = Rect(x: 0, y: rest.y, width: 0, height: 0)
    } else {
      places = []
      let width = 41 + max(0, size.width - 80) / 3
      // The stack needs ten rows inside its edges.
      let first = size.height >= 32 ? max(12, (height + 1) / 2) : height
      picture = Rect(x: 0, y: rest.y, width: width, height: first)
      second = Rect(
        x: 0, y: picture.endY - 1, width: first < height ? width : 0, height: height - first + 1)
    }
    // Fourteen rows of fields and their edges before anything else; the bits have their use of ten to sixteen.
    let bits = size.height < WalkLayout.tall ? 0 : min(18, height - 16 + 1)
    let x = (places.map(\.endX).max() ?? picture.endX) - 1
    let width = size.width - x
    fields = Rect(x: x, y: rest.y, width: width, height: bits > 0 ? height - bits + 1 : height)
    field = Rect(x: x, y: fields.endY - 1, width: bits > 0 ? width : 0, height: bits)
  }

  /// How many pictures have places.
  static func places(_ size: Size) -> Int {
    if size.width < wide || size.height < 32 { return 0 }
    return size.height < wideAndTall ? 3 : Picture.places.count
  }

  /// Left above, left below, middle; then left at the bottom, and the middle's lower half.
  private static func places(_ count: Int, in rect: Rect) -> [Rect] {
    let fields = 56 + (rect.width - wide) / 4
    let middle = 46 + (rect.width - wide) * 14 / 40 + 2
    let left = rect.width - fields - middle
    // The stack needs ten rows inside its edges.
    let first = count > 3 ? max(12, (rect.height - 12 + 2) / 2) : max(12, (rect.height + 1) / 2)
    let second = count > 3 ? 12 : rect.height - first + 1
    let half = count > 4 ? (rect.height + 1) / 2 : rect.height
    let above = Rect(x: rect.x, y: rect.y, width: left, height: first)
    let below = Rect(x: rect.x, y: above.endY - 1, width: left, height: second)
    let beside = Rect(x: left - 1, y: rect.y, width: middle, height: half)
    let bottom = Rect(
      x: rect.x, y: below.endY - 1, width: left, height: rect.height - first - second + 2)
    let last = Rect(x: left - 1, y: beside.endY - 1, width: middle, height: rect.height - half + 1)
    return Array([above, below, beside, bottom, last].prefix(count))
  }

  /// The place of a picture under a point of a wide screen.
  func place(at point: Point) -> Int? {
    // Places share their edges; the later one has it.
    places.lastIndex { $0.contains(point) }
  }

  /// The room of both, for what has no fields.
  var fieldsAndField: Rect {
    var rect = fields
    if !field.isEmpty { rect.height = field.endY - fields.y }
    return rect
  }

  /// Rows of the fields pane inside its edges.
  var fieldRows: Int { fields.height - 2 }

  /// The pane under a point of the screen.
  func pane(at point: Point) -> Pane? {
    // Panes share their edges; the later one has it.
    if fields.contains(point), point.x > fields.x { return .fields }
    if picture.contains(point) || place(at: point) != nil { return .picture }
    return bytes.contains(point) ? .bytes : nil
  }
}

/// The panes of a walk that can have the focus.
enum Pane: String, CaseIterable, Codable, Sendable {
  case question, fields, bytes, words, picture, suggestions

  var inspector: InspectorPane { self == .bytes ? .bytes : .fields }
}
