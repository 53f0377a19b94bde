import Documents

/// The plain dialogue's own words.
struct PlainWords: Sendable {
  private let isKorean: Bool

  init(_ language: Language) { isKorean = language == .ko }

  private func choose(_ en: String, _ ko: String) -> String { isKorean ? ko : en }

  var howToGoOn: String {
    choose("An empty line goes on, ? shows what else can be typed.", "빈 줄을 입력하면 계속하고, ?를 입력하면 도움말이 나옵니다.")
  }
  var you: String { choose("you", "사용자") }
  var now: String { choose("now:", "지금:") }
  var because: String { choose("because", "이유:") }
  var right: String { choose("Right.", "맞습니다.") }
  var no: String { choose("No.", "아닙니다.") }
  var wrong: String {
    choose("One more try; an empty line shows the answer.", "한 번 더 답해 보세요. 빈 줄을 입력하면 답이 나옵니다.")
  }
  var noHint: String { choose("There is no other hint.", "힌트가 더 없습니다.") }
  var firstStop: String { choose("This is the first stop.", "첫 단계입니다.") }

  func stop(_ number: Int, of count: Int) -> String {
    choose("Stop \(number) of \(count).", "단계 \(number)/\(count).")
  }
  func bytes(_ count: Int) -> String { choose("\(count) byte\(count == 1 ? "" : "s")", "\(count)바이트") }
  func answer(_ text: String) -> String { choose("The answer: \(text).", "답: \(text).") }
  func hint(_ text: String) -> String { choose("Hint: \(text)", "힌트: \(text)") }
  func inHand(_ layers: String, _ count: Int) -> String {
    choose("In hand, \(bytes(count)): \(layers).", "지금 보는 것, \(bytes(count)): \(layers).")
  }
  func nothingAsked(_ answer: String) -> String {
    choose(
      "\(answer): no question is open. An empty line goes on.", "\(answer): 지금은 질문이 없습니다. 빈 줄을 입력하면 계속합니다.")
  }
  func question(_ number: Int, of count: Int, isBefore: Bool) -> String {
    choose(
      "Question \(number) of \(count)\(isBefore ? ", before you go on" : "").",
      "질문 \(number)/\(count)\(isBefore ? ", 계속하기 전에" : "").")
  }

  var help: [String] {
    isKorean
      ? ["빈 줄: 다음 단계", "b: 이전 단계", "w: 왜 이런 일이 일어났는지", "?: 이 도움말", "q: 끝내기"]
      : [
        "empty line: go on", "b: back to the stop before", "w: why this happened", "?: this help",
        "q: stop here",
      ]
  }

  var helpInQuestion: [String] {
    isKorean
      ? [
        "번호: 그 답을 고릅니다. 숫자 질문에는 18, 0x12, 0b10010처럼, 필드 질문에는 eth.dst 같은 이름이나 바이트 위치를 입력합니다.",
        "빈 줄: 모르겠습니다. 답을 보여 줍니다.", "w: 다음 힌트", "b: 이전 단계", "q: 끝내기",
        "명령과 같은 글자로 답하려면 따옴표로 묶습니다.",
      ]
      : [
        "A number chooses. Where a number is asked: 18, 0x12 or 0b10010. Where a field is asked: its name, like eth.dst, or the offset of one of its bytes.",
        "empty line: I don't know, show me", "w: the next hint", "b: back to the stop before", "q: stop here",
        "An answer that looks like a command is given in quotes.",
      ]
  }
}
