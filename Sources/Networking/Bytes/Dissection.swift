/// One frame, or one unit inside a host, read layer by layer.
package struct Dissection: Sendable {
  package var number: Int
  /// Nanoseconds; what zero is, the capture decides.
  package var time: Int64
  package var layers: [Layer] = []
  /// The first thing that is wrong. What was read before it is kept, and what can be read after it is read.
  package var error: WireError?
  package var bytes: [UInt8]
  /// The bytes of reassembled data, when some layer stands in them.
  package var reassembled: [UInt8] = []

  package struct Layer: Sendable {
    package let `protocol`: ProtocolDescriptor
    package var header: any Header
    package var source: ByteSource
    /// Byte range of the header (with its trailer apart) in its source.
    package var bytes: Range<Int>
    package var nodes: [FieldNode]
    /// It was read to its end.
    package var isWhole = true
    /// It stands in a packet that an ICMP error quotes.
    package var isQuoted = false
    /// Never speaks of a value that was not read.
    package var summary: String {
      guard !isWhole else { return header.summary }
      let isRead = header.summarized?.allSatisfy { field in nodes.contains { $0.field === field } } ?? false
      return isRead ? header.summary : ""
    }
  }

  package func bytes(of source: ByteSource) -> [UInt8] { source == .frame ? bytes : reassembled }

  /// All values of the fields called `name`, outermost layer first; an alias finds each field it stands for.
  package func nodes(named name: String) -> [FieldNode] {
    layers.flatMap { $0.nodes.filter { $0.field.name == name || $0.field.aliases.contains(name) } }
  }

  /// The outermost header of a type that was read to its end.
  package func header<H: Header>(_ type: H.Type) -> H? {
    for layer in layers where layer.isWhole { if let header = layer.header as? H { return header } }
    return nil
  }
}
