import Analysis
import Documents
import Foundation
import Lessons
import Terminal
import Testing

@testable import UI

/// What holds for questions of every shape.
@Suite struct QuestionShapesTests {
  static let shapes: [@Sendable (Language, Int) -> QuestionBench] = [
    { QuestionInputTests.several($0, height: $1) }, { QuestionInputTests.order($0, height: $1) },
    { QuestionInputTests.pairs($0, height: $1) }, { QuestionInputWordsTests.slots(false, $0, height: $1) },
    { QuestionInputWordsTests.slots(true, $0, height: $1) },
    { QuestionInputWordsTests.prediction($0, height: $1) },
    { QuestionInputWordsTests.explain($0, height: $1) },
  ]

  /// Whatever is pressed: nothing traps, the cursor stands somewhere, what is kept comes back as it was, and the
  /// question is never answered by a hint.
  @Test(arguments: shapes.indices, [22, 40])
  func anyKeysAreSafeAndWhatIsInHandIsKept(_ index: Int, _ height: Int) throws {
    let alphabet = keys("1 2 3 4 5 9 0 SPACE ENTER ↑ ↓ HOME END PGUP PGDN BS ESC TAB S-TAB w a x → ← ] ,")
    for seed in 0..<4 as Range<UInt64> {
      var random = Seeded(seed)
      var bench = Self.shapes[index](seed % 2 == 0 ? .en : .ko, height)
      for number in 1...60 {
        bench.press([alphabet.randomElement(using: &random)!])
        let isNarrow = bench.rows.allSatisfy { $0.displayWidth <= 80 }
        _ = (bench.sentence, bench.footer)
        guard number % 5 == 0 || !isNarrow else { continue }
        let kept = try JSONDecoder().decode(QuestionInput.self, from: JSONEncoder().encode(bench.input))
        var settled = bench.input
        (settled.remark, settled.isSkipAsked) = (nil, false)
        let isSame = kept == settled && kept.fitted(to: bench.context.state) == settled
        #expect(isSame && isNarrow, "seed \(seed): \(bench.input)")
        if !isSame || !isNarrow { return }
      }
    }
  }

  @Test(arguments: shapes.indices)
  func everySituationHasItsFooterAndItsSentenceInBothLanguages(_ index: Int) {
    for language in Language.allCases {
      let bench = Self.shapes[index](language, 24)
      #expect(!bench.footer.isEmpty && !bench.sentence.isEmpty)
      #expect(bench.sentence.displayWidth <= 79, "\(bench.sentence)")
      #expect(bench.footer.displayWidth <= 79, "\(bench.footer)")
      #expect(bench.input.activeKeys(in: bench.context)?.helpTitle.en == "Keys in a question")
    }
  }

  @Test func whatNoLongerFitsTheQuestionIsLeftOut() {
    var bench = QuestionInputTests.order()
    bench.press(keys("4 SPACE 1"))
    for shape in Self.shapes {
      var other = shape(.en, 24)
      other.input = bench.input.fitted(to: other.context.state)
      #expect(other.input.order.isEmpty || other.input == bench.input)
      #expect(other.input.lifted == nil || other.input == bench.input)
      other.press(keys("↓ SPACE ENTER"))
      #expect(!other.rows.isEmpty)
    }
  }
}
