import Analysis
import Documents
import Terminal

/// The first line of a screen: its name, and how to switch the language.
enum TitleLine {
  static func draw(_ title: String, _ language: Language, in line: Rect, on canvas: inout Canvas) {
    let other = Texts.otherSwitch[language]
    let right = line.endX - 1 - other.displayWidth
    canvas.put(
      other, at: Point(x: right, y: line.y), role: .quiet, identity: ClickTarget.action(.language).identity)
    canvas.put(title, at: line.droppingLeft(1).origin, role: .strong, width: max(0, right - line.x - 3))
  }
}
