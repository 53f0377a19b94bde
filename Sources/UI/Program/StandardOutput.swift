import Analysis
import Documents
import Foundation

/// Standard output in large pieces. A reader that has closed the pipe ends the program well.
package final class StandardOutput {
  private var waiting: [UInt8] = []
  private static let piece = 1 << 16

  package init() {}

  /// Before anything is printed: a closed pipe is an error of the write, not a signal.
  package static func prepare() { signal(SIGPIPE, SIG_IGN) }

  package func line(_ text: String) throws { try add(text + "\n") }

  /// Text without a line end after it: a prompt.
  package func add(_ text: String) throws {
    waiting += text.utf8
    if waiting.count >= Self.piece { try flush() }
  }

  package func flush() throws {
    var start = 0
    while start < waiting.count {
      let written = waiting[start...].withUnsafeBytes { Foundation.write(1, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(Exit.done.rawValue) }
        let code = errno
        throw Failure(
          .writeFailed, "cannot write: \(String(cString: strerror(code)))",
          "출력할 수 없습니다: \(Texts.fileError(code).ko)")
      }
      start += written
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Writes a file, in the words of the command line. It may be a pipe, whose reader is waited for.
  ///
  /// - Parameter replaces: what is there may be lost.
  package static func write(_ bytes: [UInt8], to path: String, replaces: Bool = true) throws {
    do throws(FileWriteError) {
      try FileWriter.write(bytes, to: path, replaces: replaces, waits: true)
    } catch {
      let reason = String(cString: strerror(error.code))
      let korean = Texts.fileError(error.code).ko
      throw error.isHalfWay
        ? Failure(.writeFailed, "writing \(path) failed: \(reason)", "쓰다가 실패했습니다: \(path): \(korean)")
        : Failure(.cannotWrite, "cannot write \(path): \(reason)", "쓸 수 없습니다: \(path): \(korean)")
    }
  }
}
