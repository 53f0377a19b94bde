import Analysis
import Documents
import Networking

/// What a lesson file may hold: the decoder, its messages and its schema.
extension Lesson {
  /// Reads a lesson whose names are looked up in its network.
  package static func decode(_ source: Source, library: LessonLibrary) throws(DocumentError) -> (
    Lesson, NetworkFile
  ) {
    let beside = NetworkBeside(of: source, library)
    let document = try Document.parse(source)
    if document.root["format"]?.text == "1" {
      throw DocumentError([document.root["format"]!.place.finding(formerFormat)])
    }
    let network = try Lesson.network(of: document, library, beside)
    return (try decode(document, source, on: network, library), network)
  }

  /// The same on a variant of its network, whose addresses and ports the source has.
  static func decode(
    _ source: Source, on network: NetworkFile, library: LessonLibrary
  ) throws(DocumentError) -> Lesson {
    try decode(Document.parse(source), source, on: network, library)
  }

  private static func decode(
    _ document: Document, _ source: Source, on network: NetworkFile, _ library: LessonLibrary
  ) throws(DocumentError) -> Lesson {
    let names = ExpressionScope(
      devices: network.vocabulary, marks: markNames(in: document.root).union(network.marks.map(\.key)))
    let scope = LessonScope(names, languages: languages(of: document.root), pictures: library.pictures)
    var lesson = try document.decode(shape(scope))
    lesson.file = source.name
    let problems = Problems()
    lesson.checkNames(scope, network, problems)
    if !problems.isEmpty { throw DocumentError(problems.ordered) }
    return lesson
  }

  private static let formerFormat = """
    lessons have format 2 now: marks say {kind: …, by: …, when: …}, and each step has its questions \
    (docs/writing-lessons.md)
    """

  /// The network that a lesson names, before the rest is read.
  private static func network(
    of document: Document, _ library: LessonLibrary, _ beside: NetworkBeside?
  ) throws(DocumentError) -> NetworkFile {
    guard let use = document.root["network"]?["use"], let name = use.text else {
      // The decoder says what is missing.
      _ = try document.decode(
        shape(LessonScope(ExpressionScope(marks: markNames(in: document.root)), pictures: library.pictures)))
      throw DocumentError([document.root.place.finding("this lesson names no network")])
    }
    guard let path = library.networkPath(name) else {
      let known = library.networkPaths.map(LessonLibrary.id)
      let hint = "\(suggestion(for: name, in: known)) (known: \(known.joined(separator: ", ")))"
      throw DocumentError([use.place.finding("no network is called \(quoted(name))\(hint)")])
    }
    if let beside, beside.path == path { return try beside.network.value.get() }
    return try NetworkFile.decode(library.source(path))
  }

  /// Marks and steps, those of forks too.
  private static func markNames(in root: DocumentNode) -> Set<String> {
    func steps(_ node: DocumentNode?) -> [String] {
      (node?.items ?? []).flatMap { item in
        (item["id"]?.text.map { [$0] } ?? []) + steps(item["steps"])
      }
    }
    return Set(root["marks"]?.entries?.map(\.key) ?? []).union(steps(root["steps"]))
  }

  /// What is wrong with them the decoder says.
  private static func languages(of root: DocumentNode) -> [Language] {
    let named = root["languages"]?.items?.compactMap { $0.text.flatMap(Language.init) } ?? []
    return named.isEmpty ? Language.allCases : Language.allCases.filter(named.contains)
  }

  package static func shape(_ scope: LessonScope) -> Shape<Lesson> {
    .mapping("lesson") { m in
      let text = Shape<LessonText>.lessonText(scope)
      _ = m.required("format", .integer(in: 2...2), "version of this format")
      let id = m.required("id", Shape<String>.word.located, "its name, never changed")
      let aliases = m.optional("aliases", Shape<String>.word.list, default: [], "older names")
      let revision = m.optional(
        "rev", .integer(in: 1...9999), default: 1, "one more when the meaning or an answer changes")
      let status = m.optional(
        "status", Status.shape, default: .active, "deprecated lessons are kept but not offered")
      let needs = m.optional(
        "needs", Shape<String>.word.located.list, default: [], "lessons that come before")
      let topics = m.optional("topics", Shape<String>.word.list, default: [], "what it is about")
      let title = m.required("title", .title(scope), "a question or a topic")
      let minutes = m.optional(
        "minutes", .integer(in: 1...600),
        "about how long it takes; by default 40 s a stop and 30 s a question")
      let languages = m.optional(
        "languages", Shape<Language>.oneOf(Language.allCases.map { ($0.rawValue, $0) }).list,
        default: Language.allCases, "the languages its texts have")
      if languages.isEmpty || Set(languages).count < languages.count {
        m.report("\"languages\" names en, ko or both, each once", at: "languages")
      }
      let goals = m.optional("goals", text.list, default: [], "what one can do afterwards: 1 to 3")
      let chapters = m.optional(
        "chapters", chapter(scope).entries(keys: .word), default: [], "parts of a long lesson")
      let trials = m.optional(
        "try", Trial.shape(scope).list, default: [], "what to try, here and on one's own machine")
      let network = m.required("network", networkUse, "what it runs on")
      let marks = m.optional(
        "marks", Where.shape(scope.names).entries(keys: name(scope, "mark")), default: [],
        "moments beside the steps, by meaning; they override the network's")
      let steps = m.required("steps", items(scope), "where to stop, in order of time")
      guard let id, let title, let network, let steps else { return nil }
      return Lesson(
        file: "", id: id.value, aliases: aliases, revision: revision, status: status, needs: needs,
        topics: topics, title: title, minutes: minutes, languages: languages, goals: goals,
        chapters: chapters, trials: trials, network: network, marks: marks, items: steps, idPlace: id.place)
    }
  }

  /// Marks and steps begin expressions, so that they may not be called like anything else there.
  private static func name(_ scope: LessonScope, _ what: String) -> Shape<String> {
    .parsed("a name like request") { text throws(TextError) in
      guard let first = text.utf8.first, (0x61...0x7A).contains(first),
        text.utf8.allSatisfy({
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        })
      else {
        throw TextError("a \(what) has only the letters a to z, digits and \"_\", and begins with a letter")
      }
      let device = scope.names.devices[text].map { _ in "\(quoted(text)) is a device of the network" }
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
    let hold = m.optional(
      "hold", Shape<String>.word.located.list, default: [],
      "what the network's vary would change, and is kept")
    guard let use else { return nil }
    return NetworkUse(use: use, seed: UInt64(seed), script: script, hold: hold)
  }

  private static func chapter(_ scope: LessonScope) -> Shape<Chapter> {
    .mapping("chapter") { m in
      let title = m.required("title", .lessonText(scope), "its title")
      let from = m.required("from", Shape<String>.parsed("a step") { $0 }.located, "the step it begins with")
      guard let title, let from else { return nil }
      return Chapter(title: title, from: from)
    }
  }

  // MARK: Steps

  /// A list of steps and forks; those with a finding are left out.
  private static func items(_ scope: LessonScope) -> Shape<[Item]> {
    let (step, fork) = (step(scope), fork(scope))
    return Shape(
      expected: "a list of steps and forks",
      describe: { recorder in
        ["type": "array", "items": ["anyOf": [step.describe(recorder), fork.describe(recorder)]]]
      },
      read: { node in
        guard let items = node.items else {
          node.reportMismatch("a list of steps and forks")
          return nil
        }
        return items.compactMap { item in
          item["fork"] == nil ? step(item).map(Item.step) : fork(item).map(Item.fork)
        }
      })
  }

  private static func step(_ scope: LessonScope) -> Shape<Step> {
    .mapping("step") { m in
      let id = m.required("id", name(scope, "step").located, "its name; also a mark")
      let at = m.optional(
        "at", Where.shape(scope.names),
        "where it stops, looked for after the previous stop; by default the same moment")
      let view = m.optional(
        "view", scope.pictures.isEmpty ? .word : .oneOf(scope.pictures.map { ($0, $0) }),
        "the picture; by default the one before")
      let light = m.optional(
        "light", Shape<PlaceExpression>.place(scope.names).located.list, default: [],
        "fields, rows, tables, devices and cables to light, the first selected")
      let say = m.required("say", .lessonText(scope), "one idea, at most three lines")
      let questions = QuestionKinds.shape(scope).list
      let before = m.optional("before", questions, default: [], "asked before it is shown")
      let after = m.optional("after", questions, default: [], "asked when it was seen")
      guard let id, let say else { return nil }
      return Step(id: id, at: at, before: before, after: after, light: light, say: say, view: view)
    }
  }

  private static func fork(_ scope: LessonScope) -> Shape<Fork> {
    .mapping("fork") { m in
      let title = m.required("fork", .lessonText(scope), "what if: its title")
      let actions = m.required(
        "do", ForkAction.shape(scope.names).located.list, "what is done, on the fork alone")
      let steps = m.required(
        "steps", items(scope), "its steps; after them the lesson is back by itself")
      guard let title, let actions, let steps else { return nil }
      return Fork(title: title, actions: actions, items: steps, place: m.node.place)
    }
  }
}

extension Shape<LocalizedText> {
  /// A text without slots in the languages of the lesson.
  fileprivate static func title(_ scope: LessonScope) -> Shape {
    if scope.languages.count == Language.allCases.count { return .localized }
    let text = Shape<LessonText>.lessonText(scope)
    return Shape(expected: text.expected, describe: text.describe) { node in
      text(node).map { text in
        LocalizedText(en: text.en.template.filled { _ in "" }, ko: text.ko.template.filled { _ in "" })
      }
    }
  }
}
