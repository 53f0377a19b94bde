/// `moment.kind`, which every moment can have, or `moment.address`, which those of some kinds tell.
package enum MomentProperty: Hashable, Sendable {
  case number, time, device, layer, kind, cause, frame, drop
  /// A value that the moment's kind declares.
  case detail(DetailField)

  package var type: ExpressionType {
    switch self {
    case .number, .cause, .frame: .number
    case .time: .time
    case .device: .device
    case .layer, .kind, .drop: .text
    case .detail(let field): field.type
    }
  }

  package var name: String {
    switch self {
    case .number: "number"
    case .time: "time"
    case .device: "device"
    case .layer: "layer"
    case .kind: "kind"
    case .cause: "cause"
    case .frame: "frame"
    case .drop: "drop"
    case .detail(let field): field.name
    }
  }

  /// How a time is written.
  var unit: TimeUnit { if case .detail(let field) = self { field.unit } else { .seconds } }

  /// nil: no moment has such a thing.
  package init?(named name: String) {
    guard let property = Self.byName[name] else { return nil }
    self = property
  }

  package static let ofEveryKind: [MomentProperty] = [
    .number, .time, .device, .layer, .kind, .cause, .frame, .drop,
  ]

  /// Those of every kind, then the details in alphabetical order.
  package static let all: [MomentProperty] = {
    let known = Set(ofEveryKind.map(\.name))
    let details = MomentKind.detailsByName.filter { !known.contains($0.key) }
    return ofEveryKind + details.sorted { $0.key < $1.key }.map { .detail($0.value) }
  }()

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
