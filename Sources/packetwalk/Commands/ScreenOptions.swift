import Analysis
import ArgumentParser
import Documents
import Foundation
import Lessons
import Terminal
import UI

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

  var library: LessonLibrary { get throws { try common.library } }

  /// Runs the program on the terminal until the learner leaves.
  /// - Parameters:
  ///   - opening: what to begin with; nil: the start screen.
  ///   - instead: the command that works without a terminal, for the message.
  func run(_ opening: OpenRequest?, seed: UInt64? = nil, step: String? = nil, instead: String) throws {
    // An option is over the environment, the environment over the settings.
    let settings = try SettingsFile.read()
    let loader = WalkLoader(try library, seed: seed)
    var autosave = Autosave()
    if opening != nil { autosave.openIfThere() }
    // Bad input is told on the shell's screen, before the terminal is taken over.
    let walk = try opening.map { try autosave.walk($0, step: step, loader) }
    let terminal: Curses
    do throws(TerminalError) {
      terminal = try Curses(
        color: color ?? settings.color ?? .auto, ascii: ascii ?? settings.ascii ?? false,
        mouse: mouse ?? settings.mouse ?? true)
    } catch {
      throw Failure(.needsTerminal, Texts.noScreen(error, instead: instead))
    }
    terminal.theme = settings.theme ?? .standard
    let library = walk == nil ? loader.contents : Library()
    let fixed = common.lang ?? settings.language
    let language = fixed ?? autosave.chosenLanguage ?? .ofLocale
    var model = Model(
      language: terminal.isUTF8 ? language : .en, size: terminal.size, library: library, walk: walk,
      showsKorean: terminal.isUTF8)
    model.keymap = settings.keymap
    model.motion = settings.motion ?? false
    model.theme = terminal.theme
    var loop = Loop(
      model: model, terminal: terminal, loader: loader, autosave: autosave, isLanguageFixed: fixed != nil)
    loop.run()
    terminal.close()
    if let farewell = loop.farewell {
      let output = StandardOutput()
      try output.line(farewell[loop.model.language])
      try output.flush()
    }
  }

  private static func colors(_ text: String) throws -> ColorMode {
    guard let mode = ColorMode(rawValue: text) else {
      throw ValidationError(
        "--color takes auto, always or never, found \(quoted(text))",
        "--color에는 auto, always, never 중 하나를 씁니다: \(quoted(text))")
    }
    return mode
  }
}
