import Documents

/// Why a field cannot be edited, or what it takes instead of what was typed: one sentence.
package enum FieldEditRefusal: Error, Equatable, Sendable {
  /// The program computes it; `from` is the field on the wire that it is computed from, where there is one.
  case computed(Field, from: Field?)
  /// A heading without a value of its own.
  case heading(Field)
  /// Its bytes came in several frames.
  case reassembled(Field)
  /// It has no bits in this frame.
  case notInFrame(Field)
  /// A number, at most `most`, in steps of `step`.
  case number(Field, bits: Int, most: UInt64, step: UInt64)
  case digits(Field, count: Int)
  case flag(Field, bits: Int)
  case mac(Field)
  case ipv4(Field)
  case bytes(Field, count: Int)
  case text(Field, count: Int)
  /// A domain name that takes so many octets, with an end that stands elsewhere.
  case name(Field, count: Int, end: String)

  package var text: LocalizedText {
    switch self {
    case .computed(let field, let from?):
      both(
        "\(field.name) is computed from \(from.name): edit that field.",
        "\(field.name): \(from.name)에서 계산한 값입니다. 그 필드를 편집하세요.")
    case .computed(let field, nil):
      both(
        "\(field.name) is computed by the program: it is not in the frame's bytes.",
        "\(field.name): 프로그램이 계산한 값이라 프레임의 바이트에는 없습니다.")
    case .heading(let field):
      both(
        "\(field.name) is only a heading: edit a field under it.",
        "\(field.name): 묶음 이름이라 편집할 수 없습니다. 아래 필드를 편집하세요.")
    case .reassembled(let field):
      both(
        "\(field.name) came in several frames: edit the bytes of one of them.",
        "\(field.name): 여러 프레임에 나뉘어 온 값입니다. 그중 한 프레임의 바이트를 편집하세요.")
    case .notInFrame(let field):
      both("\(field.name) has no bits in this frame.", "\(field.name): 이 프레임에는 그 비트가 없습니다.")
    case .number(let field, let bits, let most, 1):
      both(
        "\(field.name) has \(bits) bit\(bits == 1 ? "" : "s"): 0 to \(most).",
        "\(field.name): \(bits)비트이므로 0부터 \(most)까지입니다.")
    case .number(let field, let bits, let most, let step):
      both(
        "\(field.name) has \(bits) bits: 0 to \(most) in steps of \(step).",
        "\(field.name): \(bits)비트이므로 0부터 \(most)까지, \(step) 단위입니다.")
    case .digits(let field, let count):
      both(
        "\(field.name) has \(count) digit\(count == 1 ? "" : "s"): 0 to \(String(repeating: "9", count: count)).",
        "\(field.name): \(count)자리 숫자이므로 0부터 \(String(repeating: "9", count: count))까지입니다.")
    case .flag(let field, 1):
      both("\(field.name) is a flag: true or false.", "\(field.name): 플래그이므로 true 또는 false입니다.")
    case .flag(let field, let bits):
      both(
        "\(field.name) has \(bits) bits: 0 to \(UInt64.ones(bits)).",
        "\(field.name): \(bits)비트이므로 0부터 \(UInt64.ones(bits))까지입니다.")
    case .mac(let field):
      both(
        "\(field.name) is a MAC address, like 00:00:5e:00:53:01.",
        "\(field.name): 00:00:5e:00:53:01 같은 MAC 주소입니다.")
    case .ipv4(let field):
      both(
        "\(field.name) is an IPv4 address, like 192.0.2.1.", "\(field.name): 192.0.2.1 같은 IPv4 주소입니다.")
    case .bytes(let field, let count):
      both(
        "\(field.name) has \(count) byte\(count == 1 ? "" : "s"): \(count * 2) hexadecimal digits.",
        "\(field.name): \(count)바이트이므로 16진수 \(count * 2)자리입니다.")
    case .text(let field, let count):
      both(
        "\(field.name) has \(count) byte\(count == 1 ? "" : "s"): a text of that length.",
        "\(field.name): \(count)바이트이므로 같은 길이의 텍스트여야 합니다.")
    case .name(let field, let count, ""):
      both(
        "\(field.name) is a name of \(count) bytes, one length byte before each label.",
        "\(field.name): 레이블마다 길이 바이트가 붙어 모두 \(count)바이트인 이름이어야 합니다.")
    case .name(let field, let count, let end):
      both(
        "\(field.name) is a name of \(count) bytes that ends in \(end), as a pointer says.",
        "\(field.name): \(count)바이트이고, 포인터가 가리키는 \(end.with("으로/로")) 끝나는 이름이어야 합니다.")
    }
  }

  private func both(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }
}

extension FieldEncoding {
  /// What fits there, as a refusal says it.
  func expectation(of field: Field) -> FieldEditRefusal {
    switch self {
    case .number(let width, let scale, _, _):
      .number(field, bits: width, most: .ones(width) * scale, step: scale)
    case .digits(let count): .digits(field, count: count)
    case .flag(let width): .flag(field, bits: width)
    case .mac: .mac(field)
    case .ipv4: .ipv4(field)
    case .bytes(let count), .raw(let count): .bytes(field, count: count)
    case .text(let count, _): .text(field, count: count)
    case .name(let bytes, _, let rest):
      .name(field, count: bytes.count, end: rest.isEmpty ? "" : DNSName(labels: rest).description)
    }
  }
}
