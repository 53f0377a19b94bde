import Analysis
import ArgumentParser
import UI

/// The program: a start screen, or one command.
@main
struct Packetwalk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packetwalk",
    abstract: "Follow one packet through every device and layer of a network that really runs.",
    version: "0.2.0",
    subcommands: [
      Learn.self, Explore.self, Run.self, Dissect.self, Check.self, New.self, Measure.self, Manual.self,
      Draw.self, Progress.self,
      Filters.self, Schedule.self, Start.self,
    ],
    defaultSubcommand: Start.self)

  static func main() {
    StandardOutput.prepare()
    do {
      let words = try Invocation.arranged(Array(CommandLine.arguments.dropFirst()), .ofProgram())
      var command = try parseAsRoot(words)
      try command.run()
    } catch {
      Exit.leave(with: error)
    }
  }
}
