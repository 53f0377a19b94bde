/// The newer format (draft-ietf-opsawg-pcapng): blocks, each with its type and its length before and after.
struct PcapngFile: CaptureFileFormat {
  /// The type of a section header reads the same in both byte orders.
  static let sectionHeader: [UInt8] = [0x0a, 0x0d, 0x0d, 0x0a]

  private struct Interface {
    var linkType: UInt16
    /// Octets kept of a frame; 0: all.
    var snapLength: Int
    /// if_fcslen, in octets.
    var checkLength: Int?
    var name: String?
    var clock = PcapngClock()
  }

  private var order = FileByteOrder(isLittle: true)
  private var section = 0
  private var interfaces: [Interface] = []

  /// A block that is read whole has at most this many bytes.
  private static let longestBlock = CapturedFrame.longest + 65_536

  mutating func next(_ input: inout CaptureInput) throws(CaptureError) -> CapturedFrame? {
    while try !input.isAtEnd() {
      let begin = input.offset
      let head = try input.take(8, "a block's head")
      if Array(head[..<4]) == Self.sectionHeader {
        try readSection(head, begin, &input)
        continue
      }
      let type = order.word(head, at: 0)
      let length = try checkedLength(order.word(head, at: 4), atLeast: 12, begin)
      guard [1, 2, 3, 6].contains(type) else {
        try input.skip(length - 8, "a block")
        continue
      }
      guard length <= Self.longestBlock else {
        throw CaptureError(offset: begin + 4, .invalid("the block says it has \(length) bytes: too many"))
      }
      let body = try input.take(length - 8, "a block", from: begin).dropLast(4)
      switch type {
      case 1: try readInterface(body, begin)
      case 3: return try simplePacket(body, begin)
      case 2: return try packet(body, interface: Int(order.half(body, at: 0)), begin)
      default: return try packet(body, interface: Int(order.word(body, at: 0)), begin)
      }
    }
    return nil
  }

  private func checkedLength(_ length: UInt32, atLeast least: Int, _ begin: Int) throws(CaptureError) -> Int {
    guard length >= least, length % 4 == 0 else {
      throw CaptureError(
        offset: begin + 4,
        .invalid("a block's length must be a multiple of 4 and at least \(least), but it is \(length)"))
    }
    return Int(length)
  }

  private mutating func readSection(
    _ head: [UInt8], _ begin: Int, _ input: inout CaptureInput
  ) throws(CaptureError) {
    let rest = try input.take(8, "a section's head", from: begin)
    switch Array(rest[..<4]) {
    case [0x4d, 0x3c, 0x2b, 0x1a]: order = FileByteOrder(isLittle: true)
    case [0x1a, 0x2b, 0x3c, 0x4d]: order = FileByteOrder(isLittle: false)
    default: throw CaptureError(offset: begin + 8, .invalid("expected the byte-order magic 1a2b3c4d"))
    }
    let major = order.half(rest, at: 4)
    guard major == 1 else {
      throw CaptureError(offset: begin + 12, .invalid("this is pcapng version \(major); only 1 is known"))
    }
    let length = try checkedLength(order.word(head, at: 4), atLeast: 28, begin)
    try input.skip(length - 16, "a section's head")
    section += 1
    interfaces = []
  }

  private mutating func readInterface(_ body: ArraySlice<UInt8>, _ begin: Int) throws(CaptureError) {
    guard body.count >= 8 else { throw Self.small("an interface", begin) }
    var interface = Interface(
      linkType: order.half(body, at: 0), snapLength: Int(order.word(body, at: 4)))
    for (code, value) in options(body.dropFirst(8)) {
      switch (code, value.count) {
      case (2, _): interface.name = String(decoding: value.prefix { $0 != 0 }, as: UTF8.self)
      case (9, 1): interface.clock.resolution = value.first ?? 6
      case (13, 1): interface.checkLength = value.first.map(Self.octets)
      case (14, 8):
        let seconds = value.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        interface.clock.offset = Int64(bitPattern: order.isLittle ? seconds.byteSwapped : seconds)
      default: break
      }
    }
    interfaces.append(interface)
  }

  /// The draft says bits and gives an example in octets; both are written.
  private static func octets(_ length: UInt8) -> Int { Int(length % 8 == 0 ? length / 8 : length) }

  /// What an enhanced packet block's flags say of the frame check sequence (bits 5 to 8; 0: nothing).
  private func checkLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    let flags = options(bytes).first { $0.code == 2 && $0.value.count == 4 }
    let octets = flags.map { Int(order.word($0.value, at: 0) >> 5 & 0xf) } ?? 0
    return octets == 0 ? nil : octets
  }

  /// The options of a block, up to their end or to one that is cut.
  private func options(_ bytes: ArraySlice<UInt8>) -> [(code: UInt16, value: ArraySlice<UInt8>)] {
    var found: [(code: UInt16, value: ArraySlice<UInt8>)] = []
    var rest = bytes
    while rest.count >= 4 {
      let (code, length) = (order.half(rest, at: 0), Int(order.half(rest, at: 2)))
      let value = rest.dropFirst(4).prefix(length)
      guard value.count == length, code != 0 else { break }
      found.append((code, value))
      rest = rest.dropFirst(4 + (length + 3) / 4 * 4)
    }
    return found
  }

  /// An enhanced packet block, or the older packet block: the fields after the interface stand in the same places.
  private func packet(
    _ body: ArraySlice<UInt8>, interface number: Int, _ begin: Int
  ) throws(CaptureError) -> CapturedFrame {
    guard body.count >= 20 else { throw Self.small("a packet", begin) }
    let interface = try interface(number, begin)
    let count = Int(order.word(body, at: 12))
    guard count <= body.count - 20 else {
      throw CaptureError(
        offset: begin + 20,
        .invalid("the packet says it has \(count) bytes, but its block has only \(body.count - 20)"))
    }
    let options = body.dropFirst(20 + (count + 3) / 4 * 4)
    let stamp = UInt64(order.word(body, at: 4)) << 32 | UInt64(order.word(body, at: 8))
    let time = interface.clock.nanoseconds(stamp)
    var frame = CapturedFrame(
      time: time, bytes: Array(body.dropFirst(20).prefix(count)),
      wireLength: max(count, Int(order.word(body, at: 16))),
      checkLength: checkLength(options) ?? interface.checkLength, linkType: interface.linkType,
      interface: .init(number: number, name: interface.name, section: section))
    frame.isTimeOutOfRange = time == nil
    return frame
  }

  /// A simple packet block has neither time nor interface: it is the first interface's.
  private func simplePacket(_ body: ArraySlice<UInt8>, _ begin: Int) throws(CaptureError) -> CapturedFrame {
    guard body.count >= 4 else { throw Self.small("a packet", begin) }
    let interface = try interface(0, begin)
    let wireLength = Int(order.word(body, at: 0))
    let kept = interface.snapLength == 0 ? wireLength : min(wireLength, interface.snapLength)
    guard kept <= body.count - 4 else {
      throw CaptureError(
        offset: begin + 8,
        .invalid("the packet says it has \(kept) bytes, but its block has only \(body.count - 4)"))
    }
    return CapturedFrame(
      time: nil, bytes: Array(body.dropFirst(4).prefix(kept)), wireLength: wireLength,
      checkLength: interface.checkLength, linkType: interface.linkType,
      interface: .init(number: 0, name: interface.name, section: section))
  }

  private func interface(_ number: Int, _ begin: Int) throws(CaptureError) -> Interface {
    guard interfaces.indices.contains(number) else {
      throw CaptureError(
        offset: begin + 8,
        .invalid("the packet is of interface \(number), but the section has only \(interfaces.count)"))
    }
    return interfaces[number]
  }

  private static func small(_ what: String, _ begin: Int) -> CaptureError {
    CaptureError(offset: begin, .invalid("the block is too small for \(what)"))
  }
}

/// What an interface's time stamps count.
struct PcapngClock {
  /// if_tsresol: a negative power of 10 or, with the highest bit, of 2. 6 is microseconds.
  var resolution: UInt8 = 6
  /// Seconds to add.
  var offset: Int64 = 0

  /// Nanoseconds since 1970; nil for what does not fit.
  func nanoseconds(_ stamp: UInt64) -> Int64? {
    let exponent = UInt64(resolution & 0x7f)
    var (time, isTooFar) = (UInt64(0), false)
    if resolution & 0x80 != 0 {
      if exponent < 64 {
        let fraction = (stamp & ((1 << exponent) - 1)).multipliedFullWidth(by: 1_000_000_000)
        let part = exponent == 0 ? 0 : fraction.high << (64 - exponent) | fraction.low >> exponent
        (time, isTooFar) = (stamp >> exponent).multipliedReportingOverflow(by: 1_000_000_000)
        if !isTooFar { (time, isTooFar) = time.addingReportingOverflow(part) }
      }
    } else if exponent <= 9 {
      let factor = (exponent..<9).reduce(UInt64(1)) { product, _ in product * 10 }
      (time, isTooFar) = stamp.multipliedReportingOverflow(by: factor)
    } else if exponent <= 28 {
      time = stamp / (9..<exponent).reduce(UInt64(1)) { product, _ in product * 10 }
    }
    let (shift, isShiftTooFar) = offset.multipliedReportingOverflow(by: 1_000_000_000)
    guard !isTooFar, !isShiftTooFar, let time = Int64(exactly: time) else { return nil }
    let (sum, overflow) = time.addingReportingOverflow(shift)
    return overflow || sum < 0 ? nil : sum
  }
}
