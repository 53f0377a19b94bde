/// What a capture knows about a frame beside its bytes.
package struct FrameInfo: Equatable, Sendable {
  /// Octets on the wire; more than the capture kept when its snap length cut the frame.
  package var wireLength: Int
  /// Octets of frame check sequence at its end; nil: nobody says.
  package var checkLength: Int?
  /// The frame check sequence that follows it on the cable, where whoever looks sees more than a capture does.
  package var sequenceOnCable: UInt32?
  /// pcapng's number of the interface, with its name; nil where the file format has none.
  package var interface: Interface?
  /// The capture says when the frame was.
  package var hasTime: Bool
  /// It says so, but with a time that is out of range.
  package var isTimeOutOfRange: Bool

  package struct Interface: Equatable, Sendable {
    package var number: Int
    package var name: String?
    /// pcapng's sections, from 1.
    package var section: Int
    package init(number: Int, name: String?, section: Int = 1) {
      self.number = number
      self.name = name
      self.section = section
    }
  }

  package init(
    wireLength: Int, checkLength: Int? = nil, interface: Interface? = nil, hasTime: Bool = true,
    isTimeOutOfRange: Bool = false
  ) {
    self.wireLength = wireLength
    self.checkLength = checkLength
    self.interface = interface
    self.hasTime = hasTime
    self.isTimeOutOfRange = isTimeOutOfRange
  }
}

/// Wireshark's pseudo-layer `frame`: when and how much, nothing of it on the wire.
package struct FrameHeader: Header {
  package struct Fields: FieldSet {
    let section = Field("frame.section_number", "Section number", .decimal(32), generated: true)
    let interface = Field("frame.interface_id", "Interface id", .decimal(32), generated: true)
    let interfaceName = Field("frame.interface_name", "Interface name", .text, generated: true)
    let encapsulation = Field(
      "frame.encap_type", "Encapsulation type", .decimal(16), generated: true,
      names: { $0 == 1 ? "Ethernet" : nil })
    let time = Field("frame.time", "Arrival Time", .time, generated: true)
    let epochTime = Field("frame.time_epoch", "Epoch Time", .duration, generated: true)
    let timeDelta = Field(
      "frame.time_delta", "Time delta from previous captured frame", .duration, generated: true)
    let timeRelative = Field(
      "frame.time_relative", "Time since reference or first frame", .duration, generated: true)
    let number = Field("frame.number", "Frame Number", .decimal(32), generated: true)
    let length = Field(
      "frame.len", "Frame length on the wire", .decimal(32), generated: true, describe: lengthText)
    let capturedLength = Field(
      "frame.cap_len", "Frame length stored into the capture file", .decimal(32), generated: true,
      describe: lengthText)
    let protocols = Field("frame.protocols", "Protocols in frame", .text, generated: true)
    // What is around a frame on the cable, and in no capture: names of ours.
    let preamble = Field(
      "phy.preamble", "Preamble and start frame delimiter", .bytes, generated: true,
      describe: { $0.countText })
    let checkSequence = Field("phy.fcs", "Frame check sequence on the cable", .hex(32), generated: true)
    let checkStatus = Field(
      "phy.fcs.status", "Status of the frame check sequence on the cable", .decimal(8), generated: true,
      names: ChecksumStatus.name)
    let octets = Field(
      "phy.len", "Octets on the cable", .decimal(32), generated: true, describe: lengthText)
    package init() {}
  }
  package static let fields = Fields()
  package static let descriptor = ProtocolDescriptor(
    "frame", "Frame", short: "Frm", layer: .physical, header: FrameHeader.self, fields: fields, bindings: [])

  package var number = 0
  package var wireLength = 0

  /// Seven octets to find the beat by, then the one after which the frame begins (IEEE 802.3 §3.2.1, §3.2.2); the lowest bit
  /// of each goes first.
  static let preamble: [UInt8] = Array(repeating: 0x55, count: 7) + [0xd5]

  package init() {}
  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {}
  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload { .nothing }
  package var summary: String { "\(number): \(wireLength) bytes" }
}

private let lengthText: @Sendable (FieldValue) -> String = { value in
  if case .number(let bytes) = value { "\(bytes) bytes (\(bytes * 8) bits)" } else { "" }
}

/// When the frames of a capture were.
struct FrameTimes: DissectorState {
  var first: Int64?
  var previous: Int64?
}

extension DissectionInProgress {
  /// Puts the pseudo-layer in front.
  mutating func noteFrame(_ info: FrameInfo, isEthernet: Bool) {
    let f = FrameHeader.fields
    // What is counted from frame to frame goes on from the last time that is known.
    if !info.hasTime { result.time = state(FrameTimes.self) { $0.previous ?? 0 } }
    let now = result.time
    let (first, previous) = state(FrameTimes.self) { state in
      let times = (state.first ?? now, state.previous ?? now)
      if info.hasTime { state = FrameTimes(first: times.0, previous: now) }
      return times
    }
    var header = FrameHeader()
    header.number = result.number
    header.wireLength = info.wireLength
    var layer = Dissection.Layer(
      protocol: FrameHeader.descriptor, header: header, source: .frame, bytes: 0..<result.bytes.count,
      nodes: [])
    func note(_ field: Field, _ value: FieldValue) {
      layer.nodes.append(FieldNode(field: field, value: value, bits: 0..<0, parent: -1))
    }
    if let interface = info.interface {
      note(f.section, .number(UInt64(interface.section)))
      note(f.interface, .number(UInt64(interface.number)))
      note(f.interfaceName, .text(interface.name ?? "unknown"))
    }
    if isEthernet { note(f.encapsulation, .number(1)) }
    if info.hasTime {
      note(f.time, .nanoseconds(now))
      note(f.epochTime, .nanoseconds(now))
      note(f.timeDelta, .nanoseconds(now - previous))
      note(f.timeRelative, .nanoseconds(now - first))
    }
    note(f.number, .number(UInt64(result.number)))
    note(f.length, .number(UInt64(info.wireLength)))
    note(f.capturedLength, .number(UInt64(result.bytes.count)))
    if let sequence = info.sequenceOnCable {
      note(f.preamble, .bytes(FrameHeader.preamble))
      note(f.checkSequence, .number(UInt64(sequence)))
      let status: ChecksumStatus = Checksum.crc32(result.bytes) == sequence ? .good : .bad
      note(f.checkStatus, .number(status.rawValue))
      let around = FrameHeader.preamble.count + Ethernet.checkLength
      note(f.octets, .number(UInt64(result.bytes.count + around)))
    }
    result.layers.append(layer)
  }

  /// `eth:ethertype:ip:tcp`, known when all layers are read.
  mutating func noteProtocols() {
    guard let first = result.layers.first, first.protocol === FrameHeader.descriptor else { return }
    var names: [String] = []
    // What stands after a header that failed is shown as bytes, but it is no protocol's.
    let failed = result.layers.dropLast().last?.isWhole == false && result.layers.last?.header is DataHeader
    for layer in result.layers.dropFirst().dropLast(failed ? 1 : 0) {
      names.append(layer.protocol.name)
      if let ethernet = layer.header as? Ethernet, !ethernet.isLength { names.append("ethertype") }
      if let http = layer.header as? HTTPMessage, http.hasTextBody { names.append("data-text-lines") }
    }
    result.layers[0].nodes.append(
      FieldNode(
        field: FrameHeader.fields.protocols, value: .text(names.joined(separator: ":")), bits: 0..<0,
        parent: -1))
  }
}
