import Documents

/// A word of the field with its sentence. Terms are linked in texts by themselves.
package struct Term: Sendable {
  package let en: String
  package let ko: String
  package let say: FixedText
  /// English that stays English in Korean texts.
  package let keep: [String]
  /// Other spellings that are linked, and accepted where a term is typed.
  package let also: Spellings
  /// What Korean texts must not say instead.
  package let refuse: [Located<String>]
  /// Of an everyday word: only texts on these topics mean the term by it. Empty: every text does.
  package let topics: [Located<String>]

  package struct Spellings: Hashable, Sendable {
    package var en: [String] = []
    package var ko: [String] = []
  }

  /// As it is linked in texts of a language; the first is the term as it is shown.
  package func spellings(_ language: Language) -> [String] {
    switch language {
    case .en: [en] + also.en
    case .ko: [ko] + also.ko
    }
  }

  /// All that is accepted where it is typed, whatever the language of the screen.
  package var spellings: [String] { (spellings(.en) + spellings(.ko) + keep).unique }
}

extension Term: RegistryEntry {
  package static let file = "glossary"
  package static let section = "terms"
  package static let documentation = "words of the field, by id"

  package static let shape = Shape<Term>.mapping("term") { m in
    let en = m.required("en", spelling, "the term")
    let ko = m.required("ko", spelling, "the same in Korean")
    let say = m.required("say", .fixed, "one sentence on it")
    let keep = m.optional("keep", spelling.list, default: [], "English that stays English in Korean texts")
    let also = m.optional(
      "also", otherSpellings, default: Spellings(), "other spellings, linked and accepted")
    let refuse = m.optional(
      "refuse", spelling.located.list, default: [], "spellings that Korean texts must not have")
    let topics = m.optional(
      "topics", Shape<String>.word.located.list, default: [],
      "of an everyday word: the topics on which it is this term")
    guard let en, let ko, let say else { return nil }
    return Term(en: en, ko: ko, say: say, keep: keep, also: also, refuse: refuse, topics: topics)
  }

  private static let otherSpellings = Shape<Spellings>.mapping("spellings") { m in
    let en = m.optional("en", spelling.list, default: [], "in English")
    let ko = m.optional("ko", spelling.list, default: [], "in Korean")
    return Spellings(en: en, ko: ko)
  }

  private static let spelling = Shape<String>.parsed("a word or a few") { text throws(TextError) in
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isNewline) }) else {
      throw TextError("there is a blank too many, or nothing at all")
    }
    return text
  }
}
