import Documents

/// `Mon, 02 Mar 2026 00:00:00 GMT` (RFC 9110 §5.6.7), for seconds since 1970.
package enum HTTPDate {
  package static func text(_ seconds: Int64) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = seconds - days * 86_400
    let date = CalendarDate(daysSince1970: days)
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][Int((days % 7 + 7) % 7)]
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = [second / 3600, second / 60 % 60, second % 60].map(two).joined(separator: ":")
    return
      "\(weekday), \(two(Int64(date.day))) \(CalendarDate.monthNames[date.month - 1]) \(date.year) \(clock) GMT"
  }
}
