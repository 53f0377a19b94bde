import Documents
import Lessons

/// What `packetwalk progress` says.
extension Texts {
  package static func exported(_ answers: Int, to file: String) -> LocalizedText {
    both(
      "wrote \(answers) answer\(answers == 1 ? "" : "s") to \(file)", "답 \(answers)개를 파일에 썼습니다: \(file)")
  }

  package static func imported(_ merged: ProgressStore.Merged) -> LocalizedText {
    let answers = merged.answers
    return both(
      "added \(answers) answer\(answers == 1 ? "" : "s"); \(merged.known) line\(merged.known == 1 ? " was" : "s were") known already",
      "답 \(answers)개를 더했습니다. 이미 있던 줄은 \(merged.known)개입니다")
  }

  /// - Parameters:
  ///   - findings: what is wrong, with file and line.
  ///   - more: how many others there are.
  package static func notImported(_ findings: [String], more: Int) -> LocalizedText {
    let list = findings.joined(separator: "\n")
    return both(
      "nothing was imported. Mend or remove these lines, then import the file again:\n\(list)"
        + (more > 0 ? "\nand \(more) more" : ""),
      "아무것도 가져오지 않았습니다. 아래 줄을 고치거나 지운 뒤 다시 가져오세요.\n\(list)"
        + (more > 0 ? "\n외 \(more)개" : ""))
  }

  package static let noImportFromTerminal = both(
    "- imports from standard input, but that is a terminal here; give a file, or a pipe into it",
    "-는 표준 입력에서 가져오는데 지금은 터미널입니다. 파일을 지정하거나 파이프로 넣으세요")
}
