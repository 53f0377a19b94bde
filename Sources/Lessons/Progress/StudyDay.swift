import Foundation

/// The days that learning is counted in: they begin at 04:00 local time, so that an evening that goes past midnight is
/// one day.
package enum StudyDay {
  /// Seconds after midnight.
  static let start = 4 * 3600

  /// The number of a day, counted from 1970-01-01.
  ///
  /// - Parameters:
  ///   - seconds: since 1970-01-01T00:00:00Z.
  ///   - offset: of local time then, in seconds east of UTC.
  package static func number(at seconds: Int64, offset: Int) -> Int {
    let local = Int(seconds) + offset - start
    return local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
  }

  /// The same in the time zone of this machine.
  package static func number(at seconds: Int64) -> Int {
    var time = time_t(seconds)
    var parts = tm()
    let isKnown = localtime_r(&time, &parts) != nil
    return number(at: seconds, offset: isKnown ? parts.tm_gmtoff : 0)
  }
}
