/// Bytes that no protocol here explains.
package struct DataHeader: Header {
  package struct Fields: FieldSet {
    let data = Field("data.data", "Data", .bytes)
    let length = Field("data.len", "Length", .decimal(32), generated: true, from: ["data.data"])
    package init() {}
  }
  package static let fields = Fields()
  package static let descriptor = ProtocolDescriptor(
    "data", "Data", short: "Data", layer: .application, header: DataHeader.self, fields: fields, bindings: [])

  package var data: [UInt8] = []

  package init() {}

  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let first = w.position
    try w.rest(Self.fields.data, &data)
    w.generated(Self.fields.length, .number(UInt64(data.count)), from: first..<w.position)
  }

  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload { .nothing }
  package var summary: String { "\(data.count) bytes" }
}
