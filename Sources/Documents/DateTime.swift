/// A date and time with its zone (RFC 3339), in the Gregorian calendar extended to all years.
package struct DateTime: Hashable, Sendable {
  /// Since 1970-01-01T00:00:00Z, leap seconds not counted.
  package let seconds: Int64
  /// Of the zone, in seconds east of UTC.
  package let offset: Int

  package init(seconds: Int64, offset: Int) {
    self.seconds = seconds
    self.offset = offset
  }

  /// `2026-03-02T09:00:00+09:00`; `Z` for UTC.
  package init(_ text: String) throws(TextError) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 25 else { throw TextError("") }
    func number(_ start: Int, _ length: Int) throws(TextError) -> Int {
      var value = 0
      for byte in bytes[start..<start + length] {
        guard (0x30...0x39).contains(byte) else { throw TextError("") }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    let separators: [(Int, [UInt8])] = [
      (4, Array("-".utf8)), (7, Array("-".utf8)), (10, Array("Tt".utf8)), (13, Array(":".utf8)),
      (16, Array(":".utf8)), (19, bytes.count == 20 ? Array("Zz".utf8) : Array("+-".utf8)),
    ]
    guard separators.allSatisfy({ $1.contains(bytes[$0]) }) else { throw TextError("") }
    let (year, month, day) = (try number(0, 4), try number(5, 2), try number(8, 2))
    let (hour, minute, second) = (try number(11, 2), try number(14, 2), try number(17, 2))
    guard (1...12).contains(month) else { throw TextError("there is no month \(month)") }
    guard (1...DateTime.days(inMonth: month, of: year)).contains(day) else {
      throw TextError("that month has no day \(day)")
    }
    guard hour < 24, minute < 60, second < 60 else { throw TextError("there is no such time of day") }
    var offset = 0
    if bytes.count == 25 {
      guard bytes[22] == UInt8(ascii: ":") else { throw TextError("") }
      let (hours, minutes) = (try number(20, 2), try number(23, 2))
      guard hours < 24, minutes < 60 else { throw TextError("there is no such time zone") }
      offset = (hours * 60 + minutes) * (bytes[19] == UInt8(ascii: "-") ? -60 : 60)
    }
    let days = DateTime.days(beforeYear: year) + DateTime.days(beforeMonth: month, of: year) + day - 1
    let local = ((days - DateTime.days(beforeYear: 1970)) * 24 + hour) * 3600 + minute * 60 + second
    self.init(seconds: Int64(local - offset), offset: offset)
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func days(beforeMonth month: Int, of year: Int) -> Int {
    (1..<month).reduce(0) { $0 + days(inMonth: $1, of: year) }
  }

  /// Since the first day of the year 0.
  private static func days(beforeYear year: Int) -> Int {
    let last = year - 1
    return year == 0 ? 0 : year * 365 + last / 4 - last / 100 + last / 400 + 1
  }
}
