/// Bytes from hexadecimal digits; blanks, line breaks and colons are skipped.
func hexBytes(_ text: String) -> [UInt8] {
  let digits = text.filter(\.isHexDigit)
  precondition(digits.count % 2 == 0, "two digits make a byte")
  var rest = digits[...]
  var bytes: [UInt8] = []
  while let high = rest.popFirst(), let low = rest.popFirst() {
    bytes.append(UInt8(String([high, low]), radix: 16)!)
  }
  return bytes
}
