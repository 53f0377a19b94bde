import Analysis
import Documents
import Networking

/// Finds what is wrong in lesson, network and reference files and in registries, and proves that every question can be asked and
/// answered on several seeds.
package struct LessonCheck {
  package let library: LessonLibrary
  private let reference: ReferenceLibrary
  private let measure: WrappedRowCount
  private var findings: [Finding] = []

  /// Besides the lesson's own.
  package static let seeds: [UInt64] = [11, 12, 13, 14]

  package init(_ library: LessonLibrary, measure: @escaping WrappedRowCount) {
    self.library = library
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
    let heads = library.heads()
    for folder in library.folders { checkUnique(LessonLibrary.lessonFiles(in: folder)) }
    for path in library.lessonPaths { checkLesson(path, among: heads) }
    checkRegistries(of: library)
    for path in library.referencePaths { checkReference(path) }
    for file in library.folders.last.map({ [$0] }) ?? [] { checkCompleteness(file) }
  }

  /// One file, of whichever sort it is, or all files of a folder.
  package mutating func check(_ path: String, isFolder: Bool) {
    if isFolder {
      for folder in [path + "/networks", path, path + "/reference"] {
        for file in library.list(folder) { check(file, isFolder: false) }
      }
      return
    }
    collect { (check) throws(DocumentError) in
      let root = try Document.parse(check.library.source(path)).root
      if LessonLibrary.registry(ofPath: path) != nil { return check.checkRegistry(path) }
      if root["devices"] != nil {
        check.checkNetwork(path)
      } else if root["steps"] != nil || root["id"] != nil {
        check.checkLesson(path, among: nil)
      } else if ["fields", "moments", "drops", "evidence", "layers", "units", "tables"].contains(where: {
        root[$0] != nil
      }) {
        check.checkReference(path)
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
    findings += check.findings
  }

  /// With what is in its folder, and in the library.
  private mutating func checkRegistry(_ path: String) {
    let folder = path.split(separator: "/").count > 1 ? String(path[..<path.lastIndex(of: "/")!]) : "."
    checkRegistries(
      of: LessonLibrary(folders: [folder] + library.folders.filter { $0 != folder }), only: path)
  }

  private mutating func checkNetwork(_ path: String) {
    collect { (check) throws(DocumentError) in _ = try NetworkFile.decode(check.library.source(path)) }
  }

  private mutating func checkReference(_ path: String) {
    collect { (check) throws(DocumentError) in _ = try ReferenceFile.decode(check.library.source(path)) }
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

  private mutating func checkLesson(_ path: String, among heads: [LessonHead]?) {
    collect { (check) throws(DocumentError) in
      let (lesson, network) = try Lesson.decode(check.library.source(path), library: check.library)
      if let heads { check.checkPlace(of: lesson, at: path, among: heads) }
      check.checkRuns(of: lesson, on: network)
    }
  }

  private mutating func checkPlace(of lesson: Lesson, at path: String, among heads: [LessonHead]) {
    let stem = LessonLibrary.id(ofPath: path)
    if stem != lesson.id {
      findings.append(
        lesson.idPlace.finding("the lesson is called \(quoted(lesson.id)), its file \(quoted(stem))"))
    }
    let lessons = heads.map(\.id) + library.registries().planned.all.map(\.key)
    for need in lesson.needs where !lessons.contains(need.value) {
      let hint = suggestion(for: need.value, in: lessons)
      findings.append(need.place.finding("no lesson is called \(quoted(need.value))\(hint)"))
    }
  }

  /// On its own seed, where all must be right, and on others, where all must still be possible.
  private mutating func checkRuns(of lesson: Lesson, on network: NetworkFile) {
    var dropped: [Problems] = []
    let own = findings.count
    for seed in [nil] + Self.seeds.map(Optional.some) {
      let seen = Problems()
      do throws(DocumentError) {
        let run = try LessonRun(
          lesson, on: network, seed: seed, reference: reference, registries: library.registries(),
          measure: measure,
          dropped: seen)
        dropped.append(seen)
        checkAnswers(of: lesson, run, isOwnSeed: seed == nil)
      } catch {
        let note = seed.map { " (with seed \($0))" } ?? ""
        for finding in error.findings
        where !findings[own...].contains(where: { $0.position == finding.position }) {
          findings.append(Finding(file: finding.file, position: finding.position, text: finding.text + note))
        }
        if seed == nil { return }
      }
    }
    guard let first = dropped.first else { return }
    for finding in first.findings
    where dropped.allSatisfy({ $0.findings.contains { $0.position == finding.position } }) {
      findings.append(
        Finding(
          file: finding.file, position: finding.position, text: finding.text + ", with every seed tried"))
    }
  }

  private mutating func checkAnswers(of lesson: Lesson, _ run: LessonRun, isOwnSeed: Bool) {
    for prepared in run.allQuestions {
      guard let question = lesson.questions.first(where: { $0.common.id.value == prepared.id }) else {
        continue
      }
      if prepared.grade(prepared.rightAnswer) != .right {
        findings.append(
          question.common.id.place.finding(
            "question \(quoted(prepared.id)) cannot be answered right with seed \(run.seed)"))
      }
      for answer in prepared.key.foreseen where prepared.grade(answer).mistake == nil {
        findings.append(
          question.common.id.place.finding(
            "question \(quoted(prepared.id)): the wrong answer \(quoted(prepared.line(of: answer))) is not judged to be a mistake with seed \(run.seed)"
          ))
      }
      // What authors try out are answers to the lesson as it stands.
      if isOwnSeed { findings += prepared.tests.compactMap { $0.finding(prepared) } }
    }
  }

  private mutating func collect(_ body: (inout LessonCheck) throws(DocumentError) -> Void) {
    do throws(DocumentError) { try body(&self) } catch { findings += error.findings }
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
