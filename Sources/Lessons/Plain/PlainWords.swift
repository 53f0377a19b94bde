import Analysis
import Documents
import Networking

/// The plain dialogue's own words.
struct PlainWords: Sendable {
  private let language: Language

  init(_ language: Language) { self.language = language }

  private var isKorean: Bool { language == .ko }

  private func choose(_ en: String, _ ko: String) -> String { isKorean ? ko : en }

  var howToGoOn: String {
    choose("Press Enter to go on, or type ? for the commands.", "Enter를 누르면 계속하고, ?를 입력하면 도움말이 나옵니다.")
  }
  var now: String { choose("now:", "지금:") }
  var because: String { choose("because", "이유:") }
  var right: String { choose("Right.", "맞습니다.") }
  var allSaid: String { choose("You said it all.", "모두 말했습니다.") }
  var followUp: String { choose("A follow-up question.", "꼬리 질문.") }
  /// `Flags: SYN: wrong`
  func verdict(_ label: String, _ given: String, isRight: Bool) -> String {
    let verdict = isRight ? choose("right", "맞음") : choose("wrong", "틀림")
    return "\(label): \(given.isEmpty ? "–" : given): \(verdict)"
  }
  var no: String { choose("No.", "틀렸습니다.") }
  /// Of an answer that nobody foresaw.
  func no(_ answer: String) -> String {
    answer.isEmpty ? no : choose("No: \(answer) is not right.", "틀렸습니다. 정답이 아닌 답: \(answer)")
  }
  var offerOfRun: String {
    choose("e runs your answer and tells what comes of it.", "e를 입력하면 내 답을 실행해 어떻게 되는지 보여 줍니다.")
  }
  var oneMoreTry: String {
    choose("One more try; Enter shows the answer.", "한 번 더 답해 보세요. Enter를 누르면 정답이 나옵니다.")
  }
  var noHint: String { choose("There are no more hints.", "힌트가 더 없습니다.") }
  var firstStop: String { choose("This is the first stop.", "첫 단계입니다.") }

  /// `14 stops, 9 questions, about 15 minutes.`
  func extent(stops: Int, questions: Int, minutes: Int) -> String {
    choose(
      "\(stops) stops, \(questions) question\(questions == 1 ? "" : "s"), about \(minutes) minutes.",
      "\(stops)단계, 질문 \(questions)개, \(minutes)분쯤.")
  }
  func variant(_ number: UInt64, of lesson: String) -> String {
    choose(
      "Variant \(number): packetwalk learn \(lesson) --seed \(number) shows the same values.",
      "문제지 \(number)번: packetwalk learn \(lesson) --seed \(number)에 같은 값이 나옵니다.")
  }
  var goals: String { choose("Afterwards you can:", "끝나면 할 수 있는 것:") }
  var questionOnPaper: String { choose("Question", "질문") }
  var before: String { choose("before the next stop", "다음 단계 전에") }
  var yourAnswer: String { choose("Your answer:", "내 답:") }
  func mistake(_ answer: String, _ sentence: String) -> String {
    choose("Not \(answer): \(sentence)", "오답 \(answer): \(sentence)")
  }
  /// The last line.
  func finished(id: String) -> String { choose("finished: \(id)", "끝냄: \(id)") }
  func stopped(_ id: String, at stop: Int, of count: Int) -> String {
    choose("stopped: \(id), stop \(stop) of \(count)", "멈춤: \(id), 단계 \(stop)/\(count)")
  }
  func finished(_ title: String) -> String { choose("Finished: \(title)", "끝: \(title)") }
  var onYourMachine: String { choose("On your machine", "내 컴퓨터에서") }
  /// There are no keys here.
  func tryHere(_ id: String) -> String {
    choose(
      "Try it in the program (packetwalk learn \(id), at its end):",
      "프로그램에서 해 보기 (packetwalk learn \(id), 레슨 끝에서):")
  }
  func next(_ title: String, id: String) -> String {
    choose("Next: \(title) (packetwalk learn \(id) --plain)", "다음: \(title) (packetwalk learn \(id) --plain)")
  }

  func stop(_ number: Int, of count: Int) -> String {
    choose("Stop \(number) of \(count).", "단계 \(number)/\(count).")
  }
  func fork(_ title: String) -> String { choose("A fork: \(title)", "갈래: \(title)") }
  func answer(_ text: String) -> String { choose("The answer: \(text).", "정답: \(text).") }
  /// - Parameter text: sentences that begin with the answer.
  func answer(whole text: String) -> String { choose("The answer: \(text)", "정답: \(text)") }
  func hint(_ text: String) -> String { choose("Hint: \(text)", "힌트: \(text)") }
  func inHand(_ layers: String, _ count: Int) -> String {
    choose(
      "Now showing \(SelectionNarration.bytes(count, language)): \(layers).",
      "지금 보는 것, \(SelectionNarration.bytes(count, language)): \(layers).")
  }
  func nothingAsked(_ answer: String) -> String {
    choose(
      "\(answer): no question is open. Enter goes on.", "\(answer): 지금은 질문이 없습니다. Enter를 누르면 계속합니다.")
  }
  func question(_ number: Int, of count: Int, isBefore: Bool) -> String {
    choose(
      "Question \(number) of \(count)\(isBefore ? ", before you go on" : "").",
      "질문 \(number)/\(count)\(isBefore ? ", 계속하기 전에" : "").")
  }

  /// How an answer is typed; nil where a number or a name goes without saying.
  func how(_ shape: InputShape) -> String? {
    switch shape {
    case .choose(_, several: false): nil
    case .point(let targets, several: false): how(targets)
    case .choose: choose("Type the numbers of all that are right: 1 3.", "맞는 것의 번호를 모두 입력하세요. 예: 1 3")
    case .point: choose("Type the names of all that are right.", "맞는 것의 이름을 모두 입력하세요.")
    case .type(let slots): how(slots)
    case .lines: choose("Type as many lines as you like; a . alone ends.", "원하는 만큼 여러 줄을 입력하고 .만 입력해 끝내세요.")
    case .order: choose("Type the numbers in their order: 2 1 3.", "번호를 순서대로 입력하세요. 예: 2 1 3")
    case .pair: choose("Type each number with its letter: 1b 2a.", "번호마다 글자를 붙여 입력하세요. 예: 1b 2a")
    case .mark:
      choose(
        "Did you say it? y or n for each: y n y. Enter alone: n for all.",
        "말했나요? 하나마다 y나 n을 입력하세요. 예: y n y. Enter만 누르면 모두 n입니다.")
    }
  }

  private func how(_ targets: Pointable) -> String {
    switch targets.kind {
    case .field, .byte:
      choose(
        "Type the name of a field, or the offset of a byte: the number before a field is that of its first byte.",
        "필드 이름이나 바이트 위치를 입력하세요. 필드 앞의 숫자는 첫 바이트의 위치입니다.")
    case .row, .cell, .table: choose("Type the number of a row, or its name.", "항목의 번호나 이름을 입력하세요.")
    case .device: choose("Type the number of a device, or its name.", "장치의 번호나 이름을 입력하세요.")
    case .layer, .cable, .setting, .detail, .arc: choose("Type a number or a name.", "번호나 이름을 입력하세요.")
    }
  }

  /// A single value goes without saying where it is typed.
  private func how(_ slots: [Slot]) -> String? {
    if slots.count > 1 {
      let isSet = slots.contains { if case .anyOf = $0.form { true } else { false } }
      return choose(
        "Type \(slots.count) values in their order, with / between them.",
        "값 \(slots.count)개를 순서대로, 사이에 /를 넣어 입력하세요.")
        + (isSet
          ? choose(" Of several that are right, all: 1 3 / 2.", " 맞는 것이 여럿이면 모두 입력하세요. 예: 1 3 / 2") : "")
    }
    switch slots.first?.form {
    case .oneOf?: return choose("Type a number or a name.", "번호나 이름을 입력하세요.")
    case .anyOf?: return choose("Type all numbers or names: 1 3.", "번호나 이름을 모두 입력하세요. 예: 1 3")
    case .number?, .text?, nil: return nil
    }
  }

  // MARK: Looking

  /// `Destination (eth.dst): ff:ff:ff:ff:ff:ff`
  func field(_ node: FieldNode, _ name: String, was: String? = nil) -> String {
    var text = "\(node.field.label) (\(name)): \(node.text.isEmpty ? "–" : node.text)"
    if node.field.isGenerated { text += ", " + SelectionNarration.computed[language] }
    if let was { text += ", " + SelectionNarration.was(was, language) }
    return text
  }

  /// A field that an open question asks for.
  func masked(_ node: FieldNode, _ name: String) -> String {
    "\(node.field.label) (\(name)): \(HiddenText.sign)"
  }

  func several(_ names: [String], _ name: String) -> String {
    let all = names.joined(separator: ", ")
    return choose("\(name) may be one of: \(all).", "\(name)에 맞는 이름이 여럿입니다: \(all).")
  }

  func whyValue(_ name: String, _ value: String) -> String {
    choose("Why this value? \(name): \(value)", "왜 이 값일까요? \(name): \(value)")
  }

  var whyIsHint: String {
    choose(
      "Answer first: in a question w alone gives the next hint.", "먼저 답하세요. 질문에서는 w만 입력하면 다음 힌트가 나옵니다.")
  }

  func otherTables(_ names: String) -> String {
    choose("t and a name shows a device's tables: \(names).", "t와 이름을 입력하면 그 장치의 표가 나옵니다: \(names).")
  }

  func noTables(_ device: String) -> String {
    choose(
      "\(device) keeps no tables.", "\(device)에는 표가 없습니다.")
  }

  func noDevice(_ name: String, _ nearest: String?) -> String {
    choose(
      "No device is called \(name).\(nearest.map { " Did you mean \($0)?" } ?? "")",
      "\(name.with("이라는/라는")) 장치는 없습니다.\(nearest.map { " \($0.with("을/를")) 찾으세요?" } ?? "")"
    )
  }

  // MARK: Help

  private var looking: [String] {
    isKorean
      ? [
        "f: 지금 보는 것의 필드와 값. f와 이름(f eth.dst): 그 필드 하나", "t: 장치의 표와 새로 바뀐 항목(+ ~ -). t와 장치 이름: 그 장치의 표만",
      ]
      : [
        "f: the fields now shown with their values; f eth.dst: just that field",
        "t: the devices' tables with what is new (+ ~ -); t and a device: only its tables",
      ]
  }

  /// While there is a wrong answer that can be run.
  private func running(_ canRun: Bool) -> [String] {
    guard canRun else { return [] }
    return [choose("e: run your last answer and see what comes of it", "e: 마지막 답을 실행해 어떻게 되는지 봅니다.")]
  }

  func help(canRun: Bool) -> [String] {
    let run = running(canRun)
    return isKorean
      ? ["Enter: 다음 단계", "b: 이전 단계", "s: 이 단계 다시 듣기", "w: 왜 이런 일이 일어났는지. w와 필드 이름: 그 값이 어디서 왔는지"]
        + run + looking + ["?: 이 도움말", "q: 끝내기"]
      : [
        "Enter: go on", "b: back to the previous stop", "s: repeat this stop",
        "w: why this happened; w and a field: where its value came from",
      ] + run + looking + ["?: this help", "q: stop here"]
  }

  func helpInQuestion(canRun: Bool) -> [String] {
    let run = running(canRun)
    return isKorean
      ? [
        "번호: 그 보기를 고릅니다. 숫자 질문에는 18, 0x12, 0b10010처럼, 필드 질문에는 eth.dst 같은 이름이나 바이트 위치를 입력합니다.",
        "Enter, 보기가 있으면 0도: 모르겠습니다. 정답을 보여 줍니다.", "w: 다음 힌트", "s: 질문 다시 듣기",
      ] + run + looking + ["b: 이전 단계", "q: 끝내기", "명령과 같은 글자로 답하려면 따옴표로 묶습니다."]
      : [
        "A number chooses. Where a number is asked: 18, 0x12 or 0b10010. Where a field is asked: its name, like eth.dst, or the offset of one of its bytes.",
        "Enter, or 0 where a number chooses: I don't know, show me", "w: the next hint",
        "s: repeat the question",
      ] + run + looking + [
        "b: back to the previous stop", "q: stop here",
        "An answer that looks like a command is given in quotes.",
      ]
  }
}
