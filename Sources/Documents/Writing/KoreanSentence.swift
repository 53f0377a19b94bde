/// How sentences of Korean texts end: the texts speak in -습니다, ask with `?` and invite with -세요.
package enum KoreanSentence {
  /// The end of the first sentence that stops on another form, `프린터만 응답한다.`; nil: all are right. What ends on a
  /// value, a number or a sign is no sentence of the author's.
  /// - Parameter text: with `◇` for each value.
  package static func wrongEnding(in text: String) -> String? {
    sentences(of: text).first { !endsRight($0) }.map { String($0.suffix(12)) }
  }

  /// Cut where a stop is followed by a blank or the end; what stands in brackets is left out.
  private static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    var sentence = ""
    var depth = 0
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      if letter == "(" { depth += 1 }
      if depth == 0 { sentence.append(letter) }
      if letter == ")" { depth = max(0, depth - 1) }
      let isEnd = index + 1 == letters.count || letters[index + 1].isWhitespace
      if depth == 0, isEnd, ".?!".contains(letter) {
        sentences.append(sentence)
        sentence = ""
      }
    }
    return (sentences + [sentence]).map(\.withoutBlanksAround).filter { !$0.isEmpty }
  }

  private static func endsRight(_ sentence: String) -> Bool {
    if sentence.hasSuffix("?") { return true }
    let words = String(sentence.reversed().drop { ".!\"'”’ ".contains($0) }.reversed())
    guard let last = words.unicodeScalars.last, ("가"..."힣").contains(last) else { return true }
    return ["니다", "세요", "십시오"].contains(where: words.hasSuffix)
  }
}

extension String {
  fileprivate var withoutBlanksAround: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
