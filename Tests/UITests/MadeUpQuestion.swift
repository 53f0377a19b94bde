import Analysis
import Documents
import Lessons
import Terminal

@testable import UI

/// A question of no kind: whatever shape a test wants, with its right answer and one mistake.
struct MadeUpKey: QuestionKey {
  var shapes: [InputShape]
  var solution = LocalizedRendering("so it is")
  var rightAnswer: Answer
  var foreseen: [Answer] = []
  var reads: [ReadPlace] = []
  var hides: [Subject] = []
  var said = LocalizedText(en: "Not quite.", ko: "조금 다릅니다.")

  func grade(_ answer: Answer) -> Grade {
    if answer == rightAnswer { return .right }
    return .wrong(foreseen.contains(answer) ? mistake : nil)
  }

  var mistake: PreparedMistake {
    PreparedMistake(
      tag: "swap",
      say: LocalizedRendering(LocalizedText(en: "Those two change places.", ko: "그 둘은 자리가 바뀌었습니다.")))
  }

  func parts(of answer: Answer) -> [PartGrade] {
    switch (answer, rightAnswer) {
    case (.places(let own), .places(let right)) where own.count == right.count: parts(own, right)
    case (.lines(let own), .lines(let right)): parts(own, right)
    case (.pairs(let own), .pairs(let right)): parts(own, right)
    default: []
    }
  }

  private func parts<Part: Equatable>(_ own: [Part], _ right: [Part]) -> [PartGrade] {
    zip(own, right).map { PartGrade(isRight: $0 == $1, mistake: $0 == $1 ? nil : mistake) }
  }

  func remark(on answer: Answer) -> LocalizedText? { said }
}

/// A screen that has nothing but a question: keys in, drawing out.
struct QuestionBench {
  var input: QuestionInput
  var context: QuestionInput.Context
  /// What was asked of the screen, answers to keep apart.
  var asked: [QuestionInput.Request] = []
  /// Keys that kept their meaning outside.
  var passed: [Key] = []

  init(
    _ key: MadeUpKey, ask: LocalizedText = LocalizedText(en: "What is it?", ko: "무엇일까요?"),
    hints: [LocalizedText] = [], language: Language = .en, height: Int = 24
  ) {
    let question = PreparedQuestion(
      id: "q", card: "c", ask: LocalizedRendering(ask), hints: hints.map { LocalizedRendering($0) },
      why: LocalizedRendering(LocalizedText(en: "That is why.", ko: "그래서 그렇습니다.")), key: key)
    let state = QuestionState(question)
    input = QuestionInput(state)
    context = QuestionInput.Context(
      state: state, isBefore: true, number: 2, count: 7, language: language, hasFocus: true)
    context.room = WalkLayout(Size(width: 80, height: height)).tallPanel.inset().size
    if question.pointMoment != nil { context.hasFocus = false }
  }

  /// As the program does: a key types, or is an action of the situation.
  mutating func press(_ keys: [Key]) {
    for key in keys {
      if input.isTyping(context), let requests = input.type(key, in: context) {
        follow(requests)
      } else if let activeKeys = input.activeKeys(in: context),
        let action = Keymap.standard.action(for: key, in: activeKeys)
      {
        if let requests = input.handle(Press(action: action.id, key: key), in: context) {
          follow(requests)
        } else {
          passed.append(key)
        }
      }
    }
  }

  mutating func follow(_ requests: [QuestionInput.Request]) {
    for request in requests {
      if case .keep(let state) = request { context.state = state } else { asked.append(request) }
    }
  }

  /// The rows of the panel, or of the words, without blanks at their ends.
  var rows: [String] {
    let isTall = input.room(context) == .tall
    let size = Size(width: 80, height: isTall ? context.room.height + 2 : 4)
    var canvas = Canvas(size)
    input.draw(context, in: canvas.bounds, on: &canvas)
    return canvas.lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
  }

  /// Inside the edges.
  var inside: [String] {
    rows.dropFirst().dropLast().map { row in
      String(row.dropFirst().dropLast().reversed().drop { $0 == " " }.reversed())
    }
  }

  var sentence: String { input.sentence(context) ?? "" }
  var footer: String {
    guard let activeKeys = input.activeKeys(in: context) else { return "" }
    return (activeKeys.hints + activeKeys.fixed).map {
      "\(Keymap.standard.shown($0)) \($0.label[context.language])"
    }.joined(separator: "  ")
  }
}

func choices(_ texts: String...) -> [Choice] { texts.map { Choice(LocalizedRendering($0)) } }
