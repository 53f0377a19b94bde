import Terminal

/// Where the walk screen's parts are. 80×22 is the smallest; more rows first unfold fields, then show more bytes,
/// then more words; more columns go to the fields, and one in three to the picture.
struct WalkLayout {
  static let smallest = Size(width: 80, height: 22)

  let title: Rect
  /// With their edges, which they share.
  let picture: Rect
  let fields: Rect
  let bytes: Rect
  /// Rows without edges.
  let words: Rect
  /// With edges, over bytes and words: question and why.
  let tallPanel: Rect
  let sentence: Rect
  let footer: Rect

  init(_ size: Size) {
    let extra = max(0, size.height - 24)
    var bytesRows = size.height >= 24 ? 4 : max(2, size.height - 20)
    var wordsRows = 4
    let toBytes = min(4, max(0, extra - 8))
    bytesRows += toBytes
    let toWords = min(2, max(0, extra - 8 - toBytes))
    wordsRows += toWords
    var rest = Rect(size)
    title = rest.cutTop(1)
    footer = rest.cutBottom(1)
    sentence = rest.cutBottom(1)
    words = rest.cutBottom(wordsRows)
    let bytesTop = rest.endY - bytesRows - 2
    bytes = Rect(x: 0, y: bytesTop, width: size.width, height: bytesRows + 2)
    tallPanel = Rect(x: 0, y: bytesTop, width: size.width, height: bytesRows + 2 + wordsRows)
    let pictureWidth = 41 + max(0, size.width - 80) / 3
    picture = Rect(x: 0, y: rest.y, width: pictureWidth, height: bytesTop - rest.y + 1)
    fields = Rect(
      x: pictureWidth - 1, y: rest.y, width: size.width - pictureWidth + 1, height: bytesTop - rest.y + 1)
  }

  /// Rows of the fields pane inside its edges.
  var fieldRows: Int { fields.height - 2 }
}
