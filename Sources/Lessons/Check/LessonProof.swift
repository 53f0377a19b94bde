import Analysis
import Documents
import Networking

/// Proves a lesson on its running network: on its own seed, where all must be right, and on others, where all must still be
/// possible, with the addresses and ports that the network varies.
struct LessonProof {
  private let lesson: Lesson
  private let variants: LessonVariants
  private let head: HeadCheck
  private let reference: ReferenceLibrary
  private let registries: Registries
  private let measure: WrappedRowCount
  private var told: AnswerInTexts
  private var given: GivenAnswers
  private var otherNames: OtherNames
  private var unvarying = UnvaryingAnswers()
  /// Of each run the wrong answers that were left out.
  private var dropped: [Problems] = []
  private var seedCount = 0

  private(set) var findings: [Finding] = []
  private(set) var notes: [Finding] = []

  init(
    _ lesson: Lesson, _ variants: LessonVariants, _ nodes: QuestionNodes, _ head: HeadCheck,
    _ reference: ReferenceLibrary, _ registries: Registries, _ measure: @escaping WrappedRowCount
  ) {
    self.lesson = lesson
    self.variants = variants
    self.head = head
    self.reference = reference
    self.registries = registries
    self.measure = measure
    told = AnswerInTexts(lesson, nodes)
    given = GivenAnswers(lesson)
    otherNames = OtherNames(lesson)
  }

  /// - Parameter seeds: besides the lesson's own; without that one nothing can be said.
  mutating func run(_ seeds: [UInt64]) {
    guard look(nil) else { return }
    for seed in seeds { _ = look(seed) }
    findings += told.findings + given.findings + otherNames.findings + alwaysDropped
    let unvarying = unvarying.ids
    if !unvarying.isEmpty {
      let names = unvarying.joined(separator: ", ")
      notes.append(
        lesson.idPlace.finding("note: the answer is the same with all \(seedCount) seeds: \(names)"))
    }
  }

  /// `arp: 9 stops, 7 questions of 5 kinds, 26 seeds: ok`
  var summary: String {
    func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }
    let questions = lesson.questions
    let kinds = Set(questions.map { type(of: $0).kind }).count
    let asked =
      questions.isEmpty
      ? "no questions" : "\(counted(questions.count, "question")) of \(counted(kinds, "kind"))"
    return
      "\(lesson.id): \(counted(lesson.steps.count, "stop")), \(asked), \(counted(seedCount, "seed")): ok"
  }

  // MARK: One run

  /// - Returns: whether it runs at all.
  private mutating func look(_ seed: UInt64?) -> Bool {
    let seen = Problems()
    do throws(DocumentError) {
      let variant = try variants.variant(seed)
      let run = try LessonRun(
        variant.lesson, on: variant.network, seed: variant.seed, reference: reference, registries: registries,
        measure: measure, dropped: seen)
      seedCount += 1
      dropped.append(seen)
      checkAnswers(run, isOwnSeed: seed == nil)
      var preparation = Preparation(looking: run, reference, registries)
      told.look(at: run, of: variant.lesson, isOwnSeed: seed == nil, &preparation)
      given.look(at: run, of: variant.lesson, &preparation)
      otherNames.look(at: run)
      unvarying.look(at: run)
      if seed == nil {
        findings += head.textFindings(run) + lesson.findings(ofTrialsOn: run, variant.network)
        notes += variants.inheritedMarks.notes(run)
        walk(run)
      }
      return true
    } catch {
      let note = seed.map { " (with seed \($0))" } ?? ""
      // In a variant addresses are of another length: only the line is the same.
      for finding in error.findings where !findings.contains(where: { $0.line == finding.line }) {
        findings.append(Finding(file: finding.file, position: finding.position, text: finding.text + note))
      }
      return false
    }
  }

  private mutating func checkAnswers(_ run: LessonRun, isOwnSeed: Bool) {
    for prepared in run.allQuestions {
      guard let question = lesson.questions.first(where: { $0.common.id.value == prepared.id }) else {
        continue
      }
      let place = question.common.id.place
      if prepared.grade(prepared.rightAnswer) != .right {
        report(
          place.finding("question \(quoted(prepared.id)) cannot be answered right with seed \(run.seed)"))
      }
      for answer in prepared.key.foreseen where prepared.grade(answer).mistake == nil {
        report(
          place.finding(
            "question \(quoted(prepared.id)): the wrong answer \(quoted(prepared.line(of: answer))) is not judged to be a mistake with seed \(run.seed)"
          ))
      }
      // What authors try out are answers to the lesson as it stands.
      if isOwnSeed { findings += prepared.tests.compactMap { $0.finding(prepared) } }
    }
  }

  /// To its end, with right, wrong and no answers, in each of its languages.
  private mutating func walk(_ run: LessonRun) {
    let through = WalkThrough(run: run, reference: reference)
    for manner in WalkThrough.Manner.allCases {
      for language in lesson.languages {
        for fault in through.faults(manner, language) {
          let question = lesson.questions.first { $0.common.id.value == fault.question }
          let place = question?.common.id.place ?? lesson.idPlace
          report(place.finding("with \(manner.rawValue) (\(language.rawValue)): \(fault.text)"))
        }
      }
    }
  }

  /// Each place is told once, however many seeds say so.
  private mutating func report(_ finding: Finding) {
    if !findings.contains(where: { $0.position == finding.position }) { findings.append(finding) }
  }

  /// Wrong answers that no seed can show.
  private var alwaysDropped: [Finding] {
    guard let first = dropped.first else { return [] }
    return first.findings.filter { finding in
      dropped.allSatisfy { $0.findings.contains { $0.position == finding.position } }
    }.map {
      Finding(file: $0.file, position: $0.position, text: $0.text + ", with every seed tried")
    }
  }
}

extension PreparedTest {
  /// What is wrong when the answer has another effect than its author expects.
  fileprivate func finding(_ question: PreparedQuestion) -> Finding? {
    let grade = question.grade(typed: give)
    let found: String
    switch (expectation, grade) {
    case (.right, .right), (.invalid, .invalid): return nil
    case (.tag(let tag), .wrong) where grade.mistake?.tag == tag: return nil
    case (_, .right): found = "right"
    case (_, .wrong):
      found = grade.mistake.map { "the mistake \(quoted($0.tag))" } ?? "wrong without a sentence"
    case (_, .invalid): found = "no answer of this kind"
    }
    let expected: String =
      switch expectation {
      case .right: "right"
      case .tag(let tag): "the mistake \(quoted(tag))"
      case .invalid: "no answer of this kind"
      }
    return place.finding("the answer \(quoted(give)) should be \(expected), found \(found)")
  }
}
