import Analysis
import Documents
import Lessons

/// A word with its sentence.
package struct ReferenceEntry: Hashable, Sendable {
  package enum Section: CaseIterable, Hashable, Sendable { case layer, unit, device, state, term }

  package let section: Section
  package let name: LocalizedText
  package let says: LocalizedText
  /// Other spellings, which are found, too.
  package var also: [String] = []
  /// Of a term; nil: it is none.
  var term: String?
  /// The terms in its sentence, but for itself.
  var links = Links()

  struct Links: Hashable, Sendable {
    var en: [Words.Occurrence] = []
    var ko: [Words.Occurrence] = []

    subscript(language: Language) -> [Words.Occurrence] { language == .en ? en : ko }
  }

  var searched: [String] { [name.en, name.ko, says.en, says.ko] + also }

  /// 0: a name is this; 1: one begins with it; 2: neither.
  /// - Parameter typed: in small letters.
  func rank(of typed: String) -> Int {
    let names = ([name.en, name.ko] + also).map { $0.lowercased() }
    if names.contains(typed) { return 0 }
    return names.contains { $0.hasPrefix(typed) } ? 1 : 2
  }

  /// The same in the other language, where that is another word.
  func other(_ language: Language) -> String {
    name.en == name.ko ? "" : name[language == .en ? .ko : .en]
  }
}

extension ReferenceEntry.Section {
  /// In a row of the list.
  var name: LocalizedText {
    switch self {
    case .layer: say("layer", "계층")
    case .unit: say("unit", "단위")
    case .device: say("device", "장치")
    case .state: say("TCP", "TCP")
    case .term: say("term", "용어")
    }
  }

  /// What its sentences are about, for everyday words: those of a term have the term's own.
  var topics: Set<String> {
    switch self {
    case .layer: ["layers"]
    case .unit: ["encapsulation"]
    case .state: ["tcp"]
    case .device, .term: []
    }
  }

  /// Over the list.
  var title: LocalizedText {
    switch self {
    case .layer: say("Layers", "계층")
    case .unit: say("Units", "단위")
    case .device: say("Devices", "장치")
    case .state: say("TCP states", "TCP 상태")
    case .term: say("Terms", "용어")
    }
  }
}

extension Texts {
  /// `[All] Layers Units Devices TCP states Terms`
  static func sections(_ shown: ReferenceEntry.Section?) -> LocalizedText {
    func text(_ language: Language) -> String {
      let all: [(ReferenceEntry.Section?, String)] =
        [(nil, both("All", "모두")[language])]
        + ReferenceEntry.Section.allCases.map { ($0, $0.title[language]) }
      return all.map { $0 == shown ? "[\($1)]" : $1 }.joined(separator: "  ")
    }
    return LocalizedText(en: text(.en), ko: text(.ko))
  }
}
