/// One protocol header: stored properties that mirror the wire, and one walk over its fields in wire order.
package protocol Header: Equatable, Sendable {
  static var descriptor: ProtocolDescriptor { get }
  init()

  /// Visits every field once, in wire order.
  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError)

  /// Visits what stands after the payload (Ethernet's padding).
  mutating func walkTrailer(_ w: inout FieldVisitor) throws(WireError)

  /// After the walk: adds the generated fields of this layer and says what is inside.
  func dissectPayload(_ context: inout DissectionInProgress) -> Payload

  /// What this header says in a few technical words: `51514 → 80 [SYN]`.
  var summary: String { get }

  /// The fields that the summary speaks of: of a header that breaks off it is shown only when these were read. nil: the
  /// whole header.
  var summarized: [Field]? { get }
}

extension Header {
  package mutating func walkTrailer(_ w: inout FieldVisitor) throws(WireError) {}
  package var summarized: [Field]? { nil }

  /// The header as bytes, exactly what it says; lengths and checksums are not filled in.
  package var encoded: [UInt8] {
    var copy = self
    var walker = FieldVisitor(encoding: Self.descriptor.name)
    do {
      try copy.visitFields(&walker)
    } catch {
      preconditionFailure("encoding never fails: \(error)")
    }
    return walker.bytes
  }

  /// Decodes the header at the start of `bytes`; returns it with the number of bytes it used. Whoever acts on a header
  /// takes none with a fault that a receiver refuses, though a dissector shows the rest of it.
  package static func decode(_ bytes: [UInt8], from offset: Int = 0) throws(WireError) -> (Self, Int) {
    var header = Self()
    var walker = FieldVisitor(decoding: bytes, from: offset * 8, layer: descriptor.name)
    try header.visitFields(&walker)
    if walker.isRefused, let fault = walker.fault { throw fault }
    return (header, walker.walked)
  }
}

/// What a header carries.
package enum Payload: Sendable {
  case nothing
  /// A payload of at most `length` bytes (nil: all that is left), for the first protocol that is bound to one of the
  /// bindings; bytes that nobody knows are shown as data. `field` is what set the length.
  case payload([Binding], length: Int? = nil, by: Field? = nil)
}

/// Where a protocol is carried: its own file says so.
package enum Binding: Hashable, Sendable {
  /// A capture file's link type (LINKTYPE_…).
  case link(UInt16)
  case etherType(UInt16)
  case ipProtocol(UInt8)
  case udpPort(UInt16)
  case tcpPort(UInt16)
  /// Another protocol's filter name, for payloads with no number.
  case name(String)
}

/// The layers a walk speaks of. Physical and link are apart; RFC 1122 §1.1.3 has them as one.
package enum LayerKind: String, CaseIterable, Comparable, Sendable {
  case physical, link, internet, transport, socket, application

  package static func < (a: LayerKind, b: LayerKind) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}

/// All that the rest of the program knows about one protocol.
package final class ProtocolDescriptor: Sendable {
  /// Wireshark's filter name: `tcp`.
  package let name: String
  /// `Transmission Control Protocol`.
  package let title: String
  /// At most four columns, for badges: `TCP`.
  package let short: String
  package let layer: LayerKind
  package let fieldSet: any FieldSet
  package let fields: [Field]
  package let bindings: [Binding]
  /// The kinds of moment this protocol's behaviour has.
  package let moments: [MomentKind]
  /// Why it drops things, and how values in its headers come about.
  package let drops: [DropReason]
  package let evidence: [OriginKind]
  /// The tables it writes on devices.
  package let tables: [TableDescriptor]
  /// The checksum that its header holds; nil: none, or none that is an Internet checksum.
  package let checksum: InternetChecksum?
  let dissect: @Sendable (inout DissectionInProgress) -> Void
  /// How far a message goes in a byte stream; nil for protocols that do not lie in one.
  let extent: (@Sendable (ArraySlice<UInt8>, Bool, inout DissectionInProgress) -> MessageExtent)?
  /// Whether these bytes look like the beginning of a message.
  let isBeginning: (@Sendable (ArraySlice<UInt8>) -> Bool)?
  /// Tells it of a message whose rest is lost.
  let lose: (@Sendable (ArraySlice<UInt8>, inout DissectionInProgress) -> Void)?

  package init<H: Header>(
    _ name: String, _ title: String, short: String, layer: LayerKind, header: H.Type,
    fields: some FieldSet, bindings: [Binding], checksum: InternetChecksum? = nil, moments: [MomentKind] = [],
    drops: [DropReason] = [], evidence: [OriginKind] = [], tables: [TableDescriptor] = []
  ) {
    self.name = name
    self.title = title
    self.short = short
    self.layer = layer
    fieldSet = fields
    self.fields = fields.all
    self.bindings = bindings
    self.checksum = checksum
    self.moments = moments
    self.drops = drops
    self.evidence = evidence
    self.tables = tables
    dissect = { $0.dissect(H.self) }
    if let stream = H.self as? any StreamHeader.Type {
      extent = { stream.extent(of: $0, inside: $1, &$2) }
      isBeginning = { stream.isBeginning($0) }
      lose = { stream.lose($0, &$1) }
    } else {
      (extent, isBeginning, lose) = (nil, nil, nil)
    }
  }
}
