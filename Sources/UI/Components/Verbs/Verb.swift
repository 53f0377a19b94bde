import Analysis
import Documents
import Networking

/// A word of the command line that has the network do something, as a what-if at the moment that is looked at: `:ping`.
/// Those that scripts have come from `CommandVerb`; a person's hands do the others.
struct Verb: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case command(CommandVerb)
    /// The two devices at the ends of a cable come after it.
    case cut, plug
    /// Nothing comes after it.
    case script
  }

  let kind: Kind
  /// What is typed, one word in each language; the English one works in both.
  let words: LocalizedText
  /// What comes after it.
  let form: LocalizedText
  /// In the help, a few words.
  let short: LocalizedText
  /// What it does, in one sentence.
  let sentence: LocalizedText

  var action: Action.ID { Action.ID(words.en) }

  static let all: [Verb] =
    CommandVerb.all.map { verb in
      let texts = Texts.verb(verb)
      return Verb(
        kind: .command(verb), words: texts.words, form: texts.form, short: texts.short,
        sentence: texts.sentence)
    } + [
      Verb(
        kind: .cut, words: say("cut", "뽑기"), form: say("ONE OTHER", "한쪽 다른쪽"),
        short: say("pull a cable", "케이블 뽑기"),
        sentence: say(
          "Pull the cable between two devices: what is on it is lost.", "두 장치 사이의 케이블을 뽑습니다. 지나던 프레임은 사라집니다.")
      ),
      Verb(
        kind: .plug, words: say("plug", "꽂기"), form: say("ONE OTHER", "한쪽 다른쪽"),
        short: say("plug a cable in", "케이블 꽂기"),
        sentence: say("Plug a pulled cable in again.", "뽑은 케이블을 다시 꽂습니다.")),
      Verb(
        kind: .script, words: say("script", "대본"), form: say("", ""),
        short: say("the network's script", "네트워크 대본 시작"),
        sentence: say("Begin what the network's file has in store.", "네트워크 파일에 준비된 일을 시작합니다.")),
    ]

  /// The verb that a word is.
  init?(_ word: String) {
    let typed = word.lowercased()
    guard let verb = Verb.all.first(where: { $0.words.en == typed || $0.words.ko == typed }) else {
      return nil
    }
    self = verb
  }

  init?(action: Action.ID) {
    guard let verb = Verb.all.first(where: { $0.action == action }) else { return nil }
    self = verb
  }

  /// nil: no such thing is done by a line.
  init?(_ kind: Kind) {
    guard let verb = Verb.all.first(where: { $0.kind == kind }) else { return nil }
    self = verb
  }

  private init(
    kind: Kind, words: LocalizedText, form: LocalizedText, short: LocalizedText, sentence: LocalizedText
  ) {
    self.kind = kind
    self.words = words
    self.form = form
    self.short = short
    self.sentence = sentence
  }
}

/// The verbs as rows of palette, help and manual: each begins a line to which its objects are added.
enum VerbActions: ActionOwner {
  static let actions = Verb.all.map { verb in
    Action(verb.action, [], ":\(verb.words.en)", in: .walk, .ask, verb.short, verb.sentence)
  }
}
