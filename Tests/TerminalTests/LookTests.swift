import Foundation
import Testing

@testable import Terminal

@Test func coloursFollowTheTerminalAndTheUser() {
  #expect(ColorDepth(colors: 256, mode: .auto, noColor: false) == .many)
  #expect(ColorDepth(colors: 16, mode: .auto, noColor: false) == .sixteen)
  #expect(ColorDepth(colors: 8, mode: .auto, noColor: false) == .eight)
  #expect(ColorDepth(colors: -1, mode: .always, noColor: false) == .mono)
  #expect(ColorDepth(colors: 256, mode: .auto, noColor: true) == .mono)
  #expect(ColorDepth(colors: 256, mode: .always, noColor: true) == .many)
  #expect(ColorDepth(colors: 256, mode: .never, noColor: false) == .mono)
}

@Test func tenPairsOfColoursAreEnough() {
  for (depth, theme) in allLooks {
    #expect(Set(Role.allCases.compactMap { $0.look(depth, theme).colors }).count <= 10)
  }
}

private let allLooks = ColorDepth.allCases.flatMap { depth in Theme.allCases.map { (depth, $0) } }

@Test func withoutColoursThereAreNoColours() {
  for theme in Theme.allCases {
    for role in Role.allCases { #expect(role.look(.mono, theme).colors == nil) }
    for role: Role in [.strong, .focus, .select, .lit, .changed, .right, .wrong, .notice] {
      #expect(role.look(.mono, theme).attributes != [])
    }
  }
}

@Test func rolesKeepTheBackgroundOrSetBothColours() {
  for (depth, theme) in allLooks {
    for role in Role.allCases {
      guard let colors = role.look(depth, theme).colors else { continue }
      #expect(colors.foreground >= 0)
      if ![.quiet, .notice, .focus].contains(role) { #expect(colors.background >= 0) }
    }
  }
  #expect(Role.lit.look(.many).colors == .init(foreground: 16, background: 221))
  #expect(Role.transport.look(.eight).colors == .init(foreground: 7, background: 4))
  #expect(Role.transport.look(.sixteen).colors == .init(foreground: 15, background: 4))
}

@Test func badgesOfTheLayersLookDifferent() {
  let badges: [Role] = [.link, .internet, .transport, .app]
  for (depth, theme) in allLooks where depth != .mono {
    #expect(Set(badges.map { $0.look(depth, theme).colors }).count == badges.count)
  }
}

/// The contrast of WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of the relative luminances.
private func contrast(_ one: RGB, _ other: RGB) -> Double {
  func luminance(_ color: RGB) -> Double {
    let parts = [16, 8, 0].map { Double((color.value >> $0) & 0xFF) / 255 }
    let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
  let (low, high) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
  return (high + 0.05) / (low + 0.05)
}

@Test func contrastIsThatOfTheStandard() {
  // Known values: black on white, and the grey #767676 that just passes on white.
  #expect(contrast(RGB(0x00_0000), RGB(0xFF_FFFF)) == 21)
  #expect(abs(contrast(RGB(0x76_7676), RGB(0xFF_FFFF)) - 4.54) < 0.005)
}

/// Level AA for text: 4.5. A role that leaves a colour to the terminal is dim at most, or just bold.
@Test(arguments: [ColorDepth.sixteen, .many], Theme.allCases)
func everyRoleCanBeReadOnItsBackground(depth: ColorDepth, theme: Theme) {
  let white = RGB(0xFF_FFFF)
  let black = RGB(0x00_0000)
  let backgrounds: [RGB] =
    switch theme {
    case .standard: [white, black]
    case .light: [white]
    case .dark: [black]
    }
  for role in Role.allCases {
    guard let colors = role.look(depth, theme).colors else { continue }
    let shown = colors.background >= 0 ? [RGB(number: colors.background)] : backgrounds
    for background in shown {
      let found = contrast(RGB(number: colors.foreground), background)
      #expect(found >= 4.5, "\(role) on \(background.text): \(found)")
    }
  }
}

@Test func colourNumbersAreXtermsColours() {
  // From xterm's 256colres.h and XTerm-col.ad.
  #expect(RGB(number: 1).text == "#cd0000" && RGB(number: 12).text == "#5c5cff")
  #expect(RGB(number: 16).text == "#000000" && RGB(number: 231).text == "#ffffff")
  #expect(RGB(number: 67).text == "#5f87af" && RGB(number: 221).text == "#ffd75f")
  #expect(RGB(number: 232).text == "#080808" && RGB(number: 243).text == "#767676")
}
