extension Timeline {
  /// What can be done to a frame, for trying it all out: every field with several values, with each choice about the
  /// checksums; loss; delays from a microsecond to the longest.
  package func trials(frame: Int, _ random: inout SeededRandom) -> [WhatIf] {
    var timeline = self
    let dissection = timeline.dissection(ofTransmission: frame)
    var all: [WhatIf] = [.lose(frame: frame), .damage(frame: frame, bit: damagedBit(ofFrame: frame))]
    for nanoseconds in [1000, 5_000_000, 300_000_000, 20_000_000_000, WhatIf.longestDelay] {
      all.append(.delay(frame: frame, nanoseconds: nanoseconds))
    }
    for (layer, owner) in dissection.layers.enumerated() {
      for node in owner.nodes.indices {
        guard let edit = try? FieldEdit(dissection, layer: layer, node: node) else { continue }
        for typed in edit.trials(&random) {
          for checksums in [EditedFrame.Checksums.fixed, .left] {
            guard let edited = try? edit.applying(typed, checksums: checksums) else { continue }
            all.append(.edit(frame: frame, edited))
          }
        }
      }
    }
    return all
  }
}
