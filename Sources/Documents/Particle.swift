/// A Korean particle that follows the sound before it: `{은/는}`.
package struct Particle: Hashable, Sendable {
  package let afterConsonant: String
  package let afterVowel: String

  /// Every pair that texts may use.
  package static let all = [
    ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("으로서", "로서"), ("으로써", "로써"),
    ("으로부터", "로부터"), ("이에요", "예요"), ("이라", "라"), ("이라고", "라고"), ("이라는", "라는"), ("이란", "란"),
    ("이고", "고"), ("이며", "며"), ("이나", "나"), ("이든", "든"), ("이면", "면"), ("이랑", "랑"), ("아", "야"),
  ].map { Particle(afterConsonant: $0.0, afterVowel: $0.1) }

  /// `은/는` → the particle; nil for a pair that is none.
  package init?(_ text: String) {
    guard let known = Particle.all.first(where: { $0.text == text }) else { return nil }
    self = known
  }

  /// The particle that is meant by what is none as it is written: `를/을`, `을를`, `을·를`, `을` alone.
  package init?(meantBy text: String) {
    let letters = String(text.filter { $0.isLetter })
    let forms: (Particle) -> [String] = { [$0.afterConsonant, $0.afterVowel] }
    let known =
      Particle.all.first { forms($0).joined() == letters || forms($0).reversed().joined() == letters }
      ?? Particle.all.first { forms($0).contains(letters) }
    guard let known else { return nil }
    self = known
  }

  private init(afterConsonant: String, afterVowel: String) {
    self.afterConsonant = afterConsonant
    self.afterVowel = afterVowel
  }

  package var text: String { "\(afterConsonant)/\(afterVowel)" }

  /// The form that follows a text.
  package func following(_ text: String) -> String {
    switch Sound(endOf: text) {
    case .vowel: afterVowel
    case .consonant: afterConsonant
    case .rieul: afterConsonant.hasPrefix("으") ? afterVowel : afterConsonant
    }
  }
}

extension String {
  /// The text and the particle that follows its sound: `name.with("이/가")`.
  package func with(_ pair: String) -> String {
    guard let particle = Particle(pair) else { preconditionFailure("\(pair) is not a particle") }
    return self + particle.following(self)
  }
}
