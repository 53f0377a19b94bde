import Analysis
import Documents
import Foundation

/// A file to be written.
package struct SaveRequest: Equatable, Sendable {
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
    let name = SaveRequest.expanded(path, home: getenv("HOME").map { String(cString: $0) })
    do throws(FileWriteError) {
      // A pipe that nobody reads must not hold the screen.
      try FileWriter.write(bytes, to: name, replaces: replaces, waits: false)
      return .done
    } catch {
      return error.code == EEXIST ? .exists : .failed(Texts.fileError(error.code))
    }
  }

  package static func expanded(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }
}
