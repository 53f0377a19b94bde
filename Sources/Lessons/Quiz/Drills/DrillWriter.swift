import Analysis
import Documents
import Foundation
import Networking

/// Writes the drills that a frame gives: what they ask are sentences of the reference and values of the frame.
struct DrillWriter {
  let reference: ReferenceLibrary
  let registries: Registries
  /// Rules that explain more than one field in this world: several fields of a frame may follow them.
  let commonRules: Set<OriginKind>

  /// Rules that hold of values whose origin nobody writes down, too.
  static let vague: Set<OriginKind> = [
    .network.configured, .arp.ownAddress, .internet.hostDefault, .internet.computed,
    .internet.random,
    .internet.counter, .internet.kept, .icmp.copied,
  ]

  func drills(_ frame: DrillFrame, card: String) -> [DrillText] {
    find(frame, card) + why(frame, card) + fill(frame, card) + predict(frame, card)
      + spot(frame, card)
  }

  private func id(_ what: String, _ field: String, _ frame: DrillFrame) -> String {
    "\(what)-\(field.replacingOccurrences(of: ".", with: "-"))-\(frame.number)"
  }

  /// What the reference says of a field; nil where it cannot be put into a question.
  private func sentence(_ field: String) -> LocalizedText? { plain(reference.field(field)) }

  /// The same of a rule.
  private func reason(_ rule: OriginKind) -> LocalizedText? { plain(reference.evidence(rule)) }

  /// nil where braces would be taken for slots.
  private func plain(_ text: LocalizedText?) -> LocalizedText? {
    text.flatMap { $0.en.contains("{") || $0.ko.contains("{") ? nil : $0 }
  }

  private func named(_ leaf: DrillFrame.Leaf, _ says: LocalizedText?, _ more: LocalizedText? = nil)
    -> LocalizedText
  {
    let said = [says, more].compactMap(\.self)
    return LocalizedText(
      en: "\(leaf.node.field.label): " + said.map(\.en).joined(separator: " "),
      ko: "\(leaf.node.field.label): " + said.map(\.ko).joined(separator: " "))
  }

  // MARK: Find

  /// Which field is this said of?
  private func find(_ frame: DrillFrame, _ card: String) -> [DrillText] {
    let said = frame.unit.layers.flatMap(\.nodes).compactMap { sentence($0.field.name) }
    return frame.own.compactMap { leaf in
      guard leaf.node.bits.count >= 4, !frame.hasTwin(leaf), let says = sentence(leaf.name),
        said.count(where: { $0.en == says.en || $0.ko == says.ko }) == 1,
        !says.en.lowercased().contains(leaf.node.field.label.lowercased())
      else { return nil }
      return DrillText(
        sort: .find, id: id("find", leaf.name, frame), frame: frame.number, card: card,
        keys: ["right: {field: \(leaf.name)}"],
        ask: LocalizedText(
          en: "Point at the field of which this is said: “\(says.en)”",
          ko: "이 설명에 맞는 필드를 고르세요. “\(says.ko)”"),
        why: named(leaf, says))
    }
  }

  /// Which field has its value for this reason?
  private func why(_ frame: DrillFrame, _ card: String) -> [DrillText] {
    frame.own.compactMap { leaf in
      guard let rule = leaf.rule, !Self.vague.contains(rule), !commonRules.contains(rule),
        !frame.hasTwin(leaf),
        frame.leaves.count(where: { $0.rule == rule }) == 1, let reason = reason(rule)
      else { return nil }
      return DrillText(
        sort: .find, id: id("why", leaf.name, frame), frame: frame.number, card: card,
        keys: ["right: {field: \(leaf.name)}"],
        ask: LocalizedText(
          en: "One field of this frame has its value for this reason: “\(reason.en)” Point at it.",
          ko: "값이 이렇게 정해진 필드를 고르세요. “\(reason.ko)”"),
        why: named(leaf, reason, sentence(leaf.name)))
    }
  }

  // MARK: Fill

  /// What the header and what it carries come to.
  private func fill(_ frame: DrillFrame, _ card: String) -> [DrillText] {
    frame.lengths.map { leaf in
      let outer = frame.unit.layers[frame.layer].bytes.lowerBound
      let wrong = [
        ("length-without-header", "\(leaf.name) - \(frame.headerLength)"),
        ("outer-headers-count", "\(leaf.name) + \(outer)"),
      ].filter { registries.mistakes.contains($0.0) }.map { "{is: \($0.1.inYAML), tag: \($0.0)}" }
      return DrillText(
        sort: .fill, id: id("fill", leaf.name, frame), frame: frame.number, card: card,
        keys: [
          "parts:", "  - what: \(leaf.name)", "    wrong: [\(wrong.joined(separator: ", "))]",
        ],
        ask: LocalizedText(
          en: "Count the bytes, and fill in the length that this header gives.",
          ko: "바이트를 세어 이 헤더의 길이 필드를 채우세요."),
        why: named(leaf, sentence(leaf.name)))
    }
  }

  // MARK: Predict

  /// What a device that passes something on writes into its own frame.
  private func predict(_ frame: DrillFrame, _ card: String) -> [DrillText] {
    guard let before = frame.before else { return [] }
    let parts = frame.own.filter { leaf in
      switch leaf.node.value {
      case .mac, .ipv4: true
      default: leaf.rule == OriginKind.internet.decremented
      }
    }
    guard !parts.isEmpty else { return [] }
    let keys = parts.prefix(QuestionPart.most).flatMap { leaf -> [String] in
      let wrong = registries.mistakes.all.filter { $0.value.model?.values[leaf.name] != nil }.map(
        \.key)
      return [
        "  - what: \(leaf.name)",
        "    wrong: [\(wrong.map { "{tag: \($0)}" }.joined(separator: ", "))]",
      ]
    }
    let says = parts.compactMap { leaf in
      leaf.rule.flatMap(reason).map { named(leaf, $0) }
    }
    guard !says.isEmpty else { return [] }
    return [
      DrillText(
        sort: .predict, id: "predict-\(frame.number)", frame: frame.number, stand: before,
        tables: frame.tables, card: card, keys: ["parts:"] + keys,
        ask: LocalizedText(
          en: "\(frame.sender.en) passes on what this frame carries. What will its own frame say?",
          ko: "\(frame.sender.ko.with("이/가")) 이 프레임에 담긴 것을 넘깁니다. 새로 보내는 프레임에는 무엇이 있을까요?"),
        why: LocalizedText(
          en: says.map(\.en).joined(separator: " "), ko: says.map(\.ko).joined(separator: " ")))
    ]
  }

  // MARK: Spot

  /// Fields that name who sent something, with addresses that nobody has.
  private static let everybody = [
    ("eth.src", "ff:ff:ff:ff:ff:ff"), ("arp.src.hw_mac", "ff:ff:ff:ff:ff:ff"),
    ("ip.src", "255.255.255.255"),
  ]

  /// A length that does not fit, or a sender that cannot be one.
  private func spot(_ frame: DrillFrame, _ card: String) -> [DrillText] {
    func drill(_ leaf: DrillFrame.Leaf, _ value: String, _ because: LocalizedText) -> DrillText {
      DrillText(
        sort: .spot, id: id("spot", leaf.name, frame), frame: frame.number, card: card,
        keys: [
          "corrupt:", "  - set: {\(leaf.name): \(value.inYAML)}", "    why: \(because.inYAML)",
        ],
        ask: LocalizedText(
          en: "One field of this frame is wrong. Point at it.", ko: "이 프레임에는 틀린 필드가 하나 있습니다. 고르세요."),
        why: named(leaf, sentence(leaf.name)))
    }
    var drills = frame.lengths.map { leaf in
      drill(
        leaf, "\(leaf.name) - \(frame.headerLength)",
        LocalizedText(
          en: "It leaves out its own header.", ko: "자기 헤더의 바이트를 빼고 센 값입니다."))
    }
    for (source, everybody) in Self.everybody {
      guard let leaf = frame.own.first(where: { $0.name == source }) else { continue }
      drills.append(
        drill(
          leaf, everybody,
          LocalizedText(
            en: "An address for everybody is nobody's own.", ko: "모두에게 보내는 주소는 어느 장치의 주소도 아닙니다.")))
    }
    return drills
  }
}
