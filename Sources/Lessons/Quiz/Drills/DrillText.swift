import Documents
import Networking

/// One drill as a question of a lesson file: what reads, guards, grades and shows it is what does so for authors.
struct DrillText {
  let sort: Drill.Sort
  let id: String
  /// The frame it is about.
  let frame: Int
  /// The frame at which the screen stands, where that is another one: it may be read, and so may these tables.
  var stand: Int?
  var tables: [String] = []
  var card: String
  /// The keys of its kind, a line each.
  var keys: [String]
  let ask: LocalizedText
  let why: LocalizedText

  var lines: [String] {
    let first = ["- id: \(id)", "  card: \(card)", "  kind: \(sort.kind)", "  ask: \(ask.inYAML)"]
    let place =
      stand.map { ["  stand: f\($0)", "  given: [\((["f\($0)"] + tables).joined(separator: ", "))]"] } ?? []
    return first + place + keys.map { "  " + $0 } + ["  why: \(why.inYAML)"]
  }
}

extension LocalizedText {
  /// As a lesson file has it.
  var inYAML: String { "{en: \(en.inYAML), ko: \(ko.inYAML)}" }
}

extension String {
  /// In quotes: YAML reads JSON's.
  var inYAML: String { JSONValue.string(self).text() }
}

extension Drill.Sort {
  fileprivate var kind: String {
    switch self {
    case .find: PickQuestion.kind
    case .fill: FillQuestion.kind
    case .predict: PredictQuestion.kind
    case .spot: SpotQuestion.kind
    }
  }
}
