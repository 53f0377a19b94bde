import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// What the left pane can show of a moment.
package struct Picture: Hashable, Sendable, TextCodable {
  /// As lessons and kept places write it: `stack`. Never renamed.
  let name: String
  /// Its key, from 1.
  let digit: Int

  /// All pictures, a line each; their place in the list is their digit.
  private static let kinds: [any PictureView.Type] = [
    StackPicture.self, LadderPicture.self, MapPicture.self, TablesPicture.self, TCPPicture.self,
    HeaderPicture.self, ListPicture.self,
  ]

  static let all = kinds.enumerated().map { Picture(name: $1.name, digit: $0 + 1) }
  static let stack = Picture("stack")!
  static let ladder = Picture("ladder")!
  static let map = Picture("map")!
  static let tables = Picture("tables")!
  /// What stands beside each other on a wide screen before anything else is chosen, in the order of its places.
  static let places = ["map", "stack", "ladder", "tables", "list"].compactMap { Picture($0) }

  private init(name: String, digit: Int) {
    self.name = name
    self.digit = digit
  }

  package init?(_ name: String) {
    guard let index = Picture.kinds.firstIndex(where: { $0.name == name }) else { return nil }
    self.init(name: name, digit: index + 1)
  }

  init?(digit: Int) {
    guard Picture.all.indices.contains(digit - 1) else { return nil }
    self = Picture.all[digit - 1]
  }

  package var description: String { name }
  private var kind: any PictureView.Type { Picture.kinds[digit - 1] }
  var title: LocalizedText { kind.title }

  /// Why it does not fit what is shown now, a sentence beginning with its digit; nil: it is offered.
  func absence(in source: PictureSource) -> LocalizedText? {
    kind.absence(in: source).map { reason in say("\(digit) \(reason.en)", "\(digit) \(reason.ko)") }
  }

  func reading(in context: PictureContext, cursor: Int?) -> PictureReading {
    kind.reading(in: context, cursor: cursor)
  }

  /// The picture in a room of `size`, edges not counted.
  func view(of source: PictureSource, size: Size, _ language: Language) -> any PictureView {
    view(in: PictureContext(source: source, size: size, language: language))
  }

  func view(in context: PictureContext) -> any PictureView { kind.init(context) }

  /// What the footer says of the keys while the picture has them; nil: what it says elsewhere.
  var hints: [KeyHint]? { kind.hints }
  /// What its rows are.
  var rowName: LocalizedText { kind.rowName }

  static func offered(in source: PictureSource) -> [Picture] { all.filter { $0.absence(in: source) == nil } }
}

/// What pictures are drawn from, whatever screen shows them.
struct PictureSource: Sendable {
  let recording: Recording
  let scene: Scene
  let reference: any ReferenceTexts
  /// The moment that what is new is told from.
  let since: Int
  /// The field and the layer that are selected.
  var selected: FieldPlace?
  var selectedLayer: Int?
  /// The fields that the author lights.
  var lit: Set<FieldPlace> = []
  /// All that the author lights: rows, tables, devices and cables too.
  var lights: Set<Subject> = []
  /// What would answer the open question.
  var masked: Set<FieldPlace> = []
  /// By what it is: layers, whose lengths would, too.
  var maskedSubjects: Set<Subject> = []
  /// The question that is open: nothing may tell its answer or point at what would.
  var asked: PreparedQuestion?
  var isAsking: Bool { asked != nil }
  /// The question is answered with a row of the picture: none has the cursor before the learner moves it.
  var isPointedAt = false
  /// The picture has the keys, and a row of it the cursor.
  var hasCursor = false
  /// What the list has rows of.
  var counting = Counting.frames
  /// The last moment that may be listed; nil: as far as is recorded.
  var lastListed: Int?
  /// What is looked for, and whether it holds at the moments that have rows.
  var sought: String?
  var marked: [Int: Bool] = [:]
  /// Which draw of a frame moving on the map is shown; nil: the still picture.
  var motionStep: Int?
}

/// A picture's source in the room that it has.
struct PictureContext: Sendable {
  let source: PictureSource
  /// The room inside the edges.
  let size: Size
  let language: Language
  /// The row that was shown first when the cursor was moved last.
  var top: Int?

  var recording: Recording { source.recording }
  var scene: Scene { source.scene }
  var topology: Topology { source.recording.topology }
}

/// One picture of a moment: rows (devices, messages, lines of a table) of which one may be under the cursor.
protocol PictureView: SendableMetatype {
  /// As lessons and kept places write it.
  static var name: String { get }
  static var title: LocalizedText { get }
  /// What ↑ ↓ go through, for the footer: one row, a word.
  static var rowName: LocalizedText { get }
  /// Why it does not fit what is shown, as words that go on after its digit: `7 this packet has no TCP.` nil: it does.
  static func absence(in source: PictureSource) -> LocalizedText?
  /// What it reads of the recording.
  static func reading(in context: PictureContext, cursor: Int?) -> PictureReading
  static var hints: [KeyHint]? { get }

  /// At every draw: it works out no more than what is shown.
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
  func open(_ row: Int) -> PictureDestination
  /// The first row that is about a device.
  func row(of device: Int) -> Int?
  /// The device that a row is.
  func device(_ row: Int) -> Int?
  /// The row that is shown first once the cursor stands on a row; nil where that is not chosen.
  func top(showing row: Int) -> Int?
  /// What the edge of its pane says, where there is room beside the tabs.
  func edge(cursor: Int?) -> [Span]
  /// The field that becomes the selected one when the cursor comes to a row.
  func field(_ row: Int) -> FieldPath?
  /// The signs beside a row.
  func signs(_ row: Int) -> [Sign]
  /// What a row is, where one can point at it.
  func subject(_ row: Int) -> Subject?
}

extension PictureView {
  static func reading(in context: PictureContext, cursor: Int?) -> PictureReading { PictureReading() }
  static var hints: [KeyHint]? { nil }
  static func absence(in source: PictureSource) -> LocalizedText? { nil }
  func field(_ row: Int) -> FieldPath? { nil }
  func signs(_ row: Int) -> [Sign] { [] }
  func subject(_ row: Int) -> Subject? { field(row).map { .field($0) } }
  func row(of device: Int) -> Int? { nil }
  func device(_ row: Int) -> Int? { nil }
  func top(showing row: Int) -> Int? { nil }
  func edge(cursor: Int?) -> [Span] { [] }
}

/// What is read of a recording before a picture is drawn, for good: each draw would read it again.
struct PictureReading {
  /// The walk is recorded up to this moment.
  var recorded = 0
  /// The frames up to this moment, with the messages they make up.
  var messages: Int?
  /// The moments that rows stand for.
  var moments: [Int] = []
}

/// Where Enter leads from a row of a picture.
enum PictureDestination: Equatable, Sendable {
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
