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
  /// One theme for light and dark backgrounds: roles either keep the terminal's background or set both colours.
  func look(_ depth: ColorDepth) -> Look {
    switch self {
    case .text: return Look()
    case .strong, .focus: return Look(attributes: .bold)
    case .select: return Look(attributes: .reverse)
    case .quiet:
      return depth == .many ? Look(colors: .init(foreground: 243, background: -1)) : Look(attributes: .dim)
    case .notice:
      switch depth {
      case .mono: return Look(attributes: .underline)
      case .eight, .sixteen: return Look(attributes: .bold)
      case .many: return Look(attributes: .bold, colors: .init(foreground: 243, background: -1))
      }
    default: break
    }
    guard depth == .mono else { return Look(colors: filledColors(depth)) }
    switch self {
    case .lit: return Look(attributes: .underline)
    case .changed, .right: return Look(attributes: .bold)
    case .wrong: return Look(attributes: .reverse)
    default: return Look()
    }
  }

  /// Of the roles that set both colours; nil for the others.
  private func filledColors(_ depth: ColorDepth) -> Look.Colors? {
    let white: Int32 = depth == .eight ? 7 : 15
    let (few, many): ((Int32, Int32), (Int32, Int32))
    switch self {
    case .lit: (few, many) = ((0, 3), (16, 221))
    case .changed, .right: (few, many) = ((0, 2), (16, 114))
    case .app: (few, many) = ((0, 5), (16, 182))
    case .transport: (few, many) = ((white, 4), (16, 111))
    case .internet: (few, many) = ((0, 6), (16, 116))
    case .link: (few, many) = ((0, 7), (16, 250))
    case .wrong: (few, many) = ((white, 1), (231, 124))
    default: return nil
    }
    let (foreground, background) = depth == .many ? many : few
    return Look.Colors(foreground: foreground, background: background)
  }
}
