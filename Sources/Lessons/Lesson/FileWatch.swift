import Foundation
import Synchronization

/// The files that were read, and the folders that were searched, as they were then: says whether any of them is another
/// now. Looked at from time to time; between two looks it costs nothing.
package final class FileWatch: Sendable {
  private struct Seen: Sendable {
    var files: [String: FileStamp] = [:]
    /// The names that a folder had.
    var folders: [String: [String]] = [:]
  }

  private let seen = Mutex(Seen())

  package init() {}

  /// Before a file is read, or found missing. Of several looks the first counts: what was read then may be old.
  package func look(at path: String) {
    seen.withLock { seen in
      if seen.files[path] == nil { seen.files[path] = FileStamp(path) }
    }
  }

  /// Before a folder is searched for lessons, networks or texts.
  func look(into folder: String) {
    seen.withLock { seen in
      if seen.folders[folder] == nil { seen.folders[folder] = LessonLibrary.files(in: folder) }
    }
  }

  /// A file was written, has come or is gone since it was looked at.
  package var hasChanged: Bool {
    seen.withLock { seen in
      seen.files.contains { FileStamp($0.key) != $0.value }
        || seen.folders.contains { LessonLibrary.files(in: $0.key) != $0.value }
    }
  }
}

/// What tells one version of a file from the next, without reading it.
private struct FileStamp: Equatable, Sendable {
  /// False: there is nothing of this name.
  private var isThere = false
  private var seconds = 0
  private var nanoseconds = 0
  private var size = 0
  /// Editors put a new file in the old one's place.
  private var number: UInt64 = 0

  init(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    #if os(Linux)
      let time = status.st_mtim
    #else
      let time = status.st_mtimespec
    #endif
    isThere = true
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
    size = Int(status.st_size)
    number = UInt64(status.st_ino)
  }
}
