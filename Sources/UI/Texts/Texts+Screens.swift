import Analysis
import Documents
import Lessons
import Terminal

/// Start screen, lists, help, too small.
extension Texts {
  static let startIntroduction = [
    both(
      "Follow one packet through every device and layer, one key at a time.",
      "패킷 하나를 따라 모든 장치와 계층을 한 단계씩 살펴봅니다."),
    both(
      "The network runs inside this program. Nothing is sent anywhere.",
      "네트워크는 이 프로그램 안에서 돌아갑니다. 밖으로는 아무것도 보내지 않습니다."),
  ]
  static let startHere = both("Start here", "여기서 시작")
  static let lessons = both("Lessons", "레슨")
  static let explore = both("Explore", "탐색")

  /// `12 stops, 10 min`
  static func extent(_ lesson: LessonHead, _ language: Language) -> String {
    "\(stops(lesson.stops, language)), \(minutes(lesson.minutes, language))"
  }
  static func lessonCount(_ count: Int, done: Int, _ language: Language) -> String {
    if done > 0 {
      return language == .en
        ? "\(count) lesson\(count == 1 ? "" : "s"), \(done) done" : "레슨 \(count)개 중 \(done)개 마침"
    }
    return language == .en
      ? "\(count) lesson\(count == 1 ? "" : "s"); start anywhere" : "레슨 \(count)개. 어디서든 시작할 수 있습니다"
  }
  static func exploreWhat(_ names: String, _ language: Language) -> String {
    language == .en ? "walk a network freely: \(names)" : "네트워크를 자유롭게 둘러보기: \(names)"
  }

  /// Names, or how many there are where they would be too long for a line.
  static func some(_ names: [String], _ language: Language) -> String {
    if names.count <= 3 { return names.joined(separator: ", ") }
    return language == .en ? "\(names.count) of them" : "\(names.count)개"
  }

  package struct Lines: Sendable {
    var en: [String]
    var ko: [String]
    package subscript(language: Language) -> [String] { language == .en ? en : ko }
  }

  static let startMap = Lines(
    en: [
      "  laptop ─┐",
      "   you    ├─ switch ── router ── isp ── core ── hall ── web",
      " printer ─┘                       └─ DNS            www.example.com",
    ],
    ko: [
      "  노트북 ─┐",
      "    나    ├─ 스위치 ── 공유기 ── 통신사 ── 코어 ── 전산실 ── 웹",
      "  프린터 ─┘                        └─ DNS             www.example.com",
    ])

  static let startKeys = Lines(
    en: [
      "Three keys are enough:     →      go on, one step",
      "                           ←      go back; everything goes back, tables too",
      "                         ↓ ↑      look inside: fields and their bytes",
    ],
    ko: [
      "키 세 개면 충분합니다:     →      앞으로 한 걸음",
      "                           ←      뒤로. 표까지 모두 되돌아갑니다",
      "                         ↓ ↑      안을 들여다보기: 필드와 바이트",
    ])

  static func startPlain(_ lesson: String) -> LocalizedText {
    both(
      "For screen readers and scripts:   packetwalk learn \(lesson) --plain",
      "스크린 리더와 스크립트용:   packetwalk learn \(lesson) --plain")
  }

  /// - Parameter next: the lesson that is next; nil: all are done.
  static func startSentence(_ item: StartScreen.Item, next: LessonHead?, isFirst: Bool) -> LocalizedText {
    let minutes = next?.minutes ?? 0
    return switch item {
    case .goOn: goOnSentence
    case .begin where isFirst:
      both(
        "Begins the first lesson, \(minutes) minutes. Leave when you like: your place is kept.",
        "\(minutes)분쯤 걸리는 첫 레슨을 시작합니다. 언제든 나가도 보던 위치에서 이어집니다.")
    case .begin:
      both(
        "Begins the next lesson, \(minutes) minutes. Leave when you like: your place is kept.",
        "\(minutes)분쯤 걸리는 다음 레슨을 시작합니다. 언제든 나가도 보던 위치에서 이어집니다.")
    case .lessons where next == nil:
      both("\(noNextLesson.en) Any can be walked once more.", "\(noNextLesson.ko) 어느 것이든 다시 볼 수 있습니다.")
    case .lessons: both("All lessons in teaching order.", "모든 레슨을 학습 순서대로 봅니다.")
    case .explore: both("No lesson, no questions: only the network and you.", "레슨도 질문도 없이 네트워크를 자유롭게 둘러봅니다.")
    }
  }

  static let networksIntroduction = both(
    "Walk a network freely: every frame, every layer, every byte.",
    "네트워크를 자유롭게 둘러보며 모든 프레임, 계층, 바이트를 봅니다.")
  static let networksSentence = both("Enter walks this network.", "Enter를 누르면 이 네트워크를 둘러봅니다.")

  package static func group(_ group: Action.Group) -> LocalizedText {
    switch group {
    case .time: both("Time", "시간")
    case .place: both("Place", "위치")
    case .ask: both("Ask", "묻기")
    case .question: both("In a question", "질문에서")
    case .find: both("Find, copy", "찾기, 복사")
    case .leave: both("Leave", "나가기")
    case .line: both("In a line", "입력 줄에서")
    }
  }

  static let helpSentence = both(
    "← → are time, ↑ ↓ are place, everywhere. Esc goes back one level, q leaves.",
    "어디서나 ← →는 시간, ↑ ↓는 위치입니다. Esc는 한 단계 뒤로 가고 q는 나갑니다.")

  static func tooSmall(_ width: Int, _ height: Int, _ hasWidth: Int, _ hasHeight: Int) -> Lines {
    Lines(
      en: ["packetwalk needs \(width) x \(height).", "This window has \(hasWidth) x \(hasHeight)."],
      ko: ["packetwalk에는 \(width) x \(height) 칸이 필요합니다.", "이 창은 \(hasWidth) x \(hasHeight) 칸입니다."])
  }
  static let placeKept = both(
    "Enlarge the window or use a smaller font. Your place is kept:", "창을 키우거나 글꼴을 줄이세요. 보던 위치는 그대로입니다:")
  static let makeLarger = both("Enlarge the window or use a smaller font.", "창을 키우거나 글꼴을 줄이세요.")
  static func themeIs(_ theme: Theme) -> LocalizedText {
    switch theme {
    case .standard: both("Colours for any background.", "모든 배경에 맞는 색입니다.")
    case .light: both("Colours for a light background.", "밝은 배경에 맞는 색입니다.")
    case .dark: both("Colours for a dark background.", "어두운 배경에 맞는 색입니다.")
    }
  }
  static let motionIsOn = both(
    "On the map, frames move along their cables.", "지도에서 프레임이 케이블을 지나는 모습이 보입니다.")
  static let motionIsOff = both("Nothing moves by itself.", "아무것도 저절로 움직이지 않습니다.")
  static let quitKey = both("q quit", "q 끝")

  static func reassembled(_ count: Int, _ language: Language) -> String {
    language == .en ? "of several segments, put together" : "여러 세그먼트를 이은 것"
  }
}
