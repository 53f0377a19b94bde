import CSystem
import Foundation
import Networking
import Testing

@testable import UI
@testable import packetwalk

/// `packetwalk dissect` reads strangers' files with no more rights than it needs, where the kernel offers that.
struct ConfinedTests {
  /// What a thread can do after the command has run on it.
  private struct Rights: Equatable {
    var failure: Failure?
    var gainsNoPrivileges = false
    /// The error numbers of opening an existing file and of making a new one; 0: it could.
    var opening: Int32 = 0
    var making: Int32 = 0
  }

  /// Runs the command as the program does, on a thread of its own: what it gives up is gone for good.
  private func rights(after arguments: [String], in folder: Foundation.URL) throws -> Rights {
    let command = try #require(try Packetwalk.parseAsRoot(["dissect"] + arguments) as? Dissect)
    let (old, new) = (folder.path + "/old", folder.path + "/new")
    try Data("old".utf8).write(to: Foundation.URL(fileURLWithPath: old))
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var rights = Rights()
    let thread = Thread {
      // Opened before: afterwards there is no opening it.
      let status = open("/proc/thread-self/status", O_RDONLY | O_CLOEXEC)
      do { try command.run() } catch { rights.failure = error as? Failure }
      rights.gainsNoPrivileges = Self.text(of: status).contains("NoNewPrivs:\t1")
      rights.opening = open(old, O_RDONLY | O_CLOEXEC) < 0 ? errno : 0
      rights.making = open(new, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600) < 0 ? errno : 0
      done.signal()
    }
    thread.start()
    done.wait()
    return rights
  }

  private static func text(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(file, &bytes, bytes.count, 0)
    close(file)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// A folder with captures: one of no frames, and a file that is none.
  private func withFolder(_ body: (Foundation.URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// Where the kernel has no Landlock the command reads the file all the same, and nothing else changes.
  @Test func afterDissectNoFileCanBeOpened() throws {
    try withFolder { folder in
      let capture = folder.appendingPathComponent("none.pcap")
      try Data(CaptureWriter(.pcap, interface: "eth0").bytes).write(to: capture)
      let isOffered = confinement_version() > 0
      let refused: Int32 = isOffered ? EACCES : 0
      #expect(
        try rights(after: [capture.path], in: folder)
          == Rights(gainsNoPrivileges: isOffered, opening: refused, making: refused))
      // This thread has kept what it had.
      #expect(FileManager.default.contents(atPath: capture.path) != nil)
    }
  }

  /// It gives them up before it reads the first byte.
  @Test func whatIsNoCaptureIsReadWithoutRightsToo() throws {
    try withFolder { folder in
      let file = folder.appendingPathComponent("text.pcap")
      try Data("no capture".utf8).write(to: file)
      let rights = try rights(after: [file.path], in: folder)
      #expect(rights.failure?.exit == .badInput)
      #expect(rights.opening == (confinement_version() > 0 ? EACCES : 0))
    }
  }
}
