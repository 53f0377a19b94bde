import Analysis
import Documents
import Lessons
import Terminal

/// The list of lessons.
extension Texts {
  static let lessonsIntroduction = both(
    "In teaching order; nothing is locked.", "학습 순서대로 있고, 잠긴 레슨은 없습니다.")
  static let lessonsSentence = both("Enter begins the lesson.", "Enter를 누르면 레슨을 시작합니다.")
  static let beginsAgain = both("Enter walks the lesson once more.", "Enter를 누르면 레슨을 다시 처음부터 봅니다.")
  static let findInList = both("Find", "찾기")
  static let searchSentence = both(
    "Words of titles, goals, cards and topics, in English or Korean.",
    "제목, 목표, 카드, 주제에 있는 낱말을 영어나 한국어로 입력하세요.")
  static let noSuchLesson = both("No lesson has these words.", "이 낱말이 있는 레슨이 없습니다.")
  static let comingLessons = both("To come", "나올 레슨")
  static let brokenLessons = both("Cannot be read", "읽을 수 없는 파일")
  static let stillToCome = both("This lesson is still to come.", "아직 나오지 않은 레슨입니다.")
  static let brokenSentence = both(
    "packetwalk check FILE says all that is wrong with it.", "packetwalk check FILE을 실행하면 잘못된 곳을 모두 알려 줍니다.")

  static func ownLessons(_ folder: String) -> LocalizedText {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    return both("Own: \(name)", "내 레슨: \(name)")
  }
  static func cannotBegin(_ broken: Library.BrokenLesson) -> LocalizedText {
    both("✗ \(broken.finding)", "✗ \(broken.finding)")
  }

  static let youCan = both("You can then", "할 수 있는 것")
  static let needs = both("Needs", "먼저 볼 것")
  static let nothingNeeded = both("nothing", "없음")
  static let topics = both("Topics", "주제")
  static let standing = both("Your place", "지금 위치")
  static let cards = both("Cards", "카드")
  static let done = both("done", "마침")
  static let notDone = both("not done", "아직")
  static let toCome = both("to come", "나올 레슨")
  static let notBegun = both("not begun", "아직 시작하지 않음")

  static func stops(_ count: Int, _ language: Language) -> String {
    language == .en ? "\(count) stops" : "\(count)단계"
  }
  static func minutes(_ count: Int, _ language: Language) -> String {
    language == .en ? "\(count) min" : "\(count)분"
  }
  /// `stop 6 of 10, yesterday; 8 min, 2 of 5 questions answered`
  /// - Parameter spent: minutes in it; nil: unknown.
  static func standsAt(
    _ place: LessonProgress.Place, of questions: Int, _ left: String, spent: Int?, _ language: Language
  ) -> String {
    let count = max(questions, place.answered)
    let time = spent.map { minutes($0, language) }
    if language == .ko {
      return "\(place.stops)단계 중 \(place.stop)단계, \(left)\(time.map { ", \($0) 동안" } ?? ""). "
        + "질문 \(count)개 중 \(place.answered)개에 답함"
    }
    let answered = "\(place.answered) of \(count) questions answered"
    return "stop \(place.stop) of \(place.stops), \(left); \(time.map { "\($0), " } ?? "")\(answered)"
  }
  static func goesOn(_ place: LessonProgress.Place, _ language: Language) -> String {
    language == .en
      ? "Enter goes on at stop \(place.stop) of \(place.stops); < begins again at the first."
      : "Enter를 누르면 \(place.stops)단계 중 \(place.stop)단계에서 이어지고, <를 누르면 처음부터 시작합니다."
  }
  /// `done in 14 min, yesterday; to repeat: …`
  /// - Parameter spent: minutes in it; nil: unknown.
  static func doneOn(_ when: String, spent: Int?, missed: [String], columns: Int, _ language: Language)
    -> String
  {
    let names = someOf(missed, columns: columns, language)
    let time = spent.map { minutes($0, language) }
    if language == .ko {
      return (time.map { "\($0) 만에 마침" } ?? "마침") + ", \(when)"
        + (missed.isEmpty ? "" : ". 다시 볼 것: \(names)")
    }
    return "done\(time.map { " in \($0)" } ?? ""), \(when)" + (missed.isEmpty ? "" : "; to repeat: \(names)")
  }
}

/// What words mean.
extension Texts {
  static let reference = both("Reference", "용어집")
  static let referenceSentence = both(
    "Enter opens its page; / finds a word in English or Korean.", "Enter를 누르면 열리고, /를 누르면 영어나 한국어 낱말을 찾습니다.")
  static let termOpenSentence = both("Enter or Esc: back to the words.", "Enter나 Esc를 누르면 설명으로 돌아갑니다.")
  static func alsoCalled(_ names: String, _ language: Language) -> String {
    language == .en ? "also: \(names)" : "다른 표기: \(names)"
  }
  static let noSuchTerm = both("No entry has these words.", "이 낱말이 있는 항목이 없습니다.")
}
