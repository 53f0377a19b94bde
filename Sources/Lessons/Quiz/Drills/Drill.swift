import Analysis
import Documents
import Networking

/// A question that needs no author: generated from the fields of a simulated network's frames.
package struct Drill: Sendable {
  package enum Sort: String, CaseIterable, Sendable {
    /// Point at the field that a sentence, or a reason, is about.
    case find
    /// Work out a blank.
    case fill
    /// What a device will write that passes something on.
    case predict
    /// Point at what is wrong.
    case spot
  }

  package let sort: Sort
  /// In its recorded world, which all drills of one story share.
  package let asking: QuizAsking
}

/// Makes drills about a protocol.
package struct Drills: Sendable {
  private let library: LessonLibrary
  private let reference: ReferenceLibrary

  /// Frames of a story that are asked about, at most, and transmissions that are looked at for them.
  private static let frames = 12
  private static let story = 400

  package init(_ library: LessonLibrary, _ reference: ReferenceLibrary) {
    self.library = library
    self.reference = reference
  }

  /// All drills of one story about a protocol, the frames drawn by the variant; none where the network does not speak it.
  ///
  /// - Parameters:
  ///   - name: the protocol's, as in `tcp.seq`.
  ///   - network: its id.
  ///   - number: the variant of the network.
  package func all(
    about name: String, on network: String, variant number: UInt64
  ) throws(DocumentError) -> [Drill] {
    guard let path = library.networkPath(network) else { return [] }
    let variant = try NetworkFile.decode(library.source(path)).variant(number, seed: number)
    let texts = self.texts(about: name, variant, number)
    if texts.isEmpty { return [] }
    let source = Source(name: "drill-\(name).yaml", text: lesson(texts, about: name, network))
    let lesson = try Lesson.decode(source, on: variant.file, library: library)
    var run = try LessonRun(
      lesson, on: variant.file, seed: variant.seed, reference: reference,
      registries: library.registries())
    run.number = number
    // What is in view may say an answer by chance: then it is no question here. What a device will send follows from what is
    // known before.
    var others = OtherNames(lesson)
    others.look(at: run)
    return texts.compactMap { text in
      guard text.sort == .predict || !others.tells(text.id),
        let question = run.allQuestions.first(where: { $0.id == text.id })
      else {
        return nil
      }
      return Drill(sort: text.sort, asking: QuizAsking(run: run, question: question))
    }
  }

  private func texts(about name: String, _ variant: NetworkVariant, _ number: UInt64) -> [DrillText] {
    var timeline = Timeline(variant.file.world(seed: variant.seed))
    _ = timeline.extend(toTransmission: Self.story)
    let found = timeline.transmissions.map(\.number)
    var frames: [DrillFrame] = []
    var fieldsOfRules: [OriginKind: Set<String>] = [:]
    for frame in found {
      guard let frame = DrillFrame(frame, about: name, in: &timeline) else { continue }
      for leaf in frame.leaves {
        if let rule = leaf.rule { fieldsOfRules[rule, default: []].insert(leaf.name) }
      }
      frames.append(frame)
    }
    var random = SeededRandom(seed: number, for: name)
    var drawn: [DrillFrame] = []
    while !frames.isEmpty, drawn.count < Self.frames {
      drawn.append(frames.remove(at: Int(random.number(in: 0...UInt64(frames.count - 1)))))
    }
    let writer = DrillWriter(
      reference: reference, registries: library.registries(),
      commonRules: Set(fieldsOfRules.filter { $0.value.count > 1 }.keys))
    return drawn.sorted { $0.number < $1.number }.flatMap {
      writer.drills($0, card: "drill-\(name)")
    }
  }

  /// A lesson with a step at each frame.
  private func lesson(_ texts: [DrillText], about name: String, _ network: String) -> String {
    let frames = texts.map(\.frame).unique
    let marks = Set(frames + texts.compactMap(\.stand)).sorted()
    let title = LocalizedText(en: "Drill: \(name)", ko: "연습: \(name)")
    var lines = [
      "format: 2", "id: drill-\(name)", "title: \(title.inYAML)", "network: {use: \(network)}",
      "marks:",
    ]
    lines += marks.map { "  f\($0): {kind: phy.transmit, nth: \($0)}" }
    lines.append("steps:")
    for frame in frames {
      lines += ["  - id: s\(frame)", "    at: f\(frame)", "    say: \(title.inYAML)"]
      let own = texts.filter { $0.frame == frame }
      for (key, questions) in [
        ("before", own.filter { $0.stand != nil }), ("after", own.filter { $0.stand == nil }),
      ] where !questions.isEmpty {
        lines.append("    \(key):")
        lines += questions.flatMap(\.lines).map { "      " + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
