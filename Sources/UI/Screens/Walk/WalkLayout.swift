import Terminal

/// Where the walk screen's parts are. 80×22 is the smallest; more rows first unfold fields, then show a second picture
/// (from 32 rows), more bytes, more words; more columns go to the fields, and one in three to the picture. A pane that
/// fills the screen leaves the others empty.
struct WalkLayout {
  static let smallest = Size(width: 80, height: 22)
  /// Rows from which the selected field has a pane of its own.
  static let tall = 40

  let title: Rect
  /// With their edges, which they share.
  let picture: Rect
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

  /// - Parameter zoom: the pane that fills the screen.
  init(_ size: Size, zoom: Pane? = nil) {
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
    let pictureWidth = 41 + max(0, size.width - 80) / 3
    let height = bytesTop - rest.y + 1
    // The stack needs ten rows inside its edges.
    let first = size.height >= 32 ? max(12, (height + 1) / 2) : height
    picture = Rect(x: 0, y: rest.y, width: pictureWidth, height: first)
    second = Rect(
      x: 0, y: picture.endY - 1, width: first < height ? pictureWidth : 0, height: height - first + 1)
    // Fourteen rows of fields and their edges before anything else; the bits have their use of ten to sixteen.
    let bits = size.height < WalkLayout.tall ? 0 : min(18, height - 16 + 1)
    let (x, width) = (pictureWidth - 1, size.width - pictureWidth + 1)
    fields = Rect(x: x, y: rest.y, width: width, height: bits > 0 ? height - bits + 1 : height)
    field = Rect(x: x, y: fields.endY - 1, width: bits > 0 ? width : 0, height: bits)
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
    if picture.contains(point) { return .picture }
    return bytes.contains(point) ? .bytes : nil
  }
}

/// The panes of a walk that can have the focus.
enum Pane: String, CaseIterable, Codable, Sendable {
  case question, fields, bytes, picture, suggestions

  var inspector: InspectorPane { self == .bytes ? .bytes : .fields }
}
