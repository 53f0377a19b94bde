import CSystem
import Foundation
import Testing

/// What a reader of strangers' files gives up.
struct ConfinementTests {
  private typealias Attempt = @Sendable () -> Int

  /// Landlock's version, and the error number of each attempt (0 for none), made where nothing but open files is left. That
  /// holds for a thread and for good, so it has one of its own.
  private func confined(_ attempts: [Attempt]) -> (version: Int, errors: [Int32]) {
    let done = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var result = (version: 0, errors: [Int32]())
    let thread = Thread {
      let version = Int(confine_to_open_files())
      result = (version, attempts.map { $0() < 0 ? errno : 0 })
      done.signal()
    }
    thread.start()
    done.wait()
    return result
  }

  @Test func nothingElseIsOpenedAndNobodyIsReached() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (kept, spare, new) = (folder.path + "/kept", folder.path + "/spare", folder.path + "/new")
    for path in [kept, spare] { try Data("kept".utf8).write(to: URL(fileURLWithPath: path)) }
    let file = open(kept, O_RDWR)
    defer { close(file) }
    let (version, errors) = confined([
      { Int(open(kept, O_RDONLY | O_CLOEXEC)) }, { Int(open(new, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)) },
      { Int(unlink(spare)) }, { connectToClosedPort() },
      {
        var byte: UInt8 = 0
        return pread(file, &byte, 1, 0)
      },
      { pwrite(file, "x", 1, 0) },
    ])
    let (refused, reached) = (version > 0 ? EACCES : 0, version >= 4 ? EACCES : ECONNREFUSED)
    #expect(errors == [refused, refused, refused, reached, 0, 0])
    // Other threads are as they were.
    #expect(FileManager.default.contents(atPath: kept) == Data("xept".utf8))
  }
}

/// Port 1 of this machine, where nobody listens.
private func connectToClosedPort() -> Int {
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
  address.sin_port = UInt16(1).bigEndian
  let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(connection) }
  let result = withUnsafePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  return Int(result)
}
