import Analysis
import Documents
import Networking

/// Finds what is wrong in lesson, network and reference files and in registries, and proves that every question can be asked and
/// answered on many seeds.
package struct LessonCheck {
  package let library: LessonLibrary
  private let reference: ReferenceLibrary
  private let measure: WrappedRowCount
  private var findings: [Finding] = []
  /// Of registries, by the folders that they were looked for in.
  private var brokenRegistries: [[String]: [Finding]] = [:]
  /// No file was there.
  package private(set) var isEmpty = true
  /// What is worth knowing and not wrong, in the order of the files that were checked.
  package private(set) var notes: [Finding] = []
  /// Of each lesson in which nothing is wrong what was proven: `arp: 9 stops, 7 questions of 5 kinds, 26 seeds: ok`.
  package private(set) var proofs: [String] = []

  /// Proposes mistakes for questions that foresee none, as notes.
  private let suggestions: MistakeSuggestions?

  /// Besides the lesson's own.
  package static let seeds: [UInt64] = Array(11...35)

  /// - Parameter suggests: notes also say which mistakes questions could foresee that foresee none.
  package init(
    _ library: LessonLibrary, measure: @escaping WrappedRowCount, suggests: Bool = false
  ) {
    self.library = library
    suggestions = suggests ? MistakeSuggestions(library) : nil
    self.measure = measure
    reference = ReferenceLibrary(library)
  }

  /// In the order of the files that were checked, and in file order within each.
  package var ordered: [Finding] {
    var files: [String] = []
    for finding in findings where !files.contains(finding.file) { files.append(finding.file) }
    return files.flatMap { file in
      findings.filter { $0.file == file }.enumerated()
        .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(\.element)
    }
  }

  // MARK: What to check

  /// All that the library holds.
  package mutating func checkLibrary() {
    for path in library.networkPaths { checkNetwork(path) }
    for folder in library.folders { checkUnique(LessonLibrary.lessonFiles(in: folder)) }
    var asked: [Located<String>] = []
    var unread: [String] = []
    for path in library.lessonPaths {
      let cards = checkLesson(path, isOfLibrary: true)
      asked += cards ?? []
      if cards == nil { unread.append(LessonLibrary.id(ofPath: path)) }
    }
    checkRegistries(of: library)
    checkUnasked(asked, unread)
    for path in library.referencePaths { checkReference(path) }
    for file in library.folders.last.map({ [$0] }) ?? [] { checkCompleteness(file) }
  }

  /// One file, of whichever sort it is, or all files of a folder.
  package mutating func check(_ path: String, isFolder: Bool) {
    guard isFolder else { return checkFile(path) }
    if library.folders.count == 1, library.isBuiltIn(folder: path) { return checkLibrary() }
    for file in library.list(path + "/networks") { checkNetwork(file) }
    for file in library.list(path) { checkFile(file) }
    for file in library.list(path + "/reference") { checkReference(file) }
  }

  private mutating func checkFile(_ path: String) {
    collect { (check) throws(DocumentError) in
      check.isEmpty = false
      let root = try Document.parse(check.library.source(path)).root
      if LessonLibrary.registry(ofPath: path) != nil {
        check.checkRegistry(path)
      } else if root["steps"] != nil {
        _ = check.checkLesson(path, isOfLibrary: false)
      } else if ReferenceFile.sections.contains(where: { root[$0] != nil }) {
        check.checkReference(path)
      } else if root["devices"] != nil {
        check.checkNetwork(path)
      } else if root["id"] != nil {
        _ = check.checkLesson(path, isOfLibrary: false)
      } else if let sort = Registries.kinds.first(where: { root[$0.section] != nil }) {
        throw DocumentError([
          root.place.finding(
            "\(quoted(sort.section)) are looked for in a file called \(sort.file).yaml; rename this one")
        ])
      } else {
        let text =
          "this is neither a lesson (with \"steps\") nor a network (with \"devices\") nor a reference file nor a registry"
        throw DocumentError([root.place.finding(text)])
      }
    }
  }

  /// Of two files for one id the second would never be found.
  private mutating func checkUnique(_ paths: [String]) {
    var seen: [String: String] = [:]
    for path in paths {
      let id = LessonLibrary.id(ofPath: path)
      if let first = seen[id] {
        let text = "this file and \(first) are both the lesson \(quoted(id))"
        findings.append(
          Finding(file: library.shown(path), position: Position(line: 1, column: 1), text: text))
      }
      seen[id] = library.shown(path)
    }
  }

  // MARK: Networks, reference and registries

  private mutating func checkRegistries(of library: LessonLibrary, only path: String? = nil) {
    var check = RegistryCheck(library, measure: measure)
    check.check(only: path)
    report(check.findings)
    isEmpty = false
  }

  /// With what is in its folder, and in the library.
  private mutating func checkRegistry(_ path: String) {
    checkRegistries(of: library.beside(path), only: path)
  }

  private mutating func checkNetwork(_ path: String) {
    collect { (check) throws(DocumentError) in
      check.isEmpty = false
      let source = try check.library.source(path)
      _ = try NetworkFile.decode(source)
      check.report(NetworkNames(measure: check.measure).findings(try Document.parse(source)))
    }
  }

  private mutating func checkReference(_ path: String) {
    collect { (check) throws(DocumentError) in
      check.isEmpty = false
      _ = try ReferenceFile.decode(check.library.source(path))
    }
  }

  /// Everything that is declared has its sentence; the findings stand at the folder, as the text stands nowhere.
  private mutating func checkCompleteness(_ folder: String) {
    for missing in reference.missing {
      findings.append(
        Finding(
          file: library.shown(folder + "/reference"), position: Position(line: 1, column: 1),
          text: "there is no text for \(missing)"))
    }
  }

  // MARK: Lessons

  /// - Returns: the cards that it asks for; nil when it cannot be read.
  private mutating func checkLesson(_ path: String, isOfLibrary: Bool) -> [Located<String>]? {
    isEmpty = false
    let library = library.beside(path)
    var asked: [Located<String>]?
    collect { (check) throws(DocumentError) in
      let areBroken = check.reportBrokenRegistries(of: library)
      let before = check.findings.count
      let source = try library.source(path)
      let document = try Document.parse(source)
      let (lesson, network) = try Lesson.decode(source, library: library)
      asked = lesson.questions.flatMap(\.cards)
      if isOfLibrary { check.checkName(of: lesson, at: path) }
      let registries = library.registries()
      check.report(LanguageCheck(registries, measure: check.measure).findings(document))
      if areBroken { return }
      let nodes = QuestionNodes(document)
      let head = HeadCheck(
        lesson: lesson, library: library, measure: check.measure,
        isBuiltIn: check.library.isBuiltIn(folder: LessonLibrary.folder(ofPath: path)))
      check.report(head.findings(nodes))
      check.notes += check.suggestions?.suggestions(nodes) ?? []
      let variants = LessonVariants(lesson, network, source, library)
      var proof = LessonProof(lesson, variants, nodes, head, check.reference, registries, check.measure)
      proof.run(Self.seeds)
      check.report(proof.findings)
      let wrong = check.findings[before...].map(\.position)
      check.notes += head.notes(nodes).filter { !wrong.contains($0.position) } + proof.notes
      if check.findings.count == before { check.proofs.append(proof.summary) }
    }
    return asked
  }

  private mutating func checkName(of lesson: Lesson, at path: String) {
    let stem = LessonLibrary.id(ofPath: path)
    guard stem != lesson.id else { return }
    findings.append(
      lesson.idPlace.finding("the lesson is called \(quoted(lesson.id)), its file \(quoted(stem))"))
  }

  /// Whether there are any, which are told first: whatever a lesson names may be in them.
  private mutating func reportBrokenRegistries(of library: LessonLibrary) -> Bool {
    let broken = brokenRegistries[library.folders] ?? library.brokenRegistries()
    brokenRegistries[library.folders] = broken
    report(broken)
    return !broken.isEmpty
  }

  /// Cards that no question asks for, though the lesson that teaches them is there.
  ///
  /// - Parameter unread: ids of lessons that cannot be read; what they ask is not known.
  private mutating func checkUnasked(_ asked: [Located<String>], _ unread: [String]) {
    if reportBrokenRegistries(of: library) { return }
    let heads = library.heads().filter { head in !unread.contains(LessonLibrary.id(ofPath: head.path)) }
    let registries = library.registries()
    let known = asked.filter { registries.card($0.value) != nil }
    report(
      registries.findings(ofCards: known) { name in
        heads.contains { $0.id == name || $0.aliases.contains(name) }
      })
  }

  private mutating func collect(_ body: (inout LessonCheck) throws(DocumentError) -> Void) {
    do throws(DocumentError) { try body(&self) } catch { report(error.findings) }
  }

  /// What several files need and is wrong is told once.
  private mutating func report(_ new: [Finding]) {
    for finding in new where !findings.contains(finding) { findings.append(finding) }
  }
}

extension ReferenceLibrary {
  /// All that is declared and has no text, in words.
  package var missing: [String] {
    let fields = Protocols.all.flatMap(\.fields).map(\.name).filter { field($0) == nil }
    let kinds = MomentKind.all.map(\.name).filter { !hasMoment($0) }
    let layers = LayerKind.allCases.filter { layer($0) == nil }.map(\.rawValue)
    let tables = TableDescriptor.all.flatMap { table in
      guard let words = self.table(table) else { return ["the table \(table.id)"] }
      return words.missing(of: table).map { "\($0) of the table \(table.id)" }
    }
    let drops =
      DropReason.all.filter { drop($0) == nil }.map { "the drop reason \($0.rawValue)" }
      + DropReason.all.filter { name(of: $0) == nil }.map { "the name of the drop reason \($0.rawValue)" }
    let rules = OriginKind.all.filter { evidence($0) == nil }.map { "the evidence rule \($0.rawValue)" }
    return fields.map { "the field \($0)" } + kinds.map { "the moment \($0)" }
      + layers.map { "the layer \($0)" } + drops + rules + tables
  }
}
