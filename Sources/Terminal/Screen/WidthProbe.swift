/// Whether the terminal draws our lines and arrows two columns wide, as some do that are set up for Chinese, Japanese
/// or Korean (UAX #11, "ambiguous"). Found out by drawing one and asking where the cursor is; the first screen does not
/// wait for the answer.
struct WidthProbe: Equatable, Sendable {
  /// Draws a line at the start of the first row, asks for the cursor's place, and leaves the row as it was.
  static let question = "\r─\u{1B}[6n\r\u{1B}[K"

  /// Milliseconds after which no answer is awaited: `ESC [ 1 ; 3 R` then is Alt-F3 again.
  static let patience: Int64 = 3_000

  /// The question was asked and not answered.
  var isAwaited = false
  /// The answer: two columns.
  private(set) var isWide = false

  /// The terminal says where the cursor is, both counted from 1.
  /// - Returns: whether that is the answer; else it is a key that looks alike.
  mutating func takes(row: Int, column: Int) -> Bool {
    guard isAwaited, row == 1, column == 2 || column == 3 else { return false }
    isAwaited = false
    isWide = column == 3
    return true
  }
}
