import Documents
import Foundation
import Testing

@testable import Lessons

/// Which files `check` looks at, as what, and how often it says what is wrong with one of them.
struct LessonCheckFilesTests {
  private let right = LessonSample.lesson.replacing(
    #"reply.eth.dst", tag: twice"#, with: #"00:00:5e:00:53:99", tag: twice"#)

  /// What is said of the sample's folder, or of a file in it, after some of its files were written over.
  private func said(
    _ files: [String: String] = [:], of name: String = "", lesson: String? = nil
  ) throws -> (findings: [String], check: LessonCheck) {
    let sample = try LessonSample(lesson ?? right)
    defer { sample.remove() }
    for (name, text) in files {
      try text.write(toFile: "\(sample.folder)/\(name)", atomically: true, encoding: .utf8)
    }
    // As a teacher's folder, before the built-in one.
    let library = LessonLibrary(folders: [sample.folder] + BuiltInTests.library.folders)
    var check = LessonCheck(library, measure: LessonSample.rows)
    check.check(name.isEmpty ? sample.folder : "\(sample.folder)/\(name)", isFolder: name.isEmpty)
    return (check.ordered.map { $0.description.replacing(sample.folder + "/", with: "") }, check)
  }

  @Test func eachFileIsCheckedAsWhatItIs() throws {
    let folder = BuiltInTests.library.folders[0]
    for part in ["networks", "reference"] {
      var check = LessonCheck(BuiltInTests.library, measure: LessonSample.rows)
      check.check("\(folder)/\(part)", isFolder: true)
      #expect(check.ordered == [] && !check.isEmpty, "\(part)")
    }
    let states = try String(contentsOfFile: folder + "/reference/states.yaml", encoding: .utf8)
    #expect(
      try said(["reference/states.yaml": states.replacing("LISTEN:", with: "LISTENS:")]).findings.count == 1)
  }

  @Test func allOfAFolderIsChecked() throws {
    let (findings, check) = try said()
    #expect(findings == [] && check.proofs == ["arp: 3 stops, 3 questions of 3 kinds, 26 seeds: ok"])
    let wrong = try said([
      "networks/other.yaml": LessonSample.network.replacing("id: pair", with: "id: other").replacing(
        "laptop.eth0", with: "laptop.eth9"),
      "glossary.yaml": LessonSample.registries["glossary.yaml"]!.replacing("refuse:", with: "refused:"),
    ]).findings
    #expect(wrong.contains { $0.hasPrefix("networks/other.yaml:") }, "\(wrong)")
    #expect(wrong.contains { $0.hasPrefix("glossary.yaml:6:5: unknown key \"refused\"") }, "\(wrong)")
  }

  @Test func aFolderWithNothingInItIsEmpty() throws {
    let folder = NSTemporaryDirectory() + "packetwalk-empty-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var check = LessonCheck(BuiltInTests.library, measure: LessonSample.rows)
    check.check(folder, isFolder: true)
    #expect(check.isEmpty && check.ordered == [])
  }

  @Test func aBrokenNetworkIsToldOnce() throws {
    let broken = LessonSample.network.replacing("kind: switch", with: "kind: swich")
    let findings = try said(["networks/pair.yaml": broken]).findings
    #expect(findings.count == 1 && findings[0].hasPrefix("networks/pair.yaml:16:18: "), "\(findings)")
  }

  /// What it holds is not known, so that nobody is told that it is not there.
  @Test(arguments: [("cards.yaml", "topic: arp"), ("mistakes.yaml", "taught: arp/ask")])
  func aBrokenRegistryIsToldAndNothingThatFollows(_ name: String, _ line: String) throws {
    let text = LessonSample.registries[name]!
    for (broken, says) in [
      (text.replacing("    \(line)", with: "\t\(line)"), "a tab cannot indent YAML"),
      (text.replacing(line, with: "x: 1"), "unknown key \"x\""),
    ] {
      for path in ["08-arp.yaml", name, ""] {
        let findings = try said([name: broken], of: path).findings
        #expect(
          !findings.isEmpty && findings.allSatisfy { $0.hasPrefix(name + ":") }, "\(path): \(findings)")
        #expect(findings.contains { $0.contains(says) }, "\(path): \(findings)")
        #expect(Set(findings).count == findings.count)
      }
    }
    // What is wrong with the lesson by itself is told after it.
    let both = try said(
      [name: text.replacing(line, with: "x: 1")], of: "08-arp.yaml",
      lesson: right.replacing("minutes: 5", with: "minuts: 5")
    ).findings
    #expect(
      both.first?.hasPrefix(name) == true && both.last?.hasPrefix("08-arp.yaml:4:1:") == true, "\(both)")
  }

  @Test func ofALessonThatCannotBeReadNothingFollows() throws {
    let sample = try LessonSample(right.replacing("    view: ladder", with: "\tview: ladder"))
    defer { sample.remove() }
    var check = LessonCheck(sample.library, measure: LessonSample.rows)
    check.checkLibrary()
    let findings = check.ordered.filter { !$0.file.contains("reference") }
    #expect(
      findings.map(\.text).count == 1 && findings[0].text.hasPrefix("a tab cannot indent"), "\(findings)")
  }

  /// docs/writing-lessons.md, part 5.
  @Test func aTeachersFolderNeedsNoEntriesInRegistries() throws {
    let own = right.replacing("card: arp-target-ip", with: "card: my-card").replacing(
      "tag: counted-fcs", with: "tag: my-mistake")
    for path in ["08-arp.yaml", ""] {
      let (findings, check) = try said(of: path, lesson: own)
      #expect(findings == [] && check.proofs.count == 1)
      #expect(
        check.notes.map { "\($0.line): \($0.text)" }.filter { $0.contains("called") } == [
          "41: note: no card is called \"my-card\"",
          "55: note: no mistake is called \"my-mistake\"; add it to mistakes.yaml",
        ])
    }
  }
}
