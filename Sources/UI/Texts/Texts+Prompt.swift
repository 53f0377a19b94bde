import Analysis
import Documents
import Foundation
import Networking

/// Lines that are typed into: commands, finding, going by number, saving; copying.
extension Texts {
  static func label(_ kind: Prompt.Kind) -> LocalizedText {
    switch kind {
    case .commands: both("Command", "명령")
    case .find: both("Find", "찾기")
    case .goTo(.frame): both("Go to frame", "프레임으로 가기")
    case .goTo(.moment): both("Go to moment", "순간으로 가기")
    case .goTo(.stop): both("Go to stop", "단계로 가기")
    case .save(let save):
      switch save.content {
      case .capture: both("Save capture as", "캡처를 저장할 파일")
      case .screen: both("Save screen as text", "화면을 텍스트로 저장할 파일")
      case .drawing: both("Save screen as SVG", "화면을 SVG로 저장할 파일")
      case .ladder: both("Save ladder as text", "시퀀스를 텍스트로 저장할 파일")
      }
    case .edit(let edit): editLabel(edit.edit.field.name, edit.frame)
    case .delay(let frame): delayLabel(frame)
    }
  }

  /// How the line is used, on the sentence line while nothing else is to be said.
  static func how(_ kind: Prompt.Kind) -> LocalizedText {
    switch kind {
    case .commands:
      both(
        "Type a part of a name, or a frame's number; Enter runs the marked row.",
        "이름의 일부나 프레임 번호를 입력하세요. Enter를 누르면 표시한 것을 실행합니다.")
    case .find:
      both(
        "A Wireshark filter, like ip.ttl < 64 or moment.kind == \"arp.miss\".",
        "Wireshark 필터를 입력하세요. 예: ip.ttl < 64, moment.kind == \"arp.miss\"")
    case .goTo: both("Type a number; Enter goes there.", "번호를 입력하고 Enter를 누르세요.")
    case .save(let save):
      if case .capture = save.content {
        both(
          "Enter saves it for Wireshark; type another name, or ↓ another device's cable.",
          "Enter를 누르면 Wireshark용으로 저장합니다. 다른 이름은 바로 입력하고 ↓로 장치를 고릅니다.")
      } else {
        both(
          "Enter saves under this name; what you type takes its place, ← edits it.",
          "Enter를 누르면 이 이름으로 저장합니다. 입력하면 새 이름이 되고 ←로 고칩니다.")
      }
    case .edit: editHow
    case .delay: delayHow
    }
  }

  static func joined(_ a: LocalizedText, _ b: LocalizedText) -> LocalizedText {
    both("\(a.en) \(b.en)", "\(a.ko) \(b.ko)")
  }

  static func turnedBack(_ hangul: String, _ latin: String) -> LocalizedText {
    both("Korean input converted: \(hangul) → \(latin)", "한글 입력을 영문으로 바꿨습니다: \(hangul) → \(latin)")
  }

  // MARK: Commands

  static func noCommand(_ text: String) -> LocalizedText {
    both("✗ No command is called \(quoted(text)).", "✗ \(quoted(text))에 맞는 명령이 없습니다.")
  }

  /// A verb was meant.
  static func didYouMean(_ text: String, _ verb: String) -> LocalizedText {
    both(
      "✗ No command is called \(quoted(text)). Did you mean \(verb)? Tab replaces it.",
      "✗ \(quoted(text))에 맞는 명령이 없습니다. 혹시 \(verb)? Tab을 누르면 고칩니다.")
  }

  static func worksOnly(in scope: Action.Scope, isCovered: Bool = false) -> LocalizedText {
    isCovered ? scope.worksUncovered ?? scope.worksOnly : scope.worksOnly
  }
  static let noStops = both("Only a lesson has stops.", "단계는 레슨에만 있습니다.")

  // MARK: Places

  static func destination(_ place: GoToDestination, _ number: String) -> LocalizedText {
    switch place {
    case .frame: both("frame \(number)", "\(number)번 프레임")
    case .moment: both("moment \(number)", "\(number)번 순간")
    case .stop: both("stop \(number)", "\(number)번 단계")
    }
  }

  /// What has not been recorded yet comes with the next key.
  static func notRecorded(_ place: GoToDestination, _ count: Int, key: String = "Enter") -> LocalizedText {
    switch place {
    case .frame:
      both(
        "Recorded up to frame \(count) so far: \(key) goes on.", "\(count)번 프레임까지 기록했습니다. 계속: \(key)")
    case .moment, .stop:
      both(
        "Recorded up to moment \(count) so far: \(key) goes on.", "\(count)번 순간까지 기록했습니다. 계속: \(key)")
    }
  }

  /// - Parameter count: nil while it is not known.
  static func range(_ place: GoToDestination, _ count: Int?) -> LocalizedText {
    if count == 0 { return place == .stop ? noStops : noFramesYet }
    let count = total(count)
    return switch place {
    case .frame: both("Frames have numbers from 1 to \(count).", "프레임 번호는 1부터 \(count)까지입니다.")
    case .moment: both("Moments have numbers from 1 to \(count).", "순간 번호는 1부터 \(count)까지입니다.")
    case .stop: both("Stops have numbers from 1 to \(count).", "단계 번호는 1부터 \(count)까지입니다.")
    }
  }

  static let notSeen = both(
    "There is an unanswered question before it: → takes you there.", "그 앞에 답하지 않은 질문이 있습니다. →로 가세요.")
  static func wentTo(_ place: LocalizedText) -> LocalizedText {
    both("This is \(place.en). Esc goes back.", "\(place.ko)입니다. Esc를 누르면 돌아갑니다.")
  }
  static let alreadyThere = both("You are already there.", "지금 여기가 그곳입니다.")

  // MARK: Finding

  static func count(_ matches: Matches) -> LocalizedText {
    let count = matches.moments.count
    let more = matches.isComplete ? "" : "+"
    if matches.areFrames {
      if count == 0, matches.isComplete { return both("no frame matches", "맞는 프레임 없음") }
      return both("\(count)\(more) frame\(count == 1 ? " matches" : "s match")", "프레임 \(count)\(more)개")
    }
    if count == 0, matches.isComplete { return both("no moment matches", "맞는 순간 없음") }
    return both("\(count)\(more) moment\(count == 1 ? " matches" : "s match")", "순간 \(count)\(more)개")
  }

  private static let laterHidden = both(
    "Later ones stay hidden until the question ahead is answered.", "뒤의 것은 앞에 있는 질문에 답해야 보입니다.")

  /// What Enter would do now.
  static func enterGoes(_ matches: Matches, from moment: Int, _ recording: Recording) -> LocalizedText {
    var text: LocalizedText
    if let next = matches.moments.first(where: { $0 > moment })
      ?? matches.moments.first(where: { $0 != moment })
    {
      let place = self.place(next, matches, recording)
      text =
        next > moment
        ? both("Enter goes to \(place.en).", "다음은 \(place.ko)입니다. Enter를 누르면 갑니다.")
        : both(
          "None after this: Enter goes back to \(place.en).",
          "이 뒤에는 없고 처음부터 보면 \(place.ko)입니다. Enter를 누르면 갑니다.")
    } else if !matches.isComplete {
      text = both("None so far: Enter keeps looking.", "아직 없습니다. Enter를 누르면 더 찾습니다.")
    } else if matches.moments.isEmpty {
      text =
        matches.hidesLater ? both("None so far.", "지금까지는 없습니다.") : both("None in this walk.", "이 여정에는 없습니다.")
    } else {
      text = onlyHere
    }
    return matches.hidesLater ? joined(text, laterHidden) : text
  }

  private static func place(_ moment: Int, _ matches: Matches, _ recording: Recording) -> LocalizedText {
    let frame = recording.timeline.moment(moment).frame
    guard matches.areFrames, let frame else { return destination(.moment, String(moment)) }
    return destination(.frame, String(frame))
  }

  static let onlyHere = both("The only match is where you are.", "맞는 곳은 지금 여기뿐입니다.")
  static let notValid = both("not valid", "잘못됨")
  static let notFinishedYet = both("This is not finished yet.", "아직 끝나지 않았습니다.")

  static func notFinished(_ error: ExpressionError) -> LocalizedText {
    both("Not finished: \(error.message).", "아직 끝나지 않았습니다: \(error.korean ?? error.message).")
  }

  static func expression(_ error: ExpressionError) -> LocalizedText {
    both(error.message, error.korean ?? error.message)
  }

  static func asksPresence(_ name: String) -> LocalizedText {
    both(
      "On its own this asks whether the field is present; for \"set\" write \(name) == 1.",
      "이것만 쓰면 필드가 있는지만 묻습니다. 값이 1인지는 \(name) == 1")
  }

  static func noName(_ name: String, _ guess: String?) -> LocalizedText {
    guard let guess else { return both("unknown name \(name)", "없는 이름입니다: \(name)") }
    return both(
      "unknown name \(name). Did you mean \(guess)? Tab replaces it.",
      "없는 이름입니다: \(name). \(guess)? Tab을 누르면 고칩니다.")
  }

  static func nothingFound(_ matches: Matches) -> LocalizedText {
    matches.hidesLater ? joined(count(matches), laterHidden) : count(matches)
  }

  static let nothingSought = both("n p come after a search: / begins one.", "n p는 찾은 다음에 씁니다. /로 찾으세요.")

  static func noMatch(_ text: String, forward: Bool, hidesLater: Bool) -> LocalizedText {
    let says =
      forward
      ? both("n no later match of \(text).", "n 이 뒤에는 \(text)에 맞는 것이 없습니다.")
      : both("p no earlier match of \(text).", "p 이 앞에는 \(text)에 맞는 것이 없습니다.")
    return forward && hidesLater ? joined(says, laterHidden) : says
  }

  static func noMatchYet(_ text: String) -> LocalizedText {
    both("n no match of \(text) so far: n keeps looking.", "n 아직 \(text)에 맞는 것이 없습니다. n을 누르면 더 찾습니다.")
  }

  static func match(_ match: Match, _ text: String, wrapped: Bool) -> LocalizedText {
    let from = wrapped ? both(", from the start again", ", 처음부터 다시") : both("", "")
    let count = match.all.moments.count
    let place =
      match.index.map { both("Match \($0 + 1) of \(count)", "\(count)개 중 \($0 + 1)번째") }
      ?? both("A match", "찾음")
    return both(
      "\(place.en)\(from.en): \(text)   n next  p previous  Esc back",
      "\(place.ko)\(from.ko): \(text)   n 다음  p 이전  Esc 뒤로")
  }

  static func alias(_ names: [String], _ language: Language) -> String {
    let list = names.joined(separator: language == .en ? " or " : ", ")
    return language == .en ? "Any of these: \(list)." : "다음 가운데 하나: \(list)"
  }

  static func moment(_ property: MomentProperty) -> LocalizedText {
    switch property {
    case .number: both("The moment's number, from 1.", "순간의 번호, 1부터.")
    case .time: both("Seconds since the walk began.", "여정이 시작된 뒤 흐른 시간(초).")
    case .device: both("Where it happens: \"laptop\".", "일이 일어난 장치: \"laptop\".")
    case .layer: both("Which layer acts: \"link\".", "일하는 계층: \"link\".")
    case .kind: both("What happens: \"arp.miss\".", "일어난 일: \"arp.miss\".")
    case .cause: both("The number of the moment that caused it.", "이 일을 일으킨 순간의 번호.")
    case .frame: both("The number of the frame it belongs to.", "이 순간이 속한 프레임의 번호.")
    case .drop: both("Why it was dropped; alone: that it was.", "버려진 이유. 이것만 쓰면 버려진 순간.")
    case .detail(let field):
      both(
        "What moments like \(kinds(telling: field.name)) tell.", "\(kinds(telling: field.name)) 같은 순간의 값.")
    }
  }

  /// Two kinds whose moments have such a value.
  private static func kinds(telling detail: String) -> String {
    MomentKind.all.filter { $0.detail(detail) != nil }.prefix(2).map(\.name).joined(separator: ", ")
  }

  static func mark(_ name: String) -> LocalizedText {
    both("A value at the lesson's mark \(name).", "이 레슨이 표시한 \(name) 시점의 값.")
  }

  static func device(_ property: DeviceProperty, of label: String) -> LocalizedText {
    guard property != .itself else { return both("The device \(label).", "장치 \(label).") }
    let words = property.words
    let capital = words.en.prefix(1).uppercased() + words.en.dropFirst()
    return both("\(capital) of \(label).", "\(label)의 \(words.ko).")
  }

  // MARK: Copying

  static func copied(_ text: String, again: Bool) -> LocalizedText {
    // The text itself, as far as the line goes, with what y would copy next in front.
    again
      ? both("Copied (y again: value): \(text)", "복사함 (y 한 번 더: 값): \(text)")
      : both("Copied: \(text)", "복사함: \(text)")
  }
  static let notCopied = both(
    "This is too long for the clipboard, or the terminal has none.", "클립보드에 담기에 너무 길거나 터미널이 지원하지 않습니다.")
  static let nothingToCopy = both("y there is nothing to copy here.", "y 여기에는 복사할 것이 없습니다.")

  // MARK: Saving

  static func saveCapture(_ device: String) -> LocalizedText {
    both("save capture \(device)", "캡처 저장 \(device)")
  }

  static func frames(_ count: Int, _ name: String) -> LocalizedText {
    let file = name.isEmpty ? both("", "") : both(", to \(name)", ", \(name)에")
    return both(
      "\(count) frame\(count == 1 ? "" : "s") seen so far\(file.en)", "지금까지 본 프레임 \(count)개\(file.ko)")
  }

  static let nameNeeded = both("A file needs a name.", "파일 이름을 입력하세요.")

  static func saved(_ path: String, _ count: Int) -> LocalizedText {
    both("Saved: \(path), \(bytes(count, .en)).", "저장했습니다: \(path), \(bytes(count, .ko)).")
  }

  static func exists(_ path: String) -> LocalizedText {
    both("\(path) already exists: Enter again replaces it.", "\(path) 파일이 이미 있습니다. Enter를 다시 누르면 덮어씁니다.")
  }

  static func notSaved(_ path: String, _ reason: LocalizedText) -> LocalizedText {
    both("✗ Cannot save \(path): \(reason.en).", "✗ \(path)에 저장할 수 없습니다: \(reason.ko).")
  }

  /// Why a file cannot be written.
  static func fileError(_ code: Int32) -> LocalizedText {
    switch code {
    case ENOENT, ENOTDIR: both("there is no such folder", "그런 폴더가 없습니다")
    case EACCES, EPERM, EROFS: both("you have no permission to write there", "거기에 쓸 권한이 없습니다")
    case EISDIR: both("it is a folder", "폴더입니다")
    case ENOSPC, EDQUOT: both("there is no space left", "남은 공간이 없습니다")
    case ENAMETOOLONG: both("the name is too long", "이름이 너무 깁니다")
    default:
      both(String(cString: strerror(code)), String(cString: strerror(code)))
    }
  }

  private static func quoted(_ text: String) -> String { Documents.quoted(text, limit: 40) }
}
