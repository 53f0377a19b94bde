extension TCP {
  /// Visits the options. Decoding takes what the data offset leaves; encoding writes the list as it stands, so a
  /// sender pads with `noOperation` itself. After an option that is none nothing says where the next one begins: the rest
  /// are only bytes, and the header goes on after them. A receiver takes the segment with the options before it (RFC 9293
  /// §3.1, MUST-7; measured on Linux 6.18).
  mutating func walkOptions(_ w: inout FieldVisitor) throws(WireError) {
    guard w.isDecoding else {
      for index in options.indices { try options[index].visitFields(&w) }
      w.append(optionPadding)
      return
    }
    let f = Self.fields
    // Where the data offset says more than is there, which was noted, the options are what is there.
    let length = min(Int(dataOffset) * 4 - w.walked, w.allowsCutPayload ? .max : w.remaining)
    guard length > 0 else { return }
    let outside = try w.limited(to: length, by: f.dataOffset, UInt64(dataOffset) * 4)
    let first = w.position
    let group = try w.open(f.options)
    while w.remaining > 0 {
      var option = TCPOption.endOfList
      let place = w.position
      do {
        try option.visitFields(&w)
      } catch {
        w.note(fault: error, isRefused: false)
        w.back(to: place)
        break
      }
      options.append(option)
      // Zeros after the end are what pads the header; anything else is no option any more.
      if option == .endOfList, let next = w.peek(), next != 0 { break }
    }
    optionPadding = try w.take(w.remaining, f.options)
    w.close(group, value: .bytes(w.read(from: first)))
    w.endLimit(outside)
  }
}

extension TCPOption {
  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = TCP.fields
    var kind = kind
    let first = w.position
    guard w.isDecoding else {
      w.append(encoded)
      return
    }
    let group = try w.open(Self.heading(kind: w.peek() ?? 0))
    defer { w.close(group, value: .bytes(w.read(from: first))) }
    try w.uint(f.kind, &kind)
    guard kind > 1 else {
      self = kind == 0 ? .endOfList : .noOperation
      return
    }
    var length: UInt8 = 0
    try w.uint(f.optionLength, &length)
    if length < 2 { throw w.invalid(f.optionLength, "\(length) is less than the option's own 2 bytes") }
    let outside = try w.limited(to: Int(length) - 2, by: f.optionLength, UInt64(length))
    self = Self.empty(kind: kind, dataLength: Int(length) - 2)
    try walkData(&w)
    w.endLimit(outside)
  }

  private mutating func walkData(_ w: inout FieldVisitor) throws(WireError) {
    let f = TCP.fields
    switch self {
    case .endOfList, .noOperation, .sackPermitted: break
    case .maximumSegmentSize(var size):
      try w.uint(f.maximumSegmentSizeValue, &size)
      self = .maximumSegmentSize(size)
    case .windowScale(var shift):
      try w.uint(f.shift, &shift)
      w.generated(f.multiplier, .number(1 << UInt64(min(shift, 14))), from: w.position - 8..<w.position)
      self = .windowScale(shift)
    case .sack(var blocks):
      for index in blocks.indices {
        try w.uint(f.leftEdge, &blocks[index].left)
        try w.uint(f.rightEdge, &blocks[index].right)
      }
      w.generated(f.sackCount, .number(UInt64(blocks.count)))
      self = .sack(blocks)
    case .timestamps(var value, var echo):
      try w.uint(f.timestamp, &value)
      try w.uint(f.timestampEcho, &echo)
      self = .timestamps(value: value, echo: echo)
    case .other(34, _):
      self = .other(kind: 34, data: try walkCookie(&w))
    case .other(let kind, _) where Self.experiments.contains(kind) && w.remaining >= 2:
      var identifier: UInt16 = 0
      try w.uint(f.experiment, &identifier)
      var data: [UInt8] = []
      if identifier == Self.fastOpenExperiment {
        data = try walkCookie(&w)
      } else {
        try w.rest(f.experimentData, &data)
      }
      self = .other(kind: kind, data: [UInt8(identifier >> 8), UInt8(identifier & 0xff)] + data)
    case .other(let kind, var data):
      try w.rest(f.unknownPayload, &data)
      self = .other(kind: kind, data: data)
    }
  }

  /// The kinds that experiments share (RFC 4727, RFC 6994); TCP Fast Open was one before it got its own kind.
  private static let experiments: ClosedRange<UInt8> = 253...254
  private static let fastOpenExperiment: UInt16 = 0xf989

  /// A cookie of TCP Fast Open; none asks for one.
  private func walkCookie(_ w: inout FieldVisitor) throws(WireError) -> [UInt8] {
    var cookie: [UInt8] = []
    if w.remaining == 0 {
      w.note(TCP.fields.fastOpenRequest, .none, w.position)
    } else {
      try w.rest(TCP.fields.fastOpenCookie, &cookie)
    }
    return cookie
  }

  /// The shape of data to expect; data of a length its kind does not have are only bytes.
  private static func empty(kind: UInt8, dataLength: Int) -> TCPOption {
    switch (kind, dataLength) {
    case (2, 2): .maximumSegmentSize(0)
    case (3, 1): .windowScale(0)
    case (4, 0): .sackPermitted
    case (5, 8...) where dataLength % 8 == 0:
      .sack([SACKBlock](repeating: SACKBlock(left: 0, right: 0), count: dataLength / 8))
    case (8, 8): .timestamps(value: 0, echo: 0)
    default: .other(kind: kind, data: [])
    }
  }

  private static func heading(kind: UInt8) -> Field {
    let f = TCP.fields
    return switch kind {
    case 0: f.endOfList
    case 1: f.noOperation
    case 2: f.maximumSegmentSize
    case 3: f.windowScale
    case 4: f.sackPermitted
    case 5: f.sack
    case 8: f.timestamps
    case 34: f.fastOpen
    case experiments: f.experimental
    default: f.unknown
    }
  }

  var kind: UInt8 {
    switch self {
    case .endOfList: 0
    case .noOperation: 1
    case .maximumSegmentSize: 2
    case .windowScale: 3
    case .sackPermitted: 4
    case .sack: 5
    case .timestamps: 8
    case .other(let kind, _): kind
    }
  }

  static func name(kind: UInt8) -> String? {
    switch kind {
    case 0: "End of Option List"
    case 1: "No-Operation"
    case 2: "Maximum Segment Size"
    case 3: "Window Scale"
    case 4: "SACK Permitted"
    case 5: "SACK"
    case 8: "Time Stamp Option"
    case 34: "TCP Fast Open Cookie"
    case 253: "RFC3692-style Experiment 1"
    case 254: "RFC3692-style Experiment 2"
    default: nil
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
      return [5, UInt8(truncatingIfNeeded: 2 + 8 * blocks.count)]
        + blocks.flatMap { word($0.left) + word($0.right) }
    case .timestamps(let value, let echo): return [8, 10] + word(value) + word(echo)
    case .other(let kind, let data): return [kind, UInt8(truncatingIfNeeded: 2 + data.count)] + data
    }
  }
}
