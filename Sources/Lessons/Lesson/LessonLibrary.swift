import Analysis
import Documents
import Foundation

/// Where lessons, networks and reference texts are found: a teacher's folder first, then the built-in ones.
package struct LessonLibrary: Sendable {
  /// In the order of searching.
  package let folders: [String]
  /// Names of the pictures that lessons may show, which the program has; empty: any word.
  package var pictures: [String] = []
  /// Told of all that is read, by who wants to read again what has changed.
  package var watch: FileWatch?

  /// - Parameter folder: `--lessons`, or else the environment's `PACKETWALK_LESSONS`.
  package init(
    folder: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = LessonLibrary.executable
  ) {
    var folders: [String] = []
    if let own = folder ?? environment["PACKETWALK_LESSONS"], !own.isEmpty { folders.append(own) }
    if let builtIn = executable.flatMap(LessonLibrary.builtIn) {
      if folders.map(Self.whole) == [Self.whole(builtIn)] { folders = [] }
      folders.append(builtIn)
    }
    self.folders = folders
  }

  package init(folders: [String]) { self.folders = folders }

  /// The path of this program, links resolved.
  package static var executable: String? {
    let link = "/proc/self/exe"
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) { return path }
    return CommandLine.arguments.first.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
  }

  /// `../share/packetwalk/lessons` of an installed program, or `lessons` of the repository it was built in.
  static func builtIn(beside executable: String) -> String? {
    var folder = Self.folder(ofPath: executable)
    let installed = Self.folder(ofPath: folder) + "/share/packetwalk/lessons"
    if isLibrary(installed) { return installed }
    while folder.count > 1 {
      if isLibrary(folder + "/lessons") { return folder + "/lessons" }
      folder = Self.folder(ofPath: folder)
    }
    return nil
  }

  private static func isLibrary(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/networks")
  }

  /// The library for a lesson that is named by its file: what is beside the file is found first, be it of the library or
  /// somebody's own.
  package func beside(_ path: String) -> LessonLibrary {
    if holds(path) { return self }
    var library = LessonLibrary(folders: [Self.folder(ofPath: path)] + folders)
    (library.pictures, library.watch) = (pictures, watch)
    return library
  }

  /// Whether a file lies in one of its folders.
  package func holds(_ path: String) -> Bool {
    let folder = Self.whole(Self.folder(ofPath: path))
    return folders.contains { Self.whole($0) == folder }
  }

  /// Whether a folder is the last one that is searched: the program's own.
  func isBuiltIn(folder: String) -> Bool { folders.last.map(Self.whole) == Self.whole(folder) }

  /// From the root, links resolved.
  private static func whole(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  static func folder(ofPath path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  // MARK: Finding

  /// An id, or a path when it has a `/` or ends in `.yaml`.
  package static func isPath(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".yaml") }

  /// The file of a lesson: `tour` is `01-tour.yaml` or `tour.yaml`. nil when there is none.
  package func lessonPath(_ name: String) -> String? {
    if Self.isPath(name) { return isThere(name) ? name : nil }
    if let path = lessonPaths.first(where: { Self.id(ofPath: $0) == name }) { return path }
    return heads().first { $0.id == name || $0.aliases.contains(name) }?.path
  }

  package func networkPath(_ name: String) -> String? {
    let paths = Self.isPath(name) ? [name] : folders.map { "\($0)/networks/\(name).yaml" }
    return paths.first(where: isThere)
  }

  /// All lessons in teaching order: the built-in ones, each hidden by one of the same id earlier in the search, which
  /// stands in its place; after them a teacher's other ones.
  package var lessonPaths: [String] {
    var found: [String: String] = [:]
    var order: [String] = []
    var own: [String] = []
    for folder in folders {
      var here: [String] = []
      for path in list(folder) where Self.registry(ofPath: path) == nil {
        let id = Self.id(ofPath: path)
        if found[id] == nil { found[id] = path }
        here.append(id)
      }
      if folder == folders.last { order = here } else { own += here }
    }
    return (order + own).unique.compactMap { found[$0] }
  }

  /// The folder of a teacher's own lesson; nil of what is built in, and of what stands in the place of a built-in one.
  package func ownFolder(ofPath path: String) -> String? {
    guard let builtIn = folders.last,
      let folder = folders.dropLast().first(where: { path.hasPrefix($0 + "/") })
    else { return nil }
    let id = Self.id(ofPath: path)
    return list(builtIn).contains { Self.id(ofPath: $0) == id } ? nil : folder
  }

  package var networkPaths: [String] {
    var ids: Set<String> = []
    return folders.flatMap { list($0 + "/networks") }.filter {
      ids.insert(Self.id(ofPath: $0)).inserted
    }
  }

  package var referencePaths: [String] { folders.flatMap { list($0 + "/reference") } }

  /// The files of a folder, in the order of their names.
  package func list(_ folder: String) -> [String] {
    watch?.look(into: folder)
    return Self.files(in: folder)
  }

  func isThere(_ path: String) -> Bool {
    watch?.look(at: path)
    return FileManager.default.fileExists(atPath: path)
  }

  package static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
  }

  /// Those of a folder that are no registries.
  static func lessonFiles(in folder: String) -> [String] {
    files(in: folder).filter { registry(ofPath: $0) == nil }
  }

  /// `…/01-tour.yaml` → `tour`.
  package static func id(ofPath path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    let number = stem.prefix { $0.isNumber }
    let rest = stem.dropFirst(number.count)
    return !number.isEmpty && rest.first == "-" ? String(rest.dropFirst()) : stem
  }

  // MARK: Reading

  /// The text of a file, named in findings as it was given.
  package func source(_ path: String) throws(DocumentError) -> Source {
    watch?.look(at: path)
    guard let data = FileManager.default.contents(atPath: path) else {
      let start = Position(line: 1, column: 1)
      throw DocumentError([Finding(file: shown(path), position: start, text: "this file cannot be read")])
    }
    return try Source(name: shown(path), bytes: Array(data))
  }

  package func reference(_ name: String) throws(DocumentError) -> Source? {
    let paths = folders.map { "\($0)/reference/\(name).yaml" }
    guard let path = paths.first(where: isThere) else { return nil }
    return try source(path)
  }

  /// Paths under the working folder are shown from there.
  package func shown(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}

extension ReferenceLibrary {
  /// The texts of a library.
  package convenience init(_ library: LessonLibrary) {
    self.init { name in try? library.reference(name) }
  }
}
