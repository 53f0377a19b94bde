import Terminal

/// Where the walk screen's parts are. 80×22 is the smallest; more rows first unfold fields, then show a second picture
/// (from 32 rows), more bytes, more words; more columns go to the fields, and one in three to the picture. A pane that
/// fills the screen leaves the others empty.
struct WalkLayout {
  static let smallest = Size(width: 80, height: 22)

  let title: Rect
  /// With their edges, which they share.
  let picture: Rect
  /// Under the picture, with its edges; empty on a screen of fewer rows.
  let second: Rect
  let fields: Rect
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
      (second, words, tallPanel) = (none, none, none)
      return
    }
    let extra = max(0, size.height - 24)
    let bytesRows = (size.height >= 24 ? 4 : max(2, size.height - 20)) + min(4, max(0, extra - 8))
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
    fields = Rect(x: pictureWidth - 1, y: rest.y, width: size.width - pictureWidth + 1, height: height)
  }

  /// Rows of the fields pane inside its edges.
  var fieldRows: Int { fields.height - 2 }
}

extension WalkModel {
  /// The parts of the screen as they are now.
  func layout(_ size: Size) -> WalkLayout { WalkLayout(size, zoom: zoom) }

  /// The pane that fills the screen; what speaks in the panel needs the panel.
  var zoom: Pane? { isZoomed && face == .words && lesson?.open == nil ? focus : nil }

  /// The picture under the first one on a tall screen.
  var secondPicture: Picture { picture == .tables ? .stack : .tables }
}
