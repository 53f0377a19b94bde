import Analysis
import Networking

/// A header as its RFC draws it: rows of 32 bits cut into cells, each bit in exactly one cell. Computed from the fields
/// that a dissection found, so it is right for every protocol that describes its fields.
struct HeaderDiagram: Sendable {
  struct Cell: Sendable {
    /// Index of the field in the layer; nil for bits that the dissection does not show.
    var node: Int?
    /// Counted from the header's first bit.
    var bits: Range<Int>
    /// What it is called, the longest first; a narrow cell takes a later one.
    var names: [String]
    /// What it holds, in the same way.
    var values: [String]
  }

  /// Index of the layer in the dissection.
  let layer: Int
  private(set) var cells: [Cell] = []
  let bitCount: Int
  /// First bit of the header in its source.
  private let start: Int

  static let bitsPerRow = 32
  var rowCount: Int { (bitCount + HeaderDiagram.bitsPerRow - 1) / HeaderDiagram.bitsPerRow }

  /// False of a layer that begins with text or bytes of any length: nobody draws a diagram of it.
  static func isDrawn(_ layer: Dissection.Layer) -> Bool {
    guard let first = layer.nodes.first(where: { !$0.field.isGenerated }) else { return false }
    return first.field.bits > 0 && !layer.bytes.isEmpty
  }

  /// nil for a layer that is not drawn.
  init?(_ unit: Dissection, layer: Int) {
    guard unit.layers.indices.contains(layer) else { return nil }
    let content = unit.layers[layer]
    guard HeaderDiagram.isDrawn(content) else { return nil }
    self.layer = layer
    start = content.bytes.lowerBound * 8
    bitCount = content.bytes.count * 8
    let chosen = HeaderDiagram.tiles(content)
    var next = 0
    for node in chosen {
      let found = content.nodes[node]
      let bits = found.bits.lowerBound - start..<found.bits.upperBound - start
      if bits.lowerBound > next { cells.append(Cell(unshown: next..<bits.lowerBound, unit, content)) }
      cells.append(Cell(node, found, bits))
      next = bits.upperBound
    }
    if next < bitCount { cells.append(Cell(unshown: next..<bitCount, unit, content)) }
  }

  /// The cells that show a field: those that the cursor can stand on.
  var fields: [Cell] { cells.filter { $0.node != nil } }

  /// The row of the cursor for a field of the layer: its own cell, or the first that lies in it.
  func row(of node: FieldNode) -> Int? {
    let bits = node.bits.lowerBound - start..<node.bits.upperBound - start
    return fields.firstIndex { $0.bits.contains(bits.lowerBound) && !bits.isEmpty }
  }

  /// Bits of a field, counted from the header's first.
  func bits(of node: FieldNode) -> Range<Int> {
    node.bits.lowerBound - start..<node.bits.upperBound - start
  }

  // MARK: Which fields are drawn

  /// Fields that lie side by side and together on all bits that are shown, in wire order: the innermost ones, but a
  /// group of which they cover less than half (an address with two bits that mean something) as a whole.
  private static func tiles(_ layer: Dissection.Layer) -> [Int] {
    let nodes = layer.nodes
    let room = layer.bytes.lowerBound * 8..<layer.bytes.upperBound * 8
    func isDrawable(_ node: FieldNode) -> Bool {
      !node.bits.isEmpty && node.source == layer.source && node.bits.clamped(to: room) == node.bits
    }
    func leaves(under parent: Int) -> [Int] {
      nodes.indices.filter {
        nodes[$0].parent == parent && isDrawable(nodes[$0]) && !nodes[$0].field.isGenerated
      }
      .flatMap { index -> [Int] in
        let inner = leaves(under: index)
        let covered = inner.reduce(0) { $0 + nodes[$1].bits.count }
        return covered * 2 > nodes[index].bits.count ? inner : [index]
      }
    }
    var chosen: [Int] = []
    func take(_ candidates: [Int]) {
      for index in candidates where !chosen.contains(where: { nodes[$0].bits.overlaps(nodes[index].bits) }) {
        chosen.append(index)
      }
    }
    take(leaves(under: -1))
    // A number of which only the meaning is noted: in the quote of an ICMP error.
    take(nodes.indices.filter { nodes[$0].field.isGenerated && isDrawable(nodes[$0]) })
    return chosen.sorted { nodes[$0].bits.lowerBound < nodes[$1].bits.lowerBound }
  }
}

extension HeaderDiagram.Cell {
  fileprivate init(_ index: Int, _ node: FieldNode, _ bits: Range<Int>) {
    let field = node.field
    // The label, else its filter name without the protocol: `hw size`, `size`.
    let parts = field.name.split { $0 == "." }.dropFirst().map { part in
      String(part.map { $0 == "_" ? " " : $0 })
    }
    let names = [field.label, parts.joined(separator: " "), parts.last ?? field.label]
    self.init(
      node: index, bits: bits, names: names,
      values: HeaderDiagram.Cell.values(node))
  }

  /// In full, bare, and the number that the bits hold when another one is shown (a length in words).
  private static func values(_ node: FieldNode) -> [String] {
    guard case .number(let number) = node.value, node.field.scale > 1 else { return [node.text, node.show] }
    let raw = number / node.field.scale
    return [node.text, "\(raw)×\(node.field.scale)", String(raw)]
  }

  /// Bits that the dissection leaves out: as they are.
  fileprivate init(unshown bits: Range<Int>, _ unit: Dissection, _ layer: Dissection.Layer) {
    let bytes = unit.bytes(of: layer.source)
    let first = layer.bytes.lowerBound * 8
    let digits = bits.prefix(64).map { bit -> String in
      let byte = (first + bit) / 8
      return bytes.indices.contains(byte) ? String(bytes[byte] >> (7 - UInt8((first + bit) % 8)) & 1) : "0"
    }
    self.init(node: nil, bits: bits, names: [], values: [digits.joined()])
  }
}
