import Documents

/// The questions of a lesson's file, as it is written: where what a finding speaks of stands, whatever the kind.
struct QuestionNodes {
  private var nodes: [String: DocumentNode] = [:]

  init(_ document: Document) { collect(document.root) }

  private mutating func collect(_ node: DocumentNode) {
    for item in node.items ?? [] { collect(item) }
    for entry in node.entries ?? [] { collect(entry.value) }
    guard node["kind"] != nil, node["card"] != nil, let id = node["id"]?.text else { return }
    nodes[id] = node
  }

  /// A question as it is written.
  struct Written {
    let id: Located<String>
    let kind: String
    let card: String
    /// Of the mistakes that it foresees.
    let tags: [String]
  }

  /// In the order of the file.
  var questions: [Written] {
    nodes.values.sorted { $0.position < $1.position }.compactMap { node in
      guard let id = node["id"], let name = id.text, let kind = node["kind"]?.text,
        let card = node["card"]?.text
      else { return nil }
      let tags = QuestionNodes.mistakes(in: node).compactMap { $0["tag"]?.text }
      return Written(id: Located(name, at: id.place), kind: kind, card: card, tags: tags)
    }
  }

  /// The tags of all wrong answers that are foreseen.
  var tags: [Located<String>] {
    nodes.values.sorted { $0.position < $1.position }.flatMap { QuestionNodes.mistakes(in: $0) }.compactMap {
      wrong in
      wrong["tag"].flatMap { tag in tag.text.map { Located($0, at: tag.place) } }
    }
  }

  /// What is said of a mistake, or its tag where that is the registry's.
  func place(ofMistake tag: String, in question: String, _ language: Language) -> Place? {
    let wrong = nodes[question].map(QuestionNodes.mistakes)?.first { $0["tag"]?.text == tag }
    return wrong.flatMap { ($0["say"]?[language.rawValue] ?? $0["tag"])?.place }
  }

  /// Wrong answers stand under `wrong`, of the question or of its parts; not those of questions inside.
  private static func mistakes(in question: DocumentNode) -> [DocumentNode] {
    let own = [question] + (question["parts"]?.items ?? [])
    return own.flatMap { $0["wrong"]?.items ?? [] }
  }
}
