import ArgumentParser
import Documents
import Foundation
import Lessons
import Terminal

/// What all commands with a screen take.
struct ScreenOptions: ParsableArguments {
  @Option(help: "Colours: auto, always or never.", transform: ScreenOptions.colors)
  var color: ColorMode?

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII signs only.")
  var ascii: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Take clicks and the wheel, or leave them to the terminal, which selects text.")
  var mouse: Bool?

  @OptionGroup var common: CommonOptions

  var library: LessonLibrary { common.library }

  /// Runs the program on the terminal until the learner leaves.
  /// - Parameters:
  ///   - opening: what to begin with; nil: the start screen.
  ///   - instead: what works without a terminal, for the message.
  func run(_ opening: Opening?, seed: UInt64? = nil, step: String? = nil, instead: String) throws {
    // An option is over the environment, the environment over the settings.
    let settings = try SettingsFile.read()
    let opener = Opener(library, seed: seed)
    // Bad input is told on the shell's screen, before the terminal is taken over.
    let walk = try opening.map { try opener.open($0, step: step) }
    let terminal: Curses
    do {
      terminal = try Curses(
        color: color ?? settings.color ?? .auto, ascii: ascii ?? settings.ascii ?? false,
        mouse: mouse ?? settings.mouse ?? true)
    } catch {
      throw Failure(.needsTerminal, "\(error); \(instead)")
    }
    terminal.theme = settings.theme ?? .standard
    let library = walk == nil ? opener.contents : Library()
    let language = common.lang ?? settings.language ?? .ofLocale
    var model = Model(
      language: terminal.isUTF8 ? language : .en, size: terminal.size, library: library, walk: walk,
      showsKorean: terminal.isUTF8)
    model.keymap = settings.keymap
    model.motion = settings.motion ?? false
    model.theme = terminal.theme
    var loop = Loop(
      model: model, terminal: terminal, open: { (opening) throws(Failure) in try opener.open(opening) },
      contents: walk == nil ? nil : { opener.contents })
    loop.run()
    terminal.close()
  }

  private static func colors(_ text: String) throws -> ColorMode {
    guard let mode = ColorMode(rawValue: text) else {
      throw ValidationError("--color takes auto, always or never, found \(quoted(text))")
    }
    return mode
  }
}
