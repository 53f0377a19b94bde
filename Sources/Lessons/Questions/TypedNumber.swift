/// A whole number as a learner types it.
package enum TypedNumber {
  /// `18`, ` 0x12 `, `0b1_0010`, `-3`, `１８`; nil for what is no whole number.
  package static func value(_ text: String) -> Int64? {
    let digits = text.withHalfWidthForms.filter { $0 != " " && $0 != "_" }
    guard digits.first != "-" else {
      let rest = String(digits.dropFirst())
      return rest.first == "-" ? nil : value(rest).map { -$0 }
    }
    for (prefix, radix) in [("0x", 16), ("0b", 2)] where digits.lowercased().hasPrefix(prefix) {
      let rest = digits.dropFirst(2)
      return rest.first.map { $0 == "+" || $0 == "-" } == true ? nil : Int64(rest, radix: radix)
    }
    return digits.allSatisfy(\.isNumber) ? Int64(digits) : nil
  }

  /// `18 = 0x12`, said while somebody types; nil for what is no number.
  package static func echo(_ text: String) -> String? {
    guard let number = value(text), number >= 0 else { return nil }
    return "\(number) = 0x\(String(number, radix: 16))"
  }
}
