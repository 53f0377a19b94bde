import Analysis
import Foundation

/// Where the program keeps what it has to remember: `$XDG_STATE_HOME/packetwalk`, else `~/.local/state/packetwalk`
/// (XDG Base Directory Specification 0.8).
package enum StateFolder {
  package static func path(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(ProgressError) -> String {
    // The specification has relative paths ignored.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/packetwalk" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { throw ProgressError(.noHome, path: "") }
    return home + "/.local/state/packetwalk"
  }

  /// Makes a folder that only its owner may enter, and those above it that are missing.
  static func make(_ path: String) throws(ProgressError) {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) == 0 || errno == EEXIST { continue }
      var status = stat()
      // A folder above may be one that nobody may write to.
      guard stat(made, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw ProgressError(.unwritable, path: path)
      }
    }
  }
}
