import Analysis
import Documents
import Lessons
import Terminal

/// What the left pane can show of a moment: the digit is its key.
enum Picture: Int, CaseIterable, Sendable {
  case stack = 1
  case ladder, map, tables, tcp, header

  init(_ view: Lesson.View) {
    self =
      switch view {
      case .stack: .stack
      case .ladder: .ladder
      case .map: .map
      case .tables: .tables
      case .tcp: .tcp
      case .header: .header
      }
  }

  var name: LocalizedText {
    switch self {
    case .stack: Texts.stack
    case .ladder: Texts.ladder
    case .map: Texts.map
    case .tables: Texts.tables
    case .tcp: Texts.tcp
    case .header: Texts.header
    }
  }

  /// Why it does not fit what the walk shows now, a sentence beginning with its digit; nil: it is offered.
  func absence(in walk: WalkModel) -> LocalizedText? {
    switch self {
    case .stack, .ladder, .map, .tables: nil
    case .tcp: TCPPicture.absence(in: walk)
    case .header: HeaderPicture.absence(in: walk)
    }
  }

  /// The picture in a room of `size`, edges not counted.
  func view(of walk: WalkModel, size: Size, _ language: Language) -> any PictureView {
    let context = PictureContext(walk: walk, size: size, language: language)
    return switch self {
    case .stack: StackPicture(context)
    case .ladder: LadderPicture(context)
    case .map: MapPicture(context)
    case .tables: TablesPicture(context)
    case .tcp: TCPPicture(context)
    case .header: HeaderPicture(context)
    }
  }

  static func offered(in walk: WalkModel) -> [Picture] { allCases.filter { $0.absence(in: walk) == nil } }
}

/// What a picture is drawn from.
struct PictureContext: Sendable {
  let walk: WalkModel
  /// The room inside the edges.
  let size: Size
  let language: Language

  var scene: Scene { walk.scene }
  var topology: Topology { walk.journey.topology }
}

/// One picture of what the walk shows: rows (devices, messages, lines of a table) of which one may be under the cursor.
protocol PictureView {
  init(_ context: PictureContext)
  /// Rows the cursor can stand on, whether or not there is room to draw them all.
  var count: Int { get }
  /// Where the cursor stands before the learner has moved it.
  var home: Int { get }
  /// - Parameter cursor: the row under it when the picture has the focus, which also gets `canvas.cursor`.
  func draw(cursor: Int?, in rect: Rect, on canvas: inout Canvas)
  /// What the sentence line says of a row.
  func sentence(_ row: Int) -> String?
  /// Where Enter leads from a row.
  func open(_ row: Int) -> PictureTarget
  /// The first row that is about a device.
  func row(of device: Int) -> Int?
  /// The field that becomes the selected one when the cursor comes to a row.
  func field(_ row: Int) -> FieldPath?
}

extension PictureView {
  func field(_ row: Int) -> FieldPath? { nil }
  func row(of device: Int) -> Int? { nil }
}

/// Where Enter leads from a row of a picture.
enum PictureTarget: Equatable, Sendable {
  /// A jump in time.
  case moment(Int)
  /// Another picture, with the cursor at the first row that is about the device.
  case picture(Picture, device: Int)
  /// The field becomes the selected one.
  case field(FieldPath)
  /// Nothing to open; why.
  case notice(LocalizedText)
}

extension DeviceInfo {
  /// Its kind and addresses, as a sentence.
  func sentence(_ language: Language) -> String {
    let addresses = zip(addresses, hardware).map { "\($0) (\($1))" }.joined(separator: ", ")
    return "\(label[language]): \(Texts.kind(self, language))\(addresses.isEmpty ? "" : ", ")\(addresses)."
  }
}

extension WalkModel {
  /// The shown picture in the room it has on a screen of `size`.
  func pictureView(_ size: Size, _ language: Language) -> any PictureView {
    picture.view(of: self, size: layout(size).picture.inset().size, language)
  }
}
