import Analysis
import Documents
import Foundation
import Lessons

/// A walk to go on with, as the start screen offers it.
struct ResumableWalk: Equatable, Sendable {
  var opening: OpenRequest
  var title: LocalizedText
  /// `stop 3 of 11`
  var place: LocalizedText
  /// `yesterday`
  var left: LocalizedText

  init(_ kept: SavedPlace, title: LocalizedText, left: LocalizedText) {
    opening =
      switch kept.walk {
      case .lesson(let name): .lesson(name)
      case .network(let name): .network(name)
      }
    self.title = title
    self.left = left
    place = Texts.place(kept)
  }

  /// Where it goes on and since when, or only where, so that the title stays whole beside it.
  func place(beside title: String, in width: Int, _ language: Language) -> String {
    let place = place[language]
    let whole = "\(place), \(left[language])"
    return title.displayWidth + 2 + whole.displayWidth <= width ? whole : place
  }
}

extension Texts {
  static let goOn = both("Continue", "이어서 하기")
  static let goOnSentence = both(
    "Back to where you were: the same stop, the same field.", "멈춘 곳으로 돌아갑니다. 단계도 필드도 그대로입니다.")

  /// On a fork where the learner stands on it; `kept` has the place that was left for it.
  static func place(_ kept: SavedPlace) -> LocalizedText {
    if let moment = kept.momentOnFork {
      return both("moment \(moment) of a fork", "갈래의 \(moment)번 순간")
    }
    guard let stop = kept.stop else { return both("moment \(kept.moment)", "\(kept.moment)번 순간") }
    return both("stop \(stop.number) of \(stop.count)", "\(stop.count)단계 중 \(stop.number)단계")
  }

  /// On leaving.
  static func saved(_ kept: SavedPlace) -> LocalizedText {
    if kept.isFinished { return both("You have finished this lesson.", "이 레슨을 마쳤습니다.") }
    let place = place(kept)
    return both(
      "Saved at \(place.en). packetwalk continues there.",
      "\(place.ko)에서 저장했습니다. packetwalk를 실행하면 거기서 이어집니다.")
  }
}

extension SavedPlace {
  /// Of what is kept of the view, the forks alone.
  private struct Forks: Decodable { var forks: [SavedFork]? }

  /// The moment that is shown of the last fork; nil on none.
  fileprivate var momentOnFork: Int? {
    (try? JSONDecoder().decode(Forks.self, from: Data(view.utf8)))?.forks?.last?.position.moment
  }
}
