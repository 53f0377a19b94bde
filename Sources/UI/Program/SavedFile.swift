import Analysis
import Documents
import Foundation

/// A file to be written.
package struct SavedFile: Equatable, Sendable {
  /// As typed; `~` in front stands for the home folder.
  package var path: String
  package var bytes: [UInt8]
  /// A file that is there may be lost.
  package var replaces = false

  package enum Result: Equatable, Sendable {
    case done
    case exists
    case failed(LocalizedText)
  }

  package func write() -> Result {
    let name = SavedFile.expanded(path, home: getenv("HOME").map { String(cString: $0) })
    guard !name.utf8.contains(0) else { return .failed(Texts.fileError(EINVAL)) }
    // A pipe that nobody reads must not hold the screen.
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | (replaces ? O_TRUNC : O_EXCL)
    let descriptor = open(name, flags, 0o644)
    if descriptor < 0 {
      var status = stat()
      let isFolder = stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      if errno == EEXIST, !isFolder { return .exists }
      return .failed(Texts.fileError(isFolder ? EISDIR : errno))
    }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return .failed(Texts.fileError(errno)) }
      rest = rest.dropFirst(count)
    }
    return .done
  }

  package static func expanded(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }
}
