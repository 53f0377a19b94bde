import Documents

/// What may follow a term for it to be the whole word: a plural in English; in Korean particles, or the verb that is made
/// of the noun.
enum WordEnding {
  static func allows(_ rest: ArraySlice<Character>, after last: Character) -> Bool {
    if isEnd(rest) { return true }
    if last.isASCII, let plural = rest.first, plural == "s" || plural == "e" {
      return isEnd(rest.dropFirst()) || rest.starts(with: "es") && isEnd(rest.dropFirst(2))
    }
    guard let first = rest.first, isHangul(first) else { return false }
    let ending = rest.prefix(while: isHangul)
    return isEnd(rest.dropFirst(ending.count)) && (isVerb(ending) || isParticles(ending, most: 3))
  }

  /// Whether a word ends before these letters. `frame.` ends a sentence, `frame.len` is a field; `ACK-` goes on.
  private static func isEnd(_ rest: ArraySlice<Character>) -> Bool {
    guard let first = rest.first else { return true }
    if first.isLetter || first.isNumber || first == "_" { return false }
    guard "-./".contains(first), let second = rest.dropFirst().first else { return true }
    return !(second.isLetter || second.isNumber)
  }

  /// 재전송**합니다**, 캡슐화**된다**.
  private static func isVerb(_ ending: ArraySlice<Character>) -> Bool {
    ending.first.map { "하한할함합해했되된될됨됩돼됐".contains($0) } == true
  }

  /// Particles, one after another: 에서**는**, 까지**만**.
  private static func isParticles(_ ending: ArraySlice<Character>, most: Int) -> Bool {
    if ending.isEmpty { return true }
    guard most > 0 else { return false }
    return particles.contains {
      ending.starts(with: $0) && isParticles(ending.dropFirst($0.count), most: most - 1)
    }
  }

  /// Those with two forms, those with one, and the forms of 이다.
  private static let particles: [[Character]] =
    (Particle.all.flatMap { [$0.afterConsonant, $0.afterVowel] } + [
      "의", "에", "에서", "에게", "도", "만", "까지", "부터", "마다", "뿐", "처럼", "같은", "보다", "들", "끼리", "대로", "밖에",
      "씩", "째", "인", "일", "임", "입니다", "이다", "이지", "이지만", "지만", "였", "이었", "였습니다", "이었습니다", "입니까",
      "인가요", "일까요", "인지", "인데", "이자", "니까", "이니까", "요", "든지", "조차",
    ]).map(Array.init)

  private static func isHangul(_ letter: Character) -> Bool {
    letter.unicodeScalars.allSatisfy { ("가"..."힣").contains($0) }
  }
}
