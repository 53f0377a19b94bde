import Testing

@testable import Lessons

@Test(arguments: [
  ("１", "1"), ("１２ ３", "12 3"), ("０ｘ１２", "0x12"), ("１　２", "1 2"), ("ｅｔｈ．ｄｓｔ", "eth.dst"),
  ("한글 abc", "한글 abc"), ("～", "~"),
])
func fullWidthFormsAreTheUsualOnes(text: String, expected: String) {
  #expect(text.withHalfWidthForms == expected)
}

@Test func aNumberMayBeTypedInFullWidthDigits() {
  #expect(TypedNumber.value("１８") == 18 && TypedNumber.value("０ｘ１２") == 18 && TypedNumber.value("－３") == -3)
}
