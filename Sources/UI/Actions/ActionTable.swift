import Analysis
import Documents
import Terminal

extension Action {
  /// Every action there is, in the order of the help.
  package static let table: [Action] = time + place + asking + finding + questions + leaving + lines

  private static let time: [Action] = [
    Action(
      .nextStop, [.right, "l", " "], "→ l Space", in: .walk, .time, say("next stop", "다음 단계"),
      say("Go on to the next stop.", "다음 단계로 갑니다."),
      hints: [
        .walk: hint("→", "next", "다음", 0), .face: hint("→", "next", "다음", 2),
        .why: hint("→", "next", "다음", 4), .adding: hint("→", "next", "다음", 5),
        .comparing: hint("→", "next", "다음", 4), .answered: hint("→", "go on", "계속", 0),
        .lookingAround: hint("→", "back to the question", "질문으로", 0),
      ]),
    Action(
      .previousStop, [.left, "h", "b", .backspace], "← h b Bksp", in: .walk, .time,
      say("back one stop", "이전 단계"), say("Go back one stop, tables and all.", "한 단계 뒤로 갑니다. 표도 모두 되돌아갑니다."),
      hints: [
        .walk: hint("←", "back", "이전", 1), .face: hint("←", "back", "이전", 3),
        .answered: hint("←", "back", "이전", 5),
      ]),
    Action(
      .nextMoment, ["."], ".", in: .walk, .time, say("one moment on", "한 순간 앞으로"),
      say("One layer of one device does one thing.", "한 장치의 한 계층이 한 가지 일을 합니다."),
      hints: [.walk: hint(". ,", "moment", "순간", 8)]),
    Action(
      .previousMoment, [","], ",", in: .walk, .time, say("one moment back", "한 순간 뒤로"),
      say("Undo what one layer of one device did.", "한 계층이 한 일을 되돌립니다.")),
    Action(
      .nextFrame, ["]", .shiftRight], "]", in: .walk, .time, say("next frame", "다음 프레임"),
      say("Go to the next frame on any cable.", "어느 케이블이든 다음 프레임으로 갑니다."),
      hints: [.walk: hint("] [", "frame", "프레임", 9)]),
    Action(
      .previousFrame, ["[", .shiftLeft], "[", in: .walk, .time, say("frame before", "이전 프레임"),
      say("Go to the frame before on any cable.", "어느 케이블이든 이전 프레임으로 갑니다.")),
    Action(
      .furthest, [">"], ">", in: .walk, .time, say("furthest seen", "가장 멀리 본 곳"),
      say("Go to the furthest moment you have seen.", "지금까지 본 가장 먼 순간으로 갑니다.")),
    Action(
      .start, ["<"], "<", in: .walk, .time, say("to the start", "처음으로"),
      say("Go to the start.", "처음으로 갑니다.")),
  ]

  private static let place: [Action] = [
    Action(
      .up, [.up, "k"], "↑ k", in: .everywhere, .place, say("one row up", "한 줄 위로"),
      say("Move one row up in the pane; in the bytes one byte back.", "창에서 한 줄 위로, 바이트에서는 한 바이트 앞으로 갑니다.")),
    Action(
      .down, [.down, "j"], "↓ j", in: .everywhere, .place, say("one row down", "한 줄 아래로"),
      say("Move one row down in the pane; in the bytes one byte on.", "창에서 한 줄 아래로, 바이트에서는 한 바이트 뒤로 갑니다."),
      hints: [
        .start: hint("↑↓", "choose", "고르기", 0), .list: hint("↑↓", "choose", "고르기", 0),
        .forks: hint("↑↓", "choose", "고르기", 0),
        .walk: hint("↑↓", "field", "필드", 2), .face: hint("↑↓", "field", "필드", 1),
        .why: hint("↑↓", "look", "살펴보기", 0), .adding: hint("↑↓", "word", "워드", 0),
        .comparing: hint("↑↓", "change", "바뀐 것", 0), .answered: hint("↑↓", "field", "필드", 2),
        .picking: hint("↑↓", "field", "필드", 0), .lookingAround: hint("↑↓", "field", "필드", 1),
        .help: hint("↑↓", "scroll", "넘기기", 0),
      ]),
    Action(
      .pageUp, [.pageUp], "PgUp", in: .everywhere, .place, say("a page up", "한 화면 위로"),
      say("Move one page up in the pane; in the bytes one row.", "창에서 한 화면 위로, 바이트에서는 한 줄 위로 갑니다.")),
    Action(
      .pageDown, [.pageDown], "PgDn", in: .everywhere, .place, say("a page down", "한 화면 아래로"),
      say("Move one page down in the pane; in the bytes one row.", "창에서 한 화면 아래로, 바이트에서는 한 줄 아래로 갑니다."),
      hints: [.adding: hint("PgDn", "eight words", "여덟 워드", 2)]),
    Action(
      .first, [.home, "g"], "Home g", in: .everywhere, .place, say("first row", "첫 줄"),
      say("Go to the first row of the pane.", "창의 첫 줄로 갑니다.")),
    Action(
      .last, [.end, "G"], "End G", in: .everywhere, .place, say("last row", "마지막 줄"),
      say("Go to the last row of the pane.", "창의 마지막 줄로 갑니다."),
      hints: [.adding: hint("End", "result", "결과", 1)]),
    Action(
      .nextPane, [.tab], "Tab", in: .everywhere, .place, say("next pane", "다음 창"),
      say("Go to the next pane.", "다음 창으로 갑니다."),
      hints: [
        .walk: hint("Tab", "pane", "창", 3), .face: hint("Tab", "pane", "창", 4),
        .choosing: hint("Tab", "look around", "둘러보기", 4), .typing: hint("Tab", "look around", "둘러보기", 4),
        .picking: hint("Tab", "pane", "창", 2), .answered: hint("Tab", "pane", "창", 3),
        .lookingAround: hint("Tab", "pane", "창", 2),
        .why: hint("Tab", "other why", "다른 왜", 3),
        .adding: hint("Tab", "part", "부분", 3), .comparing: hint("Tab", "header", "헤더", 3),
      ]),
    Action(
      .previousPane, [.backtab], "S-Tab", in: .everywhere, .place, say("pane before", "이전 창"),
      say("Go to the pane before.", "이전 창으로 갑니다.")),
    Action(
      .open, [.enter], "Enter", in: .everywhere, .place, say("open: field, layer, row", "열기: 필드, 계층, 줄"),
      say("Open or close what is under the cursor; answer; choose.", "커서가 있는 것을 열거나 닫고, 답하고, 고릅니다."),
      hints: [
        .start: hint("Enter", "begin", "시작", 1), .list: hint("Enter", "begin", "시작", 1),
        .forks: hint("Enter", "go there", "거기로", 1),
        .walk: hint("Enter", "open", "열기", 4), .comparing: hint("Enter", "select it", "고르기", 1),
        .why: hint("Enter", "go there", "거기로", 1),
        .choosing: hint("Enter", "answer", "답하기", 6), .picking: hint("Enter", "answer", "답하기", 1),
        .typing: hint("Enter", "answer", "답하기", 0),
      ]),
    Action(
      .view, (1...9).map { .character(Character(String($0))) }, "1 … 6", in: .walk, .place,
      say("picture", "그림"),
      say("Show this picture; again: keep it while walking.", "이 그림을 봅니다. 한 번 더 누르면 여정 내내 그대로 둡니다."),
      hints: [.walk: hint("1-6", "view", "그림", 6), .lookingAround: hint("1-6", "view", "그림", 3)]),
    Action(
      .zoom, ["z"], "z", in: .walk, .place, say("zoom this pane", "창 크게 보기"),
      say("Make this pane fill the screen, and back.", "이 창을 화면 가득 보고, 다시 누르면 돌아옵니다."),
      hints: [.walk: hint("z", "zoom", "크게", 12)]),
    Action(
      .enterListed, [.right, "l", " "], "→ l Space", in: .list, .place,
      say("open the marked line", "표시한 줄 열기"),
      say("Open the marked line, like Enter.", "Enter처럼 표시한 줄을 엽니다."),
      hints: [.forks: hint("→", "compare", "비교", 2)]),
    Action(
      .leaveListed, [.left, "h", .backspace], "← h Bksp", in: .list, .leave, say("out of a list", "목록에서 나가기"),
      say("Go out of the list, like Esc.", "Esc처럼 목록에서 나갑니다.")),
  ]

  private static let asking: [Action] = [
    Action(
      .why, ["w"], "w", in: .walk, .ask, say("why? where from?", "왜? 어디서?"),
      say("Say why this was sent, or where this value came from.", "왜 보냈는지, 이 값이 어디서 왔는지 보여 줍니다."),
      hints: [
        .walk: hint("w", "why", "왜", 5), .face: hint("w", "why", "왜", 0),
        .comparing: hint("w", "why", "왜", 5),
        .answered: hint("w", "why", "왜", 1), .lookingAround: hint("w", "why", "왜", 4),
      ]),
    Action(
      .checksum, ["c"], "c", in: .walk, .ask, say("checksum: add it up", "체크섬 더해 보기"),
      say("Add up this layer's checksum, word by word.", "이 계층의 체크섬을 한 워드씩 더합니다."),
      hints: [
        .walk: hint("c", "checksum", "체크섬", 20), .face: hint("c", "sum", "체크섬", 6),
        .answered: hint("c", "checksum", "체크섬", 20), .lookingAround: hint("c", "checksum", "체크섬", 20),
      ]),
    Action(
      .compare, ["v"], "v", in: .walk, .ask, say("compare the hops", "이전 홉과 견주기"),
      say("Compare it with what it was before this device.", "이 장치를 지나기 전과 견주어 봅니다."),
      hints: [
        .walk: hint("v", "compare", "견주기", 21), .face: hint("v", "compare", "견주기", 7),
        .answered: hint("v", "compare", "견주기", 21), .lookingAround: hint("v", "compare", "견주기", 21),
      ]),
    Action(
      .edit, ["e"], "e", in: .walk, .ask, say("what if: edit", "만약: 값 바꾸기"),
      say("Change this field and see what happens, on a fork.", "이 필드를 바꾸면 어떻게 되는지 갈래에서 봅니다."),
      hints: [.face: hint("e", "what if", "만약", 9), .walk: hint("e x d", "what if", "만약", 14)]),
    Action(
      .lose, ["x"], "x", in: .walk, .ask, say("what if: lose", "만약: 없애기"),
      say("Lose this frame and see what happens, on a fork.", "이 프레임이 사라지면 어떻게 되는지 갈래에서 봅니다.")),
    Action(
      .delay, ["d"], "d", in: .walk, .ask, say("what if: delay", "만약: 늦추기"),
      say("Delay this frame and see what happens, on a fork.", "이 프레임이 늦어지면 어떻게 되는지 갈래에서 봅니다.")),
    Action(
      .forks, ["f"], "f", in: .walk, .ask, say("forks, compared", "갈래 비교"),
      say("List the forks, and show two of them side by side.", "갈래를 모두 보고, 둘을 나란히 비교합니다.")),
    Action(
      .help, ["?"], "?", in: .everywhere, .ask, say("these keys", "이 도움말"),
      say("Show the keys that work here.", "여기서 쓸 수 있는 키를 보여 줍니다."),
      hints: [
        .start: fixed("?", "keys", "도움말"), .list: fixed("?", "keys", "도움말"),
        .forks: fixed("?", "keys", "도움말"),
        .walk: fixed("?", "keys", "도움말"), .face: fixed("?", "keys", "도움말"),
        .why: fixed("?", "keys", "도움말"), .adding: fixed("?", "keys", "도움말"),
        .comparing: fixed("?", "keys", "도움말"), .choosing: fixed("?", "keys", "도움말"),
        .typing: fixed("?", "keys", "도움말"), .picking: fixed("?", "keys", "도움말"),
        .answered: fixed("?", "keys", "도움말"),
        .lookingAround: fixed("?", "keys", "도움말"), .help: fixed("Esc", "close", "닫기"),
      ]),
    Action(
      .language, ["t"], "t", in: .everywhere, .ask, say("한국어 (language)", "English (언어)"),
      say("Switch between English and Korean, keeping the place.", "자리를 지키며 한국어와 영어를 바꿉니다."),
      hints: [
        .start: hint("t", "한국어", "English", 2), .list: hint("t", "한국어", "English", 2),
        .help: hint("t", "한국어", "English", 1),
      ]),
  ]

  private static let finding: [Action] = [
    Action(
      .commands, [":"], ":", in: .everywhere, .find, say("any command", "모든 명령"),
      say("Run any command by its name, English or Korean.", "한국어나 영어 이름으로 명령을 실행합니다."),
      hints: [
        .start: hint(":", "commands", "명령", 3), .list: hint(":", "commands", "명령", 4),
        .walk: hint(":", "commands", "명령", 11), .face: hint(":", "commands", "명령", 11),
        .lookingAround: hint(":", "commands", "명령", 6),
      ]),
    Action(
      .find, ["/"], "/", in: .walk, .find, say("find", "찾기"),
      say("Find frames or moments with a Wireshark filter.", "Wireshark 필터로 프레임이나 순간을 찾습니다."),
      hints: [
        .walk: hint("/", "find", "찾기", 10), .face: hint("/", "find", "찾기", 10),
        .lookingAround: hint("/", "find", "찾기", 5),
      ]),
    Action(
      .nextMatch, ["n"], "n", in: .walk, .find, say("next match", "다음 결과"),
      say("Go to the next frame or moment that matches.", "필터에 맞는 다음 프레임이나 순간으로 갑니다.")),
    Action(
      .previousMatch, ["p", "N"], "p N", in: .walk, .find, say("match before", "이전 결과"),
      say("Go to the frame or moment before that matches.", "필터에 맞는 이전 프레임이나 순간으로 갑니다.")),
    Action(
      .copy, ["y"], "y", in: .walk, .find, say("copy filter, then value", "필터 복사, 다시 값"),
      say(
        "Copy the selection as a Wireshark filter; again: its value.",
        "고른 것을 Wireshark 필터로 복사합니다. 한 번 더 누르면 값을 복사합니다."),
      hints: [.walk: hint("y", "copy", "복사", 13), .face: hint("y", "copy", "복사", 8)]),
    Action(
      .goToFrame, [], ":42", in: .walk, .find, say("go to frame", "프레임으로 가기"),
      say("Go to a frame by its number, as :42 does.", "번호로 프레임에 갑니다. :42처럼 써도 됩니다.")),
    Action(
      .goToMoment, [], ":m 120", in: .walk, .find, say("go to moment", "순간으로 가기"),
      say("Go to a moment by its number, as :m 120 does.", "번호로 순간에 갑니다. :m 120처럼 써도 됩니다.")),
    Action(
      .goToStop, [], ":stop 4", in: .walk, .find, say("go to stop", "단계로 가기"),
      say("Go to a stop by its number or name.", "번호나 이름으로 단계에 갑니다.")),
    Action(
      .saveCapture, [], ":save", in: .walk, .find, say("save capture", "캡처 저장"),
      say(
        "Save the frames seen so far on a device's cable, for Wireshark.",
        "지금까지 한 장치의 케이블에서 본 프레임을 Wireshark용으로 저장합니다.")),
    Action(
      .saveScreen, [], ":save screen", in: .everywhere, .find, say("save screen as text", "화면을 텍스트로 저장"),
      say("Save this screen as plain text.", "이 화면을 일반 텍스트로 저장합니다.")),
    Action(
      .saveDrawing, [], ":svg", in: .everywhere, .find, say("save screen as SVG", "화면을 SVG로 저장"),
      say("Save this screen as a drawing, colours and all.", "이 화면을 색까지 그대로 그림 파일로 저장합니다.")),
    Action(
      .saveLadder, [], ":save ladder", in: .walk, .find, say("save ladder as text", "순서도를 텍스트로 저장"),
      say("Save the whole ladder so far as plain text.", "지금까지의 순서도 전체를 일반 텍스트로 저장합니다.")),
  ]

  /// In a line that is typed into every printing key types; these do the rest.
  private static let lines: [Action] = [
    Action(
      .lineTake, [.enter], "Enter", in: .line, .line, say("take the line", "줄 확정"),
      say("Take the line as it is, or the marked row.", "줄이나 표시한 항목을 그대로 씁니다."),
      hints: [.line: Hint(key: "Enter", label: say("take", "확정"), rank: 100, isFixed: true)]),
    Action(
      .lineLeave, [.escape], "Esc", in: .line, .line, say("leave the line", "줄 닫기"),
      say("Leave the line; nothing has happened.", "아무 일 없이 줄을 닫습니다."),
      hints: [.line: Hint(key: "Esc", label: say("leave", "닫기"), rank: 101, isFixed: true)]),
    Action(
      .lineComplete, [.tab], "Tab", in: .line, .line, say("complete the line", "줄 채우기"),
      say("Complete the word, or take what was meant.", "낱말을 채우거나 고친 것을 받아들입니다."),
      hints: [.line: hint("Tab", "complete", "채우기", 1)]),
    Action(
      .lineChoose, [.up, .down, .pageUp, .pageDown], "↑ ↓", in: .line, .line, say("choose a row", "항목 고르기"),
      say("Choose a row; on an empty line ↑ brings the last one back.", "항목을 고릅니다. 빈 줄에서 ↑를 누르면 지난 줄이 나옵니다."),
      hints: [.line: hint("↑↓", "choose", "고르기", 0)]),
    Action(
      .lineEdit, [.left, .right, .home, .end, .backspace, .delete, .control("u")], "← → …", in: .line, .line,
      say("edit the line", "줄 고치기"),
      say(
        "← → Home End move, Backspace and Delete delete, Ctrl-U clears.",
        "← → Home End로 옮기고 Backspace와 Delete로 지우고 Ctrl-U로 비웁니다."),
      hints: [.line: hint("Ctrl-U", "clear", "비우기", 2)]),
  ]

  private static let questions: [Action] = [
    Action(
      .answer, (1...9).map { .character(Character(String($0))) }, "1 … 9", in: .question, .question,
      say("answer", "답하기"), say("Answer with this choice.", "이 보기로 답합니다."),
      hints: [.choosing: hint("1-9", "answer", "답하기", 0)]),
    Action(
      .dontKnow, ["0"], "0", in: .question, .question, say("I don't know", "모르겠어요"),
      say("Show the answer with its reason.", "답과 그 이유를 보여 줍니다."),
      hints: [
        .choosing: hint("0", "don't know", "모름", 1), .picking: hint("0", "don't know", "모름", 3),
      ]),
    Action(
      .hint, ["w"], "w", in: .question, .question, say("hint", "힌트"),
      say("Give the next hint.", "다음 힌트를 줍니다."),
      hints: [
        .choosing: hint("w", "hint", "힌트", 3), .picking: hint("w", "hint", "힌트", 4),
        .typing: hint("w", "hint", "힌트", 3),
      ]),
    Action(
      .skip, [.right, "l", " "], "→", in: .question, .question,
      say("skip, asked twice", "건너뛰기, 두 번"),
      say("Go on without answering: first press asks, second goes.", "답하지 않고 갑니다. 처음엔 묻고 두 번째에 갑니다."),
      hints: [
        .choosing: hint("→", "skip", "건너뛰기", 5), .picking: hint("→", "skip", "건너뛰기", 5),
        .typing: hint("→", "skip", "건너뛰기", 5),
      ]),
  ]

  private static let leaving: [Action] = [
    Action(
      .back, [.escape], "Esc", in: .everywhere, .leave, say("back one level, always", "언제나 한 단계 뒤로"),
      say("Go back one level: close, return from a jump, leave the screen.", "한 단계 뒤로: 닫기, 되돌아오기, 화면 나가기."),
      hints: [
        .list: hint("Esc", "back", "뒤로", 3), .forks: hint("Esc", "back", "뒤로", 3),
        .face: hint("Esc", "words", "설명", 5),
        .why: hint("Esc", "back", "뒤로", 2), .adding: hint("Esc", "close", "닫기", 4),
        .comparing: hint("Esc", "close", "닫기", 2),
      ]),
    Action(
      .leave, ["q"], "q", in: .everywhere, .leave, say("close; on the walk: quit", "닫기, 여정에선 끝내기"),
      say("Close what covers the walk; on the walk, quit.", "여정을 가린 것을 닫습니다. 여정에서는 끝냅니다."),
      hints: [
        .start: fixed("q", "quit", "끝"), .list: fixed("q", "quit", "끝"), .forks: fixed("q", "close", "닫기"),
        .walk: fixed("q", "quit", "끝"),
        .face: fixed("q", "quit", "끝"), .answered: fixed("q", "quit", "끝"),
        .lookingAround: fixed("q", "quit", "끝"),
      ]),
    Action(
      .leaveBehind, [], ":quit screen", in: .everywhere, .leave, say("quit, leave the screen", "화면 남기고 끝내기"),
      say("Quit and leave this screen behind in the shell.", "이 화면을 셸에 남기고 끝냅니다.")),
    Action(
      .theme, [], ":theme", in: .everywhere, .leave, say("next theme", "다음 테마"),
      say("Colours for any background, for a light or for a dark one.", "색을 모든 배경용, 밝은 배경용, 어두운 배경용으로 바꿉니다.")),
    Action(
      .motion, [], ":motion", in: .everywhere, .leave, say("motion on or off", "움직임 켜고 끄기"),
      say("Let a frame be seen crossing its cable on the map, or not.", "지도에서 프레임이 케이블을 지나는 모습을 보이거나 감춥니다.")),
    Action(
      .redraw, [.control("l")], "Ctrl-L", in: .everywhere, .leave, say("draw anew", "다시 그리기"),
      say("Draw everything anew.", "화면을 모두 다시 그립니다.")),
  ]

  private static func say(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }

  private static func hint(_ key: String, _ en: String, _ ko: String, _ rank: Int) -> Hint {
    Hint(key: key, label: say(en, ko), rank: rank)
  }

  private static func fixed(_ key: String, _ en: String, _ ko: String) -> Hint {
    Hint(key: key, label: say(en, ko), rank: key == "q" ? 101 : 100, isFixed: true)
  }
}

extension Key: ExpressibleByStringLiteral {
  /// A key that types a character.
  public init(stringLiteral value: String) { self = .character(Character(value)) }
}
