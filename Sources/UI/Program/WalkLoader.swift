import Analysis
import Documents
import Foundation
import Lessons
import Networking

/// Makes walks out of lesson and network files.
package struct WalkLoader {
  package let library: LessonLibrary
  package let reference: ReferenceLibrary
  /// nil: a lesson's own; 1 for a network.
  package let seed: UInt64?

  package init(_ library: LessonLibrary, seed: UInt64?) {
    self.library = library
    self.seed = seed
    reference = ReferenceLibrary(library)
  }

  /// What the start screen and its lists offer.
  package var contents: Library {
    Library(
      lessons: library.heads().filter { $0.status == .active }.map {
        Library.LessonEntry(id: $0.id, title: $0.title, stops: $0.stops, minutes: $0.minutes)
      },
      networks: library.networkPaths.compactMap { path in
        guard let source = try? library.source(path), let title = NetworkTitle.read(source) else {
          return nil
        }
        return Library.NetworkEntry(id: LessonLibrary.id(ofPath: path), title: title)
      })
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
    case .lesson(let name): try lesson(name, step: step)
    case .network(let name), .freshNetwork(let name): try network(name, runsScript: runsScript)
    }
  }

  private func network(_ name: String, runsScript: Bool) throws(Failure) -> WalkScreen {
    let file = try networkFile(name)
    let world = file.world(seed: seed ?? 1)
    let recording = Recording(runsScript ? Timeline(world) : .quiet(world))
    guard recording.last > 0 else {
      throw Failure(.badInput, "nothing happens on the network \(quoted(name))")
    }
    let title = LocalizedText(en: Texts.explores(file.title.en, .en), ko: Texts.explores(file.title.ko, .ko))
    let origin = WalkDescription.Origin(walk: .network(savedName(name, id: name)), seed: seed ?? 1)
    return WalkScreen(recording, WalkDescription(title: title, reference: reference, origin: origin))
  }

  private func networkFile(_ name: String) throws(Failure) -> NetworkFile {
    guard let path = library.networkPath(name) else {
      let ids = library.networkPaths.map(LessonLibrary.id(ofPath:))
      let known = ids.joined(separator: ", ")
      let hint =
        library.lessonPath(name) == nil
        ? suggestion(for: name, in: ids) : "; it is a lesson: packetwalk learn \(name)"
      throw Failure(.notFound, "no network \(quoted(name))\(hint) (known: \(known))")
    }
    do throws(DocumentError) {
      return try NetworkFile.decode(try library.source(path))
    } catch {
      throw Failure(.badInput, error.description)
    }
  }

  private func lesson(_ name: String, step: String?) throws(Failure) -> WalkScreen {
    let run = try lessonRun(name)
    let start = try step.map { (id) throws(Failure) in run.stops[try stop(id, of: run)].moment }
    let origin = WalkDescription.Origin(walk: .lesson(savedName(name, id: run.id)), seed: run.seed)
    return WalkScreen(
      Recording(run.timeline), WalkDescription(title: run.title, reference: reference, origin: origin),
      session: LessonSession(run), at: start)
  }

  /// The id, or where the file is: it is opened from another folder next time.
  private func savedName(_ name: String, id: String) -> String {
    LessonLibrary.isPath(name) ? URL(fileURLWithPath: name).standardizedFileURL.path : id
  }

  /// A lesson with everything computed.
  package func lessonRun(_ name: String) throws(Failure) -> LessonRun {
    guard let path = library.lessonPath(name) else {
      let ids = library.lessonPaths.map(LessonLibrary.id(ofPath:))
      let known = ids.joined(separator: ", ")
      let hint =
        library.networkPath(name) == nil
        ? suggestion(for: name, in: ids) : "; it is a network: packetwalk explore \(name)"
      throw Failure(.notFound, "no lesson \(quoted(name))\(hint) (known: \(known))")
    }
    do throws(DocumentError) {
      let (lesson, network) = try Lesson.decode(try library.source(path), library: library)
      return try LessonRun(lesson, on: network, seed: seed, reference: reference)
    } catch {
      throw Failure(.badInput, error.description)
    }
  }

  /// Index of a stop.
  package func stop(_ id: String, of run: LessonRun) throws(Failure) -> Int {
    if let stop = run.stop(named: id) { return stop }
    let ids = run.stops.map(\.id)
    let known = ids.joined(separator: ", ")
    throw Failure(
      .notFound,
      "lesson \(quoted(run.id)) has no step \(quoted(id))\(suggestion(for: id, in: ids)) (known: \(known))")
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
