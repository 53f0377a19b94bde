import Analysis
import Documents
import Networking

/// What if: editing, losing, delaying, and the forks they make.
extension Texts {
  static let tooManyForks = both(
    "There are \(Branches.most - 1) forks already; that is as many as fit.",
    "갈래가 이미 \(Branches.most - 1)개라 더 만들 수 없습니다.")
  static let answerFirst = both("Answer or skip the question first.", "먼저 질문에 답하거나 건너뛰세요.")
  static let noFrameAtHand = both(
    "There is no frame here: ] goes to the next one.", "여기에는 바꿀 프레임이 없습니다. ]를 누르면 다음 프레임으로 갑니다.")
  static let noFieldToEdit = both("e needs a field: ↑ ↓ choose one.", "e를 쓰려면 ↑ ↓로 필드를 고르세요.")

  static func fieldNotInFrame(_ name: String, _ frame: Int) -> LocalizedText {
    both("\(name) is not in frame \(frame).", "\(frame)번 프레임에는 \(name) 필드가 없습니다.")
  }

  /// - Parameter what: was done.
  static func forked(_ number: Int, _ what: LocalizedText) -> LocalizedText {
    both(
      "Fork \(number): \(what.en). Esc goes back to how it was; v compares the two runs.",
      "\(number)번 갈래: \(what.ko). Esc는 되돌리기, v는 비교입니다.")
  }

  /// On a fork that the lesson has made.
  static func onLessonFork(_ title: LocalizedRendering) -> LocalizedText {
    both(
      "What if? On this fork: \(title.en.string)", "만약에? 이 갈래에서는: \(title.ko.string)")
  }

  /// On a frame that a fork has lost.
  static func lostAlready(_ action: Action.ID) -> LocalizedText {
    let key = Keymap.standard[action].shown
    return both(
      "\(key) it is lost already; Esc undoes it.", "\(key) 이미 사라진 프레임입니다. Esc를 누르면 되돌립니다.")
  }

  /// Where → leads on a fork.
  /// - Parameter later: nanoseconds from what is shown.
  /// - Returns: the same in two lengths.
  static func follows(_ what: String, _ later: Int64, _ language: Language) -> [String] {
    let time = later == 0 ? nil : SelectionNarration.span(later)
    if language == .en {
      let inTime = time.map { ", in \($0)" } ?? ""
      return ["→ follows what this changes\(inTime): \(what)", "→ what this changes\(inTime): \(what)"]
    }
    let inTime = time.map { " \($0) 뒤" } ?? ""
    return ["→ 이것 때문에 달라지는 것을 따라갑니다:\(inTime) \(what)", "→ 달라지는 것:\(inTime) \(what)"]
  }

  static let nothingElseChanges = both(
    "Nothing else is different from how it was. . goes on; Esc goes back.",
    "그 뒤로는 원래와 같습니다. .으로 계속하거나 Esc로 돌아갑니다.")

  static let nothingChangesForAWhile = both(
    "For a while nothing is different from how it was. . goes on; Esc goes back.",
    "한동안은 원래와 같습니다. .으로 계속하거나 Esc로 돌아갑니다.")
  static let forkEnds = both(
    "Nothing comes after this on this fork. Esc goes back.", "이 갈래는 여기서 끝납니다. Esc를 누르면 돌아갑니다.")
  static let onlySmallStepsDiffer = both(
    "From here only small steps differ: . goes through them; Esc goes back.",
    "이제 작은 단계만 다릅니다. .으로 하나씩 보거나 Esc로 돌아갑니다.")
  static let noOtherFrameChanges = both(
    "No later frame is different from how it was; → goes on to what is.",
    "그 뒤의 프레임은 원래와 같습니다. →를 누르면 다른 점으로 갑니다.")

  static func fork(_ number: Int, _ language: Language) -> String {
    language == .en ? "fork \(number)" : "\(number)번 갈래"
  }

  // MARK: The lines

  static func editLabel(_ name: String, _ frame: Int) -> LocalizedText {
    both("What if \(name) in frame \(frame) were …", "\(frame)번 프레임의 \(name) 값이 다르다면")
  }
  static func delayLabel(_ frame: Int) -> LocalizedText {
    both("What if frame \(frame) came later by …", "\(frame)번 프레임이 더 늦게 온다면")
  }
  static func nowIs(_ value: String, _ language: Language) -> String {
    language == .en ? "now \(value)" : "지금 \(value)"
  }
  static let editHow = both(
    "Enter makes a fork with that value; ↑ ↓ choose what happens to the checksums.",
    "Enter를 누르면 그 값으로 갈래를 만듭니다. ↑ ↓로 체크섬을 어떻게 할지 고릅니다.")
  static let delayHow = both(
    "How much later? 3ms, 200us, 1.5s; at most an hour.", "얼마나 늦게? 예: 3ms, 200us, 1.5s. 최대 한 시간입니다.")

  static func checksums(_ mode: EditedFrame.Checksums) -> LocalizedText {
    switch mode {
    case .fixed: both("checksums fixed", "체크섬 다시 계산")
    case .left: both("checksums not updated", "체크섬 그대로")
    case .untouched: both("bits flipped on the cable", "케이블에서 바뀐 비트")
    }
  }

  static func checksumsSentence(_ mode: EditedFrame.Checksums) -> LocalizedText {
    switch mode {
    case .fixed: both("All checksums fit the new value.", "모든 체크섬을 새 값에 맞춥니다.")
    case .left:
      both("The layer that verifies the checksum will notice.", "체크섬을 검사하는 계층이 오류를 찾아냅니다.")
    case .untouched:
      both(
        "Even the frame check sequence is wrong: the next device will notice.", "FCS까지 맞지 않아 바로 다음 장치가 찾아냅니다."
      )
    }
  }

  // MARK: The list and the comparison

  static let forks = both("Forks", "갈래")
  static let noForks = both(
    "No forks yet: e edits the selected field, x loses the frame, d delays it.",
    "아직 갈래가 없습니다. e는 고른 필드를 바꾸고, x는 프레임을 없애고, d는 늦춥니다.")
  static let asItWas = both("as it was", "원래대로")
  static let forksSentence = both(
    "Enter opens the marked fork; → compares it with the one it came from.",
    "Enter를 누르면 표시한 갈래로, →를 누르면 갈라지기 전과 비교합니다.")
  static let compareSentence = both(
    "↑ ↓ go through both; Enter goes to the marked moment; → ← change the side.",
    "↑ ↓로 함께 봅니다. Enter는 표시한 순간으로, → ←는 반대쪽으로 갑니다.")
  static func leftAt(_ moment: Int, _ language: Language) -> String {
    language == .en ? "from moment \(moment)" : "\(moment)번 순간부터"
  }
  static func momentCount(_ count: Int?, _ language: Language) -> String {
    language == .en ? "\(total(count)) moments" : "순간 \(total(count))개"
  }
  /// How many there are; not known before all of them are recorded.
  static func total(_ count: Int?) -> String { count.map { "\($0)" } ?? "…" }
  static let firstDifference = both("first difference", "처음 달라진 곳")
  static let nothingElseDiffers = both("Nothing after that differs.", "그 뒤로는 달라진 것이 없습니다.")

  /// What was done to a frame: `frame 12: ip.ttl 64 → 1`.
  static func whatIf(_ whatIf: WhatIf, _ language: Language) -> String {
    let frame = whatIf.frame.map { Texts.frame($0, language) } ?? ""
    return switch whatIf {
    case .edit(_, let edit): "\(frame): \(edit.field.name) \(edit.old) → \(edit.new)"
    case .lose: language == .en ? "\(frame) lost" : "\(frame) 사라짐"
    case .delay(_, let nanoseconds):
      "\(frame) + \(time(nanoseconds))"
    case .damage: language == .en ? "\(frame) damaged" : "\(frame) 손상"
    case .ask, .script, .cut, .plug, .join, .restart, .wait, .decide, .look: whatIf.kind.name
    }
  }
}
