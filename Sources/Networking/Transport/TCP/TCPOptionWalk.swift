extension TCP {
  /// Visits the options. Decoding takes what the data offset leaves; encoding writes the list as it stands, so a
  /// sender pads with `noOperation` itself.
  mutating func walkOptions(_ w: inout Walker) throws(WireError) {
    guard w.isDecoding else {
      for option in options { w.append(option.encoded) }
      return
    }
    options = []
    let length = Int(dataOffset) * 4 - w.walked
    guard length > 0 else { return }
    var left = try w.take(length, Self.fields.dataOffset)[...]
    while let kind = left.popFirst() {
      switch kind {
      case 0: options.append(.endOfList)
      case 1: options.append(.noOperation)
      default:
        guard let size = left.popFirst(), size >= 2, Int(size) - 2 <= left.count else {
          throw w.invalid(Self.fields.dataOffset, "option \(kind) does not fit the header")
        }
        let data = Array(left.prefix(Int(size) - 2))
        left.removeFirst(data.count)
        options.append(TCPOption(kind: kind, data: data))
      }
    }
  }
}

extension TCPOption {
  init(kind: UInt8, data: [UInt8]) {
    func word(_ at: Int) -> UInt32 { data[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    switch (kind, data.count) {
    case (2, 2): self = .maximumSegmentSize(UInt16(data[0]) << 8 | UInt16(data[1]))
    case (3, 1): self = .windowScale(data[0])
    case (4, 0): self = .sackPermitted
    case (5, let count) where count > 0 && count % 8 == 0:
      self = .sack(stride(from: 0, to: count, by: 8).map { SACKBlock(left: word($0), right: word($0 + 4)) })
    case (8, 8): self = .timestamps(value: word(0), echo: word(4))
    default: self = .other(kind: kind, data: data)
    }
  }

  package var encoded: [UInt8] {
    func word(_ value: UInt32) -> [UInt8] { IPv4Address(value).bytes }
    switch self {
    case .endOfList: return [0]
    case .noOperation: return [1]
    case .maximumSegmentSize(let size): return [2, 4, UInt8(size >> 8), UInt8(size & 0xff)]
    case .windowScale(let shift): return [3, 3, shift]
    case .sackPermitted: return [4, 2]
    case .sack(let blocks):
      return [5, UInt8(2 + 8 * blocks.count)] + blocks.flatMap { word($0.left) + word($0.right) }
    case .timestamps(let value, let echo): return [8, 10] + word(value) + word(echo)
    case .other(let kind, let data): return [kind, UInt8(2 + data.count)] + data
    }
  }
}
