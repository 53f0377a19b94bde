/// How many colours the terminal shows.
package enum ColorDepth: Sendable, CaseIterable {
  case mono, eight, sixteen, many

  /// - Parameters:
  ///   - colors: as terminfo counts them.
  ///   - noColor: the variable NO_COLOR is set and not empty; `--color always` overrules it.
  package init(colors: Int, mode: ColorMode, noColor: Bool) {
    if mode == .never || (mode == .auto && noColor) || colors < 8 {
      self = .mono
    } else {
      self = colors >= 256 ? .many : colors >= 16 ? .sixteen : .eight
    }
  }
}

/// The option `--color`.
package enum ColorMode: String, CaseIterable, Sendable {
  case auto, always, never
}

/// How a role looks on one kind of terminal.
struct Look: Hashable, Sendable {
  /// The bits of `CURSES_BOLD` and its like in shim.h.
  struct Attributes: OptionSet, Hashable, Sendable {
    let rawValue: Int32
    static let bold = Attributes(rawValue: 1)
    static let dim = Attributes(rawValue: 2)
    static let underline = Attributes(rawValue: 4)
    static let reverse = Attributes(rawValue: 8)
  }

  /// Colours by number; -1 is the terminal's own.
  struct Colors: Hashable, Sendable {
    var foreground: Int32
    var background: Int32
  }

  var attributes: Attributes = []
  var colors: Colors?
}

extension Role {
  /// Roles either keep the terminal's background or set both colours.
  func look(_ depth: ColorDepth, _ theme: Theme = .standard) -> Look {
    let colors: Look.Colors? =
      switch depth {
      case .mono: nil
      case .eight, .sixteen: fewColors(depth)
      case .many: theme.colors(self)
      }
    return Look(attributes: attributes(depth), colors: colors)
  }

  private func attributes(_ depth: ColorDepth) -> Look.Attributes {
    switch self {
    case .strong, .focus: .bold
    case .select: .reverse
    case .quiet: depth == .many ? [] : .dim
    case .notice: depth == .mono ? .underline : .bold
    case .lit: depth == .mono ? .underline : []
    case .changed, .right: depth == .mono ? .bold : []
    case .wrong: depth == .mono ? .reverse : []
    case .text, .link, .internet, .transport, .app: []
    }
  }

  /// The same in all themes: what these numbers look like is up to the terminal.
  private func fewColors(_ depth: ColorDepth) -> Look.Colors? {
    let isEight = depth == .eight
    let white: Int32 = isEight ? 7 : 15
    switch self {
    case .lit: return Look.Colors(foreground: 0, background: 3)
    case .changed, .right: return Look.Colors(foreground: 0, background: 2)
    // Black on xterm's darker magenta has a contrast of 4.48.
    case .app: return Look.Colors(foreground: 0, background: isEight ? 5 : 13)
    case .transport: return Look.Colors(foreground: white, background: 4)
    case .internet: return Look.Colors(foreground: 0, background: 6)
    case .link: return Look.Colors(foreground: 0, background: 7)
    case .wrong: return Look.Colors(foreground: white, background: 1)
    case .text, .quiet, .strong, .focus, .notice, .select: return nil
    }
  }
}
