import Analysis
import Documents
import Networking

/// What a prediction is chosen among, where nobody should have to type: addresses, devices, ports.
struct PartOptions {
  let values: [ExpressionValue]
  let choices: [Choice]
  /// Several may be right.
  let isSet: Bool
  /// The word for none of them.
  let nothing: LocalizedText

  /// Digits choose.
  static let most = 9
  /// Of the part's label on the screen.
  static let labelColumns = 24
  static let nothing = LocalizedText(en: "nothing", ko: "없음")
  static let nobody = LocalizedText(en: "nobody", ko: "없음")

  var form: Slot.Form { isSet ? .anyOf(choices) : .oneOf(choices) }
}

extension Preparation {
  /// So many are offered where there are so many: enough to have to know.
  private static let usual = 4
  /// Addresses in the unit that the screen shows are offered up to so many in all.
  private static let onScreen = 6

  /// nil for what is typed.
  /// - Parameter named: what is right and what mistakes lead to: always among the choices.
  mutating func options(
    for what: Expression, _ named: [ExpressionValue], of common: QuestionCommon
  ) -> PartOptions? {
    let isSet = what.type?.isSet ?? false
    // Moments say ports by their numbers.
    if ["port", "ports"].contains(what.momentProperty) { return ports(unique(named), isSet) }
    switch what.type?.element {
    case .mac: return addresses(unique(named), .mac, isSet, of: common)
    case .ipv4: return addresses(unique(named), .ipv4, isSet, of: common)
    case .device: return devices(unique(named), isSet, of: common)
    case .port: return ports(unique(named), isSet)
    default: return nil
    }
  }

  private func unique(_ values: [ExpressionValue]) -> [ExpressionValue] {
    values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Addresses

  private mutating func addresses(
    _ named: [ExpressionValue], _ form: ValueForm, _ isSet: Bool, of common: QuestionCommon
  ) -> PartOptions {
    var values = Array(named.prefix(PartOptions.most))
    func add(_ others: [ExpressionValue], upTo count: Int) {
      for value in others where values.count < count && !values.contains(value) { values.append(value) }
    }
    add(addressesInView(form), upTo: Preparation.onScreen)
    add(shuffled(addressesOfNetwork(form), of: common), upTo: Preparation.usual)
    // By value: where one stands says nothing.
    values.sort { $0.addressNumber < $1.addressNumber }
    let choices = values.map { Choice(LocalizedRendering($0.text), name: $0.text) }
    return PartOptions(values: values, choices: choices, isSet: isSet, nothing: PartOptions.nothing)
  }

  /// Those in the unit that is shown where the screen stands.
  private mutating func addressesInView(_ form: ValueForm) -> [ExpressionValue] {
    let about = context.here
    context.here = stand
    defer { context.here = about }
    guard let unit = context.shownUnit() else { return [] }
    return unit.layers.flatMap(\.nodes).compactMap { ExpressionValue($0.value) }.filter { value in
      switch (value, form) {
      case (.mac, .mac), (.ipv4, .ipv4): true
      default: false
      }
    }
  }

  private func addressesOfNetwork(_ form: ValueForm) -> [ExpressionValue] {
    let interfaces = context.timeline.front.devices.flatMap { $0.host?.interfaces ?? [] }
    return interfaces.map { form == .mac ? .mac($0.mac) : .ipv4($0.address.address) }
  }

  // MARK: Devices

  /// In the order of the network file.
  private func devices(
    _ named: [ExpressionValue], _ isSet: Bool, of common: QuestionCommon
  ) -> PartOptions {
    let all = context.timeline.front.devices
    let known = named.map(\.text)
    let others = shuffled(all.map(\.name).filter { !known.contains($0) }, of: common)
    let offered = Set(known + others.prefix(max(0, Preparation.usual - known.count)))
    let devices = Array(all.filter { offered.contains($0.name) }.prefix(PartOptions.most))
    return PartOptions(
      values: devices.map { .device($0.name) },
      choices: devices.map { Choice(LocalizedRendering($0.label), name: $0.name) }, isSet: isSet,
      nothing: PartOptions.nobody)
  }

  // MARK: Ports

  /// All of the device that acts, so that the numbers of a switch's ports are those that choose; of more than digits can
  /// choose those with a cable and those that are named. nil where these are too many.
  private func ports(_ named: [ExpressionValue], _ isSet: Bool) -> PartOptions? {
    guard context.moment > 0, let device = context.timeline.moment(context.moment).device else { return nil }
    let all = context.timeline.front.devices[device].ports
    let known = Set(named.map(\.text))
    let isWhole = all.count <= PartOptions.most
    let ports = isWhole ? all : all.filter { $0.cable != nil || known.contains($0.name) }
    guard ports.count <= PartOptions.most else { return nil }
    let choices = ports.map { port in
      let text =
        isWhole
        ? LocalizedText(en: port.name, ko: port.name)
        : LocalizedText(en: "port \(port.name)", ko: "\(port.name)번 포트")
      return Choice(LocalizedRendering(text), name: port.name)
    }
    return PartOptions(
      values: ports.map { .port($0.name) }, choices: choices, isSet: isSet, nothing: PartOptions.nothing)
  }
}

extension ExpressionValue {
  fileprivate var addressNumber: UInt64 {
    switch self {
    case .mac(let address): address.value
    case .ipv4(let address): UInt64(address.value)
    default: 0
    }
  }
}
