import Analysis

/// What a row of the fields pane stands for; the same in every frame that has it.
enum RowID: Hashable, Sendable {
  case layer(LayerPath)
  case field(FieldPath)
  /// A run of fields that nobody speaks of now, by its first.
  case fold(FieldPath)
}

/// As one line of text, for what is kept between runs.
extension RowID: TextCodable {
  private static let fold = "fold "

  var description: String {
    switch self {
    case .layer(let path): path.description
    case .field(let path): path.description
    case .fold(let path): RowID.fold + path.description
    }
  }

  init?(_ text: String) {
    if text.hasPrefix(RowID.fold) {
      guard let path = FieldPath(String(text.dropFirst(RowID.fold.count))) else { return nil }
      self = .fold(path)
    } else if text.contains("/") {
      guard let path = FieldPath(text) else { return nil }
      self = .field(path)
    } else {
      guard let path = LayerPath(text) else { return nil }
      self = .layer(path)
    }
  }
}
