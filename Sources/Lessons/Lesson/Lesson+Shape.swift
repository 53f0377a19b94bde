import Analysis
import Documents
import Networking

/// What a lesson file may hold: the decoder, its messages and its schema.
extension Lesson {
  /// Reads a lesson whose names are looked up in its network.
  package static func decode(_ source: Source, library: LessonLibrary) throws(DocumentError) -> (
    Lesson, NetworkFile
  ) {
    let document = try Document.parse(source)
    let network = try Lesson.network(of: document, library)
    let vocabulary = ExpressionScope(devices: network.interfaceNames, marks: markNames(in: document.root))
    var lesson = try document.decode(shape(vocabulary, pictures: library.pictures))
    lesson.file = source.name
    let problems = Problems()
    lesson.checkNames(problems)
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
    return (lesson, network)
  }

  /// The network that a lesson names, before the rest is read.
  private static func network(of document: Document, _ library: LessonLibrary) throws(DocumentError)
    -> NetworkFile
  {
    guard let use = document.root["network"]?["use"], let name = use.text else {
      // The decoder says what is missing.
      _ = try document.decode(
        shape(ExpressionScope(marks: markNames(in: document.root)), pictures: library.pictures))
      throw DocumentError([document.root.place.finding("this lesson names no network")])
    }
    guard let path = library.networkPath(name) else {
      let known = library.networkPaths.map(LessonLibrary.id)
      let hint = "\(suggestion(for: name, in: known)) (known: \(known.joined(separator: ", ")))"
      throw DocumentError([use.place.finding("no network is called \(quoted(name))\(hint)")])
    }
    return try NetworkFile.decode(library.source(path))
  }

  private static func markNames(in root: DocumentNode) -> Set<String> {
    Set(root["marks"]?.entries?.map(\.key) ?? [])
  }

  /// - Parameter pictures: what a step may show; empty: any word.
  package static func shape(_ vocabulary: ExpressionScope, pictures: [String]) -> Shape<Lesson> {
    .mapping("lesson") { m in
      _ = m.required("format", .integer(in: 1...1), "version of this format")
      let id = m.required("id", Shape<String>.word.located, "its name, never changed")
      let aliases = m.optional("aliases", Shape<String>.word.list, default: [], "older names")
      let revision = m.optional(
        "rev", .integer(in: 1...9999), default: 1, "one more when the meaning or an answer changes")
      let status = m.optional(
        "status", Status.shape, default: .active, "deprecated lessons are kept but not offered")
      let needs = m.optional(
        "needs", Shape<String>.word.located.list, default: [], "lessons that come before")
      let title = m.required("title", .localized, "a question or a topic")
      let minutes = m.optional("minutes", .integer(in: 1...600), "about how long it takes")
      let network = m.required("network", networkUse, "what it runs on")
      let marks = m.optional(
        "marks", MarkRule.shape(vocabulary).entries(keys: markName(vocabulary)), default: [],
        "moments, by meaning")
      let steps = m.required("steps", step(vocabulary, pictures).list, "where to stop, in order of time")
      let questions = m.optional(
        "questions", QuestionKinds.shape(vocabulary).list, default: [], "what is asked")
      guard let id, let title, let network, let steps else { return nil }
      return Lesson(
        file: "", id: id.value, aliases: aliases, revision: revision, status: status, needs: needs,
        title: title,
        minutes: minutes, network: network, marks: marks, steps: steps, questions: questions,
        idPlace: id.place)
    }
  }

  /// Marks begin expressions, so that they may not be called like anything else there.
  private static func markName(_ vocabulary: ExpressionScope) -> Shape<String> {
    .parsed("a name like request") { text throws(TextError) in
      guard let first = text.utf8.first, (0x61...0x7A).contains(first),
        text.utf8.allSatisfy({
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        })
      else { throw TextError("only the letters a to z, digits, \"-\" and \"_\" are possible") }
      let device = vocabulary.devices[text].map { _ in "\(quoted(text)) is a device of the network" }
      if let objection = device ?? ExpressionScope.objection(to: text) {
        throw TextError("\(objection); choose another", atOffset: 0)
      }
      return text
    }
  }

  private static let networkUse = Shape<NetworkUse>.mapping("network use") { m in
    let use = m.required(
      "use", Shape<String>.parsed("the id of a network") { $0 }.located, "id of the network file")
    let seed = m.optional("seed", .integer(in: 0...Int.max), default: 1, "decides every random value")
    let script = m.optional(
      "script", Shape<String>.text.located.list, "who does what, instead of the network's own script")
    if m.has("vary") { m.report("\"vary\" comes with a later version; remove it", at: "vary") }
    _ = m.optional("vary", anything, "for drills, later")
    guard let use else { return nil }
    return NetworkUse(use: use, seed: UInt64(seed), script: script)
  }

  private static let anything = Shape<Bool>(expected: "anything", describe: { _ in [:] }, read: { _ in true })

  private static func step(_ vocabulary: ExpressionScope, _ pictures: [String]) -> Shape<Step> {
    .mapping("step") { m in
      let id = m.required("id", Shape<String>.word.located, "its name, for `learn --step`")
      let at = m.required("at", Shape<String>.parsed("a mark") { $0 }.located, "the mark where it stops")
      let before = m.optional("before", questionID.list, default: [], "questions asked one moment earlier")
      let after = m.optional("after", questionID.list, default: [], "questions asked when it was seen")
      let light = m.optional("light", fieldName.list, default: [], "fields to light, the first selected")
      let say = m.required("say", .lessonText(vocabulary), "one idea, at most three lines")
      let view = m.optional(
        "view", pictures.isEmpty ? .word : .oneOf(pictures.map { ($0, $0) }), "the picture")
      guard let id, let at, let say else { return nil }
      return Step(id: id, at: at, before: before, after: after, light: light, say: say, view: view)
    }
  }

  private static let questionID = Shape<String>.parsed("the id of a question") { $0 }.located

  static let fieldName = Shape<String>.parsed("a field like eth.dst or ip.ttl#2") { text throws(TextError) in
    do throws(ExpressionError) {
      let reference = try Expression(text, as: .condition, ExpressionScope()).fieldAsked
      guard let reference, !reference.isProtocol else { throw ExpressionError("expected a field", at: 0) }
      return text
    } catch {
      throw TextError(error.message, atOffset: error.offset)
    }
  }.located
}

extension MarkRule {
  /// `{first: EXPR}`, `{last: EXPR}`, `{nth: [2, EXPR]}`, each with `after: MARK` or without.
  static func shape(_ vocabulary: ExpressionScope) -> Shape<MarkRule> {
    .mapping("mark") { m in
      let condition = Shape<Expression>.expression(.condition, vocabulary).located
      let found = m.oneOf([
        TaggedCase("first", condition.map { (Order.first, $0) }, "the first moment that fits"),
        TaggedCase("last", condition.map { (Order.last, $0) }, "the last one"),
        TaggedCase(
          "nth",
          Shape<(Int, Located<Expression>)>.pair(.integer(in: 1...10000), condition).map {
            (Order.nth($0.0), $0.1)
          },
          "the nth one, counted from 1"),
      ])
      let after = m.optional(
        "after", Shape<String>.parsed("a mark") { $0 }.located, "the mark after which it is looked for")
      guard let found else { return nil }
      return MarkRule(order: found.0, condition: found.1, after: after)
    }
  }
}

extension NetworkFile {
  /// Devices with the names of their interfaces, for expressions.
  package var interfaceNames: [String: [String]] {
    Dictionary(
      devices.map { ($0.name.value, $0.value.interfaces.map(\.name.value)) },
      uniquingKeysWith: { first, _ in first })
  }
}
