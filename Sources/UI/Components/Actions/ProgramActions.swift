import Terminal

/// Help and language: what the program does on every screen.
enum CommonActions: ActionOwner {
  static let actions = [
    Action(
      .help, ["?"], "?", in: .everywhere, .ask, say("these keys", "이 도움말"),
      say("Show the keys that work here.", "여기서 쓸 수 있는 키를 보여 줍니다."),
      rebinding: .needsKey("needs a key: without one nobody finds the way")),
    Action(
      .language, ["t"], "t", in: .everywhere, .ask, say("한국어 (language)", "English (언어)"),
      say("Switch between English and Korean, keeping the place.", "보던 위치 그대로 한국어와 영어를 바꿉니다.")),
    Action(
      .reference, [], ":reference", in: .everywhere, .ask, say("reference", "용어집"),
      say("Layers, units, devices, states of TCP, and every term.", "계층, 단위, 장치, TCP 상태와 모든 용어입니다.")),
    Action(
      .commands, [":"], ":", in: .everywhere, .find, say("any command", "모든 명령"),
      say("Run any command by its name, English or Korean.", "한국어나 영어 이름으로 명령을 실행합니다.")),
  ]
}

/// The way out, and what the palette switches for this session.
enum ProgramActions: ActionOwner {
  static let actions = [
    Action(
      .back, [.escape], "Esc", in: .everywhere, .leave, say("back one level, always", "언제나 한 단계 뒤로"),
      say("Go back one level: close, return from a jump, leave the screen.", "한 단계 뒤로: 닫기, 되돌아오기, 화면 나가기."),
      rebinding: .keeps(.escape, "keeps esc, which goes back one level everywhere")),
    Action(
      .leave, ["q"], "q", in: .everywhere, .leave, say("close; on the walk: quit", "닫기, 여정에선 끝내기"),
      say("Close what covers the walk; on the walk, quit.", "여정을 가린 것을 닫습니다. 여정에서는 끝냅니다."),
      rebinding: .needsKey("needs a key: without one nobody finds the way")),
    Action(
      .leaveBehind, [], ":quit screen", in: .everywhere, .leave, say("quit, leave the screen", "화면 남기고 끝내기"),
      say("Quit and leave this screen in the shell.", "이 화면을 셸에 남기고 끝냅니다.")),
    Action(
      .theme, [], ":theme", in: .everywhere, .leave, say("next theme", "다음 테마"),
      say("Colours for any background, for a light or for a dark one.", "색을 모든 배경용, 밝은 배경용, 어두운 배경용으로 바꿉니다.")),
    Action(
      .motion, [], ":motion", in: .everywhere, .leave, say("motion on or off", "움직임 켜고 끄기"),
      say("Let frames move along their cables on the map, or not.", "지도에서 프레임이 케이블을 지나는 모습을 보이거나 감춥니다.")),
    Action(
      .redraw, [.control("l")], "Ctrl-L", in: .everywhere, .leave, say("redraw", "다시 그리기"),
      say("Redraw the screen.", "화면을 모두 다시 그립니다.")),
  ]
}

extension Action.ID {
  static let help = Action.ID("help")
  static let language = Action.ID("language")
  static let commands = Action.ID("commands")
  static let reference = Action.ID("reference")
  static let back = Action.ID("back")
  static let leave = Action.ID("leave")
  static let leaveBehind = Action.ID("leave-behind")
  static let theme = Action.ID("theme")
  static let motion = Action.ID("motion")
  static let redraw = Action.ID("redraw")
}

extension KeyHint {
  /// At the end of nearly every footer.
  static let keys = KeyHint(.help, "?", "keys", "도움말")
  static let quit = KeyHint(.leave, "q", "quit", "끝")
}
