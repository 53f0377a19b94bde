import Analysis
import Documents
import Lessons
import Networking
import Terminal

@testable import UI

/// What the parts of a walk say of it as it is, for tests.
extension WalkScreen {
  var selectedPlace: FieldPlace? { inspector.place(in: inspectorContext) }
  var selectedBytes: Range<Int> { inspector.bytes(in: inspectorContext) }
  var lit: Set<FieldPlace> { inspectorContext.lit }
  var litPlaces: Set<FieldPlace> { inspector.litPlaces(in: inspectorContext) }
  var litBytes: [Range<Int>] { inspector.litBytes(in: inspectorContext) }
  var hop: HopDiff? { panelContext().hop }

  mutating func select(_ place: FieldPlace) { inspector.select(place, in: inspectorContext) }
  mutating func select(byte: Int) { inspector.select(byte: byte, in: inspectorContext) }
  func tree(height: Int) -> FieldTree? { inspector.tree(in: inspectorContext, height: height) }
  func cursor(in tree: FieldTree) -> Int? { inspector.cursor(of: tree, in: inspectorContext) }

  mutating func matches(_ expression: Expression) -> Matches { find { $0.matches(expression, in: $1) } }

  func pictureContext(_ width: Int, _ height: Int, _ language: Language) -> PictureContext {
    PictureContext(source: pictureSource, size: Size(width: width, height: height), language: language)
  }
}

extension Picture {
  static let header = Picture("header")!
  static let tcp = Picture("tcp")!

  func view(of walk: WalkScreen, size: Size, _ language: Language) -> any PictureView {
    view(of: walk.pictureSource, size: size, language)
  }

  func absence(in walk: WalkScreen) -> LocalizedText? { absence(in: walk.pictureSource) }
}

extension Model {
  /// Clicks on what stands at a point of the screen that is seen.
  mutating func click(at point: Point) -> Effect { mouse(.press, at: point) }

  mutating func mouse(_ action: Mouse.Action, at point: Point) -> Effect {
    let key = Key.mouse(Mouse(action, at: point))
    return update(&self, key, target: view(self).target(of: key))
  }
}

extension Model {
  /// The pane of the picture without its lower edge.
  var drawnPicture: String {
    guard let layout = shownWalk?.layout(size) else { return "" }
    let rows = layout.picture.y..<layout.picture.endY - 1
    return view(self).lines[rows].map { $0.prefix(columns: layout.picture.width) }.joined(separator: "\n")
  }
}

extension String {
  /// As many characters as fit so many columns.
  fileprivate func prefix(columns: Int) -> String {
    var text = ""
    for character in self {
      if (text + String(character)).displayWidth > columns { break }
      text.append(character)
    }
    return text
  }
}

extension WalkScreen {
  /// Stands at a stop of its lesson.
  mutating func enter(_ stop: LessonRun.Stop) {
    enter(stop: session?.stops.firstIndex { $0.id == stop.id } ?? 0)
  }
}
