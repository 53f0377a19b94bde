import Foundation
import Testing

@testable import Documents

#if os(Linux)
  /// Whose rights this thread has on files: a test that runs as root is refused something, too.
  @_silgen_name("setfsuid") private func setFileUser(_ user: uid_t) -> Int32
#endif

/// Files are written whole or not at all, and what cannot be written is said.
@Suite struct FileWriterTests {
  /// A folder of its own.
  private struct Folder: ~Copyable {
    let path = NSTemporaryDirectory() + "/packetwalk-files-\(UInt64.random(in: 0...UInt64.max))"

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ text: String? = nil) throws -> String {
      if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name)) }
      return path + "/" + name
    }
    func text(_ name: String) -> String? { try? String(contentsOfFile: path + "/" + name, encoding: .utf8) }
    /// What is there, to see that nothing is left over.
    var names: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
    }
  }

  private func write(_ text: String, to path: String, replaces: Bool = true, waits: Bool = false)
    -> FileWriteError?
  {
    do throws(FileWriteError) {
      try FileWriter.write(Array(text.utf8), to: path, replaces: replaces, waits: waits)
      return nil
    } catch {
      return error
    }
  }

  private func status(_ path: String) -> stat {
    var status = stat()
    stat(path, &status)
    return status
  }

  @Test func aNewFileIsThereWhole() throws {
    let folder = try Folder()
    for (name, replaces) in [("a", true), ("b", false)] {
      #expect(write("all of it", to: try folder.file(name), replaces: replaces) == nil)
      #expect(folder.text(name) == "all of it")
    }
    #expect(folder.names == ["a", "b"])
  }

  @Test func aFileThatIsThereIsRefusedUnlessItMayBeLost() throws {
    let folder = try Folder()
    let file = try folder.file("a", "old")
    #expect(write("new", to: file, replaces: false) == FileWriteError(EEXIST))
    #expect(folder.text("a") == "old")
    #expect(write("new", to: file) == nil)
    #expect(folder.text("a") == "new" && folder.names == ["a"])
  }

  @Test func whatReplacesAFileHasItsMode() throws {
    let folder = try Folder()
    let file = try folder.file("a", "old")
    chmod(file, 0o640)
    let before = status(file)
    #expect(write("new", to: file) == nil)
    let after = status(file)
    #expect(after.st_mode == before.st_mode && after.st_uid == before.st_uid && after.st_gid == before.st_gid)
    #expect(after.st_ino != before.st_ino, "another file took its place")
  }

  @Test func anInterruptedWriteLeavesTheOldFileWhole() throws {
    let folder = try Folder()
    func begin(_ name: String) throws {
      var file = try FileInProgress.begin(folder.path + "/" + name, replaces: true, waits: false)
      try file.write(Array("half of the n".utf8))
      if name == "a" { #expect(folder.text("a") == "old", "until the end") }
      #expect(folder.names.count == 2 || name == "new")
    }
    _ = try folder.file("a", "old")
    try begin("a")
    try begin("new")
    #expect(folder.text("a") == "old" && folder.names == ["a"])
  }

  @Test func aFullDiskIsSaidAndLeavesTheOldFileWhole() throws {
    #expect(write("x", to: "/dev/full") == FileWriteError(ENOSPC, isHalfWay: true))
    #expect(write("x", to: "/dev/full", replaces: false) == FileWriteError(EEXIST))
    let folder = try Folder()
    symlink("/dev/full", try folder.file("a"))
    #expect(write("x", to: try folder.file("a")) == FileWriteError(ENOSPC, isHalfWay: true))
    #expect(folder.names == ["a"])
  }

  @Test func aFolderIsNoFile() throws {
    let folder = try Folder()
    for path in [folder.path, folder.path + "/", "/"] {
      for replaces in [true, false] {
        #expect(write("x", to: path, replaces: replaces) == FileWriteError(EISDIR))
      }
    }
    #expect(write("x", to: folder.path + "/nowhere/x") == FileWriteError(ENOENT))
    #expect(write("x", to: try folder.file("a", "old") + "/x") == FileWriteError(ENOTDIR))
    #expect(write("x", to: "a\u{0}b") == FileWriteError(EINVAL))
    #expect(write("x", to: String(repeating: "x", count: 5000)) == FileWriteError(ENAMETOOLONG))
  }

  #if os(Linux)
    @Test func whoMayNotWriteIsToldAndChangesNothing() throws {
      let folder = try Folder()
      let file = try folder.file("a", "old")
      chmod(file, 0o444)
      chmod(folder.path, 0o755)
      let user = setFileUser(65_534)
      let refused = [write("new", to: file), write("new", to: folder.path + "/b")]
      _ = setFileUser(uid_t(user))
      // Without the change of rights it is one's own folder.
      #expect(refused[0] == FileWriteError(EACCES))
      #expect(refused[1] == (geteuid() == 0 ? FileWriteError(EACCES) : nil))
      #expect(folder.text("a") == "old")
    }

    @Test func inAFolderThatMayNotBeChangedTheFileItselfIsWritten() throws {
      let folder = try Folder()
      let file = try folder.file("a", "old")
      chmod(file, 0o666)
      chmod(folder.path, 0o555)
      let inode = status(file).st_ino
      let user = setFileUser(65_534)
      let error = write("new", to: file)
      _ = setFileUser(uid_t(user))
      chmod(folder.path, 0o755)
      #expect(error == nil && folder.text("a") == "new" && status(file).st_ino == inode)
    }
  #endif

  @Test func aPipeWithoutAReaderDoesNotHang() throws {
    let folder = try Folder()
    let pipe = try folder.file("pipe")
    mkfifo(pipe, 0o600)
    #expect(write("x", to: pipe) == FileWriteError(ENXIO))
    #expect(write("x", to: pipe, replaces: false) == FileWriteError(EEXIST))
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(write("for the reader", to: pipe) == nil)
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(reader, &bytes, bytes.count)
    #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "for the reader")
    // The pipe takes some 64 kB that nobody fetches.
    let long = write(String(repeating: "x", count: 1 << 20), to: pipe)
    #expect(long == FileWriteError(EAGAIN, isHalfWay: true))
    #expect(folder.names == ["pipe"])
  }

  @Test func aLinkStaysAndWhatItLeadsToIsWritten() throws {
    let folder = try Folder()
    _ = try folder.file("a", "old")
    symlink("a", try folder.file("link"))
    symlink("new", try folder.file("dangling"))
    link(folder.path + "/a", folder.path + "/second")
    #expect(write("through the link", to: folder.path + "/link") == nil)
    // Both names of one file.
    #expect(folder.text("a") == "through the link" && folder.text("second") == "through the link")
    #expect(write("made", to: folder.path + "/dangling") == nil && folder.text("new") == "made")
    unlink(folder.path + "/second")
    #expect(write("again", to: folder.path + "/link") == nil && folder.text("a") == "again")
    #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link")) == "a")
    #expect(folder.names == ["a", "dangling", "link", "new"])
  }

  @Test func whatIsOpenAsADescriptorStaysTheSameFile() throws {
    let folder = try Folder()
    let descriptor = open(try folder.file("a", "old"), O_WRONLY | O_APPEND)
    #expect(write("new", to: "/dev/fd/\(descriptor)") == nil)
    #expect(Foundation.write(descriptor, " and more", 9) == 9)
    close(descriptor)
    #expect(folder.text("a") == "new and more" && folder.names == ["a"])
  }
}
