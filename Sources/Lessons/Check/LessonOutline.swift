import Documents

/// What the registries refer to of a lesson file, whatever else is right or wrong in it.
struct LessonOutline {
  let path: String
  let id: String
  let aliases: [String]
  let topics: [String]
  /// Ids of its steps, those of branches too.
  let steps: Set<String>

  /// nil when the file cannot be read at all.
  init?(_ source: Source, path: String) {
    guard let root = try? Document.parse(source).root, let id = root["id"]?.text else { return nil }
    self.path = path
    self.id = id
    aliases = root["aliases"]?.items?.compactMap(\.text) ?? []
    topics = root["topics"]?.items?.compactMap(\.text) ?? []
    steps = Set(LessonOutline.ids(of: root["steps"]))
  }

  func isCalled(_ name: String) -> Bool { id == name || aliases.contains(name) }

  private static func ids(of steps: DocumentNode?) -> [String] {
    (steps?.items ?? []).flatMap { step in
      (step["id"]?.text).map { [$0] } ?? ids(of: step["steps"])
    }
  }
}
