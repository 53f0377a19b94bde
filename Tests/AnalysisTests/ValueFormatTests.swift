import Testing

@testable import Analysis
@testable import Networking

@Test(arguments: [
  (200_000_000, "0.2", "200.000", "200000"), (75_000_000_000, "75", "75000.000", "75000000"),
  (1_000_000_001, "1.000000001", "1000.000", "1000000"), (0, "0", "0.000", "0"),
])
func aTimeIsWrittenInItsUnit(nanoseconds: Int64, s: String, ms: String, us: String) {
  let reading = Reading(.time(nanoseconds))
  #expect(ValueFormat.s.text(reading) == s)
  #expect(ValueFormat.ms.text(reading) == ms)
  #expect(ValueFormat.us.text(reading) == us)
}
