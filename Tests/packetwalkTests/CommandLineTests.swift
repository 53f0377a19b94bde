import ArgumentParser
import Documents
import Foundation
import Lessons
import Terminal
import Testing

@testable import UI
@testable import packetwalk

/// What is wrong with the words of a command: nothing of them is passed over in silence, and each is told in both
/// languages with what to do.
@Suite struct CommandLineTests {
  /// What the parser, or the command before it does anything, refuses; nil: nothing.
  private func misuse(_ words: String) -> String? {
    do {
      _ = try Packetwalk.parseAsRoot(words.split(separator: " ").map(String.init))
      return nil
    } catch {
      #expect(Packetwalk.exitCode(for: error) == .validationFailure, "\(words)")
      return Packetwalk.message(for: error)
    }
  }

  /// What running a command comes to.
  private func failure(_ words: [String]) -> Failure? {
    do {
      var command = try Packetwalk.parseAsRoot(words)
      try command.run()
      return nil
    } catch {
      return error as? Failure
    }
  }

  // MARK: Numbers

  /// `-1` is a number that is too small, no option.
  @Test(arguments: [
    ("run home --seed -1", "a number from 0 to 18446744073709551615, found \"-1\""),
    ("run home --seed=-1", "a number from 0 to 18446744073709551615, found \"-1\""),
    ("run home --seed 18446744073709551616", "found \"18446744073709551616\""),
    ("run home --seed x", "found \"x\""), ("run home --seed +1", "found \"+1\""),
    ("run home --seed --for", "found \"--for\""), ("learn tour --seed -1", "a number from 0"),
    ("explore home --seed -1", "a number from 0"), ("run home --limit -5", "a number from 1 to"),
    ("run home --limit 0", "a number from 1 to"), ("measure home --moments -1", "a number from 1 to"),
    ("measure home --visits 0", "a number from 1 to"),
  ]) func aNumberThatIsNoneIsTold(_ words: String, _ says: String) throws {
    let message = try #require(misuse(words))
    #expect(message.contains(says), "\(message)")
  }

  @Test func everyOptionThatTakesANumberTakesNoneBelowZero() throws {
    let info = try CommandInfo.ofThisProgram()
    for command in info.subcommands ?? [] {
      for argument in command.arguments ?? [] where argument.kind == "option" {
        let name = try #require(argument.names?.first).name
        guard ["seed", "limit", "moments", "visits", "count", "for", "until"].contains(name) else { continue }
        let words = "\(command.commandName) home --\(name) -1"
        #expect(misuse(words)?.contains("Missing value") != true, "\(words)")
      }
    }
    #expect(failure(["run", "home", "--for", "-5ms"])?.message.en.contains("found \"-5ms\"") == true)
  }

  @Test func theLargestSeedIsTaken() throws {
    let command = try Packetwalk.parseAsRoot([
      "run", "home", "--seed", "18446744073709551615", "--limit", "1",
    ])
    let run = try #require(command as? Run)
    #expect(run.seed == .max && run.limit == 1)
  }

  // MARK: Two things at once

  @Test(arguments: [
    ("check --list fields --schema", "give one of them"), ("check --schema lessons", "leave out \"lessons\""),
    ("check --list kinds lessons", "leave out \"lessons\""),
    ("draw --lesson tour --network home", "give one of them"),
    ("draw --step hop", "--step needs --lesson"), ("draw --network home --step hop", "--step needs --lesson"),
    ("draw --theme dark", "--theme needs --format svg"),
    ("run home --capture laptop", "--capture needs --write"),
    ("run home --write -", "takes the name of a file"),
  ]) func whatWouldBePassedOverIsRefused(_ words: String, _ says: String) throws {
    let message = try #require(misuse(words))
    #expect(message.contains(says), "\(message)")
  }

  @Test(arguments: [
    "check lessons", "check --schema", "draw --format svg --theme dark", "draw --lesson tour --step hop",
  ])
  func whatGoesTogetherIsTaken(_ words: String) { #expect(misuse(words) == nil) }

  // MARK: Folders and files

  @Test(arguments: [
    ["run", "home", "--lessons", "/nope"], ["check", "--lessons", "/nope"],
    ["check", "lessons", "--lessons", "/nope"],
    ["explore", "home", "--lessons", "/nope"], ["learn", "tour", "--plain", "--lessons", "/nope"],
    ["draw", "--lessons", "/nope"], ["start", "--lessons", "/nope"],
    ["check", "--list", "fields", "--lessons", "/nope"],
  ]) func aFolderThatIsNotThereIsTold(_ words: [String]) {
    let failure = failure(words)
    #expect(failure?.exit == .notFound)
    #expect(
      failure?.message.en
        == "--lessons: there is no folder \"/nope\"; name one with lessons in it, or leave it out")
    #expect(failure?.message.ko == "--lessons: \"/nope\" 폴더가 없습니다. 레슨이 있는 폴더를 지정하거나 빼세요")
  }

  @Test func aFileIsNoFolder() {
    #expect(failure(["run", "home", "--lessons", #filePath])?.exit == .notFound)
  }

  @Test func aNetworkIsReadFromNoPipeAndNoFolder() throws {
    #expect(
      failure(["run", "-"])
        == Failure(
          .usage, "a network is not read from standard input; write it into a file",
          "네트워크는 표준 입력에서 읽지 않습니다. 파일로 저장하세요"))
    #expect(failure(["learn", "-", "--plain"])?.exit == .usage)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in [folder.path, folder.path + "/"] {
      let failure = failure(["run", path])
      #expect(failure?.exit == .notFound)
      #expect(failure?.message.en == "\(quoted(path)) is a folder; a network is a file in it, or an id")
    }
    #expect(
      failure(["learn", folder.path, "--plain"])?.message.en.contains("is a folder; a lesson is a file")
        == true)
    #expect(failure(["run", folder.path + "/x.yaml"])?.message.en.hasPrefix("no network") == true)
  }

  /// As for a program that was copied away from its lessons.
  @Test func withoutLessonsAnUnknownOneSaysHowToNameThem() {
    do throws(Failure) {
      _ = try WalkLoader(LessonLibrary(folders: []), seed: nil).networkFile("home")
      Issue.record("found")
    } catch {
      #expect(
        error.message.en == "no network \"home\"; no lessons found; name a folder with --lessons")
    }
  }

  @Test(arguments: [
    TerminalError.notATerminal, .unknownTerminal(""), .unknownTerminal("xyz"), .tooSimple("dumb"),
  ]) func withoutATerminalItIsSaidWhatWorks(_ error: TerminalError) {
    let text = Texts.noScreen(error, instead: "packetwalk run home")
    #expect(text.en == "\(error); without one: packetwalk run home")
    #expect(text.ko.hasSuffix(". 터미널 없이: packetwalk run home"))
  }

  /// A word without a slash is an id; of a file or folder that is called so it is said how to name it.
  @Test func aFileBesideIsNamedWithASlash() {
    let loader = WalkLoader(.ofProgram(), seed: nil)
    func message(_ name: String) -> String? {
      do throws(Failure) {
        _ = try loader.networkFile(name)
        return nil
      } catch { return error.message.en }
    }
    #expect(message(".")?.contains("it is a folder") == true)
    #expect(message("Package.swift")?.contains("the file of that name is ./Package.swift") == true)
  }

  // MARK: What never came

  @Test func aConditionThatNeverBecameTrueEndsWithOne() {
    let failure = failure(["run", "two-hosts", "--until", "moment.number == 100000"])
    #expect(
      failure
        == Failure(
          .found, "\"moment.number == 100000\" never became true",
          "끝까지 참이 되지 않았습니다: \"moment.number == 100000\""))
    #expect(self.failure(["run", "two-hosts", "--for", "1us", "--until", "icmp"])?.exit == .found)
    #expect(self.failure(["run", "two-hosts", "--until", "icmp"]) == nil)
  }

  @Test func whatIsWrongInAConditionIsPointedAt() {
    let failure = failure(["run", "two-hosts", "--until", "moment == 10"])
    #expect(failure?.exit == .usage)
    #expect(
      failure?.message.en.hasPrefix("--until, column 1: \"moment\" is a moment; expected something of it")
        == true)
    #expect(failure?.message.ko.hasPrefix("--until 1번째 칸: \"moment\" 뒤에 무엇이 와야 합니다") == true)
  }

  // MARK: Keys

  @Test func aKeyThatIsNoneIsToldWithThoseThereAre() {
    let failure = failure(["draw", "--keys", "right wobble"])
    #expect(failure?.exit == .usage)
    #expect(
      failure?.message.en.contains("no key is called \"wobble\"; a character stands for itself") == true)
    #expect(failure?.message.en.contains("shift-tab, esc, backspace") == true)
    #expect(self.failure(["draw", "--network", "home", "--keys", "S-TAB : x BSpace C-u ESC - bksp"]) == nil)
  }

  // MARK: Languages

  @Test func errorsSpeakTheLanguageThatWasAskedFor() {
    #expect(Language.of(words: ["run", "x", "--lang", "ko"]) == .ko)
    #expect(Language.of(words: ["--lang=ko", "run", "x"]) == .ko)
    #expect(Language.of(words: ["--lang=en", "run", "x"]) == .en)
    #expect(Language.of(words: ["run", "--lang"]) == .ofLocale)
    #expect(Language.of(words: ["run", "--lang", "de"]) == .ofLocale)
    #expect(
      failure(["run", "hone"])
        == Failure(
          .notFound,
          "no network \"hone\"; did you mean \"home\"? (known: campus, guest-lan, home, manual, one-switch, printing, two-hosts, two-lans)",
          "\"hone\" 네트워크가 없습니다. 혹시 \"home\"? (있는 것: campus, guest-lan, home, manual, one-switch, printing, two-hosts, two-lans)"
        ))
    #expect(
      failure(["learn", "tour", "--plain", "--step", "hopp"])?.message.ko.hasPrefix(
        "\"tour\" 레슨에 \"hopp\" 단계가 없습니다. 혹시 \"hop\"? (있는 것: ") == true)
  }

  @Test func everyCommandTakesALanguage() throws {
    for command in try CommandInfo.ofThisProgram().subcommands ?? [] where command.shouldDisplay {
      let names = (command.arguments ?? []).flatMap { $0.names ?? [] }.map(\.name)
      #expect(names.contains("lang") || command.commandName == "help", "\(command.commandName)")
    }
  }

  /// Every message of a command is written in both languages, but for what files and the system say.
  @Test(arguments: [
    ["learn", "hom"], ["learn", "tour", "--plain", "--step", "x"], ["run", "home", "--until", "ip.ttl = 1"],
    ["run", "home", "--for", "x"], ["run", "home", "--capture", "x", "--write", "/tmp/x"],
    ["check", "/nope"],
    ["dissect", "/nope"], ["dissect", "."], ["dissect", "x", "-e", "ip"],
    ["dissect", "x", "--format", "tsv"],
    ["dissect", "x", "-e", "ip.ttl", "--format", "json"], ["draw", "--size", "3"],
    ["run", "home", "--limit", "5"],
  ]) func everyErrorIsSaidInBothLanguages(_ words: [String]) throws {
    let message = try #require(failure(words)?.message, "\(words)")
    #expect(message.en != message.ko && message.ko.contains { ("가"..."힣").contains($0) }, "\(message)")
    #expect(!message.en.contains { ("가"..."힣").contains($0) })
  }
}
