import ArgumentParser
import Documents

/// Numbers as options take them. What is not one is told as such, also `-1`, which else would be taken for an option.
enum Numbers {
  static func fromZero(_ text: String) throws -> UInt64 { try number(text, from: 0) }
  static func fromOne(_ text: String) throws -> Int { try number(text, from: 1) }

  private static func number<Number: FixedWidthInteger>(_ text: String, from least: Number) throws -> Number {
    if let number = Number(text), number >= least, text.allSatisfy(\.isNumber) { return number }
    throw ValidationError(
      "expected a number from \(least) to \(Number.max), found \(quoted(text))",
      "\(least)에서 \(Number.max)까지의 수를 씁니다: \(quoted(text))")
  }
}

extension ValidationError {
  /// In the language of the command line.
  init(_ en: String, _ ko: String) {
    self.init(LocalizedText(en: en, ko: ko)[.ofInvocation])
  }
}
