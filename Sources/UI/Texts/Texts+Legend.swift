import Analysis
import Documents

/// The legend: signs, colours and what is counted.
extension Texts {
  static let legendTitle = both("Help: signs, then keys", "도움말: 표시, 그다음 키")
  static let inTheMargin = both("In the margin", "여백에")
  static let aroundAThing = both("Around a thing", "둘러싼 표시")
  static let inPictures = both("In the pictures", "그림 안에서")
  static let colours = both("Colours", "색")
  static let litColour = both("lit", "강조")
  static let changedColour = both("changed", "바뀜")
  static let rightColour = both("✓ right", "✓ 맞음")
  static let wrongColour = both("✗ wrong", "✗ 틀림")
  static let counted = both("What is counted", "세는 것")
  static let momentName = both("moment", "순간")
  static let momentMeaning = both("one layer of one device does one thing", "장치 하나의 계층 하나가 한 가지 일을 합니다")
  static let frameName = both("frame", "프레임")
  static let frameMeaning = both(
    "one transmission on one cable; it has a number", "케이블 하나를 한 번 지나는 것. 번호가 있습니다")
  static let stopName = both("stop", "단계")
  static let stopMeaning = both("a place that the lesson chose", "레슨이 고른 곳입니다")
  static let messageName = both("message", "메시지")
  static let messageMeaning = both(
    "a row of the ladder: one packet on its whole journey", "시퀀스의 한 줄: 패킷 하나의 여정 전체입니다")
  static let countedNote = both(
    "A packet that crosses 7 cables is 7 frames. Times are the network's own.",
    "케이블 7개를 지나는 패킷은 프레임 7개입니다. 시각은 네트워크의 것입니다.")
  static let moreBelow = both("more below ▾", "아래에 더 있음 ▾")
  static let legendSentence = both(
    "On the walk this line says what the sign beside the cursor means.",
    "여정에서는 커서 옆 표시의 뜻을 이 줄이 알려 줍니다.")
}
