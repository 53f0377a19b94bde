import Terminal

extension WalkPosition {
  static let actions = [
    Action(
      .nextStop, [.right, "l", " "], "→ l Space", in: .walk, .time, say("next stop", "다음 단계"),
      say("Go on to the next stop.", "다음 단계로 갑니다.")),
    Action(
      .previousStop, [.left, "h", "b", .backspace], "← h b Bksp", in: .walk, .time,
      say("back one stop", "이전 단계"), say("Go back one stop, tables and all.", "한 단계 뒤로 갑니다. 표도 모두 되돌아갑니다.")),
    Action(
      .nextMoment, ["."], ".", in: .walk, .time, say("one moment on", "한 순간 앞으로"),
      say("One layer of one device does one thing.", "한 장치의 한 계층이 한 가지 일을 합니다."), opposite: .previousMoment),
    Action(
      .previousMoment, [","], ",", in: .walk, .time, say("one moment back", "한 순간 뒤로"),
      say("Undo what one layer of one device did.", "한 계층이 한 일을 되돌립니다.")),
    Action(
      .nextFrame, ["]", .shiftRight], "]", in: .walk, .time, say("next frame", "다음 프레임"),
      say("Go to the next frame on any cable.", "어느 케이블이든 다음 프레임으로 갑니다."), opposite: .previousFrame),
    Action(
      .previousFrame, ["[", .shiftLeft], "[", in: .walk, .time, say("previous frame", "이전 프레임"),
      say("Go to the previous frame on any cable.", "어느 케이블이든 이전 프레임으로 갑니다.")),
    Action(
      .furthest, [">"], ">", in: .walk, .time, say("furthest seen", "가장 멀리 본 곳"),
      say("Go to the furthest moment you have seen.", "지금까지 본 가장 먼 순간으로 갑니다.")),
    Action(
      .start, ["<"], "<", in: .walk, .time, say("to the start", "처음으로"),
      say("Go to the start.", "처음으로 갑니다.")),
  ]
}

extension Action.ID {
  static let nextStop = Action.ID("next-stop")
  static let previousStop = Action.ID("previous-stop")
  static let nextMoment = Action.ID("next-moment")
  static let previousMoment = Action.ID("previous-moment")
  static let nextFrame = Action.ID("next-frame")
  static let previousFrame = Action.ID("previous-frame")
  static let furthest = Action.ID("furthest")
  static let start = Action.ID("start")
}

extension KeyHint {
  static let next = KeyHint(.nextStop, "→", "next", "다음")
  static let back = KeyHint(.previousStop, "←", "back", "이전")
  static let moment = KeyHint(.nextMoment, ". ,", "moment", "순간")
  static let frame = KeyHint(.nextFrame, "] [", "frame", "프레임")
}
