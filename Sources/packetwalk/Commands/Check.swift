import Analysis
import ArgumentParser
import Documents
import Foundation
import Lessons
import Networking
import Terminal
import UI

/// `packetwalk check`: what is wrong in lessons, networks and reference texts, one finding a line.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check lesson and network files; print the vocabulary, the JSON Schema.")

  enum List: String, CaseIterable, ExpressibleByArgument {
    case kinds, fields, questions, tables, devices, functions, details, cards, mistakes, terms, planned,
      models
  }

  @Argument(
    help: ArgumentHelp("Files or folders; without one, all that is built in.", valueName: "path"),
    completion: .file(extensions: ["yaml"]))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Print the names that lessons may use: \(alternatives(List.allCases.map(\.rawValue))).",
      valueName: "names"))
  var list: List?

  @Flag(help: "Print the JSON Schema of these files, for editors.")
  var schema = false

  @Flag(help: "Check again whenever one of the files changes, until Ctrl-C.")
  var watch = false

  @Flag(help: "Also propose mistakes for questions that foresee none.")
  var suggest = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if suggest, schema || list != nil {
      let option = schema ? "--schema" : "--list"
      throw ValidationError(
        "\(option) checks nothing; leave out --suggest.", "\(option) 옵션은 검사하지 않습니다. --suggest 없이 쓰세요.")
    }
    if schema, list != nil {
      throw ValidationError(
        "--list and --schema print different things; give one of them.", "--list와 --schema 중 하나만 씁니다.")
    }
    if watch, schema || list != nil {
      let option = schema ? "--schema" : "--list"
      throw ValidationError(
        "\(option) is the same whatever the files say; leave out --watch.",
        "\(option) 결과는 파일이 바뀌어도 같습니다. --watch 없이 쓰세요.")
    }
    if !paths.isEmpty, schema || list != nil {
      let option = schema ? "--schema" : "--list"
      throw ValidationError(
        "\(option) is the same for all files; leave out \(quoted(paths[0])).",
        "모든 파일에 같은 옵션입니다: \(option). \(quoted(paths[0])) 없이 쓰세요.")
    }
  }

  func run() throws {
    let output = StandardOutput()
    let library = try common.library
    if schema {
      try output.line(LessonSchema.text(pictures: library.pictures))
    } else if let list {
      for line in list.lines(library, common.language) { try output.line(line) }
    } else if watch {
      try keepChecking(output)
    } else {
      let checks = try checks(in: library)
      let findings = Self.findings(checks)
      for finding in findings + checks.flatMap(\.notes) {
        try output.line(finding.description.withoutControlsInLines)
      }
      for proof in checks.flatMap(\.proofs) { try output.line(proof.withoutControlsInLines) }
      try output.flush()
      if let nothing = nothing(checks) { throw Failure(.notFound, nothing) }
      if !findings.isEmpty { throw Failure(.found, "") }
    }
    try output.flush()
  }

  /// What is wrong, once each: several paths may need one file.
  static func findings(_ checks: [LessonCheck]) -> [Finding] {
    checks.flatMap(\.ordered).reduce(into: []) { all, finding in
      if !all.contains(finding) { all.append(finding) }
    }
  }

  /// That one of the folders has nothing in it; nil: none is so.
  func nothing(_ checks: [LessonCheck]) -> LocalizedText? {
    zip(paths, checks).first { $1.isEmpty }.map { Texts.nothingToCheck(in: $0.0) }
  }

  func checks(in library: LessonLibrary) throws -> [LessonCheck] {
    guard !paths.isEmpty else {
      guard !library.folders.isEmpty else {
        throw Failure(.notFound, Texts.noLessons)
      }
      var check = LessonCheck(library, measure: rows, suggests: suggest)
      check.checkLibrary()
      return [check]
    }
    return try paths.map { path in
      var isFolder: ObjCBool = false
      library.watch?.look(at: path)
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw Failure(
          .notFound, "there is no file or folder \(quoted(path))", "파일도 폴더도 없습니다: \(quoted(path))")
      }
      // Lessons of a folder run on its own networks.
      var own = isFolder.boolValue && common.lessons == nil ? .ofProgram(folder: path) : library
      own.watch = library.watch
      var check = LessonCheck(own, measure: rows, suggests: suggest)
      check.check(path, isFolder: isFolder.boolValue)
      return check
    }
  }

  private var rows: WrappedRowCount { { $0.wrapped(to: $1).count } }
}

extension Check.List {
  /// One name a line, with what it is; columns apart by blanks.
  func lines(_ library: LessonLibrary, _ language: Language) -> [String] {
    let reference = ReferenceLibrary(library)
    let registries = library.registries()
    let heading = LocalizedText(en: "a heading", ko: "제목")
    let rows: [[String]] =
      switch self {
      case .kinds:
        MomentKind.all.map { kind in
          [
            kind.name, kind.layer.rawValue, reference.sentence(of: kind)?[language] ?? "",
            kind.told(language),
          ]
        }
      case .fields:
        Protocols.all.flatMap(\.fields).map {
          [$0.name, ExpressionType($0.type)?.named[language] ?? heading[language], $0.label]
        }
      case .tables:
        TableDescriptor.all.flatMap { $0.listed(TableNarration(reference, language)) }
      case .devices: DeviceProperty.named.map { $0.listed(language) }
      case .functions: ExpressionFunction.allCases.map { [$0.signature, $0.purpose[language]] }
      case .details: MomentProperty.all.map { $0.listed(language) }
      case .questions: QuestionKinds.all.map { [$0.kind, $0.documentation] }
      case .cards:
        registries.cards.all.map {
          [$0.key, $0.value.layer.rawValue, $0.value.topic, $0.value.title[language]]
        }
      case .mistakes: registries.mistakes.all.map { [$0.key, $0.value.name[language]] }
      case .terms:
        registries.terms.all.map { [$0.key, $0.value.spellings(language).joined(separator: ", ")] }
      case .planned: registries.planned.all.map { [$0.key, $0.value.title[language]] }
      case .models:
        WrongRule.all.map { [$0.name, $0.values.keys.sorted().joined(separator: ", "), $0.says[language]] }
      }
    let widths =
      switch self {
      case .kinds: [32, 16, 60, 0]
      case .tables: [24, 36, 0]
      case .devices, .details: [24, 24, 0]
      case .functions: [40, 0]
      case .fields, .questions: [32, 16, 0]
      case .cards: [32, 16, 16, 0]
      case .mistakes, .terms, .planned: [32, 0]
      case .models: [32, 40, 0]
      }
    return rows.map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: " ")
        .trimmingEnd
    }
  }
}

extension MomentKind {
  /// Its details with their types: `address (an IPv4 address), port (a number, sometimes)`.
  fileprivate func told(_ language: Language) -> String {
    let sometimes = language == .en ? ", sometimes" : ", 있을 때만"
    return details.map { "\($0.name) (\($0.type.named[language])\($0.isOptional ? sometimes : ""))" }
      .joined(separator: ", ")
  }
}

extension DeviceProperty {
  /// `DEVICE.ip`, its type, what it is and where a port must stand before it.
  fileprivate func listed(_ language: Language) -> [String] {
    let path =
      switch owner {
      case .device, .bridge: "DEVICE.\(rawValue)"
      case .interface, .port: "DEVICE[.PORT].\(rawValue)"
      }
    let ofSwitches = language == .en ? ", of a switch" : " (스위치)"
    let ofHosts = language == .en ? ", of a host or router" : " (호스트, 라우터)"
    let whose =
      switch owner {
      case .device, .port: ""
      case .bridge: ofSwitches
      case .interface: ofHosts
      }
    let type = type.map { LocalizedText(en: $0.words, ko: $0.koreanWords)[language] } ?? "–"
    return [path, type, words[language] + whose]
  }
}

extension MomentProperty {
  /// `moment.address`, its type, the kinds that tell it.
  fileprivate func listed(_ language: Language) -> [String] {
    let kinds = MomentKind.all.filter { $0.detail(name) != nil }.map(\.name)
    let every = language == .en ? "every moment" : "모든 순간"
    let whose = if case .detail = self { kinds.joined(separator: ", ") } else { every }
    return ["moment.\(name)", LocalizedText(en: type.words, ko: type.koreanWords)[language], whose]
  }
}

extension TableDescriptor {
  /// The table with what its rows are named by, then each of its columns: `arp.mac`, its type, its title.
  fileprivate func listed(_ narration: TableNarration) -> [[String]] {
    let language = narration.language
    let key = language == .en ? "by \(keyWords.en)" : "\(keyWords.ko)별"
    let sinceConfirmed = language == .en ? "since it was last confirmed" : "마지막으로 확인한 뒤 흐른 시간"
    let age = hasAge ? [["\(id).age", ExpressionType.time.named[language], sinceConfirmed]] : []
    return [[id, key, narration.purpose(self) ?? ""]]
      + columns.map { ["\(id).\($0.id)", $0.type.named[language], narration.title(of: $0, in: self)] } + age
  }
}

extension String {
  fileprivate var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}

extension ExpressionType {
  fileprivate var named: LocalizedText { LocalizedText(en: words, ko: koreanWords) }
}
