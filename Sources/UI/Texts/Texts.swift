import Analysis
import Documents
import Lessons
import Networking

/// What the program itself says: English and Korean side by side.
package enum Texts {
  static func both(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }

  // MARK: Units and sizes

  static func bytes(_ count: Int, _ language: Language) -> String {
    SelectionNarration.bytes(count, language)
  }

  static func fields(_ count: Int, _ language: Language) -> String {
    language == .en ? "\(count) fields" : "필드 \(count)개"
  }

  static func frame(_ number: Int, _ language: Language) -> String {
    language == .en ? "frame \(number)" : "\(number)번 프레임"
  }

  /// A unit by its outermost layer, RFC 1122 §1.3.3.
  static func unit(_ dissection: Dissection, _ language: Language) -> String {
    let outer = dissection.layers.first?.protocol
    let name =
      switch outer?.layer {
      case .link, .physical: outer?.name == "arp" ? both("ARP message", "ARP 메시지") : both("frame", "프레임")
      case .internet: both("packet", "패킷")
      case .transport, .socket: outer?.name == "udp" ? both("datagram", "데이터그램") : both("segment", "세그먼트")
      case .application, nil: both("message", "메시지")
      }
    return name[language]
  }

  static let padding = both("padding", "패딩")
  static let now = both("now", "지금")
  static let before = both("was", "이전")
  static let forEveryone = both(", for everyone", ", 모든 호스트에")

  // MARK: The walk

  static let bytesTitle = both("Bytes", "바이트")
  static let noBytesTitle = both("No bytes here", "바이트 없음")
  static let noBytesShort = both("no bytes here", "바이트가 없습니다")
  static let noBytes = SelectionNarration.noBytes
  static let noMessages = both("No message has been sent yet.", "아직 보낸 메시지가 없습니다.")
  static let otherSwitch = both("t 한국어", "t English")
  static let you = SelectionNarration.you

  static func layer(_ kind: LayerKind, _ language: Language) -> String {
    SelectionNarration.layer(kind)[language]
  }

  static let bits = both("bits", "비트")
  static let wait = both("wait", "대기")
  static let socket = both("sock", "소켓")

  /// Four columns for a program without a header of its own.
  static func program(_ stem: String) -> LocalizedText {
    switch stem {
    case "browser", "you": both("app", "앱")
    case "web": both("web", "웹")
    case "ping": both("ping", "ping")
    case "switch": both("fwd", "전달")
    case "phy": both("bits", "비트")
    default: both(String(stem.prefix(4)), String(stem.prefix(4)))
    }
  }

  static func hidden(_ names: String, _ language: Language) -> String {
    language == .en ? "hidden: \(names)" : "숨김: \(names)"
  }

  static func waiting(_ count: Int, _ language: Language) -> String {
    language == .en
      ? "\(count) packet\(count == 1 ? "" : "s") wait\(count == 1 ? "s" : "") for a MAC address"
      : "패킷 \(count)개가 MAC 주소를 기다립니다"
  }

  /// `dropped here: no route`
  static func dropped(_ reason: DropReason, _ reference: (any ReferenceTexts)?, _ language: Language)
    -> String
  {
    let name = reference?.name(of: reason)?[language] ?? reason.rawValue.replacing("-", with: " ")
    return language == .en ? "dropped here: \(name)" : "여기서 버림: \(name)"
  }

  static func frameTitle(_ number: Int, _ count: Int, _ language: Language) -> String {
    language == .en ? "Frame \(number), \(bytes(count, .en))" : "\(number)번 프레임, \(bytes(count, .ko))"
  }

  static func unitTitle(_ unit: Dissection, in device: String, _ language: Language) -> String {
    let name = self.unit(unit, language)
    let size = bytes(unit.bytes.count, language)
    if language == .ko { return "\(device)의 \(name), \(size)" }
    return "\(name.prefix(1).uppercased())\(name.dropFirst()) in \(device), \(size)"
  }

  static func stop(_ number: Int, _ count: Int, _ language: Language) -> String {
    language == .en ? "stop \(number)/\(count)" : "단계 \(number)/\(count)"
  }

  static func moment(_ number: Int, _ language: Language) -> String {
    SelectionNarration.moment(number, language)
  }

  /// `moment 23/412`
  static func moment(_ number: Int, of total: String, _ language: Language) -> String {
    language == .en ? "moment \(number)/\(total)" : "순간 \(number)/\(total)"
  }

  static func explores(_ name: String, _ language: Language) -> String {
    language == .en ? "Explore: \(name)" : "탐색: \(name)"
  }

  static func of(_ shown: String, _ count: Int, _ language: Language) -> String {
    language == .en ? "\(shown) of \(count)" : "\(count) 중 \(shown)"
  }

  /// Milliseconds with three digits: `0.012 ms`.
  static func time(_ nanoseconds: Int64) -> String { "\(milliseconds(nanoseconds)) ms" }

  /// The same without the unit.
  static func milliseconds(_ nanoseconds: Int64) -> String {
    let microseconds = nanoseconds / 1000
    let fraction = String(microseconds % 1000)
    let zeros = String(repeating: "0", count: 3 - fraction.utf8.count)
    return "\(microseconds / 1000).\(zeros)\(fraction)"
  }

  // MARK: Answers to keys

  static func doesNothing(_ key: String, _ language: Language) -> String {
    language == .en
      ? "\(key) does nothing here. ? shows keys." : "여기서 \(key) 키는 쓰지 않습니다. ?로 쓸 수 있는 키를 봅니다."
  }

  static let noKorean = both(
    "This terminal cannot show Korean letters: its locale is not UTF-8.",
    "이 터미널은 로캘이 UTF-8이 아니어서 한글을 보여 줄 수 없습니다.")
  static let hangulNote = "한글 입력 상태: 글자 키는 다음 키와 함께 도착합니다. 한/영을 눌러 주세요."
  static let endReached = both(
    "→ nothing comes after this: the walk ends here. Esc goes to the start screen.",
    "→ 여정이 여기서 끝납니다. Esc를 누르면 시작 화면으로 갑니다.")
  static let startReached = both("← this is the start of the walk.", "← 여기가 여정의 처음입니다.")
  static let noLaterFrame = both(
    "] there is no later frame: the walk ends here.", "] 이 뒤에는 프레임이 없습니다. 여정이 여기서 끝납니다.")
  static let onlyMomentsCome = both(
    "No frame comes after this; . goes on moment by moment.", "이 뒤에는 프레임이 없습니다. .으로 순간을 하나씩 봅니다.")
  static let noEarlierFrame = both("[ there is no earlier frame.", "[ 이 앞에는 프레임이 없습니다.")
  static let noSuchView: LocalizedText = {
    let count = Picture.all.count
    let names = [
      ("no", "영"), ("one", "한"), ("two", "두"), ("three", "세"), ("four", "네"), ("five", "다섯"), ("six", "여섯"),
      ("seven", "일곱"), ("eight", "여덟"), ("nine", "아홉"),
    ]
    let words = names.indices.contains(count) ? names[count] : ("\(count)", "\(count)")
    return both("There are \(words.0) pictures: 1 to \(count).", "그림은 \(words.1) 가지입니다. 1부터 \(count)까지.")
  }()
  static let noTCPPicture = both("this packet has no TCP.", "이 패킷에는 TCP가 없습니다.")
  static let noHeaderPicture = both("there are no bytes here to draw.", "그릴 바이트가 없습니다.")
  static let startScreen = both("This is the start screen. q quits.", "여기가 시작 화면입니다. q로 끝냅니다.")
  static let furthestSeen = both("> this is the furthest you have seen.", "> 여기가 지금까지 본 가장 먼 곳입니다.")
  /// - Parameter isLesson: an author's choice would follow; else it only may give way to what fits.
  static func pictureStays(_ picture: Picture, isLesson: Bool) -> LocalizedText {
    isLesson
      ? both(
        "\(picture.title.en) stays; \(picture.digit) again lets the lesson choose.",
        "\(picture.title.ko) 그림을 그대로 둡니다. \(picture.digit)번을 다시 누르면 레슨이 고릅니다.")
      : both(
        "\(picture.title.en) stays; \(picture.digit) again lets it change.",
        "\(picture.title.ko) 그림을 그대로 둡니다. \(picture.digit)번을 다시 누르면 바뀔 수 있습니다.")
  }
  static func pictureFree(isLesson: Bool) -> LocalizedText {
    isLesson
      ? both("The lesson chooses the picture again.", "이제 레슨이 다시 그림을 고릅니다.")
      : both("The picture may change again.", "이제 그림이 다시 바뀔 수 있습니다.")
  }
  static let cannotZoom = both(
    "z fills the screen with a pane once the panel is closed: Esc.", "z로 창을 크게 보려면 먼저 Esc로 아래 창을 닫으세요.")
  static let nothingToOpen = both("Nothing to open in this row.", "여기에는 열 것이 없습니다.")
  static let nothingInPicture = both("There is nothing to choose in this picture.", "이 그림에는 고를 것이 없습니다.")

  // MARK: Coach lines

  static let coachNext = both("→ goes on", "→ 다음으로 갑니다")
  static let coachField = both("↓ picks a field: its bytes light up", "↓ 필드를 고르면 그 바이트가 강조됩니다")
  static let coachWhy = both("w asks why", "w를 누르면 이유를 봅니다")

  // MARK: Panels

  static let whyFrame = both("Why was this sent?", "왜 보냈을까요?")
  static let whyValue = both("Why this value?", "왜 이 값일까요?")
  static let tabValue = both("Tab: why this value?", "Tab: 왜 이 값일까요?")
  static let tabFrame = both("Tab: why was this sent?", "Tab: 왜 보냈을까요?")
  static let because = both("because", "이유")
  static let noEvidence = SelectionNarration.noEvidence
  static let noFieldForWhy = both(
    "Choose a field first: ↓ in the fields pane.", "먼저 필드를 고르세요. 필드 창에서 ↓를 누르세요.")
  static let whySentence = both(
    "↑↓ preview each moment above; your place is kept. Enter stays there.",
    "↑↓로 각 순간을 위에서 볼 수 있습니다. Enter를 누르면 거기에 머뭅니다.")
}

// MARK: Sentences

extension Texts {
  static let onlyOnePane = both(
    "There is only this list here. ↑↓ choose, Enter opens.", "여기에는 이 목록뿐입니다. ↑↓로 고르고 Enter로 엽니다.")
  static let noFieldForFace = both("No field is selected: ↑ ↓ choose one.", "고른 필드가 없습니다. ↑ ↓로 고르세요.")

  /// `6 bytes, 0-5`, `1 byte, 22`, `4 bits`.
  static func extent(_ node: FieldNode, _ language: Language) -> String {
    if node.field.isGenerated { return SelectionNarration.computed[language] }
    if node.bits.isEmpty { return "" }
    if node.bits.count % 8 == 0, node.bits.lowerBound % 8 == 0 {
      let (first, last) = (node.bytes.lowerBound, node.bytes.upperBound - 1)
      return bytes(node.bits.count / 8, language) + ", " + (first == last ? "\(first)" : "\(first)-\(last)")
    }
    let bits = node.bits.count
    let name = language == .en ? "\(bits) bit\(bits == 1 ? "" : "s")" : "\(bits)비트"
    return "\(name), " + SelectionNarration.position(node, language)
  }

  static func kind(_ device: DeviceInfo, _ language: Language) -> String {
    if device.addresses.isEmpty { return both("switch", "스위치")[language] }
    return device.layers.contains(.transport)
      ? both("host", "호스트")[language] : both("router", "라우터")[language]
  }

  static let enterGoesThere = both("Enter goes there.", "Enter를 누르면 거기로 갑니다.")

  static func change(_ change: TableChange, _ device: String, _ narration: TableNarration) -> String {
    let sign = change.before == nil ? "+" : change.after == nil ? "-" : "~"
    let row = change.after ?? change.before ?? ""
    let was =
      change.before != nil && change.after != nil
      ? "  " + SelectionNarration.was(change.before!, narration.language) : ""
    return "\(sign) \(device), \(narration.name(changed: change.table)): \(change.key)  \(row)\(was)"
  }
}
