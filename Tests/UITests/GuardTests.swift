import Analysis
import Documents
import Foundation
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// While a question is open nothing on the screen says its answer, but the question itself: every picture, with the fields,
/// the bytes, titles, edges and the sentence line, on three sizes and in both languages. `make soak` does it for the seeds
/// of `check`.
@Suite struct GuardTests {
  static let library = LessonLibrary(folders: [
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("lessons").path
  ])
  static let lessons = library.heads().map(\.id)

  /// The lesson's own, and of those of `check` as many as are wanted.
  static let seeds: [UInt64?] = {
    let wanted = ProcessInfo.processInfo.environment["GUARD_SEEDS"].flatMap { Int($0) } ?? 1
    return [nil] + LessonCheck.seeds.prefix(max(0, wanted)).map(Optional.some)
  }()

  static let sizes = [
    Size(width: 80, height: 22), Size(width: 120, height: 40), Size(width: 200, height: 60),
  ]

  @Test(arguments: lessons, Language.allCases)
  func noPictureTellsTheAnswerOfAnOpenQuestion(lesson: String, language: Language) throws {
    for seed in Self.seeds {
      let walk = try WalkLoader(Self.library, seed: seed).open(.lesson(lesson))
      let questions = walk.session?.run.questions ?? []
      var model = Fixture.model(walk, language)
      var asked: [String] = []
      // A stop is left by one key, a question by one or two.
      for _ in 0..<4 * (questions.count + (walk.session?.stops.count ?? 0)) {
        if model.top is SummaryScreen { break }
        try model.press([.right])
        guard let question = model.shownWalk?.question, question.state.isOpen,
          !asked.contains(question.question.id)
        else { continue }
        asked.append(question.question.id)
        try lookAround(model, question.question, language, seed)
      }
      #expect(asked == questions.map(\.id), "all of \(lesson) are asked in their order")
    }
  }

  private func lookAround(
    _ model: Model, _ question: PreparedQuestion, _ language: Language, _ seed: UInt64?
  ) throws {
    let secrets = question.secrets
    var model = model
    for size in Self.sizes {
      _ = update(&model, .resize(size))
      check(model, secrets, "\(question.id) as it is asked", language, seed)
      var looking = model
      for _ in 0..<6 where looking.shownWalk?.focus != .picture { try looking.press([.tab]) }
      guard looking.shownWalk?.focus == .picture else { continue }
      for picture in Picture.all {
        try looking.press([.character(Character(String(picture.digit)))])
        #expect(looking.isAsking, "\(question.id) stays open under \(picture.name)")
        check(looking, secrets, "\(question.id) in \(picture.name)", language, seed)
      }
    }
  }

  private func check(
    _ model: Model, _ secrets: [String], _ place: String, _ language: Language, _ seed: UInt64?
  ) {
    guard let walk = model.shownWalk, !secrets.isEmpty else { return }
    let layout = walk.layout(model.size)
    var canvas = view(model)
    if let input = walk.question?.input, let context = walk.questionContext(model.size, language) {
      canvas.fill(input.room(context) == .tall ? layout.tallPanel : layout.words)
    }
    for line in canvas.lines {
      for secret in secrets where line.tells(secret) {
        Issue.record(
          "\(secret) is told at \(place) (\(language), \(model.size), seed \(seed ?? 0)): \(line)")
      }
    }
  }

  /// What is read from a table is short mostly: it is masked where it stands.
  @Test(arguments: Language.allCases)
  func theTablesDoNotTellTheAnswerOfAnOpenQuestion(language: Language) throws {
    let lesson = """
      format: 2
      id: ports
      title: {en: "Ports", ko: "포트"}
      network: {use: two-hosts, script: ["laptop: ping printer"]}
      steps:
        - id: reply
          at: "arp.opcode == 2"
          view: tables
          say: {en: "It answers.", ko: "응답합니다."}
          after:
            - id: q-port
              card: c
              kind: number
              ask: {en: "Behind which port is the laptop?", ko: "노트북은 몇 번 포트 쪽에 있나요?"}
              right: "switch.mac[laptop.mac].port"
              why: {en: "It came in there.", ko: "거기로 들어왔습니다."}
      """
    let file = NSTemporaryDirectory() + "/guard-\(UInt64.random(in: 0...UInt64.max)).yaml"
    try lesson.write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let walk = try WalkLoader(Self.library, seed: nil).open(.lesson(file))
    var model = Fixture.model(walk, language, width: 120, height: 60)
    for _ in 0..<3 where !model.isAsking { try model.press([.right]) }
    #expect(model.isAsking)
    let rows = model.drawnPicture.split(separator: "\n").filter { $0.contains("53:10") }
    #expect(rows.contains { $0.contains("····") }, "the switch's table:\n\(model.drawnPicture)")
    #expect(rows.contains { !$0.contains("····") }, "the printer's ARP cache:\n\(model.drawnPicture)")
  }

  /// So that the test above looks at something: once a question is closed, its answer is read somewhere.
  @Test func theAnswersAreThereToBeHidden() throws {
    var told = 0
    for lesson in Self.lessons {
      let walk = try WalkLoader(Self.library, seed: nil).open(.lesson(lesson))
      for question in walk.session?.run.questions ?? [] where !question.secrets.isEmpty {
        var walk = walk
        walk.enter(stop: walk.session?.run.stops.lastIndex { $0.at == question.about } ?? 0)
        walk.question = nil
        let text = view(Fixture.model(walk, width: 200, height: 60)).lines
        if question.secrets.contains(where: { secret in text.contains { $0.tells(secret) } }) { told += 1 }
      }
    }
    #expect(told > 0)
  }
}
