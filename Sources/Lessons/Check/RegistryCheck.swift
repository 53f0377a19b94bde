import Documents

/// Finds what is wrong in the registries of a library: each file by itself, then what they say of one another and of
/// the lessons.
struct RegistryCheck {
  private let library: LessonLibrary
  private let registries: Registries
  private let measure: WrappedRowCount
  private let lessons: [LessonOutline]
  /// Lessons whose files cannot be read: whatever is said of them may be true.
  private let unread: [String]
  private let planned: [KeyedValue<PlannedLesson>]
  private let glossary: Glossary
  private(set) var findings: [Finding] = []

  init(_ library: LessonLibrary, measure: @escaping WrappedRowCount) {
    self.library = library
    self.measure = measure
    registries = library.registries()
    let outlines = library.lessonPaths.map { path in
      (path, (try? library.source(path)).flatMap { LessonOutline($0, path: path) })
    }
    lessons = outlines.compactMap(\.1)
    unread = outlines.filter { $0.1 == nil }.map { LessonLibrary.id(ofPath: $0.0) }
    planned = registries.planned.all
    glossary = Glossary(registries.terms.all)
  }

  /// With a broken file nothing else is said: what it holds is not known.
  ///
  /// - Parameter path: only this file; nil: all.
  mutating func check(only path: String? = nil) {
    findings = library.brokenRegistries()
    guard findings.isEmpty else { return }
    checkFiles(Card.self, path) { $0.check($1) }
    checkFiles(MistakeEntry.self, path) { $0.check($1) }
    checkFiles(Term.self, path) { $0.check($1) }
    checkFiles(PlannedLesson.self, path) { $0.check($1) }
  }

  private mutating func checkFiles<Entry: RegistryEntry>(
    _ sort: Entry.Type, _ only: String?, _ body: (inout RegistryCheck, [KeyedValue<Entry>]) -> Void
  ) {
    let own = only.map { LessonLibrary.registry(ofPath: $0) == sort ? [$0] : [] }
    for path in own ?? library.registryPaths(sort) {
      do throws(DocumentError) {
        body(&self, try Document.decode(library.source(path), as: Entry.fileShape))
      } catch {
        findings += error.findings
      }
    }
  }

  // MARK: Each sort

  private mutating func check(_ cards: [KeyedValue<Card>]) {
    let all = registries.cards.all
    let names = all.flatMap { [$0.key] + $0.value.aliases.map(\.value) }
    for card in cards {
      check(card.value.title, .title)
      check(card.value.taught)
      for other in card.value.alike {
        if other.value == card.key {
          findings.append(other.place.finding("this card is the same one"))
        } else if !names.contains(other.value) {
          findings.append(other.place.finding(unknown("card", other.value, among: names)))
        }
      }
      for alias in card.value.aliases {
        let owner = all.first { other in
          other.key == alias.value
            || other.key != card.key && other.value.aliases.contains { $0.value == alias.value }
        }
        if let owner {
          findings.append(
            alias.place.finding("\(quoted(alias.value)) is a name of the card \(quoted(owner.key))"))
        }
      }
    }
  }

  private mutating func check(_ mistakes: [KeyedValue<MistakeEntry>]) {
    for mistake in mistakes {
      check(mistake.value.name, .title)
      check(mistake.value.say, .mistake)
      check(mistake.value.taught)
    }
  }

  private mutating func check(_ terms: [KeyedValue<Term>]) {
    let all = registries.terms.all
    let topics = Set(
      registries.cards.all.map(\.value.topic) + lessons.flatMap(\.topics) + planned.flatMap(\.value.topics))
    for term in terms {
      check(term.value.say, .term, allowsRefused: true)
      for language in Language.allCases {
        for spelling in term.value.spellings(language) {
          let other = all.first { $0.key != term.key && $0.value.spellings(language).contains(spelling) }
          guard let other else { continue }
          findings.append(
            Finding(
              file: term.keyPlace.file, position: term.keyPlace.position,
              text: "\(quoted(spelling)) is a spelling of the term \(quoted(other.key)), too"))
        }
      }
      for spelling in term.value.refuse {
        let owner = all.first { $0.value.spellings.contains(spelling.value) }
        if let owner {
          findings.append(
            spelling.place.finding("\(quoted(spelling.value)) is a spelling of the term \(quoted(owner.key))")
          )
        }
      }
      for topic in term.value.topics where !topics.contains(topic.value) {
        findings.append(topic.place.finding(unknown("topic", topic.value, among: topics.sorted())))
      }
    }
  }

  private mutating func check(_ planned: [KeyedValue<PlannedLesson>]) {
    for lesson in planned {
      check(lesson.value.title, .title)
      let folder = lesson.keyPlace.file.dropLast("\(PlannedLesson.file).yaml".count)
      if let there = lessons.first(where: { $0.isCalled(lesson.key) }),
        library.shown(there.path).hasPrefix(folder)
      {
        findings.append(
          Finding(
            file: lesson.keyPlace.file, position: lesson.keyPlace.position,
            text: "the lesson \(quoted(lesson.key)) is there: \(library.shown(there.path)); remove it here"))
      }
      for need in lesson.value.needs where need.value == lesson.key || !isKnown(need.value) {
        let text = need.value == lesson.key ? "a lesson does not need itself" : unknownLesson(need.value)
        findings.append(need.place.finding(text))
      }
    }
  }

  // MARK: What they have in common

  private mutating func check(_ text: FixedText, _ budget: TextBudget, allowsRefused: Bool = false) {
    findings += text.findings(budget, measure)
    if allowsRefused { return }
    for refused in glossary.refused(in: text[.ko]) {
      findings.append(
        text.place(.ko).finding(
          "\(quoted(refused.spelling)) is refused by the glossary; write \(quoted(refused.instead))",
          atOffset: refused.offset))
    }
  }

  /// The step must be there, or the lesson planned.
  private mutating func check(_ taught: Located<StepReference>) {
    let reference = taught.value
    guard let lesson = lessons.first(where: { $0.isCalled(reference.lesson) }) else {
      if !isKnown(reference.lesson) { findings.append(taught.place.finding(unknownLesson(reference.lesson))) }
      return
    }
    guard !lesson.steps.contains(reference.step) else { return }
    findings.append(
      taught.place.finding(
        "the lesson \(quoted(lesson.id)) has no step \(quoted(reference.step))"
          + suggestion(for: reference.step, in: lesson.steps.sorted())))
  }

  private func isKnown(_ lesson: String) -> Bool {
    lessons.contains { $0.isCalled(lesson) } || planned.contains { $0.key == lesson }
      || unread.contains(lesson)
  }

  private func unknownLesson(_ name: String) -> String {
    unknown("lesson", name, among: lessons.map(\.id) + planned.map(\.key))
  }

  private func unknown(_ what: String, _ name: String, among known: [String]) -> String {
    "no \(what) is called \(quoted(name))\(suggestion(for: name, in: known))"
  }
}

extension Registries {
  /// What is wrong between the cards and the questions that ask for them: unknown cards, and cards that no question
  /// asks for, though the lesson that teaches them is there.
  ///
  /// - Parameters:
  ///   - asked: the cards of all questions and of the points of `explain`, where they are named.
  ///   - isThere: whether there is a lesson of this name; what a planned one teaches will be asked when it is there.
  package func findings(ofCards asked: [Located<String>], whereLessonIsThere isThere: (String) -> Bool)
    -> [Finding]
  {
    let all = cards.all
    let names = all.flatMap { [$0.key] + $0.value.aliases.map(\.value) }
    let used = Set(asked.map(\.value))
    let unknown = asked.filter { !names.contains($0.value) }.map {
      $0.place.finding("no card is called \(quoted($0.value))\(suggestion(for: $0.value, in: names))")
    }
    let unused = all.filter { card in
      isThere(card.value.taught.value.lesson)
        && used.isDisjoint(with: [card.key] + card.value.aliases.map(\.value))
    }
    return unknown
      + unused.map {
        Finding(
          file: $0.keyPlace.file, position: $0.keyPlace.position,
          text: "no question asks for the card \(quoted($0.key))")
      }
  }
}
