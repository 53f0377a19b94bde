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

@Test(arguments: [
  (Reading(.number(20), bits: 16), "0x0014"), (Reading(.number(0x3147b), bits: 16), "0x3147b"),
  (Reading(.number(0), bits: 8), "0x00"), (Reading(.number(18)), "0x12"),
  (Reading(.number(-1), bits: 16), "-0x0001"),
])
func hexIsAsWideAsTheFieldItComesFrom(reading: Reading, expected: String) {
  #expect(ValueFormat.hex.text(reading) == expected)
}

@Test(arguments: [
  (ExpressionValue.number(18), "0b10010"),
  (.ipv4(IPv4Address("192.168.1.200")!), "11000000.10101000.00000001.11001000"),
  (.network(IPv4Prefix("10.2.4.0/22")!), "00001010.00000010.000001"),
  (.network(IPv4Prefix("10.0.0.0/15")!), "00001010.0000000"), (.network(IPv4Prefix("0.0.0.0/0")!), "–"),
])
func bitsStandInOctets(value: ExpressionValue, expected: String) {
  #expect(ValueFormat.binary.text(Reading(value)) == expected)
}
