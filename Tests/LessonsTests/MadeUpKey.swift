import Analysis
import Documents
import Networking

@testable import Lessons

/// A question of no kind: whatever shape a test wants, with its right answer.
struct MadeUpKey: QuestionKey {
  var shapes: [InputShape]
  var rightAnswer: Answer
  var solution = LocalizedRendering("so it is")
  var foreseen: [Answer] = []
  var reads: [ReadPlace] = []
  var hides: [Subject] = []

  func grade(_ answer: Answer) -> Grade { answer == rightAnswer ? .right : .wrong(nil) }
  func remark(on answer: Answer) -> LocalizedText? {
    LocalizedText(en: "Two of them are right.", ko: "둘은 맞습니다.")
  }

  var question: PreparedQuestion { question(at: BranchMoment(moment: 0)) }

  /// Asked where the screen stands at a moment.
  func question(at stand: BranchMoment) -> PreparedQuestion {
    let text = LocalizedRendering(LocalizedText(en: "What is it?", ko: "무엇일까요?"))
    return PreparedQuestion(
      id: "made-up", card: "c", ask: text,
      why: LocalizedRendering(LocalizedText(en: "That is why.", ko: "그래서 그렇습니다.")), key: self,
      about: stand, stand: stand)
  }
}

func choices(_ texts: String...) -> [Choice] { texts.map { Choice(LocalizedRendering($0)) } }
