import Analysis
import Documents
import Testing

@testable import Lessons

/// A lesson on paper.
@Suite struct AnswerSheetTests {
  private func sheet(_ hasAnswers: Bool, _ language: Language = .en, seed: UInt64? = nil) throws -> [String] {
    let sample = try LessonSample()
    defer { sample.remove() }
    let source = Source(name: "08-arp.yaml", text: LessonSample.lesson)
    let reference = ReferenceLibrary(sample.library)
    let run = try LessonRun(source, variant: seed, library: sample.library, reference: reference)
    let head = try LessonHead.read(source, path: "08-arp.yaml")
    return AnswerSheet(
      run, head: head, reference: reference, hasAnswers: hasAnswers,
      wrap: { text, columns in
        stride(from: 0, to: max(1, text.count), by: columns).map { start in
          String(text.dropFirst(start).prefix(columns))
        }
      }
    ).lines(language)
  }

  @Test func theQuestionsStandInTheirPlacesWithRoomToWrite() throws {
    let lines = try sheet(false)
    #expect(lines.first == "ARP: who has this address?")
    #expect(lines.contains("3 stops, 3 questions, about 5 minutes."))
    let ask = try #require(
      lines.firstIndex { $0.hasPrefix("[Question 1 (before the next stop)] Destination?") })
    let stop = try #require(lines.firstIndex { $0.hasPrefix("Stop 2 of 3.") })
    #expect(ask < stop)
    #expect(lines.count { $0.hasPrefix("  Your answer: ____") } == 3)
    #expect(!lines.contains { $0.contains("=>") || $0.contains("Everyone must hear it") })
  }

  @Test func aSheetWithoutAnswersDoesNotListThePointsOfAnExplanation() throws {
    let path = try #require(BuiltInTests.library.lessonPath("tcp-stream"))
    let source = try BuiltInTests.library.source(path)
    let reference = ReferenceLibrary(BuiltInTests.library)
    let run = try LessonRun(source, variant: nil, library: BuiltInTests.library, reference: reference)
    let head = try LessonHead.read(source, path: path)
    let points = run.questions.flatMap(\.shapes).flatMap { shape -> [String] in
      if case .mark(let choices) = shape { choices.map { $0.text[.en].string } } else { [] }
    }
    #expect(points.count > 2)
    for hasAnswers in [true, false] {
      let lines = AnswerSheet(
        run, head: head, reference: reference, hasAnswers: hasAnswers, wrap: { text, _ in [text] }
      ).lines(.en)
      #expect(points.contains { point in lines.contains { $0.contains(point) } } == hasAnswers)
    }
  }

  @Test func answersComeWithTheirReasonsAndForeseenMistakes() throws {
    let lines = try sheet(true)
    #expect(lines.count { $0.hasPrefix("  => The answer: ") } == 3)
    #expect(lines.contains { $0.contains("Everyone must hear it") })
    #expect(lines.contains { $0.hasPrefix("   - Not 00:00:5e:00:53:12: ") })
    #expect(!lines.contains { $0.contains("____") })
  }

  @Test func itIsWrittenInBothLanguagesAndSaysWhichVariantItIs() throws {
    let korean = try sheet(true, .ko)
    #expect(korean.contains { $0.hasPrefix("  => 정답: ") })
    #expect(!(try sheet(true)).contains { $0.contains("--seed") })
    #expect(try sheet(true, seed: 12).contains { $0.contains("--seed 12") })
  }
}
