import Documents

/// The functions of expressions: completion, help, `check --list functions` and messages take them from here. What they
/// compute is in the evaluation.
package enum ExpressionFunction: String, CaseIterable, Sendable {
  case len, count, exists, before, happened, who, frames, bytes, trips, word, sum

  /// As it is written: A and B are marks.
  package var signature: String {
    switch self {
    case .len: "len(FIELD)"
    case .count: "count(TABLE or set)"
    case .exists: "exists(PATH)"
    case .before: "before(EXPRESSION)"
    case .happened: "happened(MARK)"
    case .who: "who(\"KIND\", A, B)"
    case .frames: "frames(A, B [, DEVICE [, \"FILTER\"]])"
    case .bytes: "bytes(A, B [, DEVICE [, \"FILTER\"]])"
    case .trips: "trips(A, B, DEVICE)"
    case .word: "word(PROTOCOL, N)"
    case .sum: "sum(PROTOCOL)"
    }
  }

  /// One sentence.
  package var purpose: LocalizedText {
    switch self {
    case .len:
      LocalizedText(
        en: "How many bytes a field's text, bytes or place on the wire, or a protocol has.",
        ko: "필드나 프로토콜의 바이트 수.")
    case .count:
      LocalizedText(
        en: "How many rows a device's table has, or members a set.", ko: "장치의 표에 있는 항목이나 집합 원소의 수.")
    case .exists:
      LocalizedText(
        en: "Whether a field, a value or a row of a table is there.", ko: "필드, 값, 표의 항목이 있는지.")
    case .before:
      LocalizedText(
        en: "The same one moment earlier; the row between brackets is the one of now.",
        ko: "한 순간 전의 값. 대괄호 안의 항목은 지금 것을 씁니다.")
    case .happened:
      LocalizedText(
        en: "Whether a mark's moment has come, on the branch one looks at.", ko: "지금 보는 갈래에서 그 표시의 순간이 지났는지.")
    case .who:
      LocalizedText(
        en: "The devices to which such a moment happened from mark A to mark B.",
        ko: "표시 A부터 B까지 그런 순간이 있었던 장치들.")
    case .frames:
      LocalizedText(
        en:
          "How many frames went onto cables from mark A to mark B: all, or those at a device, or those that fit.",
        ko: "표시 A부터 B까지 케이블로 나간 프레임의 수. 장치나 조건으로 좁힐 수 있습니다.")
    case .bytes:
      LocalizedText(
        en: "How many bytes those frames had, as a capture counts them.", ko: "그 프레임들의 바이트 수. 캡처처럼 셉니다.")
    case .trips:
      LocalizedText(
        en:
          "How many times what led from mark A to mark B left the device and came back: round trips it waited for.",
        ko: "표시 A에서 B로 이어진 일이 장치를 떠났다가 돌아온 횟수. 기다린 왕복 수입니다.")
    case .word:
      LocalizedText(
        en: "A 16-bit word of a header, counted from 0.", ko: "헤더의 16비트 워드. 0부터 셉니다.")
    case .sum:
      LocalizedText(
        en: "All 16-bit words of a header added up, without its checksum and without carrying.",
        ko: "체크섬을 뺀 헤더의 16비트 워드를 모두 더한 값. 자리올림을 되돌려 더하기 전입니다.")
    }
  }
}
