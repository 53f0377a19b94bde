import Analysis
import Foundation

/// What a walk shows besides the moment it stands at, in words that outlive a version of the program: names, not
/// numbers of cases. Everything may be missing.
struct KeptView: Codable, Equatable {
  struct Why: Codable, Equatable {
    /// The field whose value is asked about; nil: why something was sent.
    var subject: String?
    var opened: Int
    var cursor: Int
  }

  /// A checksum that is added up, or a comparison with the hop before.
  struct Closer: Codable, Equatable {
    /// The layer of the checksum; nil: the hop.
    var layer: String?
    var cursor: Int
    var isField: Bool
    var selection: String?
    var byte: Int

    init(layer: String?, cursor: Int, below: Below) {
      self.layer = layer
      self.cursor = cursor
      isField = below.isField
      selection = below.selection?.text
      byte = below.byte
    }

    var below: Below {
      Below(
        isField: isField, selection: selection.flatMap { RowID(text: $0) }, byte: max(0, min(byte, 1 << 16)))
    }
  }

  struct Jump: Codable, Equatable {
    var moment: Int
    var since: Int
    var focus: String
    var selection: String?
    var picture: String
    var isFace: Bool
  }

  struct Left: Codable, Equatable {
    var moment: Int
    var selection: String
  }

  struct Question: Codable, Equatable {
    var id: String
    var isBefore: Bool
    var cursor: Int
    /// Half-typed.
    var line: String
    /// In the line, in characters.
    var position: Int
    var isHintShown: Bool
    var isAside: Bool
  }

  /// The moment looked at, when it is not the one the walk stands at.
  var shown: Int?
  var since: Int?
  /// What the marks of what is new are told from, which is another moment while something else is looked at.
  var shownSince: Int?
  var selection: String?
  /// The fields of the fold that is selected.
  var folded: [Int]?
  var followed: String?
  var byte: Int?
  var opened: [String]?
  var closed: [String]?
  var picture: String?
  var isPictureKept: Bool?
  var pictureRow: Int?
  var isZoomed: Bool?
  var focus: String?
  var isFieldFace: Bool?
  var why: Why?
  var closer: Closer?
  var jumps: [Jump]?
  var left: [Left]?
  var question: Question?

  /// The same view gives the same text.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  init() {}

  /// nil for what no version of the program has written.
  init?(text: String) {
    guard let view = try? JSONDecoder().decode(KeptView.self, from: Data(text.utf8)) else { return nil }
    self = view
  }
}

extension Picture {
  var keptName: String { "\(self)" }
  init?(keptName name: String) {
    guard let picture = Picture.allCases.first(where: { $0.keptName == name }) else { return nil }
    self = picture
  }
}

extension Pane {
  var keptName: String { "\(self)" }
  init?(keptName name: String) {
    guard let pane = Pane.allCases.first(where: { $0.keptName == name }) else { return nil }
    self = pane
  }
}
