import Analysis
import Documents
import Networking

@testable import Lessons

/// One question of a kind, asked after the SYN-ACK of a page on two hosts and a switch.
struct AskedSample {
  let question: PreparedQuestion?
  let run: LessonRun?
  /// What the decoder and the walk report, and which wrong answers were left out.
  let problems: [String]
  let dropped: [String]

  private static let library = LessonLibrary(folders: [
    BuiltInTests.repository.appendingPathComponent("lessons").path
  ])

  /// - Parameters:
  ///   - keys: those of the kind, one a line.
  ///   - languages: empty: those that lessons have by themselves.
  init(_ kind: String, _ keys: String, seed: UInt64? = nil) throws {
    let indented = keys.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    let source = Source(name: "asked.yaml", text: Self.head + "    kind: \(kind)\n" + indented + "\n")
    let seen = Problems()
    do throws(DocumentError) {
      let (lesson, network) = try Lesson.decode(source, library: Self.library)
      let run = try LessonRun(
        lesson, on: network, seed: seed, reference: ReferenceLibrary(Self.library),
        registries: Self.library.registries(), measure: LessonSample.rows, dropped: seen)
      (self.run, question, problems) = (run, run.questions.first, [])
    } catch {
      (run, question, problems) = (nil, nil, error.findings.map(\.text))
    }
    dropped = seen.ordered.map(\.text)
  }

  private static let head = """
    format: 2
    id: asked
    title: {en: "Asked", ko: "질문"}
    network: {use: two-hosts, seed: 7, script: ["laptop: browse http://10.0.0.20/"]}
    marks:
      request: "arp.opcode == 1"
      flood: {kind: switch.flood}
      syn: "tcp.flags.syn == 1 && tcp.flags.ack == 0"
    steps:
    - id: begin
      at: {kind: you.browse}
      say: {en: "A page is asked for.", ko: "페이지를 요청합니다."}
    - id: synack
      at: "tcp.flags.syn == 1 && tcp.flags.ack == 1"
      say: {en: "The printer answers.", ko: "프린터가 응답합니다."}
      after:
      - id: q
        card: c
        ask: {en: "Which?", ko: "무엇일까요?"}
        why: {en: "That is why.", ko: "그래서 그렇습니다."}

    """
}

/// `{text: …, tag: …}`, the same in both languages.
func wrongText(_ text: String, _ tag: String) -> String {
  "{text: {en: \"\(text)\", ko: \"\(text)\"}, tag: \(tag), say: {en: \"Not \(text).\", ko: \"\(text) 아님\"}}"
}

extension Grade {
  /// The tag of the mistake that is said; nil: nobody foresaw one, or there is none.
  var tag: String? { mistake?.tag }
  var mistakes: [PreparedMistake] { if case .wrong(let mistakes) = self { mistakes } else { [] } }
}
