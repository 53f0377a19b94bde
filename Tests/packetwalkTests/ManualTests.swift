import Testing

@testable import UI
@testable import packetwalk

@Suite struct ManualTests {
  private func page() throws -> String { ManualPage(try CommandInfo.ofThisProgram()).text }

  @Test func itHasEveryActionWithItsSentence() throws {
    // What troff shows for its own escapes.
    let page = try page().replacing("\\(aq", with: "'").replacing("\\-", with: "-").replacing(
      "\\e", with: "\\"
    )
    .replacing("\\&", with: "").replacing("\\(ha", with: "^").replacing("\\(ti", with: "~").replacing(
      "\\(ga", with: "`")
    for action in Action.table {
      #expect(page.contains(action.sentence.en), "\(action.id.rawValue)")
      #expect(page.contains("\\fB\(action.shown)\\fR"), "\(action.id.rawValue)")
    }
  }

  @Test func itHasEveryCommandAndExitCode() throws {
    let page = try page()
    for command in Packetwalk.configuration.subcommands where command.configuration.shouldDisplay {
      let name = command.configuration.commandName ?? "\(command)".lowercased()
      #expect(page.contains(".SS packetwalk \(name)"))
    }
    for code in Exit.allCases { #expect(page.contains(".B \(code.rawValue)\n")) }
  }

  @Test func noLineIsARequestByAccident() throws {
    let requests = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".BR", ".I", ".RI", ".br"]
    for line in try page().split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      let word = line.prefix { $0 != " " }
      #expect(requests.contains(String(word)), "\(line)")
    }
  }
}
