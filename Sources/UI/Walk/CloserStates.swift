import Analysis

/// What is shown again when a closer look ends.
struct Below: Equatable, Sendable {
  /// The field face, else the words.
  var isField: Bool
  var selection: RowID?
  var byte: Int
}

/// Where the sum of a checksum stands.
struct ChecksumState: Equatable, Sendable {
  /// The layer whose checksum it is.
  var layer: LayerPath
  /// The word that is added; behind the last one the result.
  var cursor = 0
  var below: Below
}

/// A comparison with the hop before.
struct HopState: Equatable, Sendable {
  /// The change that is looked at.
  var cursor = 0
  var below: Below
}
