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
  for depth in ColorDepth.allCases {
    #expect(Set(Role.allCases.compactMap { $0.look(depth).colors }).count <= 10)
  }
}

@Test func withoutColoursThereAreNoColours() {
  for role in Role.allCases { #expect(role.look(.mono).colors == nil) }
  for role: Role in [.strong, .focus, .select, .lit, .changed, .right, .wrong, .notice] {
    #expect(role.look(.mono).attributes != [])
  }
}

@Test func rolesKeepTheBackgroundOrSetBothColours() {
  for depth in ColorDepth.allCases {
    for role in Role.allCases {
      guard let colors = role.look(depth).colors else { continue }
      #expect(colors.foreground >= 0)
      if role != .quiet, role != .notice { #expect(colors.background >= 0) }
    }
  }
  #expect(Role.lit.look(.many).colors == .init(foreground: 16, background: 221))
  #expect(Role.transport.look(.eight).colors == .init(foreground: 7, background: 4))
  #expect(Role.transport.look(.sixteen).colors == .init(foreground: 15, background: 4))
}
