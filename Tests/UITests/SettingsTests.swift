import Analysis
import Documents
import Foundation
import Terminal
import Testing

@testable import UI

@Suite struct SettingsTests {
  static func decode(_ text: String) throws -> Settings {
    try Settings.decode(Source(name: "config.yaml", text: text))
  }

  /// What is wrong with it, without the name of the file.
  static func findings(_ text: String) -> [String] {
    do {
      _ = try decode(text)
      return []
    } catch let error as DocumentError {
      return error.findings.map { "\($0.line):\($0.column): \($0.text)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func everythingCanBeSetAndNothingHasToBe() throws {
    for text in ["", "# nothing yet\n\n  # language: ko\n", "{}"] {
      let settings = try Self.decode(text)
      #expect(settings.language == nil && settings.theme == nil && settings.color == nil)
      #expect(settings.ascii == nil && settings.mouse == nil && settings.motion == nil)
      #expect(settings.keymap.rebound.isEmpty)
    }
    let settings = try Self.decode(
      """
      language: ko
      theme: light
      color: never
      ascii: on
      mouse: off
      motion: on
      keys:
        next-stop: ["#", right]
        why: "&"
      """)
    #expect(settings.language == .ko && settings.theme == .light && settings.color == .never)
    #expect(settings.ascii == true && settings.mouse == false && settings.motion == true)
    #expect(settings.keymap[.nextStop].keys == ["#", .right])
    #expect(settings.keymap[.why].keys == ["&"])
    #expect(settings.keymap.rebound == [.nextStop, .why])
  }

  @Test func whatIsWrongIsSaidWithItsPlace() {
    let known = "(known: language, theme, color, ascii, mouse, motion, keys)"
    #expect(
      Self.findings("langage: ko") == [
        "1:1: unknown key \"langage\" in settings; did you mean \"language\"? \(known)"
      ])
    #expect(
      Self.findings("# mine\ntheme: drak\n") == [
        "2:8: \"theme\" should be standard, light or dark, found \"drak\"; did you mean \"dark\"?"
      ])
    #expect(Self.findings("mouse: maybe") == ["1:8: \"mouse\" should be on or off, found \"maybe\""])
    #expect(Self.findings("just words") == ["1:1: the file should be a mapping, found \"just words\""])
    #expect(Self.findings("keys: [n]") == ["1:7: \"keys\" should be a mapping, found a list"])
    #expect(
      Self.findings("keys: {next-stip: n}").first?.hasPrefix(
        "1:8: a key of \"keys\" should be an action, found \"next-stip\"; did you mean \"next-stop\"?")
        == true)
    #expect(
      Self.findings("keys:\n  next-stop: [o, wobble]") == [
        "2:18: item 2 of \"next-stop\" should be the name of a key like n, right or ctrl-r, found \"wobble\""
      ])
  }

  @Test func aHangulLetterIsTheKeyItStandsOn() {
    #expect(
      Self.findings("keys: {why: ㅈ}").first?.hasSuffix(
        "write the Latin letter of that key: it holds for both") == true)
    #expect(Self.findings("keys: {why: ctrl-c}").count == 1)
    #expect(Self.findings("keys: {why: [F5, ctrl-r, Shift-Up]}").isEmpty)
  }

  @Test func oneKeyCannotMeanTwoThings() {
    let twice =
      "is bound to both \"next-stop\" and \"why\"; choose another key, or give \"why\" other keys too"
    #expect(Self.findings("keys:\n  next-stop: [right, w]") == ["2:22: w \(twice)"])
    #expect(Self.findings("keys:\n  why: \"#\"\n  next-stop: [right, \"#\"]").count == 1)
    // Two keys may change places, and a question may shadow the walk as ever.
    #expect(Self.findings("keys: {next-stop: [left], previous-stop: [right], skip: [left]}").isEmpty)
    #expect(Self.findings("keys: {next-moment: [\",\"], previous-moment: [.]}").isEmpty)
    #expect(Self.findings("keys: {hint: \"#\"}").isEmpty)
    // Anywhere else a key of the question is in the walk's way.
    #expect(Self.findings("keys: {hint: b}").count == 1)
  }

  @Test func theWayOutStaysWhereItIs() {
    #expect(
      Self.findings("keys: {help: []}") == [
        "1:8: \"help\" needs a key: without one nobody finds the way"
      ])
    #expect(Self.findings("keys: {leave: []}").count == 1)
    #expect(Self.findings("keys: {back: [x]}").first?.contains("keeps esc") == true)
    #expect(Self.findings("keys: {back: [\"#\", esc]}").isEmpty)
    #expect(Self.findings("keys: {view: [x]}").first?.contains("keeps its digits") == true)
    #expect(Self.findings("keys: {redraw: []}").isEmpty)
  }

  // MARK: The file

  @Test func theFileIsFoundByTheEnvironment() {
    #expect(SettingsFile.path(["XDG_CONFIG_HOME": "/c", "HOME": "/h"]) == "/c/packetwalk/config.yaml")
    #expect(SettingsFile.path(["XDG_CONFIG_HOME": "", "HOME": "/h"]) == "/h/.config/packetwalk/config.yaml")
    #expect(SettingsFile.path(["XDG_CONFIG_HOME": "c"]) == nil)
  }

  @Test func aMissingFileIsFineAndAWrongOneIsNot() throws {
    let folder = NSTemporaryDirectory() + "/packetwalk-settings-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let environment = ["XDG_CONFIG_HOME": folder]
    #expect(try SettingsFile.read(environment).theme == nil)
    #expect(try SettingsFile.read(["XDG_CONFIG_HOME": "/dev/null"]).theme == nil)
    #expect(try SettingsFile.read([:]).theme == nil)

    try FileManager.default.createDirectory(atPath: folder + "/packetwalk", withIntermediateDirectories: true)
    let file = folder + "/packetwalk/config.yaml"
    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: file)) }
    try write(Array("theme: dark\ncolor: always".utf8))
    #expect(try SettingsFile.read(environment).theme == .dark)
    var over = environment
    over["PACKETWALK_THEME"] = "light"
    over["NO_COLOR"] = "1"
    #expect(try SettingsFile.read(over).theme == .light)
    #expect(try SettingsFile.read(over).color == nil)
    over["PACKETWALK_THEME"] = "drak"
    #expect(
      throws: Failure(
        .usage, "PACKETWALK_THEME should be standard, light or dark, found \"drak\"; did you mean \"dark\"?",
        "PACKETWALK_THEME에는 standard, light, dark 중 하나를 씁니다: \"drak\"")
    ) { try SettingsFile.read(over) }

    for bytes in [Array("theme: drak".utf8), [0xFF, 0xFE], Array("\"\u{1B}[2J\": [".utf8), [0]] {
      try write(bytes)
      let failure = #expect(throws: Failure.self) { try SettingsFile.read(environment) }
      #expect(failure?.exit == .badInput)
      #expect(failure?.message.en.hasPrefix(file + ":1:") == true)
      #expect(failure?.message.en.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" } == true)
    }
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
    #expect(#expect(throws: Failure.self) { try SettingsFile.read(environment) }?.exit == .notPermitted)
  }
}
