import Analysis
import Documents
import Foundation
import Lessons
import Networking

/// Makes walks out of lesson and network files.
package struct WalkLoader {
  package let library: LessonLibrary
  package let reference: ReferenceLibrary
  /// All that was read through it.
  package let files = FileWatch()
  /// nil: a lesson's own; 1 for a network.
  package internal(set) var seed: UInt64?

  package init(_ library: LessonLibrary, seed: UInt64?) {
    var library = library
    library.watch = files
    self.library = library
    self.seed = seed
    reference = ReferenceLibrary(library)
  }

  /// What the start screen and its lists offer.
  package var contents: Library {
    var contents = Library(
      networks: library.networkPaths.compactMap { path in
        guard let source = try? library.source(path), let title = NetworkTitle.read(source) else {
          return nil
        }
        return Library.NetworkEntry(id: LessonLibrary.id(ofPath: path), title: title)
      })
    for path in library.lessonPaths {
      do throws(DocumentError) {
        let head = try LessonHead.read(try library.source(path), path: path)
        guard head.status == .active else { continue }
        contents.lessons.append(head)
        contents.ownFolders[head.id] = library.ownFolder(ofPath: path)
      } catch {
        let finding = error.findings.first?.description ?? error.description
        contents.broken.append(Library.BrokenLesson(path: library.shown(path), finding: finding))
      }
    }
    return contents
  }

  /// Adds what only the list of lessons needs.
  package func complete(_ contents: inout Library) {
    let registries = library.registries()
    let known = Set(contents.lessons.flatMap { [$0.id] + $0.aliases })
    contents.coming = registries.planned.all.filter { !known.contains($0.key) }.map { planned in
      Library.ComingLesson(
        id: planned.key, title: planned.value.title.text, needs: planned.value.needs.map(\.value),
        topics: planned.value.topics)
    }
    contents.cards = registries.cards.all.map { card in
      Library.CardEntry(
        id: card.key, title: card.value.title.text, lesson: card.value.taught.value.lesson)
    }
    contents.isWhole = true
  }

  /// nil when it is not there any more.
  package func title(of walk: SavedPlace.Walk, in contents: Library) -> LocalizedText? {
    switch walk {
    case .lesson(let name) where LessonLibrary.isPath(name):
      (try? library.source(name)).flatMap { LessonHead($0, path: name) }?.title
    case .lesson(let name): contents.title(ofLesson: name)
    case .network(let name) where LessonLibrary.isPath(name):
      (try? library.source(name)).flatMap(NetworkTitle.read)
    case .network(let name): contents.networks.first { $0.id == name }?.title
    }
  }

  /// - Parameter runsScript: of a network: its script runs by itself, as `run` has it; else nothing happens before a
  ///   person does something.
  package func open(
    _ opening: OpenRequest, step: String? = nil, runsScript: Bool = false
  ) throws(Failure) -> WalkScreen {
    switch opening {
    case .lesson(let name), .freshLesson(let name): try lesson(name, step: step)
    case .retry(let name, let variant, let retry): try lesson(name, variant: variant, retry)
    case .network(let name), .freshNetwork(let name): try network(name, runsScript: runsScript)
    }
  }

  private func network(_ name: String, runsScript: Bool) throws(Failure) -> WalkScreen {
    let file = try networkFile(name)
    let world = file.world(seed: seed ?? 1)
    let recording = Recording(runsScript ? Timeline(world) : .quiet(world))
    guard recording.last > 0 else {
      throw Failure(
        .badInput, "nothing happens on the network \(quoted(name))",
        "\(quoted(name)) 네트워크에서는 아무 일도 일어나지 않습니다")
    }
    let title = LocalizedText(en: Texts.explores(file.title.en, .en), ko: Texts.explores(file.title.ko, .ko))
    let origin = WalkDescription.Origin(walk: .network(savedName(name, id: name)), seed: seed ?? 1)
    return WalkScreen(recording, WalkDescription(title: title, reference: reference, origin: origin))
  }

  /// The network with that id or path.
  package func networkFile(_ name: String) throws(Failure) -> NetworkFile {
    let path = try path(of: .network, name)
    do throws(DocumentError) {
      return try NetworkFile.decode(try library.source(path))
    } catch {
      throw Failure(.badInput, error.description)
    }
  }

  /// What the file of a lesson says of itself.
  package func head(ofLesson name: String) throws(Failure) -> LessonHead {
    let path = try path(of: .lesson, name)
    do throws(DocumentError) {
      return try LessonHead.read(try library.source(path), path: path)
    } catch {
      throw Failure(.badInput, error.description)
    }
  }

  private func lesson(_ name: String, step: String?) throws(Failure) -> WalkScreen {
    let run = try lessonRun(name)
    let start = try step.map { (id) throws(Failure) in try stop(id, of: run) }
    return walk(run, name, atStop: start ?? 0)
  }

  private func walk(_ run: LessonRun, _ name: String, atStop start: Int = 0) -> WalkScreen {
    let origin = WalkDescription.Origin(walk: .lesson(savedName(name, id: run.id)), seed: run.number)
    return WalkScreen(
      Recording(run.timeline), WalkDescription(title: run.title, reference: reference, origin: origin),
      session: LessonSession(run), atStop: start)
  }

  /// At the first of the questions that are asked once more.
  private func lesson(_ name: String, variant: UInt64, _ retry: LessonRetry) throws(Failure) -> WalkScreen {
    // Where another variant cannot be made, the same is asked once more.
    let other = try? WalkLoader(library, seed: variant).lessonRun(name)
    let run: LessonRun
    if let other { run = other } else { run = try lessonRun(name) }
    var walk = walk(run, name)
    walk.session?.retry = retry
    _ = walk.step(Press(action: .nextStop))
    return walk
  }

  /// The id, or where the file is: it is opened from another folder next time.
  package func savedName(_ name: String, id: String) -> String {
    LessonLibrary.isPath(name) ? URL(fileURLWithPath: name).standardizedFileURL.path : id
  }

  /// A lesson with everything computed.
  package func lessonRun(_ name: String) throws(Failure) -> LessonRun {
    let path = try path(of: .lesson, name)
    do throws(DocumentError) {
      let library = LessonLibrary.isPath(name) ? library.beside(path) : library
      return try LessonRun(
        try library.source(path), variant: seed, library: library, reference: reference)
    } catch {
      throw Failure(.badInput, error.description)
    }
  }

  private enum Kind {
    case lesson, network

    var words: LocalizedText {
      switch self {
      case .lesson: say("lesson", "레슨")
      case .network: say("network", "네트워크")
      }
    }
  }

  /// Where a lesson or a network is; of a name that leads to none it is said what it is, or may be.
  private func path(of kind: Kind, _ name: String) throws(Failure) -> String {
    let words = kind.words
    if name == "-" {
      throw Failure(
        .usage, "a \(words.en) is not read from standard input; write it into a file",
        "\(words.ko.with("은/는")) 표준 입력에서 읽지 않습니다. 파일로 저장하세요")
    }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    if LessonLibrary.isPath(name), isFolder.boolValue {
      throw Failure(
        .notFound, "\(quoted(name)) is a folder; a \(words.en) is a file in it, or an id",
        "\(quoted(name)) 폴더입니다. 그 안의 파일이나 아이디로 \(words.ko.with("을/를")) 고르세요")
    }
    var hint: LocalizedText?
    switch kind {
    case .lesson:
      if let path = library.lessonPath(name) { return path }
      if library.networkPath(name) != nil { hint = Texts.isNetwork(name) }
    case .network:
      if let path = library.networkPath(name) { return path }
      if library.lessonPath(name) != nil { hint = Texts.isLesson(name) }
    }
    if hint == nil, isThere { hint = isFolder.boolValue ? Texts.isFolder : Texts.isFile(name) }
    let paths = kind == .lesson ? library.lessonPaths : library.networkPaths
    if hint == nil, paths.isEmpty { hint = Texts.noLessons }
    throw .unknown(words, name, known: paths.map(LessonLibrary.id(ofPath:)), hint: hint)
  }

  /// Index of a stop.
  package func stop(_ id: String, of run: LessonRun) throws(Failure) -> Int {
    if let stop = run.stop(named: id) { return stop }
    let ids = run.stops.map(\.id)
    throw .unknown(
      say("step", "단계"), id,
      in: say("lesson \(quoted(run.id))", "\(quoted(run.id)) 레슨"), known: ids)
  }
}

/// A network's title, read without the rest of the file.
private enum NetworkTitle {
  static func read(_ source: Source) -> LocalizedText? {
    let head = source.head(before: ["clock", "capture", "devices", "cables", "script"])
    return try? Document.decode(head, as: shape)
  }

  private static let shape = Shape<LocalizedText>.mapping("network") { m in
    m.ignoreOtherKeys()
    return m.required("title", .localized, "")
  }
}

extension LessonLibrary {
  /// What this program finds, and can show.
  package static func ofProgram(folder: String? = nil) -> LessonLibrary {
    var library = LessonLibrary(folder: folder)
    library.pictures = Picture.all.map(\.name)
    return library
  }
}
