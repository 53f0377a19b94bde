import Analysis
import ArgumentParser
import Documents
import Foundation
import UI

/// `packetwalk manual`: the man page, made from the declarations of the commands, the action table and the exit codes.
/// `make install` writes it to share/man; not for users, who type `man packetwalk`.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page in man(7) format.", shouldDisplay: false)

  func run() throws {
    let output = StandardOutput()
    try output.add(ManualPage(try CommandInfo.ofThisProgram()).text)
    try output.flush()
  }
}

/// What the argument parser tells of a command and its arguments.
struct CommandInfo: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var abstract: String?
    var names: [Name]?
    var valueName: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  var commandName: String
  var abstract: String?
  var arguments: [Argument]?
  var subcommands: [CommandInfo]?
  var shouldDisplay: Bool

  private struct Dump: Decodable { var command: CommandInfo }

  static func ofThisProgram() throws -> CommandInfo {
    do {
      _ = try Packetwalk.parseAsRoot(["--experimental-dump-help"])
    } catch {
      return try JSONDecoder().decode(Dump.self, from: Data(Packetwalk.fullMessage(for: error).utf8)).command
    }
    throw Failure(.usage, "the argument parser does not describe the commands")
  }
}

/// A page for man(1).
struct ManualPage {
  let root: CommandInfo

  init(_ root: CommandInfo) { self.root = root }

  var text: String {
    let sections = [
      section("NAME", ["packetwalk \\- \(escaped(root.abstract ?? ""))"]),
      section("SYNOPSIS", synopsis), section("DESCRIPTION", description), section("COMMANDS", commands),
      section("KEYS", keys), section("SETTINGS", settings), section("FILES", files),
      section("ENVIRONMENT", environment),
      section("EXIT STATUS", exits), section("SEE ALSO", [".BR tshark (1), wireshark (1)"]),
    ]
    let head = ".TH PACKETWALK 1 \"\" \"packetwalk \(Packetwalk.configuration.version)\" \"\"\n"
    return head + sections.joined()
  }

  private func section(_ name: String, _ lines: [String]) -> String {
    ".SH \(name)\n" + lines.map { $0 + "\n" }.joined()
  }

  private var shown: [CommandInfo] { (root.subcommands ?? []).filter(\.shouldDisplay) }

  private var synopsis: [String] {
    [".B packetwalk"] + shown.flatMap { [".br", ".B packetwalk \($0.commandName)", usage($0)] }
  }

  private func usage(_ command: CommandInfo) -> String {
    (command.arguments ?? []).filter { $0.shouldDisplay && !isCommon($0) }.map { argument in
      let value = argument.valueName?.uppercased() ?? ""
      let text =
        switch argument.kind {
        case "positional": value
        case "flag": name(argument)
        default: "\(name(argument)) \(value)"
        }
      let more = argument.isRepeating ? " ..." : ""
      return escaped(argument.isOptional ? "[\(text)]\(more)" : text + more)
    }.joined(separator: " ")
  }

  /// The same in every command.
  private func isCommon(_ argument: CommandInfo.Argument) -> Bool {
    ["help", "version"].contains(argument.valueName)
  }

  private func name(_ argument: CommandInfo.Argument) -> String {
    guard let name = argument.names?.first else { return argument.valueName ?? "" }
    return (name.kind == "long" ? "--" : "-") + name.name
  }

  private var description: [String] {
    [
      """
      Without a command
      .B packetwalk
      opens its start screen. The network runs inside the program: nothing is sent anywhere.
      .PP
      Lessons and networks are named by id
      .RI ( tour ", " home )
      or by file, when the name contains a slash or ends in .yaml.
      .PP
      Errors of the commands are told in the language of
      .BR \\-\\-lang ;
      what the argument parser, the system, and the checks of files say is in English.
      """
    ]
  }

  private var commands: [String] {
    shown.flatMap { command -> [String] in
      [".SS packetwalk \(command.commandName)", escaped(command.abstract ?? "")]
        + (command.arguments ?? []).filter { $0.shouldDisplay && !isCommon($0) }.flatMap { argument in
          let names =
            argument.kind == "positional"
            ? ["\\fI\(escaped(argument.valueName?.uppercased() ?? ""))\\fR"]
            : (argument.names ?? []).map { "\\fB\(escaped(($0.kind == "long" ? "--" : "-") + $0.name))\\fR" }
          let value =
            argument.kind == "option" ? " \\fI\(escaped(argument.valueName?.uppercased() ?? ""))\\fR" : ""
          return [".TP", names.joined(separator: ", ") + value, escaped(argument.abstract ?? "")]
        }
    }
  }

  private var keys: [String] {
    Action.Group.allCases.flatMap { group -> [String] in
      let actions = Action.table.filter { $0.group == group }
      return [".SS \(escaped(Texts.group(group).en))"]
        + actions.flatMap {
          [".TP", "\\fB\(escaped($0.shown))\\fR (\(escaped($0.id.name)))", escaped($0.sentence.en)]
        }
    }
  }

  private var files: [String] {
    [
      ("share/packetwalk/lessons", "Built-in lessons, networks and the texts about fields and moments."),
      ("~/.config/packetwalk/config.yaml", "The settings."),
      ("~/.local/state/packetwalk/progress.sqlite", "Where each walk was left, and what was answered."),
    ].flatMap { [".TP", ".I \(escaped($0.0))", escaped($0.1)] }
  }

  private var settings: [String] {
    SchemaRecorder.keys(of: Settings.shape).flatMap { key in
      [".TP", "\\fB\(escaped(key.key))\\fR: \(escaped(key.expected))", escaped(key.documentation)]
    }
  }

  private var environment: [String] {
    [
      (
        "XDG_CONFIG_HOME, XDG_STATE_HOME",
        "Folders of the settings and of what is kept; they begin with a slash."
      ),
      ("PACKETWALK_THEME", "The theme, over the settings."),
      ("PACKETWALK_LESSONS", "A folder with lessons and networks, searched before the built-in ones."),
      ("LC_ALL, LC_MESSAGES, LANG", "The language: Korean when it begins with ko, else English."),
      ("NO_COLOR", "Not empty: no colours."),
    ].flatMap { [".TP", ".B \(escaped($0.0))", escaped($0.1)] }
  }

  private var exits: [String] {
    Exit.allCases.flatMap { [".TP", ".B \($0.rawValue)", escaped($0.meaning)] } + [
      ".TP", ".B 128+n", "Ended by signal n; the terminal is given back first.",
    ]
  }

  /// Text that troff prints as it is: no requests at the beginning of a line, no hyphens for minus signs.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") ? "\\&" + result : result
  }
}
