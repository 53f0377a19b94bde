import Documents

/// What is said of every table alike, whatever it holds.
package enum CommonTableTexts {
  private static func both(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }

  /// Above the column of ages.
  package static let age = both("age", "경과")
  static let absence = both("no row", "항목이 없습니다")

  /// `empty`, `1 row`.
  package static func count(_ count: Int) -> LocalizedText {
    count == 0
      ? both("empty", "비어 있음") : both("\(count) row\(count == 1 ? "" : "s")", "\(count)개")
  }

  /// Whole seconds, then minutes.
  package static func age(_ nanoseconds: Int64) -> LocalizedText {
    let seconds = max(0, nanoseconds) / 1_000_000_000
    return seconds < 100
      ? both("\(seconds) s", "\(seconds)초") : both("\(seconds / 60) min", "\(seconds / 60)분")
  }

  static func news(_ mark: MarkedRow.Mark) -> LocalizedText {
    switch mark {
    case .new: both(", new row", ", 새 항목")
    case .changed: both(", changed row", ", 바뀐 항목")
    case .removed: both(", row just removed", ", 방금 지운 항목")
    }
  }

  static func was(_ old: String, _ language: Language) -> String {
    language == .en ? ", was \(old)" : " (이전 \(old))"
  }

  // MARK: Where a row came from

  static let configured = both("from the network file", "네트워크 파일")
  static func written(moment: Int) -> LocalizedText {
    both("set in moment \(moment)", "\(moment)번 순간")
  }
  static func learned(frame: Int) -> LocalizedText {
    both("learned from frame \(frame)", "\(frame)번 프레임에서 학습")
  }
  static func caused(frame: Int) -> LocalizedText {
    both("because of frame \(frame)", "\(frame)번 프레임 때문")
  }
}
