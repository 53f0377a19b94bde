import Analysis
import Foundation
import Networking

/// A file read from its start, a piece at a time; also a pipe.
package final class FileCaptureSource: CaptureSource {
  private let descriptor: Int32
  private var offset = 0

  /// Stands for standard input.
  private static let standardInput = "-"

  /// Throws when there is no such file, or it may not be read.
  /// - Parameter path: of a file; `-` is standard input.
  package init(_ path: String) throws(Failure) {
    guard path != Self.standardInput else {
      guard isatty(0) == 0 else {
        throw Failure(
          .usage,
          "- reads a capture from standard input, but that is a terminal here; give a file, or a pipe into it",
          "-는 표준 입력에서 캡처를 읽는데 지금은 터미널입니다. 파일을 지정하거나 파이프로 넣으세요")
      }
      descriptor = 0
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure.unreadable(path, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure.isFolder(path)
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure.unreadable(path, errno) }
  }

  deinit { if descriptor != 0 { close(descriptor) } }

  /// What messages call it.
  package static func name(of path: String) -> String { path == standardInput ? "standard input" : path }

  package func read(atMost count: Int) throws(CaptureError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
      let got = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, count) }
      if got < 0 {
        if errno == EINTR { continue }
        throw CaptureError(offset: offset, .unreadable(String(cString: strerror(errno))))
      }
      offset += got
      bytes.removeLast(count - got)
      return bytes
    }
  }
}

extension Failure {
  /// - Parameter code: the system's `errno`.
  package static func unreadable(_ path: String, _ code: Int32) -> Failure {
    switch code {
    case EACCES, EPERM: Failure(.notPermitted, "\(path) may not be read by you", "읽을 권한이 없습니다: \(path)")
    case ENOENT, ENOTDIR: Failure(.notFound, "there is no file \(path)", "파일이 없습니다: \(path)")
    default: Failure(.notFound, "\(path): \(String(cString: strerror(code)))")
    }
  }

  package static func isFolder(_ path: String) -> Failure {
    Failure(.notFound, "\(path) is a folder", "폴더입니다: \(path)")
  }
}
