import Analysis
import Documents
import Networking

/// Looking closer at a field, a checksum, a hop.
extension Texts {
  // MARK: Field

  static let fieldTitle = both("Field", "필드")

  static func filter(_ expression: String, _ language: Language) -> String {
    language == .en ? "Filter: \(expression)   (y copies)" : "필터: \(expression)   (y 복사)"
  }

  // MARK: Checksum

  static func checksumOf(_ layer: String, _ language: Language) -> String {
    let name = layer == "IP" ? both("IPv4 header", "IPv4 헤더")[language] : layer
    return language == .en ? "\(name) checksum" : "\(name) 체크섬"
  }

  static func word(_ number: Int, of count: Int, _ language: Language) -> String {
    if number > count { return result[language] }
    return language == .en ? "word \(number) of \(count)" : "\(count)개 중 \(number)번째 워드"
  }

  static func part(_ part: ChecksumComputation.Word.Part, _ language: Language) -> String {
    switch part {
    case .pseudoHeader:
      both("pseudo-header: from the IP header, not sent again", "의사 헤더: IP 헤더의 값, 따로 보내지 않음")[language]
    case .header: both("header", "헤더")[language]
    case .payload: both("payload", "페이로드")[language]
    }
  }

  static let pseudo = both("pseudo", "의사")
  static let sumSoFar = both("the sum so far", "지금까지의 합")
  static let carry = both("the carry comes back at the right:", "올림수는 오른쪽 끝에 더합니다:")
  static let withCarry = both("carry", "올림")
  static let result = both("result", "결과")
  static let complement = both("every bit inverted", "모든 비트를 뒤집음")
  static let receiver = both("The receiver adds the field too:", "받는 쪽은 필드까지 더합니다:")
  static let allOnes = both("all ones: unchanged", "모두 1: 그대로")
  static let notAllOnes = both("not ffff: thrown away", "ffff가 아님: 버림")

  static func sumOfWords(_ count: Int, _ language: Language) -> String {
    language == .en ? "the sum of \(count) words" : "워드 \(count)개의 합"
  }

  static func fieldHolds(_ held: String, isRight: Bool, _ language: Language) -> String {
    if isRight { return language == .en ? "the field holds \(held)" : "필드 값 \(held)" }
    return language == .en ? "but the field holds \(held)" : "필드 값은 \(held)"
  }

  static func bytePlace(_ bytes: Range<Int>, _ language: Language) -> String {
    let last = bytes.upperBound - 1
    if bytes.count == 1 { return language == .en ? "byte \(last)" : "\(last)번 바이트" }
    let place = "\(bytes.lowerBound)-\(last)"
    return language == .en ? "bytes \(place)" : "\(place)번 바이트"
  }

  /// What a word is: `bytes 34-35: tcp.srcport`.
  static func says(
    _ word: ChecksumComputation.Word, holds held: UInt16, _ fields: String, _ language: Language
  ) -> String {
    let place = bytePlace(word.bytes, language)
    if word.isField {
      let value = "0x" + hex(UInt64(held), digits: 4)
      return language == .en
        ? "\(place): \(fields), \(value) on the wire, counts as 0 here"
        : "\(place): \(fields), 실제 값 \(value)이지만 여기서는 0"
    }
    if word.isPadded, word.part != .pseudoHeader {
      return language == .en
        ? "\(place): \(fields), with a zero byte to fill the word"
        : "\(place): \(fields), 워드를 채우려고 0 바이트를 붙임"
    }
    if word.part == .pseudoHeader, word.bytes.count == 1 {
      return language == .en
        ? "\(place): \(fields), with a zero byte before it" : "\(place): \(fields), 앞에 0 바이트를 붙임"
    }
    if fields == "ip.len" {
      let count = Texts.bytes(Int(word.value), language)
      return language == .en
        ? "\(count) without the IP header, from \(place): \(fields)"
        : "IP 헤더를 뺀 \(count), \(place)의 \(fields)에서"
    }
    return "\(place): \(fields)"
  }

  static func checksumSentence(_ sum: ChecksumPanelState.View) -> LocalizedText {
    guard let word = sum.word else {
      return both(
        "Inverted, it goes into the field: now all the words add up to ffff.",
        "합을 뒤집어 필드에 적습니다. 받는 쪽이 모두 다시 더하면 ffff가 됩니다.")
    }
    if word.isField {
      return both(
        "The field cannot be part of its own sum: while it is computed it counts as 0.",
        "체크섬 필드 자신은 더할 수 없습니다. 계산하는 동안에는 0으로 칩니다.")
    }
    if word.part == .pseudoHeader {
      return both(
        "Addresses are added too: a packet that ends up at the wrong host is detected.",
        "주소도 더합니다. 엉뚱한 호스트에 도착한 패킷을 알아낼 수 있습니다.")
    }
    return both(
      "16-bit words are added; a carry out of the left is added back at the right.",
      "16비트 워드를 더합니다. 왼쪽으로 넘친 올림수는 오른쪽 끝에 더합니다.")
  }

  static let noBytesToSum = both(
    "c there are no bytes here to add up: choose a field first.", "c 더할 바이트가 없습니다. 먼저 필드를 고르세요.")

  static func noChecksum(_ reason: ChecksumCoverage.Absence) -> LocalizedText {
    switch reason {
    case .noBytes: noBytesToSum
    case .frameCheckSequence:
      both(
        "c Ethernet's checksum, the FCS, is not here: the card took it off.",
        "c 이더넷의 체크섬(FCS)은 여기 없습니다. 네트워크 카드가 확인하고 떼어 냅니다.")
    case .none(let layer, let carrier):
      if let carrier {
        both(
          "c \(layer) has no checksum of its own: \(carrier), which carries it, has one.",
          "c \(layer)에는 체크섬이 없습니다. 이를 담은 \(carrier)에 있습니다.")
      } else {
        both("c \(layer) has no checksum of its own.", "c \(layer)에는 체크섬이 없습니다.")
      }
    case .leftOut:
      both(
        "c the sender left the checksum out: a 0 in UDP says so (RFC 768).",
        "c 보낸 쪽이 체크섬을 생략했습니다. UDP에서 0은 생략을 뜻합니다(RFC 768).")
    case .cut:
      both(
        "c not all bytes that the checksum covers are here.", "c 체크섬에 드는 바이트가 여기 다 있지 않습니다.")
    case .noAddresses:
      both(
        "c the sum needs the IP addresses too: they come with the IP header, a moment later.",
        "c IP 주소도 더해야 합니다. 주소는 다음 순간 IP 헤더와 함께 옵니다.")
    }
  }

  // MARK: Hop

  static func changes(_ count: Int, _ language: Language) -> String {
    language == .en ? "\(count) change\(count == 1 ? "" : "s")" : "바뀐 것 \(count)개"
  }

  static func hopFrames(_ device: String, _ before: Int, _ after: Int, _ language: Language) -> String {
    language == .en
      ? "Through \(device): frame \(before) in, frame \(after) out"
      : "\(device) 통과: \(before)번 프레임으로 들어와 \(after)번 프레임으로 나감"
  }

  static func hopUnits(_ device: String, _ before: String, _ after: String, _ language: Language) -> String {
    language == .en
      ? "In \(device): the previous \(before), the \(after) now"
      : "\(device) 안에서: 이전 \(before), 지금 \(after)"
  }

  static let nothingChanged = both(
    "Nothing changed: every byte goes out as it came in.", "바뀐 것이 없습니다. 모든 바이트가 들어온 그대로 나갑니다.")

  static let nothingChangedInside = both(
    "Nothing changed: the bytes are the same as before.", "바뀐 것이 없습니다. 바이트가 앞과 같습니다.")

  static let headerAdded = both("header put in front", "헤더를 앞에 붙임")
  static let headerRemoved = both("header taken off", "헤더를 떼어 냄")

  static func gone(_ value: String, _ language: Language) -> String {
    language == .en ? "\(value) removed" : "\(value) 제거"
  }

  static let noBytesToCompare = both(
    "v there are no bytes here to compare.", "v 비교할 바이트가 없습니다.")
  static let firstCable = both(
    "v this is the first cable it is on: there is no earlier hop to compare with.",
    "v 처음 지나는 케이블입니다. 비교할 이전 홉이 없습니다.")
  static let nothingBefore = both(
    "v it was made here just now: there is nothing earlier to compare with.",
    "v 방금 여기서 만든 것이라 비교할 이전 것이 없습니다.")
}
