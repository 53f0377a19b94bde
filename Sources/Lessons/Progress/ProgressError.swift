import Analysis
import Documents
import GRDB

/// Why places are not kept: one sentence. The walk goes on without.
package struct ProgressError: Error, Equatable, Sendable {
  package enum Reason: Equatable, Sendable {
    /// Neither `XDG_STATE_HOME` nor `HOME` says where to.
    case noHome
    case unwritable
    /// Not a database, or one with broken pages.
    case damaged
    /// Written by a later version of this program.
    case newer
    /// Another program holds it; it may work a little later.
    case locked
    case full
    /// In the words of SQLite or the system, English.
    case other(String)
  }

  package let reason: Reason
  /// The file or folder concerned.
  package let path: String

  package init(_ reason: Reason, path: String) {
    self.reason = reason
    self.path = path
  }

  /// What is not kept.
  package enum Loss: Sendable {
    case place, answers
    /// Nothing is lost, but what was kept cannot be had.
    case progress

    fileprivate var text: LocalizedText {
      switch self {
      case .place: LocalizedText(en: "Your place cannot be saved", ko: "진행 위치를 저장하지 못합니다")
      case .answers: LocalizedText(en: "Your answers cannot be saved", ko: "답을 저장하지 못합니다")
      case .progress:
        LocalizedText(en: "Your progress cannot be read or written", ko: "진도를 읽거나 쓰지 못합니다")
      }
    }
  }

  package var text: LocalizedText { text(of: .place) }

  /// The path stands last: a narrow screen cuts it first.
  package func text(of loss: Loss) -> LocalizedText {
    func both(_ en: String, _ ko: String) -> LocalizedText {
      LocalizedText(en: "\(loss.text.en): \(en)", ko: "\(loss.text.ko). \(ko)")
    }
    return switch reason {
    case .noHome: both("HOME is not set.", "HOME이 설정되어 있지 않습니다.")
    case .unwritable: both("cannot write to \(path)", "쓸 수 없는 경로: \(path)")
    case .damaged:
      both("a damaged file (move it away for a new one): \(path)", "손상된 파일(옮겨 두면 새로 만듭니다): \(path)")
    case .newer: both("a newer packetwalk wrote \(path)", "더 새로운 packetwalk가 쓴 파일: \(path)")
    case .locked: both("\(path) is in use by another program", "다른 프로그램이 쓰고 있는 파일: \(path)")
    case .full: both("the disk is full.", "디스크가 가득 찼습니다.")
    case .other(let message): both(message, message)
    }
  }

  init(_ error: any Error, path: String) {
    if let error = error as? ProgressError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.other(String(describing: error)), path: path)
      return
    }
    let reason: Reason =
      switch error.resultCode {
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .unwritable
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_FULL: .full
      default: .other(error.message ?? "SQLite error \(error.resultCode.rawValue)")
      }
    self.init(reason, path: path)
  }
}
