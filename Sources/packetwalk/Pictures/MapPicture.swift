import Documents
import Networking
import Terminal

struct MapPicture: PictureView {
  let context: PictureContext

  init(_ context: PictureContext) { self.context = context }

  var count: Int { 0 }
  var home: Int { 0 }
  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas) {}
  func sentence(_ row: Int) -> String? { nil }
  func open(_ row: Int) -> PictureTarget { .notice(Texts.nothingToOpen) }
}
