import Analysis
import Documents
import Terminal

/// What a user has set once for all: `config.yaml`. Everything may be left out; nil means the program's own choice.
package struct Settings: Sendable {
  package var language: Language?
  package var theme: Theme?
  package var color: ColorMode?
  package var ascii: Bool?
  package var mouse: Bool?
  package var motion: Bool?
  package var keymap = Keymap.standard

  package static let shape = Shape<Settings>.mapping("settings") { m in
    let languages = Language.allCases.map { ($0.rawValue, $0) }
    let themes = Theme.allCases.map { ($0.rawValue, $0) }
    let colors = ColorMode.allCases.map { ($0.rawValue, $0) }
    return Settings(
      language: m.optional(
        "language", .oneOf(languages),
        "Of all texts; without it the one last chosen by key, else the locale's."),
      theme: m.optional("theme", .oneOf(themes), "Colours for any background, a light or a dark one."),
      color: m.optional("color", .oneOf(colors), "Like --color; NO_COLOR overrules it."),
      ascii: m.optional("ascii", .onOrOff, "Like --ascii."),
      mouse: m.optional("mouse", .onOrOff, "Like --mouse and --no-mouse."),
      motion: m.optional("motion", .onOrOff, "On: a frame may be seen moving along its cable."),
      keymap: m.optional(
        "keys", .keymap, default: .standard,
        "Keys that replace those of an action: {next-stop: [right, space]}."))
  }

  /// - Parameter source: may hold nothing but comments.
  package static func decode(_ source: Source) throws(DocumentError) -> Settings {
    let lines = source.text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    if lines.allSatisfy({ $0.isEmpty || $0.hasPrefix("#") }) { return Settings() }
    return try Document.decode(source, as: shape)
  }
}

extension Shape<Bool> {
  /// A switch, as people write one.
  package static var onOrOff: Shape {
    .parsed("on or off") { text throws(TextError) in
      switch text {
      case "on", "true": true
      case "off", "false": false
      default: throw TextError("")
      }
    }
  }
}
