import Documents
import Networking
import Terminal

struct HeaderPicture: PictureView {
  let context: PictureContext

  init(_ context: PictureContext) { self.context = context }

  /// Why there is nothing to draw of what the walk shows; nil: there is.
  static func absence(in walk: WalkModel) -> LocalizedText? { Texts.noHeaderPicture }

  var count: Int { 0 }
  var home: Int { 0 }
  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {}
  func sentence(_ row: Int) -> String? { nil }
  func open(_ row: Int) -> PictureTarget { .notice(Texts.nothingToOpen) }
}
