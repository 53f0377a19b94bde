import Analysis
import Documents
import Foundation
import Terminal

/// The settings of this user: `$XDG_CONFIG_HOME/packetwalk/config.yaml`, else `~/.config/packetwalk/config.yaml`
/// (XDG Base Directory Specification 0.8), and what the environment says over it.
package enum SettingsFile {
  /// nil without a home.
  package static func path(_ environment: [String: String]) -> String? {
    // The specification has relative paths ignored.
    if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") {
      return folder + "/packetwalk/config.yaml"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.config/packetwalk/config.yaml"
  }

  /// A missing file is as good as an empty one; one that is wrong is not passed over in silence.
  package static func read(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(Failure) -> Settings {
    var settings = try path(environment).map(decode) ?? Settings()
    if let name = environment["PACKETWALK_THEME"], !name.isEmpty {
      guard let theme = Theme(rawValue: name) else {
        let known = Theme.allCases.map(\.rawValue)
        throw Failure(
          .usage,
          "PACKETWALK_THEME should be \(alternatives(known)), found \(quoted(name))\(suggestion(for: name, in: known))",
          "PACKETWALK_THEME에는 \(known.joined(separator: ", ")) 중 하나를 씁니다: \(quoted(name))"
        )
      }
      settings.theme = theme
    }
    // Over the file as everywhere; an option is over both.
    if let noColor = environment["NO_COLOR"], !noColor.isEmpty { settings.color = nil }
    return settings
  }

  private static func decode(_ path: String) throws(Failure) -> Settings {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return Settings() }
      let reason = String(cString: strerror(errno))
      throw Failure(
        .notPermitted, "the settings \(path) cannot be read: \(reason)", "설정을 읽을 수 없습니다: \(path): \(reason)")
    }
    guard status.st_mode & S_IFMT == S_IFREG, let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .notPermitted, "the settings \(path) cannot be read; make it a file that you may read",
        "설정을 읽을 수 없습니다: \(path). 읽을 권한이 있는 파일로 만드세요")
    }
    do throws(DocumentError) {
      return try Settings.decode(try Source(name: path, bytes: Array(data)))
    } catch {
      throw Failure(
        .badInput, "\(error.description)\nMend the settings or take the lines out: they have to be right.",
        "\(error.description)\n설정을 고치거나 그 줄을 지우세요. 틀린 설정으로는 시작하지 않습니다.")
    }
  }
}
