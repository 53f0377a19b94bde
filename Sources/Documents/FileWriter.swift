import Foundation

/// Why a file was not written.
package struct FileWriteError: Error, Equatable, Sendable {
  /// The system's `errno`.
  package let code: Int32
  /// It could be opened; writing to it failed.
  package let isHalfWay: Bool

  package init(_ code: Int32, isHalfWay: Bool = false) {
    self.code = code
    self.isHalfWay = isHalfWay
  }
}

/// The one way in which the program writes files that a user has named.
package enum FileWriter {
  /// Writes a file: whole or not at all. A regular file that is there keeps its old bytes until the new ones are all on
  /// the disk; a device or pipe gets them as they come.
  /// - Parameters:
  ///   - replaces: what is there may be lost; else that is the error EEXIST.
  ///   - waits: for the reader of a pipe. Else a pipe that nobody reads, or not quickly enough, is an error.
  package static func write(_ bytes: [UInt8], to path: String, replaces: Bool, waits: Bool)
    throws(FileWriteError)
  {
    var file = try FileInProgress.begin(path, replaces: replaces, waits: waits)
    try file.write(bytes)
    try file.finish()
  }
}

/// A file that is being written. What is not finished leaves nothing behind.
struct FileInProgress: ~Copyable {
  private var descriptor: Int32
  /// Where the bytes are until it is finished; nil: at their place from the start.
  private var temporary: String?
  /// Where they belong.
  private let place: String

  private init(_ descriptor: Int32, temporary: String?, place: String) {
    self.descriptor = descriptor
    self.temporary = temporary
    self.place = place
  }

  static func begin(_ path: String, replaces: Bool, waits: Bool) throws(FileWriteError) -> FileInProgress {
    guard !path.utf8.contains(0) else { throw FileWriteError(EINVAL) }
    let flags = O_WRONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK)
    let new = open(path, flags | O_CREAT | O_EXCL, 0o666)
    if new >= 0 { return FileInProgress(new, temporary: path, place: path) }
    let code = errno
    if FileStatus(path)?.isFolder == true { throw FileWriteError(EISDIR) }
    guard replaces, code == EEXIST else { throw FileWriteError(code) }
    if let new = try Replacement(path) {
      return FileInProgress(new.descriptor, temporary: new.path, place: new.place)
    }
    let old = open(path, flags | O_CREAT | O_TRUNC, 0o666)
    if old < 0 { throw FileWriteError(errno) }
    return FileInProgress(old, temporary: nil, place: path)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let temporary { unlink(temporary) }
  }

  mutating func write(_ bytes: [UInt8]) throws(FileWriteError) {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { throw FileWriteError(count < 0 ? errno : EIO, isHalfWay: true) }
      start += count
    }
  }

  /// Puts the file at its place.
  mutating func finish() throws(FileWriteError) {
    // Only a full or broken disk is told of here: what cannot be waited for is no error.
    if temporary != nil, fsync(descriptor) != 0, ![EINVAL, ENOTSUP, EROFS].contains(errno) {
      throw FileWriteError(errno, isHalfWay: true)
    }
    let closed = close(descriptor)
    descriptor = -1
    if closed != 0, errno != EINTR { throw FileWriteError(errno, isHalfWay: true) }
    if let temporary, temporary != place, rename(temporary, place) != 0 {
      throw FileWriteError(errno, isHalfWay: true)
    }
    temporary = nil
  }
}

/// A new file beside a regular one, with its mode and owner, to be moved over it.
private struct Replacement {
  let descriptor: Int32
  let path: String
  /// The old file, links followed.
  let place: String

  /// nil where the old one has to be written over: it is no regular file, has a second name, is open under
  /// `/dev/stdout`, or its folder or owner does not let another one take its place.
  init?(_ path: String) throws(FileWriteError) {
    guard let status = FileStatus(path), status.isRegular else { return nil }
    // Who may not write to the file may not replace it either.
    let old = open(path, O_WRONLY | O_CLOEXEC)
    if old < 0 { throw FileWriteError(errno) }
    close(old)
    guard status.names == 1, let place = Replacement.followed(path) else { return nil }
    var name = Array((FilePath.folder(of: place) + "/.packetwalk-XXXXXX").utf8CString)
    let descriptor = mkstemp(&name)
    if descriptor < 0 {
      if [EACCES, EPERM, EROFS].contains(errno) { return nil }
      throw FileWriteError(errno)
    }
    self.descriptor = descriptor
    self.place = place
    self.path = FilePath.text(name)
    let isOwned = status.isOwned(by: FileStatus(self.path))
    guard isOwned || fchown(descriptor, status.owner, status.group) == 0,
      fchmod(descriptor, status.mode) == 0
    else {
      close(descriptor)
      unlink(self.path)
      return nil
    }
  }

  /// Where the links of a path lead; nil when that is through what a process has open.
  private static func followed(_ path: String) -> String? {
    var path = path
    for _ in 0..<40 {
      guard let folder = realpath(FilePath.folder(of: path), nil) else { return nil }
      defer { free(folder) }
      let there = String(cString: folder) + "/"
      if ["/proc/", "/dev/"].contains(where: there.hasPrefix) { return nil }
      var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      if readlink(path, &target, target.count - 1) < 0 { return path }
      let next = FilePath.text(target)
      path = next.hasPrefix("/") ? next : FilePath.folder(of: path) + "/" + next
    }
    return nil
  }
}

private enum FilePath {
  static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// What `stat` says of a path, links followed.
private struct FileStatus {
  private var status = stat()

  /// nil when nothing is there.
  init?(_ path: String) { if stat(path, &status) != 0 { return nil } }

  private var kind: mode_t { status.st_mode & S_IFMT }
  var isFolder: Bool { kind == S_IFDIR }
  var isRegular: Bool { kind == S_IFREG }
  var names: Int { Int(status.st_nlink) }
  var mode: mode_t { status.st_mode & 0o7777 }
  var owner: uid_t { status.st_uid }
  var group: gid_t { status.st_gid }

  func isOwned(by other: FileStatus?) -> Bool { owner == other?.owner && group == other?.group }
}
