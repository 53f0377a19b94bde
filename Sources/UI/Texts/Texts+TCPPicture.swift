import Analysis
import Documents
import Networking

extension Texts {
  static func listensFromStart(_ end: String, _ language: Language) -> String {
    language == .en
      ? "\(end): LISTEN from the start: the port waits for a SYN."
      : "\(end): 처음부터 LISTEN: 포트가 SYN을 기다립니다."
  }

  static func closedFromStart(_ end: String, _ language: Language) -> String {
    language == .en
      ? "\(end): CLOSED: there is no connection here." : "\(end): CLOSED: 여기에는 연결이 없습니다."
  }

  static func state(
    _ end: String, _ state: String, by arc: String, at moment: Int, isPast: Bool, _ language: Language
  ) -> String {
    switch (language, isPast) {
    case (.en, false): "\(end): \(state) since moment \(moment), by \(arc). Enter goes there."
    case (.en, true): "\(end): was \(state) from moment \(moment) on, by \(arc). Enter goes there."
    case (.ko, false): "\(end): \(moment)번 순간부터 \(state) (\(arc)). Enter를 누르면 그 순간으로 갑니다."
    case (.ko, true): "\(end): \(moment)번 순간에 \(state) 상태가 되었습니다 (\(arc)). Enter를 누르면 그 순간으로 갑니다."
    }
  }

  static func variable(_ mark: TCPByteStream.Mark, of end: String, _ language: Language) -> String {
    let number = "\(mark.number) (\(mark.absolute))"
    return "\(end) \(mark.variable.name), \(mark.variable.sense[language]): \(number)."
  }

  static let startState = both("This is the state it began in.", "처음 상태입니다.")
  static let noSetter = both("No single moment set this number.", "이 번호는 한 순간에 정해진 것이 아닙니다.")
  static let noStreamYet = both("no SYN yet", "아직 SYN 없음")
}

extension TCPByteStream.Variable {
  /// As RFC 9293 writes it.
  var name: String {
    switch self {
    case .unacknowledged: "SND.UNA"
    case .next: "SND.NXT"
    case .sendEdge: "SND.UNA+SND.WND"
    case .expected: "RCV.NXT"
    case .receiveEdge: "RCV.NXT+RCV.WND"
    }
  }

  var sense: LocalizedText {
    switch self {
    case .unacknowledged:
      Texts.both("the oldest byte not acknowledged yet", "아직 확인 응답을 받지 못한 가장 오래된 바이트")
    case .next: Texts.both("the next byte to be sent", "다음에 보낼 바이트")
    case .sendEdge: Texts.both("the first byte that may not be sent yet", "아직 보내면 안 되는 첫 바이트")
    case .expected: Texts.both("the next byte expected", "다음에 받을 바이트")
    case .receiveEdge: Texts.both("the first byte that would not be accepted", "아직 받을 수 없는 첫 바이트")
    }
  }
}
