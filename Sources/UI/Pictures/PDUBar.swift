import Analysis
import Documents
import Networking
import Terminal

/// A unit as a row of its parts: `[Eth 14][ARP 28][padding 18]`.
struct PDUBar: Equatable {
  struct Part: Equatable {
    /// A protocol's short name; nil for padding.
    var name: String?
    var layer: LayerKind?
    var range: Range<Int>
    var isNew = false
    /// Neither its length nor where it begins may be read.
    var isMasked = false
  }

  var parts: [Part] = []

  /// - Parameters:
  ///   - added: indices of layers that are new.
  ///   - masked: lengths that a question asks for.
  init(_ dissection: Dissection, added: Set<Int> = [], masked: Set<Int> = []) {
    let count = dissection.bytes.count
    for (index, layer) in dissection.layers.enumerated() where layer.source == .frame {
      let range = layer.bytes.clamped(to: 0..<count)
      if range.isEmpty { continue }
      parts.append(
        Part(
          name: layer.protocol.short, layer: layer.protocol.layer, range: range, isNew: added.contains(index),
          isMasked: masked.contains(range.count))
      )
    }
    let reached = parts.last?.range.upperBound ?? 0
    let trailer = trailer(of: dissection)
    let end = trailer?.lowerBound ?? count
    if reached < end, let carried = dissection.layers.first(where: { $0.source != .frame }) {
      // A piece of something longer: the last layers stand in the reassembled bytes.
      parts.append(
        Part(
          name: carried.protocol.short, layer: carried.protocol.layer, range: reached..<end,
          isMasked: masked.contains(end - reached)))
    } else if reached < end {
      parts.append(
        Part(
          name: DataHeader.descriptor.short, layer: nil, range: reached..<end,
          isMasked: masked.contains(end - reached)))
    }
    if let trailer, !trailer.isEmpty { parts.append(Part(name: nil, layer: nil, range: trailer)) }
  }

  /// Padding and whatever else stands behind the payload.
  private func trailer(of dissection: Dissection) -> Range<Int>? {
    let nodes = dissection.layers.first?.nodes.filter { node in
      ["eth.padding", "eth.trailer", "eth.fcs"].contains(node.field.name)
    }
    guard let first = nodes?.first, let last = nodes?.last else { return nil }
    return first.bytes.lowerBound..<last.bytes.upperBound
  }

  /// - Parameter width: columns there are; without blanks between names and sizes it takes less.
  func spans(_ language: Language, width: Int) -> [Span] {
    let wide = spans(language, gap: " ")
    return wide.displayWidth <= width ? wide : spans(language, gap: "")
  }

  private func spans(_ language: Language, gap: String) -> [Span] {
    parts.flatMap { part -> [Span] in
      let name = part.name ?? Texts.padding[language]
      let role = part.layer?.badge ?? .text
      return [Span(part.isNew ? "+[" : "["), Span("\(name)\(gap)\(part.length)", role), "]"]
    }
  }

  /// `Eth 0  ARP 14  padding 42`
  func offsets(_ language: Language) -> String {
    parts.indices.map { index in
      // Where the next one begins would say how long it is.
      let isMasked = parts[max(0, index - 1)...index].contains(where: \.isMasked)
      let offset = isMasked ? Sign.hidden.text : String(parts[index].range.lowerBound)
      return "\(parts[index].name ?? Texts.padding[language]) \(offset)"
    }.joined(separator: "  ")
  }
}

extension PDUBar.Part {
  /// In bytes.
  var length: String { isMasked ? Sign.hidden.text : String(range.count) }
}

extension LayerKind {
  /// The colour of its badge; the physical layer has none.
  var badge: Role {
    switch self {
    case .physical: .text
    case .link: .link
    case .internet: .internet
    case .transport, .socket: .transport
    case .application: .app
    }
  }
}
