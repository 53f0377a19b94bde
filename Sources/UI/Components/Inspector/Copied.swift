import Analysis
import Networking

/// What `y` copied; pressed again at the same place it copies the other form.
struct Copied: Equatable, Sendable {
  var text: String
  /// The next press's.
  var other: String?
}

extension Copied {
  /// A field as Wireshark's filter (`ip.ttl == 60`), then its value alone.
  init(_ node: FieldNode) {
    text = node.filter
    other = node.value == .none ? nil : node.show
  }
}

extension Inspector {
  /// A field as a filter, again its value; bytes in hexadecimal, again all of the unit's. nil: there is nothing.
  func copied(in context: some InspectorContext, _ pane: InspectorPane) -> Copied? {
    guard let unit = context.unit else { return nil }
    let masked = context.maskedPlaces
    if pane == .bytes {
      let bytes = unit.bytes(of: source(in: context))
      let selected = self.bytes(in: context).clamped(to: bytes.indices)
      let chosen = selected.isEmpty ? bytes[...] : bytes[selected]
      // Bytes that are covered are not copied either.
      if !masked.isEmpty {
        let covered = masked.map { unit.node($0) }.filter { $0.source == source(in: context) }.map(\.bytes)
        guard !selected.isEmpty, !covered.contains(where: { $0.overlaps(selected) }) else { return nil }
        return Copied(text: colonHexText(chosen))
      }
      return Copied(text: colonHexText(chosen), other: colonHexText(bytes))
    }
    if let place = place(in: context) { return masked.contains(place) ? nil : Copied(unit.node(place)) }
    return layer(in: context).map { layer in
      let descriptor = unit.layers[layer].protocol
      if masked.contains(where: { $0.layer == layer }) { return Copied(text: descriptor.name) }
      return Copied(text: descriptor.name, other: "\(descriptor.title), \(unit.layers[layer].summary)")
    }
  }
}
