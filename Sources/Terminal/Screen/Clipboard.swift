/// The clipboard of whoever sits at the terminal, also over ssh, by the sequence `OSC 52`. Terminals may refuse it
/// without a word.
enum Clipboard {
  /// Longer texts are left out: xterm takes 100,000 base64 digits, some terminals fewer.
  static let longestText = 74_000

  /// How GNU screen takes what is meant for the terminal around it: in device control strings, as short as it likes.
  private static let screenPiece = 76

  /// What hands over the text; nil when it is too long.
  /// - Parameter throughScreen: the terminal is GNU screen, which would keep the sequence to itself.
  static func sequence(for text: String, throughScreen: Bool = false) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count <= longestText else { return nil }
    let sequence = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    guard throughScreen else { return String(decoding: sequence, as: UTF8.self) }
    return stride(from: 0, to: sequence.count, by: screenPiece).map { start in
      let piece = sequence[start..<min(start + screenPiece, sequence.count)]
      return "\u{1B}P" + String(decoding: piece, as: UTF8.self) + "\u{1B}\\"
    }.joined()
  }

  /// Whether the terminal is GNU screen by its environment; tmux may call itself `screen` too.
  static func isScreen(term: String, tmux: String?) -> Bool {
    term.hasPrefix("screen") && (tmux ?? "").isEmpty
  }

  /// RFC 4648 §4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let digit = digits[bits >> (18 - 6 * place) & 0x3F]
        result.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return result
  }
}
