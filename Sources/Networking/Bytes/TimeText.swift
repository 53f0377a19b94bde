/// In which a time is written.
package enum TimeUnit: Hashable, Sendable {
  /// With nine digits after the point.
  case seconds
  /// With as many as it takes: `5`, `0.25`.
  case milliseconds
  /// With three, as `ping` does: `12.047`.
  case thousandths

  package func text(_ nanoseconds: Int64) -> String {
    switch self {
    case .seconds: secondsText(nanoseconds)
    case .milliseconds: millisecondsText(nanoseconds)
    case .thousandths: thousandthsText(nanoseconds)
    }
  }
}

/// Seconds with nine digits: `0.000012000`.
package func secondsText(_ nanoseconds: Int64) -> String {
  let magnitude = nanoseconds.magnitude
  let sign = nanoseconds < 0 ? "-" : ""
  return "\(sign)\(magnitude / 1_000_000_000).\(padded(magnitude % 1_000_000_000, digits: 9))"
}

/// Milliseconds with six digits after the point at most: `0.115133`.
package func millisecondsText(_ nanoseconds: Int64) -> String {
  let magnitude = nanoseconds.magnitude
  let sign = nanoseconds < 0 ? "-" : ""
  var fraction = padded(magnitude % 1_000_000, digits: 6)
  while fraction.last == "0" { fraction.removeLast() }
  return sign + String(magnitude / 1_000_000) + (fraction.isEmpty ? "" : "." + fraction)
}

/// Milliseconds with three digits after the point: `12.047`.
package func thousandthsText(_ nanoseconds: Int64) -> String {
  let microseconds = nanoseconds.magnitude / 1000
  let sign = nanoseconds < 0 && microseconds > 0 ? "-" : ""
  return "\(sign)\(microseconds / 1000).\(padded(microseconds % 1000, digits: 3))"
}

/// Nanoseconds since 1970 in UTC as Wireshark writes them: `Nov 22, 2026 18:49:07.000000000 UTC`.
package func dateText(_ nanoseconds: Int64) -> String {
  let (seconds, fraction) = nanoseconds.quotientAndRemainder(floorDividingBy: 1_000_000_000)
  let (days, second) = seconds.quotientAndRemainder(floorDividingBy: 86_400)
  let date = CalendarDate(daysSince1970: days)
  let day = date.day < 10 ? " \(date.day)" : "\(date.day)"
  let clock = [second / 3600, second / 60 % 60, second % 60].map { padded(UInt64($0), digits: 2) }
  return "\(CalendarDate.monthNames[date.month - 1]) \(day), \(date.year) \(clock.joined(separator: ":"))."
    + padded(UInt64(fraction), digits: 9) + " UTC"
}

/// A day of the Gregorian calendar.
package struct CalendarDate: Equatable, Sendable {
  package var year: Int
  /// 1…12
  package var month: Int
  /// 1…31
  package var day: Int

  static let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Counts in years that begin in March, so that the leap day is the last, and in periods of 400 years.
  package init(daysSince1970 days: Int64) {
    let (period, dayOfPeriod) = (days + 719_468).quotientAndRemainder(floorDividingBy: 146_097)
    let yearOfPeriod =
      (dayOfPeriod - dayOfPeriod / 1460 + dayOfPeriod / 36_524 - dayOfPeriod / 146_096) / 365
    let dayOfYear = dayOfPeriod - (365 * yearOfPeriod + yearOfPeriod / 4 - yearOfPeriod / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    year = Int(yearOfPeriod + period * 400) + (month <= 2 ? 1 : 0)
  }
}

private func padded(_ number: UInt64, digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

extension Int64 {
  fileprivate func quotientAndRemainder(floorDividingBy divisor: Int64) -> (Int64, Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
