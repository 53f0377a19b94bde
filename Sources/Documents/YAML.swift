import Yams

/// Yams' tree of one file, or an error as a sentence.
struct YAML {
  let root: Node?
  /// Letters that replaced the first letter of a repeated key, with the letter that stands in the file.
  let standIns: [Unicode.Scalar: Unicode.Scalar]
  /// Anchors live as long as their parser.
  private let parser: Parser

  /// Yams refuses a mapping with a repeated key and forgets the rest. So that all problems of a file are named in
  /// one go, the first of the equal keys gets a stand-in letter and the file is parsed again; columns stay.
  init(_ source: Source) throws(DocumentError) {
    var text = source.text
    var standIns: [Unicode.Scalar: Unicode.Scalar] = [:]
    while true {
      do {
        // Without rules, as kinds are told apart in `DocumentNode.kind`; the default ones are slow.
        let parser = try Parser(yaml: text, resolver: .basic, constructor: .default, encoding: .utf8)
        root = try parser.singleRoot()
        self.parser = parser
        self.standIns = standIns
        return
      } catch {
        var scalars = Array(text.unicodeScalars)
        guard let standIn = YAML.standIn(number: standIns.count, in: scalars, beside: standIns),
          case .duplicatedKeysInMapping(_, let context)? = error as? YamlError,
          let index = YAML.keyStart(at: context.mark, in: scalars)
        else { throw DocumentError([syntaxFinding(error, in: source)]) }
        standIns[standIn] = scalars[index]
        scalars[index] = standIn
        text = String(String.UnicodeScalarView(scalars))
      }
    }
  }

  /// From the supplementary private use area. A file that has such letters itself, or very many repeated keys, gets
  /// only the short report.
  private static func standIn(
    number: Int, in scalars: [Unicode.Scalar], beside used: [Unicode.Scalar: Unicode.Scalar]
  ) -> Unicode.Scalar? {
    guard number < 32, let standIn = Unicode.Scalar(0xF0000 + UInt32(number)) else { return nil }
    return scalars.contains { $0.value >= 0xF0000 && used[$0] == nil } ? nil : standIn
  }

  /// Index of a key's first letter, after its quote; nil when that letter cannot be exchanged.
  private static func keyStart(at mark: Mark, in scalars: [Unicode.Scalar]) -> Int? {
    var index = 0
    for _ in 1..<max(1, mark.line) {
      while index < scalars.count, scalars[index] != "\n", scalars[index] != "\r" { index += 1 }
      index += index + 1 < scalars.count && scalars[index] == "\r" && scalars[index + 1] == "\n" ? 2 : 1
    }
    index += max(0, mark.column - 1)
    if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count else { return nil }
    let untouchable: [Unicode.Scalar] = [
      "\"", "'", "\\", "\n", "\r", " ", "\t", "[", "{", "&", "*", "!", "?", "|", ">", ":",
    ]
    return untouchable.contains(scalars[index]) ? nil : index
  }
}
