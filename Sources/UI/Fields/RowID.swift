import Analysis

/// What a row of the fields pane stands for; the same in every frame that has it.
enum RowID: Hashable, Sendable {
  case layer(LayerPath)
  case field(FieldPath)
  /// A run of fields that nobody speaks of now, by its first.
  case fold(FieldPath)
}

extension RowID {
  private static let fold = "fold "

  var text: String {
    switch self {
    case .layer(let path): path.text
    case .field(let path): path.text
    case .fold(let path): RowID.fold + path.text
    }
  }

  init?(text: String) {
    if text.hasPrefix(RowID.fold) {
      guard let path = FieldPath(text: text.dropFirst(RowID.fold.count)) else { return nil }
      self = .fold(path)
    } else if text.contains("/") {
      guard let path = FieldPath(text: text) else { return nil }
      self = .field(path)
    } else {
      guard let path = LayerPath(text: text) else { return nil }
      self = .layer(path)
    }
  }
}
