import Documents

/// Finds terms in texts, and spellings that texts must not have.
package struct Glossary: Sendable {
  /// A term in a text.
  package struct Occurrence: Hashable, Sendable {
    /// The term's id.
    package let term: String
    /// Of the term itself, without an ending or a particle.
    package let range: Range<String.Index>
  }

  fileprivate struct Entry: Sendable {
    let id: String
    let letters: [Character]
    /// It begins with a small letter: at the start of a sentence with a great one.
    let isCommon: Bool
    let topics: Set<String>
  }

  private let terms: [String: Term]
  /// By language, then by the first letter in small; the longest first.
  private let entries: [Language: [String: [Entry]]]
  private let refused: [(spelling: String, term: String)]

  package init(_ terms: [KeyedValue<Term>]) {
    self.terms = Dictionary(terms.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    var entries: [Language: [String: [Entry]]] = [:]
    for language in Language.allCases {
      let all = terms.flatMap { term in
        term.value.spellings(language).map { Entry($0, of: term) }
      }
      entries[language] = Dictionary(grouping: all.filter { !$0.letters.isEmpty }) {
        $0.letters[0].lowercased()
      }
      .mapValues { $0.sorted { $0.letters.count > $1.letters.count } }
    }
    self.entries = entries
    refused = terms.flatMap { term in term.value.refuse.map { ($0.value, term.key) } }
  }

  /// What is accepted where a term is typed, the term itself first; none for an id that is not there.
  package func spellings(of id: String) -> [String] { terms[id]?.spellings ?? [] }

  /// The term that somebody means who types this: case, blanks and width of letters do not matter.
  package func term(typed text: String) -> String? {
    let folded = Glossary.folded(text)
    guard !folded.isEmpty else { return nil }
    return terms.keys.sorted().first { id in
      spellings(of: id).contains { Glossary.folded($0) == folded }
    }
  }

  /// A spelling as it is compared: `ＡＣＫ  number` is `ack number`.
  package static func folded(_ text: String) -> String {
    text.withHalfWidthForms.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: In texts

  /// The terms of a text, each where it is first met, in the order of the text; the longest spelling wins.
  ///
  /// - Parameters:
  ///   - topics: of the lesson; an everyday word is a term only on its own.
  ///   - seen: terms that the step has had already; those found are added.
  package func occurrences(
    in text: String, _ language: Language, topics: Set<String>, seen: inout Set<String>
  ) -> [Occurrence] {
    let letters = Array(text)
    let entries = entries[language] ?? [:]
    var found: [Occurrence] = []
    var index = 0
    while index < letters.count {
      guard Glossary.beginsWord(letters, index),
        let entry = entries[letters[index].lowercased()]?.first(where: {
          $0.stands(in: letters, at: index, topics)
        })
      else {
        index += 1
        continue
      }
      if seen.insert(entry.id).inserted {
        let start = text.index(text.startIndex, offsetBy: index)
        let end = text.index(start, offsetBy: entry.letters.count)
        found.append(Occurrence(term: entry.id, range: start..<end))
      }
      index += entry.letters.count
    }
    return found
  }

  /// The refused spellings that a Korean text has, with the term to be written instead and where, in UTF-8 bytes.
  package func refused(in korean: String) -> [(spelling: String, instead: String, offset: Int)] {
    refused.compactMap { spelling, id in
      guard let instead = terms[id]?.ko, let range = korean.firstRange(of: spelling) else { return nil }
      return (spelling, instead, korean.utf8.distance(from: korean.startIndex, to: range.lowerBound))
    }
  }

  /// Whether a word can begin here: what is in front is no part of it, as in `SYN-ACK`, `eth.frame` or `하드웨어주소`.
  private static func beginsWord(_ letters: [Character], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = letters[index - 1]
    if before.isLetter || before.isNumber || before == "_" { return false }
    guard "-./".contains(before), index > 1 else { return true }
    return !(letters[index - 2].isLetter || letters[index - 2].isNumber)
  }
}

extension Glossary.Entry {
  fileprivate init(_ spelling: String, of term: KeyedValue<Term>) {
    id = term.key
    letters = Array(spelling)
    isCommon = letters.first?.isLowercase == true
    topics = Set(term.value.topics.map(\.value))
  }

  /// Whether the text has this spelling here, whole, and means the term by it.
  fileprivate func stands(in text: [Character], at index: Int, _ topics: Set<String>) -> Bool {
    guard self.topics.isEmpty || !self.topics.isDisjoint(with: topics), index + letters.count <= text.count,
      text[index] == letters[0] || isCommon && text[index].lowercased() == letters[0].lowercased(),
      text[index + 1..<index + letters.count].elementsEqual(letters.dropFirst())
    else { return false }
    return WordEnding.allows(text[(index + letters.count)...], after: letters[letters.count - 1])
  }
}
