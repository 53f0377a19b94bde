import Analysis
import Documents
import Foundation

/// How long ago something was, in words.
enum RelativeTime {
  /// - Parameters: seconds since 1970, and of the local time east of UTC.
  static func text(_ then: Int64, now: Int64, offset: Int) -> LocalizedText {
    let seconds = max(0, now &- then)
    let days = day(now, offset) - day(then, offset)
    if seconds < 60 { return Texts.both("just now", "방금") }
    if seconds < 3600 {
      let minutes = seconds / 60
      return Texts.both("\(minutes) minute\(minutes == 1 ? "" : "s") ago", "\(minutes)분 전")
    }
    if days < 1 {
      let hours = seconds / 3600
      return Texts.both("\(hours) hour\(hours == 1 ? "" : "s") ago", "\(hours)시간 전")
    }
    return days == 1 ? Texts.both("yesterday", "어제") : Texts.both("\(days) days ago", "\(days)일 전")
  }

  static func text(_ then: Int64, now: Int64) -> LocalizedText {
    var seconds = time_t(now)
    var local = tm()
    localtime_r(&seconds, &local)
    return text(then, now: now, offset: local.tm_gmtoff)
  }

  private static func day(_ seconds: Int64, _ offset: Int) -> Int64 {
    let local = seconds.addingReportingOverflow(Int64(offset)).partialValue
    return local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
  }
}
