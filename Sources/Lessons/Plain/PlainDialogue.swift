import Analysis
import Documents
import Networking

/// A lesson as lines of text: what `learn --plain` says and answers. A value without a terminal: lines in, lines out.
///
///     var dialogue = PlainDialogue(run, …)
///     print(dialogue.begin())
///     while !dialogue.isOver, let line = readLine() { print(dialogue.take(line)) }
///     print(dialogue.endOfInput())      // nothing when it is over already
package struct PlainDialogue: Sendable {
  /// What comes one after the other.
  private enum Item: Sendable {
    case stop(Int)
    case question(PreparedQuestion, stop: Int, isBefore: Bool, isFollowUp: Bool = false)

    var isStop: Bool { if case .stop = self { true } else { false } }
  }

  private var pages: PlainPages
  private let run: LessonRun
  private var items: [Item]
  private var position: Int
  private var states: [String: QuestionState] = [:]
  /// Answers to the shapes of the open question that come before the one asked for now.
  private var given: [Answer] = []
  /// Lines of one's own words so far.
  private var told: [String] = []
  /// The last wrong answer's question as it was then, with what its run comes to, until one goes on.
  private var wrong: (state: QuestionState, offer: ToldRun.Offer)?
  /// What was judged and nobody has taken yet.
  private var judged: [JudgedAnswer] = []
  /// Nothing more is asked or said.
  package private(set) var isOver = false
  /// What came of it; nil until its end is reached.
  package private(set) var summary: LessonSummary?
  /// The lesson to go on with, looked up at the end.
  package var next: @Sendable () -> LessonHead? = { nil }

  /// Columns of a line.
  package static let width = 78

  /// - Parameters:
  ///   - step: the stop to begin with; nil: the first.
  ///   - wrap: breaks a text into lines of at most so many columns.
  package init(
    _ run: LessonRun, language: Language, reference: ReferenceLibrary, step: Int? = nil,
    wrap: @escaping @Sendable (_ text: String, _ columns: Int) -> [String]
  ) {
    self.run = run
    pages = PlainPages(run, language, reference, wrap)
    items = run.stops.indices.flatMap { index in
      run.stops[index].before.map { Item.question($0, stop: index, isBefore: true) } + [.stop(index)]
        + run.stops[index].after.map { Item.question($0, stop: index, isBefore: false) }
    }
    position = 0
    if let step, step > 0 {
      position = items.firstIndex { if case .stop(step) = $0 { true } else { false } } ?? 0
    }
  }

  /// The title and what comes first.
  package mutating func begin() -> [String] { pages.title() + show() }

  /// One line of the learner.
  package mutating func take(_ line: String) -> [String] {
    guard !isOver else { return [] }
    let word = line.filter { $0 != "\r" && $0 != "\n" }.trimmed
    if let answer = word.unquoted { return take(answer: answer) }
    switch PlainCommand(word.withHalfWidthForms.trimmed) {
    case .goOn: return goOn()
    case .back: return back()
    case .help: return pages.help(isAsking: openQuestion != nil, canRun: canRun)
    case .again: return show()
    case .why(nil): return openQuestion == nil ? pages.why(at: stop) : hint()
    case .why(let name?): return openQuestion == nil ? pages.why(name, in: view) : pages.whyIsHint()
    case .fields(nil): return pages.fields(in: view)
    case .fields(let name?): return pages.field(name, in: view)
    case .tables(let device): return pages.tables(of: device, in: view)
    case .quit: return end(finished: false)
    case .giveUp where openQuestion?.state.question.shapes[given.count].takesNumbersOfRows == true:
      return giveUp()
    case .run where hasRun: return runAnswer()
    case .giveUp, .run, nil: return take(answer: word)
    }
  }

  /// The input has ended: stops there.
  package mutating func endOfInput() -> [String] { isOver ? [] : end(finished: false) }

  // MARK: Going on and back

  /// Index of the stop that is shown, or was last shown.
  private var stop: Int {
    switch items[position] {
    case .stop(let index): index
    case .question(_, let index, let isBefore, _): isBefore ? max(0, index - 1) : index
    }
  }

  /// The question that is asked now.
  package var question: PreparedQuestion? { openQuestion?.state.question }
  /// Index of the stop that is shown, or was last shown.
  package var stopShown: Int { stop }

  private var openQuestion: (state: QuestionState, stop: Int, isBefore: Bool)? {
    guard case .question(let question, let stop, let isBefore, _) = items[position] else { return nil }
    return (states[question.id] ?? QuestionState(question), stop, isBefore)
  }

  /// What there is to look at: while a question is open nothing of what it asks for.
  private var view: PlainView {
    switch items[position] {
    case .stop(let index): return PlainView(of: run, stop: index)
    case .question(let question, let index, let isBefore, _):
      var view = PlainView(of: run, stop: isBefore ? max(0, index - 1) : index)
      view.light = []
      (view.branch, view.moment) = (question.stand.branch, question.stand.moment)
      view.since = min(view.since, view.moment)
      view.unitMoment = view.moment
      if let moment = question.pointMoment { (view.branch, view.unitMoment) = (moment.branch, moment.moment) }
      view.substitute = question.substitute?.unit
      view.asked = question
      return view
    }
  }

  private mutating func show() -> [String] {
    (given, told) = ([], [])
    switch items[position] {
    case .stop(let index): return pages.stop(index)
    case .question(let question, _, let isBefore, let isFollowUp):
      return pages.question(question, isBefore: isBefore, isFollowUp: isFollowUp)
    }
  }

  private mutating func goOn() -> [String] {
    guard let question = openQuestion?.state.question else {
      wrong = nil
      return advance()
    }
    switch question.shapes[given.count] {
    // An empty line also ends one's own words.
    case .lines where !told.isEmpty: return take(answer: ".")
    // What nobody says that it was said was not.
    case .mark(let points): return take(answer: points.map { _ in "n" }.joined(separator: " "))
    default: return giveUp()
    }
  }

  private mutating func giveUp() -> [String] {
    guard var question = openQuestion else { return [] }
    (given, told) = ([], [])
    question.state.giveUp()
    keep(question.state)
    return goOn(from: question.state, saying: pages.solution(of: question.state.question))
  }

  /// From a question that is closed without being right. With the last one the dialogue is over, and nothing is run.
  private mutating func goOn(from state: QuestionState, saying lines: [String]) -> [String] {
    let offered = offer(state)
    let rest = advance()
    return lines + (isOver ? [] : offered) + rest
  }

  /// To the next stop, or the next question that is still open.
  private mutating func advance() -> [String] {
    repeat { position += 1 } while position < items.count && isClosed(items[position])
    guard position < items.count else {
      position = items.count - 1
      return end(finished: true)
    }
    return show()
  }

  private func isClosed(_ item: Item) -> Bool {
    guard case .question(let question, _, _, _) = item else { return false }
    return states[question.id]?.isOpen == false
  }

  /// To the stop before.
  private mutating func back() -> [String] {
    guard let earlier = items[..<position].lastIndex(where: \.isStop) else { return pages.firstStop() }
    position = earlier
    wrong = nil
    return show()
  }

  private mutating func end(finished: Bool) -> [String] {
    let stop = stop
    isOver = true
    guard finished else { return [pages.words.stopped(run.id, at: stop + 1, of: run.stops.count)] }
    let summary = LessonSummary(run, states: states)
    self.summary = summary
    return pages.summary(summary, next: next()) + [pages.words.finished(id: run.id)]
  }

  // MARK: Answers

  private mutating func take(answer line: String) -> [String] {
    guard let question = openQuestion else { return pages.nothingAsked(line) }
    let shapes = question.state.question.shapes
    let shape = shapes[given.count]
    if shape == .lines, line != "." {
      told.append(line)
      return []
    }
    do throws(InvalidAnswer) {
      given.append(shape == .lines ? .lines(told) : try shape.answer(line.withHalfWidthForms))
      told = []
    } catch {
      return pages.invalid(error)
    }
    guard given.count == shapes.count else {
      return pages.material(
        shapes[given.count], BranchMoment(branch: view.branch, moment: view.unitMoment),
        of: question.state.question) + [""]
    }
    defer { (given, told) = ([], []) }
    return judge(given.count == 1 ? given[0] : .inTurn(given), question.state)
  }

  private mutating func judge(_ answer: Answer, _ open: QuestionState) -> [String] {
    var state = open
    let prepared = state.question
    let feedback = state.give(answer)
    keep(state)
    if !state.isOpen { insertFollowUps(of: prepared, after: answer) }
    if case .invalid = feedback {} else { wrong = nil }
    switch feedback {
    case .right: return pages.right(prepared) + advance()
    case .tryAgain(let mistake):
      return pages.wrong(mistake, answer, prepared) + offer(state) + pages.oneMoreTry()
    case .shown(let mistake):
      let solution = prepared.key.isSelfRated ? pages.reason(of: prepared) : pages.solution(of: prepared)
      return goOn(from: state, saying: pages.wrong(mistake, answer, prepared) + solution)
    case .invalid(let reason): return pages.invalid(reason)
    }
  }

  /// What the wrong answer comes to when it is run, remembered, and offered where it leads somewhere.
  private mutating func offer(_ state: QuestionState) -> [String] {
    let offer = state.offer(in: run, pages.reference)
    wrong = (state, offer)
    return canRun ? pages.offerOfRun(isLast: !state.isOpen) : []
  }

  /// The last wrong answer is run when that is asked for.
  private var canRun: Bool { if case .run? = wrong?.offer { true } else { false } }

  /// There is something to say of the run of the last wrong answer.
  private var hasRun: Bool {
    switch wrong?.offer {
    case .run, .later: true
    case .none?, nil: false
    }
  }

  /// The last wrong answer as the network has it; then the question, with the try that is left.
  private mutating func runAnswer() -> [String] {
    guard let wrong else { return [] }
    guard case .run(let told) = wrong.offer else {
      return wrong.offer.refusal.map { pages.refused($0) } ?? []
    }
    return pages.run(told, of: wrong.state) + (wrong.state.isOpen ? pages.oneMoreTry() : [""])
  }

  private mutating func keep(_ state: QuestionState) {
    let before = states[state.question.id] ?? QuestionState(state.question)
    judged += state.judged(since: before)
    states[state.question.id] = state
  }

  /// What the last line led to, for the log; each only once.
  package mutating func takeJudged() -> [JudgedAnswer] {
    defer { judged = [] }
    return judged
  }

  /// They come next; one that was answered already is not asked again.
  private mutating func insertFollowUps(of question: PreparedQuestion, after answer: Answer) {
    guard case .question(_, let stop, let isBefore, _) = items[position] else { return }
    let next = run.followUps(of: question, after: answer).map {
      Item.question($0, stop: stop, isBefore: isBefore, isFollowUp: true)
    }
    items.insert(contentsOf: next, at: position + 1)
  }

  private mutating func hint() -> [String] {
    guard var question = openQuestion else { return [] }
    let hint = question.state.hint()
    states[question.state.question.id] = question.state
    return pages.hint(hint)
  }
}
