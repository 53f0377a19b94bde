/// A colour in sRGB.
struct RGB: Hashable, Sendable {
  /// 0xRRGGBB.
  let value: UInt32

  init(_ value: UInt32) { self.value = value }

  /// Parts of 0-255.
  private init(_ red: UInt32, _ green: UInt32, _ blue: UInt32) { value = red << 16 | green << 8 | blue }

  /// A colour by its number, as xterm has it from the start: 16 of old, a cube of 6 x 6 x 6, 24 greys.
  init(number: Int32) {
    switch number {
    case 0..<16: self = RGB.old[Int(number)]
    case 16..<232:
      let place = number - 16
      self.init(RGB.cube(place / 36), RGB.cube(place / 6 % 6), RGB.cube(place % 6))
    default:
      let grey = UInt32(8 + 10 * max(0, min(23, number - 232)))
      self.init(grey, grey, grey)
    }
  }

  /// `#rrggbb`.
  var text: String {
    let digits = String(value, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func cube(_ step: Int32) -> UInt32 { step == 0 ? 0 : UInt32(55 + 40 * step) }

  private static let old: [RGB] = [
    0x00_0000, 0xCD_0000, 0x00_CD00, 0xCD_CD00, 0x00_00EE, 0xCD_00CD, 0x00_CDCD, 0xE5_E5E5,
    0x7F_7F7F, 0xFF_0000, 0x00_FF00, 0xFF_FF00, 0x5C_5CFF, 0xFF_00FF, 0x00_FFFF, 0xFF_FFFF,
  ].map { RGB($0) }
}
