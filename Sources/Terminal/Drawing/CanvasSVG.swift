/// The screen as a drawing of its own, for pages and posters.
extension Canvas {
  /// An SVG document: the same bytes for the same canvas. It holds in any font: runs of text are as long as their
  /// cells, wide and narrow characters apart, and lines are drawn.
  package func svg(theme: Theme = .standard, title: String) -> String {
    SVG(canvas: self, theme: theme).document(title: title)
  }
}

private struct SVG {
  let canvas: Canvas
  let theme: Theme

  // In pixels.
  private static let cell = Size(width: 10, height: 20)
  private static let margin = 10
  private static let fontSize = 16
  /// From the top of a cell to the feet of its letters.
  private static let baseline = 15
  /// Between the two strokes of `═`, halved.
  private static let apart = 2

  private var width: Int { canvas.size.width }

  func document(title: String) -> String {
    let size = Size(
      width: width * SVG.cell.width + 2 * SVG.margin,
      height: canvas.size.height * SVG.cell.height + 2 * SVG.margin)
    let page = theme.page
    let font =
      "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK KR', D2Coding, monospace"
    let parts =
      [
        """
        <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(size.width)" height="\(size.height)" \
        viewBox="0 0 \(size.width) \(size.height)">
        """,
        "<title>\(SVG.escaped(title))</title>",
        "<rect width=\"\(size.width)\" height=\"\(size.height)\" fill=\"\(page.background.text)\"/>",
        """
        <g transform="translate(\(SVG.margin) \(SVG.margin))" font-family="\(font)" \
        font-size="\(SVG.fontSize)">
        """,
      ] + backgrounds() + lines() + texts() + ["</g>", "</svg>", ""]
    return parts.joined(separator: "\n")
  }

  // MARK: Parts

  /// One rectangle for each run of cells with a background of their own, and the strokes under underlined ones.
  private func backgrounds() -> [String] {
    rows { y in
      runs(y, of: { canvas.roles[$0] }).flatMap { run -> [String] in
        let paint = paint(run.value)
        let x = run.columns.lowerBound * SVG.cell.width
        let length = run.columns.count * SVG.cell.width
        var parts: [String] = []
        if paint.background != theme.page.background {
          parts.append(
            SVG.rect(x, y * SVG.cell.height, length, SVG.cell.height, paint.background))
        }
        if paint.isUnderlined {
          parts.append(SVG.rect(x, y * SVG.cell.height + SVG.baseline + 2, length, 1, paint.ink))
        }
        return parts
      }
    }
  }

  /// All lines of one role are one path.
  private func lines() -> [String] {
    var paths: [Role: String] = [:]
    for y in 0..<canvas.size.height {
      let row = y * width..<(y + 1) * width
      for stroke in strokes(Array(row), .left, .right, extent: SVG.cell.width) {
        let middle = y * SVG.cell.height + SVG.cell.height / 2
        for offset in stroke.isDouble ? [-SVG.apart, SVG.apart] : [0] {
          paths[stroke.role, default: ""] += "M\(stroke.from) \(middle + offset)H\(stroke.to)"
        }
      }
    }
    for x in 0..<width {
      let column = stride(from: x, to: canvas.glyphs.count, by: width)
      for stroke in strokes(Array(column), .up, .down, extent: SVG.cell.height) {
        let middle = x * SVG.cell.width + SVG.cell.width / 2
        paths[stroke.role, default: ""] += "M\(middle) \(stroke.from)V\(stroke.to)"
      }
    }
    return Role.allCases.compactMap { role in
      paths[role].map { "<path fill=\"none\" stroke=\"\(paint(role).ink.text)\" d=\"\($0)\"/>" }
    }
  }

  private struct Stroke {
    var role: Role
    var isDouble: Bool
    // In pixels along the row or column.
    var from, to: Int
  }

  /// The lines along one row or column: from edge to edge of their cells, or to the middle where they turn.
  private func strokes(_ cells: [Int], _ before: LineArms, _ after: LineArms, extent: Int) -> [Stroke] {
    var result: [Stroke] = []
    for (place, index) in cells.enumerated() {
      let sign = canvas.glyphs[index].base
      let arms = LineArms(sign)
      if arms.isDisjoint(with: [before, after]) { continue }
      let middle = place * extent + extent / 2
      let next = Stroke(
        role: canvas.roles[index], isDouble: sign == "═",
        from: arms.contains(before) ? place * extent : middle,
        to: arms.contains(after) ? (place + 1) * extent : middle)
      if let last = result.last, last.to == next.from, last.role == next.role,
        last.isDouble == next.isDouble
      {
        result[result.count - 1].to = next.to
      } else {
        result.append(next)
      }
    }
    return result
  }

  /// One element for each run of letters that are equally wide and look the same.
  private func texts() -> [String] {
    rows { y in
      runs(y, of: letters).compactMap { run in
        guard let letters = run.value else { return nil }
        let paint = paint(letters.role)
        let text = run.columns.map { canvas.glyphs[y * width + $0].string }.joined()
        let length = run.columns.count * SVG.cell.width
        let weight = paint.isBold ? " font-weight=\"bold\"" : ""
        return """
          <text x="\(run.columns.lowerBound * SVG.cell.width)" y="\(y * SVG.cell.height + SVG.baseline)" \
          textLength="\(length)" lengthAdjust="spacingAndGlyphs" fill="\(paint.ink.text)"\(weight)>\
          \(SVG.escaped(text))</text>
          """
      }
    }
  }

  // MARK: Cells

  private struct Paint {
    var ink: RGB
    var background: RGB
    var isBold: Bool
    var isUnderlined: Bool
  }

  private func paint(_ role: Role) -> Paint {
    let look = role.look(.many, theme)
    func color(_ number: Int32?, _ own: RGB) -> RGB {
      number.map { $0 < 0 ? own : RGB(number: $0) } ?? own
    }
    let ink = color(look.colors?.foreground, theme.page.foreground)
    let background = color(look.colors?.background, theme.page.background)
    let isReversed = look.attributes.contains(.reverse)
    return Paint(
      ink: isReversed ? background : ink, background: isReversed ? ink : background,
      isBold: look.attributes.contains(.bold), isUnderlined: look.attributes.contains(.underline))
  }

  private struct Letters: Equatable {
    var role: Role
    var isWide: Bool
  }

  private func letters(_ index: Int) -> Letters? {
    let glyph = canvas.glyphs[index]
    if glyph == .blank || !LineArms(glyph.base).isEmpty { return nil }
    let isWide =
      glyph == .rightHalf || (index + 1 < canvas.glyphs.count && canvas.glyphs[index + 1] == .rightHalf)
    return Letters(role: canvas.roles[index], isWide: isWide)
  }

  private struct Run<Value> {
    var columns: Range<Int>
    var value: Value
  }

  /// A row cut where the value changes.
  private func runs<Value: Equatable>(_ y: Int, of value: (Int) -> Value) -> [Run<Value>] {
    var result: [Run<Value>] = []
    for x in 0..<width {
      let here = value(y * width + x)
      if let last = result.last, last.value == here {
        result[result.count - 1].columns = last.columns.lowerBound..<(x + 1)
      } else {
        result.append(Run(columns: x..<(x + 1), value: here))
      }
    }
    return result
  }

  private func rows(_ body: (Int) -> [String]) -> [String] { (0..<canvas.size.height).flatMap(body) }

  // MARK: Text

  private static func rect(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ color: RGB) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(color.text)\"/>"
  }

  /// As XML takes it; what a screen would not show it does not show either.
  private static func escaped(_ text: String) -> String {
    var result = ""
    DisplayWidth.forEachGlyph(text) { glyph, _ in
      switch glyph.base {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result += glyph.string
      }
      return true
    }
    return result
  }
}
