import Analysis
import Documents
import Networking
import Terminal

/// What `y` copied; pressed again at the same place it copies the other form.
struct Copied: Equatable, Sendable {
  var text: String
  /// The next press's.
  var other: String?
}

extension WalkModel {
  /// Copies the selection: a field as a filter, again its value; bytes in hexadecimal, again all of the unit's; a row of
  /// a picture as its sentence.
  mutating func copy(size: Size) -> Outcome {
    if let other = copied?.other {
      copied = Copied(text: other)
      return .copy(other, Texts.copied(other, again: false))
    }
    guard let first = copies(size) else { return .notice(Texts.nothingToCopy) }
    copied = first
    return .copy(first.text, Texts.copied(first.text, again: first.other != nil))
  }

  private func copies(_ size: Size) -> Copied? {
    if focus == .picture, !isInWhy {
      let view = pictureView(size, .en)
      return view.sentence(pictureRow ?? view.home).map { Copied(text: $0) }
    }
    guard let unit = scene.unit else { return nil }
    if focus == .bytes {
      let bytes = unit.bytes(of: source)
      let selected = selectedBytes.clamped(to: bytes.indices)
      let chosen = selected.isEmpty ? bytes[...] : bytes[selected]
      return Copied(text: colonHexText(chosen), other: colonHexText(bytes))
    }
    if let place = selectedPlace { return Copied(unit.node(place)) }
    return selectedLayer.map { layer in
      let descriptor = unit.layers[layer].protocol
      return Copied(text: descriptor.name, other: "\(descriptor.title), \(unit.layers[layer].summary)")
    }
  }
}

extension Copied {
  /// A field as Wireshark's filter (`ip.ttl == 60`), then its value alone.
  init(_ node: FieldNode) {
    text = node.filter
    other = node.value == .none ? nil : node.show
  }
}
