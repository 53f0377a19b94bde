import Testing

@testable import Networking

/// RFC 5952 §4 and §5: examples of the RFC.
@Test(
  arguments: [
    ("20010db8000000000000000000000001", "2001:db8::1"),
    ("20010db8000000000001000000000001", "2001:db8::1:0:0:1"),
    ("20010db8000000010001000100010001", "2001:db8:0:1:1:1:1:1"), (String(repeating: "0", count: 32), "::"),
    ("00000000000000000000000000000001", "::1"), ("20010000000000010000000000000001", "2001:0:0:1::1"),
  ])
func ipv6TextIsTheShortest(bytes: String, text: String) {
  #expect(IPv6Address(hexBytes(bytes))?.description == text)
}

/// `date -u -d @N`.
@Test(
  arguments: [
    (0, "Jan  1, 1970 00:00:00.000000000 UTC"), (951_782_400, "Feb 29, 2000 00:00:00.000000000 UTC"),
    (1_795_373_345, "Nov 22, 2026 18:49:05.000000000 UTC"), (-1, "Dec 31, 1969 23:59:59.000000000 UTC"),
    (4_107_542_400, "Mar  1, 2100 00:00:00.000000000 UTC"),
  ])
func datesAreTheCalendars(seconds: Int64, text: String) { #expect(dateText(seconds * 1_000_000_000) == text) }

@Test func durationsHaveNineDigits() {
  #expect(secondsText(12_000) == "0.000012000")
  #expect(secondsText(-1) == "-0.000000001")
  #expect(secondsText(61_000_000_000) == "61.000000000")
  #expect(millisecondsText(115_133) == "0.115133")
  #expect(millisecondsText(2_000_000) == "2")
}

@Test func aBoundedTableForgetsItsOldestEntry() {
  var table = BoundedTable<Int, String>(limit: 2)
  table[1] = "one"
  table[2] = "two"
  table[1] = "uno"
  #expect(table[1] == "uno")
  table[3] = "three"
  #expect(table[1] == nil)
  #expect(table[2] == "two")
  table[2] = nil
  table[4] = "four"
  #expect(table[3] == "three")
  #expect(table[4] == "four")
}
