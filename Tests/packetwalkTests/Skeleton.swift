import Testing

@testable import packetwalk

@Test func builds() {}
