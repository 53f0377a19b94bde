import Documents
import Networking

/// What is said of a selection in one sentence: the same on the sentence line and in plain text.
package enum SelectionNarration {
  private static func both(_ en: String, _ ko: String) -> LocalizedText { LocalizedText(en: en, ko: ko) }

  // MARK: Field

  /// `eth.dst, bytes 0-5: ff:ff:ff:ff:ff:ff. The address the frame is for.`
  /// - Parameters:
  ///   - was: its value in what the unit was made from.
  ///   - says: what the reference says of the field.
  package static func field(
    _ place: FieldPlace, in unit: Dissection, was: String?, says: LocalizedText?, _ language: Language
  ) -> String {
    let node = unit.node(place)
    let value = node.text.isEmpty ? "–" : node.text
    let reason = says.map { " " + $0[language] } ?? ""
    var text = node.field.name
    if node.field.isGenerated {
      text += ", " + computed[language]
      if let origin = computedFrom(node.field, language) { return "\(text): \(value), \(origin)." }
    } else if let bits = FieldBits(place, in: unit)?.sentence(language) {
      return "\(text): \(bits)." + reason
    } else if !node.bits.isEmpty {
      text += ", " + position(node, language)
    }
    return "\(text): \(value)\(was.map { ", " + self.was($0, language) } ?? "")." + reason
  }

  package static let computed = both("computed, not sent", "계산한 값(보내지 않음)")
  package static let mask = both("mask", "마스크")
  package static let lowByteFirst = both("least significant byte first", "하위 바이트부터")

  package static func was(_ value: String, _ language: Language) -> String {
    language == .en ? "was \(value)" : "이전 \(value)"
  }

  /// `bytes 0-5`, `byte 12, bits 4-7`.
  package static func position(_ node: FieldNode, _ language: Language) -> String {
    let bytes = node.bytes
    let last = bytes.upperBound - 1
    let place: String
    if bytes.count == 1 {
      place = language == .en ? "byte \(bytes.lowerBound)" : "\(bytes.lowerBound)번 바이트"
    } else {
      place = language == .en ? "bytes \(bytes.lowerBound)-\(last)" : "\(bytes.lowerBound)-\(last)번 바이트"
    }
    if node.bits.count == bytes.count * 8 { return place }
    let first = node.bits.lowerBound - bytes.lowerBound * 8
    let end = node.bits.upperBound - 1 - bytes.lowerBound * 8
    if language == .ko { return first == end ? "\(place)의 \(first)번 비트" : "\(place)의 \(first)-\(end)번 비트" }
    return first == end ? "\(place), bit \(first)" : "\(place), bits \(first)-\(end)"
  }

  /// `computed from ip.len, tcp.hdr_len and earlier frames`; nil when the field does not say from what.
  package static func computedFrom(_ field: Field, _ language: Language) -> String? {
    guard field.isGenerated, !field.inputs.isEmpty else { return nil }
    let names = field.inputs.map { input -> String in
      switch input {
      case .field(let name): name
      case .summed: both("all bytes the checksum covers", "체크섬에 드는 모든 바이트")[language]
      case .earlierFrames: both("earlier frames", "앞선 프레임")[language]
      case .time: both("the time", "시각")[language]
      }
    }
    if language == .ko { return names.joined(separator: ", ") + "에서 계산했습니다" }
    let last = names.count > 1 ? " and " + names[names.count - 1] : names[0]
    return "computed from " + (names.count > 1 ? names.dropLast().joined(separator: ", ") : "") + last
  }

  // MARK: Layer, fold

  /// `Ethernet II, 14 bytes: 00:00:5e:00:53:10 → ff:ff:ff:ff:ff:ff.`
  /// - Parameters:
  ///   - isMasked: something of it must not be read, which its summary may say.
  ///   - hasLength: false where its length must not be read either.
  package static func layer(
    _ layer: Dissection.Layer, _ language: Language, isMasked: Bool = false, hasLength: Bool = true
  ) -> String {
    let summary = layer.summary.isEmpty || isMasked ? "" : ": \(layer.summary)"
    return "\(length(of: layer, isMasked: !hasLength, language))\(summary)."
  }

  /// `Ethernet II, 14 bytes`
  package static func length(of layer: Dissection.Layer, isMasked: Bool, _ language: Language) -> String {
    "\(layer.protocol.title), \(isMasked ? HiddenText.sign : bytes(layer.bytes.count, language))"
  }

  /// What a key does to a layer, and to fields that are folded away.
  package static func layerHint(isOpen: Bool, _ language: Language) -> String {
    if language == .en { return isOpen ? "Enter closes its fields." : "Enter opens its fields." }
    return isOpen ? "Enter를 누르면 필드를 접습니다." : "Enter를 누르면 필드를 펼칩니다."
  }

  package static func folded(_ labels: [String], _ language: Language) -> String {
    if labels.count > 4, let first = labels.first, let last = labels.last {
      return language == .en
        ? "Enter unfolds \(labels.count) fields: \(first) … \(last)."
        : "Enter를 누르면 필드 \(labels.count)개를 펼칩니다: \(first) … \(last)."
    }
    let labels = labels.joined(separator: ", ")
    return language == .en ? "Enter unfolds: \(labels)." : "Enter를 누르면 펼칩니다: \(labels)."
  }

  package static func bytes(_ count: Int, _ language: Language) -> String {
    language == .en ? "\(count) byte\(count == 1 ? "" : "s")" : "\(count)바이트"
  }

  // MARK: Moment, message

  /// `moment 23`
  package static func moment(_ number: Int, _ language: Language) -> String {
    language == .en ? "moment \(number)" : "\(number)번 순간"
  }

  /// About how long, in three digits at most: `223 ms`.
  package static func span(_ nanoseconds: Int64) -> String {
    let units: [(Int64, String)] = [(1_000_000_000, "s"), (1_000_000, "ms"), (1000, "µs"), (1, "ns")]
    let (size, name) = units.first { nanoseconds >= $0.0 } ?? (1, "ns")
    let (whole, tenths) = (nanoseconds / size, nanoseconds % size * 10 / size)
    return whole < 10 && tenths > 0
      ? "\(whole).\(tenths) \(name)" : "\((nanoseconds + size / 2) / size) \(name)"
  }

  /// The person at the keyboard.
  package static let you = both("you", "나")

  /// What a layer is called.
  package static func layer(_ kind: LayerKind) -> LocalizedText {
    switch kind {
    case .physical: both("Physical", "물리")
    case .link: both("Link", "링크")
    case .internet: both("Internet", "인터넷")
    case .transport: both("Transport", "전송")
    case .socket: both("Socket", "소켓")
    case .application: both("Application", "응용")
    }
  }

  /// Columns of the longest.
  package static func layerWidth(_ language: Language) -> Int {
    language == .en ? 11 : 6
  }

  /// `laptop, Internet`: who did something, in which layer.
  package static func actor(_ moment: Moment, device: LocalizedText?, _ language: Language) -> String {
    guard let device else { return you[language] }
    return "\(device[language]), \(layer(moment.layer)[language])"
  }

  /// `laptop, Internet: puts it into a packet for 192.0.2.1`
  /// - Parameter says: what the reference says of the moment.
  package static func moment(
    _ moment: Moment, device: LocalizedText?, says: LocalizedText, _ language: Language
  ) -> String { "\(actor(moment, device: device, language)): \(says[language])" }

  /// `Frame 3 and on: SYN, from laptop to web, over 5 cables.`
  /// - Parameter number: of the frame that carries it over the first of them.
  package static func message(
    _ label: String, firstFrame number: Int, from: String, to: String?, hops: Int, _ language: Language
  ) -> String {
    let frames = hops == 1 ? "Frame \(number)" : "Frame \(number) and on"
    if language == .ko {
      let ends = to.map { "\(from) → \($0)" } ?? "보낸 쪽 \(from)"
      return "\(number)번 프레임\(hops == 1 ? "" : "부터"): \(label), \(ends), 케이블 \(hops)개."
    }
    let ends = "from \(from)" + (to.map { " to \($0)" } ?? "")
    return "\(frames): \(label), \(ends), over \(hops) cable\(hops == 1 ? "" : "s")."
  }

  /// `Frame 58, isp to core: GET /, on the 4th of its 7 cables.`
  package static func frame(
    _ number: Int, _ label: String, from: String, to: String, cable: Int, of cables: Int, _ language: Language
  ) -> String {
    if language == .ko { return "\(number)번 프레임, \(from) → \(to): \(label), 케이블 \(cables)개 중 \(cable)번째." }
    let ending =
      switch (cable % 10, cable % 100) {
      case (1, let rest) where rest != 11: "st"
      case (2, let rest) where rest != 12: "nd"
      case (3, let rest) where rest != 13: "rd"
      default: "th"
      }
    let place = cables == 1 ? "its only cable" : "the \(cable)\(ending) of its \(cables) cables"
    return "Frame \(number), \(from) to \(to): \(label), on \(place)."
  }

  // MARK: Why

  /// A value that no evidence was kept for.
  package static let noEvidence = both(
    "This value is always the same here: nothing had to be looked up for it.",
    "이 값은 여기서 늘 같습니다. 다른 곳에서 가져온 값이 아닙니다.")
  package static let noBytes = both(
    "No bytes here: at this moment nothing is written down to send.",
    "바이트가 없습니다. 이 순간에는 보낼 것을 적지 않습니다.")
}
