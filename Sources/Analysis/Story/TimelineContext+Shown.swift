import Networking

extension TimelineContext {
  /// The unit that is shown where one looks: on the screen, in the plain dialogue, to whoever is asked to point at it.
  /// Expressions read one layer more, about the frame itself (`frame.len`), which stands nowhere in it; paths and
  /// bytes are the same in both.
  package mutating func shownUnit() -> Dissection? {
    guard var unit = dissection(of: nil), !unit.bytes.isEmpty else { return nil }
    unit.layers.removeAll { $0.protocol.name == FrameHeader.descriptor.name }
    return unit
  }
}
