extension Dissection {
  /// Other bytes for this frame, with every checksum made right that covers what changed. What it covers is read from
  /// the new bytes; where they make no sense, or make another protocol of it, the checksum stays as it is, and so do
  /// one that was itself changed and those in a packet that an ICMP error quotes.
  func repaired(_ edited: [UInt8], changed: Range<Int>) -> [UInt8] {
    guard let first = layers.first(where: { $0.header as? FrameHeader == nil }) else { return edited }
    var bytes = edited
    var touched = [changed.lowerBound / 8..<(changed.upperBound + 7) / 8]
    // A length that says more than is there is none of the reader's business here: the receiver shall meet it.
    var dissector = Dissector()
    let now = dissector.dissect(
      edited, start: .name(first.protocol.name), frame: FrameInfo(wireLength: Int(UInt16.max), checkLength: 0)
    )
    // The inner ones first: an outer one may cover them.
    for index in now.layers.indices.reversed() {
      let layer = now.layers[index]
      guard layer.source == .frame, !layer.isQuoted, layers.contains(where: { $0.isSame(as: layer) }),
        let coverage = try? now.checksumCoverage(of: index)
      else { continue }
      let isCovered = touched.contains { part in
        part.overlaps(coverage.body) || coverage.pseudoHeader.contains { part.overlaps($0.bytes) }
      }
      guard isCovered, !touched.contains(where: coverage.field.overlaps) else { continue }
      let right = coverage.value(in: bytes)
      bytes.replaceSubrange(coverage.field, with: [UInt8(right >> 8), UInt8(right & 0xff)])
      touched.append(coverage.field)
    }
    return bytes
  }
}

extension Dissection.Layer {
  fileprivate func isSame(as other: Self) -> Bool {
    self.protocol === other.protocol && source == other.source && bytes.lowerBound == other.bytes.lowerBound
  }
}
