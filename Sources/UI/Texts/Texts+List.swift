import Analysis
import Documents

/// The picture of everything that happens.
extension Texts {
  static let noFramesYet = both("Nothing has been sent yet.", "아직 보낸 것이 없습니다.")
  static let listGoesOn = both("… there is more: End keeps looking", "… 더 있습니다. End로 더 봅니다")
  static let listComes = both("… the rest comes as you walk", "… 나머지는 진행하면서 나옵니다")

  /// `frame 58 of 120, = same packet`
  /// - Parameter number: where the walk stands; nil: before the first.
  static func listHead(
    _ counting: Counting, _ number: Int?, of total: String, sought: String?, _ language: Language
  ) -> String {
    let head: LocalizedText =
      switch (counting, number) {
      case (.frames, let number?): both("frame \(number) of \(total)", "프레임 \(total)개 중 \(number)번")
      case (.moments, let number?): both("moment \(number) of \(total)", "순간 \(total)개 중 \(number)번")
      case (.frames, nil): both("\(total) frames", "프레임 \(total)개")
      case (.moments, nil): both("\(total) moments", "순간 \(total)개")
      }
    let rest =
      sought.map { both("  / \($0)", "  / \($0)") }
      ?? (counting == .frames ? both(", = same packet", ", = 같은 패킷") : both("", ""))
    return head[language] + rest[language]
  }

  /// `46-63 of 120`
  static func listed(_ rows: Range<Int>, of total: String, _ language: Language) -> String {
    let shown = "\(rows.lowerBound + 1)-\(rows.upperBound)"
    return language == .en ? "\(shown) of \(total)" : "\(total) 중 \(shown)"
  }

  /// The heads of its columns.
  struct ListHeads {
    let number: String
    let from: String
    let to: String
    let `protocol`: String
    let device: String
    let layer: String
    let length: String
    let says: String
  }

  static func listColumns(_ language: Language) -> ListHeads {
    switch language {
    case .en:
      ListHeads(
        number: "No.", from: "from", to: "to", protocol: "prot", device: "device", layer: "layer",
        length: "len", says: "what happens")
    case .ko:
      ListHeads(
        number: "번호", from: "보냄", to: "받음", protocol: "prot", device: "장치", layer: "계층", length: "길이",
        says: "하는 일")
    }
  }
}
