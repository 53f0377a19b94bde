import Analysis
import Documents
import Terminal

/// Shown until the window is large enough again; nothing else changes.
struct TooSmallScreen {
  let model: Model

  func draw(on canvas: inout Canvas) {
    let needed = WalkLayout.smallest
    let language = model.language
    var lines = Texts.tooSmall(needed.width, needed.height, canvas.size.width, canvas.size.height)[language]
    if let walk = model.walk {
      lines += [
        "", Texts.placeKept[language], "\(walk.subject.title[language]), \(walk.placeLabel[language])",
      ]
    } else {
      lines += ["", Texts.makeLarger[language]]
    }
    if let lesson = model.walk?.session?.run.id ?? model.library.lessons.first?.id {
      lines += ["", Texts.startPlain(lesson)[language]]
    }
    var y = canvas.size.height > lines.count + 2 ? 1 : 0
    for line in lines.flatMap({ $0.wrapped(to: max(1, canvas.size.width - 2)) }) {
      if y >= canvas.size.height - 1 { break }
      canvas.put(line, at: Point(x: 2, y: y))
      y += 1
    }
    canvas.put(Texts.quitKey[language], at: Point(x: 2, y: canvas.size.height - 1), role: .strong)
    canvas.cursor = Point(x: 0, y: max(0, canvas.size.height - 1))
  }
}
