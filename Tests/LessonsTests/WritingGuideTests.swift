import Documents
import Foundation
import Testing

@testable import Lessons

/// Whoever follows docs/writing-lessons.md word by word gets what it says.
@Suite struct WritingGuideTests {
  private let guide: WritingGuide

  init() throws { guide = try WritingGuide() }

  @Test func checkFindsNothingWrongInItsFiles() throws {
    #expect(guide.files.count >= 5)
    try guide.withFolder { folder in
      for file in guide.files {
        #expect(WritingGuide.findings(file.role, in: folder) == [], "line \(file.line)")
      }
    }
  }

  @Test func checkFindsNothingWrongInItsQuestionsAndForks() throws {
    let whole = try #require(guide.wholeLesson())
    try guide.withFolder { folder in
      try whole.write(toFile: folder + "/" + WritingGuide.lesson, atomically: true, encoding: .utf8)
      #expect(WritingGuide.findings(WritingGuide.lesson, in: folder) == [])
      let library = LessonLibrary(folders: [folder] + BuiltInTests.library.folders)
      let (lesson, _) = try Lesson.decode(
        library.source(folder + "/" + WritingGuide.lesson), library: library)
      let registries = library.registries()
      for question in lesson.questions {
        #expect(registries.card(question.common.card.value) != nil, "\(question.common.id.value)")
      }
    }
  }

  @Test func everyKindOfQuestionHasAnExample() throws {
    let examples = guide.texts("question") + guide.texts("before")
    for kind in QuestionKinds.all {
      #expect(examples.contains { $0.contains("\n  kind: \(kind.kind)\n") }, "\(kind.kind)")
    }
    #expect(examples.count == QuestionKinds.all.count)
  }

  @Test func checkSaysWhatItPrints() throws {
    let changes = guide.changes()
    #expect(changes.count == guide.blocks.count { $0.language == "diff" } && changes.count >= 5)
    let lesson = try #require(guide.texts(WritingGuide.lesson).first)
    try guide.withFolder { folder in
      for change in changes {
        #expect(lesson.components(separatedBy: change.old).count == 2, "\(change.old) is there once")
        try (lesson.replacing(change.old, with: change.new) + "\n")
          .write(toFile: folder + "/" + WritingGuide.lesson, atomically: true, encoding: .utf8)
        #expect(WritingGuide.findings(WritingGuide.lesson, in: folder) == change.says)
      }
    }
  }

  @Test func whatIsProvenIsWhatItPrints() throws {
    let says = zip(guide.blocks, guide.blocks.dropFirst()).compactMap { before, block in
      block.language == "console" && before.language != "diff" ? block.text : nil
    }
    try guide.withFolder { folder in
      #expect(says == WritingGuide.checked(WritingGuide.lesson, in: folder).proofs)
    }
  }

  /// What is neither tested here nor a command is the line for editors.
  @Test func everyBlockIsOneThatTheTestsKnow() {
    for block in guide.blocks {
      switch block.language {
      case "sh", "diff", "console": #expect(block.role.isEmpty, "line \(block.line)")
      case "yaml" where block.role.isEmpty:
        #expect(
          block.text == "# yaml-language-server: $schema=packetwalk.schema.json", "line \(block.line)")
      case "yaml":
        let known = ["question", "before"].contains(block.role) || block.role.hasPrefix("after ")
        #expect(known || block.role.hasSuffix(".yaml"), "line \(block.line)")
      default: Issue.record("line \(block.line): \(block.language)")
      }
    }
  }

  /// The lists that it gives in words are those of the program.
  @Test func whatItListsIsThere() throws {
    let text = try String(contentsOfFile: WritingGuide.path, encoding: .utf8)
    let recorded = LessonSchema.text(pictures: ["stack"])
    for key in [
      "in", "stand", "given", "hide", "show", "as", "quiz", "id", "card", "kind", "ask", "hints", "why",
    ] {
      #expect(text.contains("| `\(key)` |") && recorded.contains("\"\(key)\": {"), "\(key)")
    }
    for action in [
      "lose", "delay", "edit", "damage", "run", "wait", "cut", "plug", "join", "restart", "fault",
    ] { #expect(text.contains("\(action): ") && recorded.contains("\"\(action)\": {"), "\(action)") }
  }
}
