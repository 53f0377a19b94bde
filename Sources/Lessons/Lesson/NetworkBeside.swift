import Documents
import Networking

/// The network that a lesson seems to name, read while the lesson itself is read. Whether it is the one is seen then.
struct NetworkBeside {
  let path: String
  let network: Beside<Result<NetworkFile, DocumentError>>

  /// nil where the text does not show at once which it is.
  init?(of source: Source, _ library: LessonLibrary) {
    guard let name = NetworkBeside.name(in: source.text), let path = library.networkPath(name) else {
      return nil
    }
    self.path = path
    network = Beside {
      Result { () throws(DocumentError) in try NetworkFile.decode(library.source(path)) }
    }
  }

  /// `home` of `network: {use: home}`, in one line or two.
  private static func name(in text: String) -> String? {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), maxSplits: 60)
    guard let first = lines.firstIndex(where: { $0.starts(with: "network:".utf8) }) else { return nil }
    let words = lines[first...].prefix(2).flatMap { line in
      line.split { ": {},\r".utf8.contains($0) }.map { String(Substring($0)) }
    }
    return words.firstIndex(of: "use").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
  }
}
