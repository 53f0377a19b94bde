/// Which background the colours are made for.
package enum Theme: String, CaseIterable, Sendable {
  /// Holds on light and dark backgrounds alike.
  case standard
  case light, dark

  /// The page of a drawing without a terminal around it.
  var page: (foreground: RGB, background: RGB) {
    switch self {
    case .light: (RGB(0x00_0000), RGB(0xFF_FFFF))
    case .standard, .dark: (RGB(0xE4_E4E4), RGB(0x00_0000))
    }
  }

  /// The terminal's own background, by number.
  private static let own: Int32 = -1

  /// Of a terminal with 256 colours; nil keeps the terminal's own.
  func colors(_ role: Role) -> Look.Colors? {
    guard let (foreground, background) = numbers(role) else { return nil }
    return Look.Colors(foreground: foreground, background: background)
  }

  private func numbers(_ role: Role) -> (foreground: Int32, background: Int32)? {
    switch self {
    case .standard:
      switch role {
      case .text, .strong, .focus, .select: nil
      case .quiet, .notice: (243, Theme.own)
      case .lit: (16, 221)
      case .changed, .right: (16, 114)
      case .app: (16, 182)
      case .transport: (16, 111)
      case .internet: (16, 116)
      case .link: (16, 250)
      case .wrong: (231, 124)
      }
    case .light:
      switch role {
      case .text, .strong, .select: nil
      case .focus: (25, Theme.own)
      case .quiet: (242, Theme.own)
      case .notice: (94, Theme.own)
      case .lit: (16, 220)
      case .changed, .right: (16, 150)
      case .app: (16, 225)
      case .transport: (16, 153)
      case .internet: (16, 159)
      case .link: (16, 253)
      case .wrong: (231, 160)
      }
    case .dark:
      switch role {
      case .text, .strong, .select: nil
      case .focus: (117, Theme.own)
      case .quiet: (245, Theme.own)
      case .notice: (179, Theme.own)
      case .lit: (16, 221)
      case .changed, .right: (16, 114)
      case .app: (255, 90)
      case .transport: (255, 25)
      case .internet: (255, 23)
      case .link: (255, 239)
      case .wrong: (231, 124)
      }
    }
  }
}
