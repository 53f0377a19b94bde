import Analysis
import Documents
import Networking

/// Wrong answers that nobody wrote: what comes of the wrong rule (`model:`) that the registry names for a mistake.
extension Preparation {
  /// What somebody answers who follows the rule behind a mistake; nil where it comes to nothing on this walk, or after
  /// reporting that nothing can be computed.
  mutating func modelled(_ mistake: Mistake, of right: Expression) -> Reading? {
    let tag = mistake.tag
    guard let entry = registries.mistakes[tag.value] else {
      problems.report(
        tag.place.finding(
          "no mistake is called \(quoted(tag.value))\(suggestion(for: tag.value, in: registries.mistakes.all.map(\.key)))"
        ))
      return nil
    }
    guard let rule = entry.model else {
      problems.report(
        tag.place.finding(
          "the mistake \(quoted(tag.value)) has no \"model\" to compute a value from; say is: what it is"))
      return nil
    }
    guard let asked = right.asked, let value = rule.values[asked.name] else {
      let known = rule.values.keys.sorted().joined(separator: ", ")
      let computes = known.isEmpty ? "no values" : "values of \(known)"
      problems.report(
        tag.place.finding(
          "the rule \(quoted(rule.name)) of this mistake computes \(computes), not of \(right.text); say is: what it is"
        ))
      return nil
    }
    let here = context.here
    defer { context.here = here }
    guard let place = context.place(of: asked.mark) else { return nil }
    context.here = place
    do throws(ExpressionError) {
      return try reading(value)
    } catch {
      drop(tag.place, "this wrong answer is never there: \(error.message)")
      return nil
    }
  }

  private mutating func reading(_ value: WrongRule.Value) throws(ExpressionError) -> Reading {
    switch value {
    case .expression(let text): return try context.value(of: Expression(text, as: .value))
    case .macOfOwner(let field):
      let address = try context.value(of: Expression(field, as: .value)).value
      if let interface = interface(where: { .ipv4($0.address.address) == address }) {
        return Reading(.mac(interface.mac))
      }
    case .ipOfOwner(let field):
      let address = try context.value(of: Expression(field, as: .value)).value
      if let interface = interface(where: { .mac($0.mac) == address }) {
        return Reading(.ipv4(interface.address.address))
      }
    }
    throw ExpressionError("no interface has this address", at: 0)
  }

  private func interface(where isMeant: (Host.Interface) -> Bool) -> Host.Interface? {
    let world = context.timelines[context.here.branch].world(after: context.here.moment)
    return world.devices.compactMap(\.host).flatMap(\.interfaces).first(where: isMeant)
  }
}

extension Expression {
  /// The field or the detail of a moment that it is, and whose: `tcp.ack_raw`, `moment.ports`.
  fileprivate var asked: (name: String, mark: String?)? {
    switch place?.what {
    case .field(let reference) where reference.layer == nil && !reference.isProtocol:
      (reference.name, reference.mark)
    case .moment(let property, let mark): ("moment.\(property.name)", mark)
    default: nil
    }
  }
}
